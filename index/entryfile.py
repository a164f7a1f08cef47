"""The entries of a segment on disk; one is read when it is asked for."""

from __future__ import annotations

import hashlib
import mmap
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from pathlib import Path
from typing import overload

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, TypeAdapter

from index.entry import Entry
from index.ranked import Rows

LINES = "entries.jsonl"
ENDS = "ends.npy"
DOCUMENTS = "documents.json"


class Held(BaseModel):
    """A document whose entries are `rows` first … stop - 1; equal `digest` means equal entries."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    first: int
    stop: int
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """The entries of one document, and how they are written."""

    document: str
    entries: tuple[Entry, ...]
    lines: tuple[bytes, ...]

    @property
    def digest(self) -> str:
        """A fingerprint of the entries."""
        return hashlib.sha256(b"".join(self.lines)).hexdigest()[:32]


def leaves(entries: Iterable[Entry]) -> Iterator[Leaf]:
    """Give the documents of `entries`, in which those of one document stand together."""
    adapter = TypeAdapter(Entry)
    for document, some in groupby(entries, lambda entry: entry.passage.document_id):
        these = tuple(some)
        lines = tuple(adapter.dump_json(entry) + b"\n" for entry in these)
        yield Leaf(document=document, entries=these, lines=lines)


class EntryWriter:
    """Writes entries into a folder, one document after the other."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lines = (folder / LINES).open("wb")
        self._ends = array("q", [0])
        self._held: list[Held] = []

    def add(self, leaf: Leaf) -> None:
        """Write the entries of a document."""
        first = len(self)
        for line in leaf.lines:
            self._lines.write(line)
            self._ends.append(self._ends[-1] + len(line))
        held = Held(id=leaf.document, first=first, stop=len(self), digest=leaf.digest)
        self._held.append(held)

    def __len__(self) -> int:
        return len(self._ends) - 1

    def finish(self) -> None:
        """Write what leads to the entries."""
        self._lines.close()
        np.save(self._folder / ENDS, np.array(self._ends, np.int64), allow_pickle=False)
        held = TypeAdapter(list[Held]).dump_json(self._held)
        (self._folder / DOCUMENTS).write_bytes(held)


class EntryFile:
    """The entries that an `EntryWriter` wrote, by row."""

    def __init__(self, folder: Path) -> None:
        self._ends: NDArray[np.int64] = np.asarray(np.load(folder / ENDS, mmap_mode="r"))
        self._lines = _mapped(folder / LINES)
        self._adapter = TypeAdapter(Entry)
        held = TypeAdapter(list[Held]).validate_json((folder / DOCUMENTS).read_bytes())
        self.documents = {one.id: one for one in held}

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __getitem__(self, row: int) -> Entry:
        return self._adapter.validate_json(self.line(row))

    def line(self, row: int) -> bytes:
        """Return an entry as it is written."""
        return bytes(self._lines[int(self._ends[row]) : int(self._ends[row + 1])])

    def leaf(self, document: str) -> Leaf:
        """Return a document as it was given to the writer."""
        rows = range(self.documents[document].first, self.documents[document].stop)
        lines = tuple(map(self.line, rows))
        return Leaf(document=document, entries=tuple(map(self.__getitem__, rows)), lines=lines)

    def live(self, removed: Iterable[str]) -> Rows:
        """Return the rows of all documents but those `removed`, ascending."""
        alive = np.ones(len(self), np.bool)
        for document in removed:
            held = self.documents[document]
            alive[held.first : held.stop] = False
        return np.flatnonzero(alive)


class Entries(Sequence[Entry]):
    """The live entries of several segments, one after the other; each read when asked for."""

    def __init__(self, parts: Sequence[tuple[EntryFile, Rows]]) -> None:
        self._parts = parts
        self._starts = [0, *np.cumsum([len(live) for _, live in parts]).tolist()]

    def __len__(self) -> int:
        return int(self._starts[-1])

    @overload
    def __getitem__(self, row: int) -> Entry: ...
    @overload
    def __getitem__(self, row: slice) -> Sequence[Entry]: ...
    def __getitem__(self, row: int | slice) -> Entry | Sequence[Entry]:
        if isinstance(row, slice):
            return tuple(self[one] for one in range(*row.indices(len(self))))
        if not -len(self) <= row < len(self):
            raise IndexError(row)
        row %= len(self)
        at = bisect_right(self._starts, row) - 1
        file, live = self._parts[at]
        return file[int(live[row - self._starts[at]])]

    def rows(self, documents: frozenset[str]) -> Rows:
        """Return the rows of the entries of `documents`, ascending."""
        found = [np.zeros(0, np.int64)]
        for (file, live), (start, _) in zip(self._parts, pairwise(self._starts), strict=True):
            held = [file.documents[one] for one in documents if one in file.documents]
            for one in sorted(held, key=lambda one: one.first):
                first, stop = np.searchsorted(live, [one.first, one.stop])
                found.append(np.arange(start + first, start + stop))
        return np.concatenate(found)


def _mapped(path: Path) -> mmap.mmap | bytes:
    if not path.stat().st_size:
        return b""  # an empty file cannot be mapped
    with path.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
