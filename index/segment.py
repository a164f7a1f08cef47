"""A segment: some documents, indexed once and never changed.

s000001/
  entries.jsonl ends.npy documents.json     what is indexed, passages included
  exact/ bare/                              the inverted files, with diacritics and without
  vectors.npy                               (rows, dim) float32, in the order of the entries
  keys.npy keyed.npy                        the hash of each embedded text, ascending; its row
  chroma/                                   the same vectors in Chroma (unless a server has them)
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.entryfile import EntryFile, EntryWriter, Held, Leaf
from index.lexical import Words, WordsBuilder
from index.postings import hashed
from index.ranked import Rows
from index.vectors import Vectors

VECTORS = "vectors.npy"
KEYS = "keys.npy"
KEYED = "keyed.npy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """An open segment; the `live` rows (ascending) are those of documents still in the library."""

    folder: Path
    entries: EntryFile
    words: Words
    vectors: Vectors
    live: Rows

    @classmethod
    def open(cls, folder: Path, removed: Iterable[str] = ()) -> Segment:
        """Map the files of a segment, from which the documents `removed` were taken out since."""
        entries = EntryFile(folder)
        live = entries.live(removed)
        return cls(
            folder=folder,
            entries=entries,
            words=Words.load(folder, live),
            vectors=np.load(folder / VECTORS, mmap_mode="r"),
            live=live,
        )

    def documents(self) -> list[Held]:
        """Return the documents that are still in the library, in the order of their rows."""
        alive = np.zeros(len(self.entries) + 1, np.bool)
        alive[self.live] = True
        return [held for held in self.entries.documents.values() if alive[held.first]]

    def embedded(self, keys: NDArray[np.uint64]) -> dict[int, Vectors]:
        """Return the vectors of the texts with these keys, as far as the segment has them."""
        known = np.load(self.folder / KEYS, mmap_mode="r")
        rows = np.load(self.folder / KEYED, mmap_mode="r")
        places = zip(keys.tolist(), np.searchsorted(known, keys).tolist(), strict=True)
        there = ((key, at) for key, at in places if at < len(known) and known[at] == key)
        return {key: self.vectors[rows[at]] for key, at in there}


def text_key(text: str) -> int:
    """Return the 64 bits by which an embedded text is known."""
    return hashed(text)


class SegmentWriter:
    """Writes a segment into a new folder, one document after the other."""

    def __init__(self, folder: Path, dim: int) -> None:
        folder.mkdir()
        self._folder = folder
        self._entries = EntryWriter(folder)
        self._words = WordsBuilder()
        self._vectors = _VectorFile(folder / VECTORS, dim)
        self._keys: list[int] = []

    def __len__(self) -> int:
        return len(self._entries)

    def add(self, leaf: Leaf, vectors: Vectors) -> None:
        """Write a document, a unit row for each of its entries."""
        self._entries.add(leaf)
        self._vectors.add(vectors)
        for entry in leaf.entries:
            self._words.add(entry)
            self._keys.append(text_key(entry.embedded))

    def finish(self) -> Segment:
        """Complete the files and open them."""
        self._entries.finish()
        self._vectors.finish()
        self._words.finish().save(self._folder)
        keys = np.array(self._keys, np.uint64)
        order = np.argsort(keys, kind="stable")
        np.save(self._folder / KEYS, keys[order], allow_pickle=False)
        np.save(self._folder / KEYED, order, allow_pickle=False)
        return Segment.open(self._folder)


class _VectorFile:
    """A npy file that grows row by row; numpy leaves room in its header for the final count."""

    def __init__(self, path: Path, dim: int) -> None:
        self._file = path.open("w+b")
        self._dim, self._rows = dim, 0
        self._write_header()

    def add(self, vectors: Vectors) -> None:
        self._file.write(np.ascontiguousarray(vectors, "<f4").tobytes())
        self._rows += len(vectors)

    def finish(self) -> None:
        self._file.seek(0)
        self._write_header()
        self._file.close()

    def _write_header(self) -> None:
        shape = (self._rows, self._dim)
        header = {"descr": "<f4", "fortran_order": False, "shape": shape}
        np.lib.format.write_array_header_1_0(self._file, header)
