"""An inverted file: which rows hold a term, how often, and how long each row is."""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

CHUNK = 16_384  # bounds the memory of a build
LONGEST = np.iinfo(np.uint16).max


@dataclass(frozen=True, slots=True, kw_only=True)
class Postings:
    """The postings of rows 0, 1, …; each array is a file that is mapped, not read.

    A term is known by 64 bits of its hash, so that no vocabulary is held in memory; among ten
    million terms two share them with a probability of 3 in a million.
    """

    terms: NDArray[np.uint64]  # (terms,) ascending
    starts: NDArray[np.int64]  # (terms + 1,) where the postings of each term begin
    rows: NDArray[np.int32]  # (postings,) ascending within a term
    counts: NDArray[np.uint16]  # (postings,) how often the row has the term
    lengths: NDArray[np.int32]  # (rows,) how many terms the row has, with repeats

    @classmethod
    def load(cls, folder: Path) -> Postings:
        """Map what `save` wrote."""
        # plain arrays over the mapped files: a slice of a memmap costs ten times as much
        arrays = {
            field.name: np.asarray(np.load(folder / f"{field.name}.npy", mmap_mode="r"))
            for field in fields(cls)
        }
        return cls(**arrays)

    def save(self, folder: Path) -> None:
        """Write one file for each array into `folder`, which it makes."""
        folder.mkdir(parents=True)
        for field in fields(self):
            np.save(folder / f"{field.name}.npy", getattr(self, field.name), allow_pickle=False)

    def place(self, term: int) -> slice:
        """Return where the postings of a hashed term are; an empty slice when no row has it."""
        at = int(np.searchsorted(self.terms, np.uint64(term)))
        if at == len(self.terms) or int(self.terms[at]) != term:
            return slice(0, 0)
        return slice(int(self.starts[at]), int(self.starts[at + 1]))


def hashed(term: str) -> int:
    """Return the 64 bits by which a term is known."""
    return int.from_bytes(hashlib.blake2b(term.encode(), digest_size=8).digest(), "little")


class PostingsBuilder:
    """Counts the terms of one row after the other; those of a `chunk` of rows at once."""

    def __init__(self, chunk: int = CHUNK) -> None:
        self._chunk = chunk
        self._numbers: dict[str, int] = {}
        self._chunks: list[_Chunk] = []
        self._occurrences, self._lengths = array("I"), array("i")
        self._first = 0  # the first row that is not counted yet

    def add(self, terms: Iterable[str]) -> None:
        """Count a row."""
        before = len(self._occurrences)
        numbers = self._numbers
        self._occurrences.extend(numbers.setdefault(term, len(numbers)) for term in terms)
        self._lengths.append(len(self._occurrences) - before)
        if len(self._lengths) - self._first == self._chunk:
            self._count()

    def finish(self) -> Postings:
        """Return the postings of all rows."""
        self._count()
        hashes = np.fromiter(map(hashed, self._numbers), np.uint64, len(self._numbers))
        order = np.argsort(hashes)
        rank = np.empty(len(order), np.uint32)
        rank[order] = np.arange(len(order), dtype=np.uint32)
        terms = rank[np.concatenate([chunk.terms for chunk in self._chunks])]
        by_term = np.argsort(terms, kind="stable")  # the chunks, thus the rows, stay in order
        sizes = np.bincount(terms, minlength=len(order))
        return Postings(
            terms=hashes[order],
            starts=np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64),
            rows=np.concatenate([chunk.rows for chunk in self._chunks])[by_term],
            counts=np.concatenate([chunk.counts for chunk in self._chunks])[by_term],
            lengths=np.array(self._lengths, np.int32),
        )

    def _count(self) -> None:
        of = np.array(self._lengths[self._first :], np.int64)
        self._chunks.append(_counted(np.array(self._occurrences, np.uint64), of, self._first))
        self._occurrences, self._first = array("I"), len(self._lengths)


@dataclass(frozen=True, slots=True)
class _Chunk:
    """Postings by the number of their term and by row; all of rows that were counted at once."""

    terms: NDArray[np.uint32]
    rows: NDArray[np.int32]
    counts: NDArray[np.uint16]


def _counted(occurrences: NDArray[np.uint64], lengths: NDArray[np.int64], first: int) -> _Chunk:
    rows = np.repeat(np.arange(first, first + len(lengths), dtype=np.uint64), lengths)
    keys, counts = np.unique(occurrences << np.uint64(32) | rows, return_counts=True)
    return _Chunk(
        terms=(keys >> np.uint64(32)).astype(np.uint32),
        rows=(keys & np.uint64(0xFFFF_FFFF)).astype(np.int32),
        counts=np.minimum(counts, LONGEST).astype(np.uint16),
    )
