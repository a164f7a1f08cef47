"""A segment: some documents, indexed once and never changed.

s000001/
  entries.jsonl ends.npy documents.json     what is indexed, passages included
  exact/ bare/                              the inverted files, with diacritics and without
  vectors.npy                               (rows, dim) float32, in the order of the entries
  late/                                     the vectors of their tokens
  keys.npy keyed.npy                        the hash of each embedded text, ascending; its row
  chroma/                                   the same vectors in Chroma (unless a server has them)
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.embedder import Read
from index.entryfile import EntryFile, EntryWriter, Held, Leaf
from index.late import TokenVectors, TokenWriter
from index.lexical import Words, WordsBuilder
from index.postings import hashed
from index.ranked import Rows
from index.rowfile import RowFile
from index.vectors import Vectors

VECTORS = "vectors.npy"
LATE = "late"
KEYS = "keys.npy"
KEYED = "keyed.npy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """An open segment; the `live` rows (ascending) are those of documents still in the library."""

    folder: Path
    entries: EntryFile
    words: Words
    vectors: Vectors
    tokens: TokenVectors
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
            tokens=TokenVectors.load(folder / LATE),
            live=live,
        )

    def documents(self) -> list[Held]:
        """Return the documents that are still in the library, in the order of their rows."""
        alive = np.zeros(len(self.entries) + 1, np.bool)
        alive[self.live] = True
        return [held for held in self.entries.documents.values() if alive[held.first]]

    def read(self, row: int) -> Read:
        """Return how the model read the text of a row."""
        return Read(vector=self.vectors[row], tokens=self.tokens.row(row))

    def embedded(self, keys: NDArray[np.uint64]) -> dict[int, Read]:
        """Return how the texts with these keys were read, as far as the segment has them."""
        known = np.load(self.folder / KEYS, mmap_mode="r")
        rows = np.load(self.folder / KEYED, mmap_mode="r")
        places = zip(keys.tolist(), np.searchsorted(known, keys).tolist(), strict=True)
        there = ((key, at) for key, at in places if at < len(known) and known[at] == key)
        return {key: self.read(int(rows[at])) for key, at in there}


def text_key(text: str) -> int:
    """Return the 64 bits by which an embedded text is known."""
    return hashed(text)


@dataclass(frozen=True, slots=True)
class Shape:
    """The lengths of the vector of a text and of that of a token."""

    dim: int
    width: int


class SegmentWriter:
    """Writes a segment into a new folder, one document after the other."""

    def __init__(self, folder: Path, shape: Shape) -> None:
        folder.mkdir()
        self._folder = folder
        self._entries = EntryWriter(folder)
        self._words = WordsBuilder()
        self._vectors = RowFile(folder / VECTORS, shape.dim, "<f4")
        self._tokens = TokenWriter(folder / LATE, shape.width)
        self._keys: list[int] = []

    def __len__(self) -> int:
        return len(self._entries)

    def add(self, leaf: Leaf, read: Sequence[Read]) -> None:
        """Write a document, with how each of its entries was read."""
        self._entries.add(leaf)
        for entry, one in zip(leaf.entries, read, strict=True):
            self._vectors.add(one.vector[None])
            self._tokens.add(one.tokens)
            self._words.add(entry)
            self._keys.append(text_key(entry.embedded))

    def finish(self) -> Segment:
        """Complete the files and open them."""
        self._entries.finish()
        self._vectors.finish()
        self._tokens.finish()
        self._words.finish().save(self._folder)
        keys = np.array(self._keys, np.uint64)
        order = np.argsort(keys, kind="stable")
        np.save(self._folder / KEYS, keys[order], allow_pickle=False)
        np.save(self._folder / KEYED, order, allow_pickle=False)
        return Segment.open(self._folder)
