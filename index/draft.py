"""A draft: the segments of the next generation while they are put together."""

from __future__ import annotations

import math
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from corpus.errors import DamagedIndexError
from index.card import Part
from index.dense import exact_of
from index.embedder import Read
from index.entryfile import Leaf
from index.segment import Segment, SegmentWriter, Shape
from index.stores import FolderStores, VectorStores
from index.vectors import VectorStore

SAME = 1e-3  # what the cosine of a vector with itself may fall short of 1 by


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentOptions:
    """How large segments grow, and from which size Chroma's search is asked.

    A segment of half the `largest` is not merged any more. `fan` segments of a size become one;
    those of `smallest` rows or less are of one size.
    From `approximate` rows on Chroma searches a segment in less time than it takes to look at
    every row; it is asked only if it finds at least `recall` of the ten nearest.
    """

    largest: int = 262_144
    smallest: int = 32
    fan: int = 8
    approximate: int = 65_536
    recall: float = 0.98
    checked: int = 100  # vectors of a segment that are looked up after it was built


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an index is: its folder, where its vectors are, how its segments grow."""

    folder: Path
    stores: VectorStores = field(default_factory=FolderStores)
    options: SegmentOptions = field(default_factory=SegmentOptions)


class Draft:
    """Segments in a folder that is not published yet."""

    def __init__(self, folder: Path, place: Place, shape: Shape) -> None:
        self.folder = folder
        self.parts: dict[str, Part] = {}
        self._kept: tuple[str, ...] = ()
        self._shape = shape
        self._stores, self._options = place.stores, place.options

    def keep(self, home: Path, parts: Mapping[str, Part]) -> None:
        """Take over the segments of a generation; their files are linked, not copied."""
        for name in parts:
            shutil.copytree(home / name, self.folder / name, copy_function=_linked)
        self.parts |= parts
        self._kept = tuple(parts)

    def remove(self, documents: Iterable[str]) -> None:
        """Take documents out of the segments that were kept; their rows are never found again."""
        gone = frozenset(documents)
        for segment in self._opened(self._kept):
            name = segment.folder.name
            removed = gone.intersection(segment.entries.documents).union(self.parts[name].removed)
            if len(removed) == len(segment.entries.documents):
                self._drop(segment)
            else:
                update = {"removed": tuple(sorted(removed))}
                self.parts[name] = self.parts[name].model_copy(update=update)

    def write(self, documents: Iterable[tuple[Leaf, Sequence[Read]]]) -> None:
        """Write documents into new segments."""
        writer: SegmentWriter | None = None
        for leaf, read in documents:
            if writer is not None and len(writer) + len(read) > self._options.largest:
                self._finish(writer)
                writer = None
            writer = writer or SegmentWriter(self.folder / self._next_name(), self._shape)
            writer.add(leaf, read)
        if writer is not None:
            self._finish(writer)

    def merge(self) -> None:
        """Write segments anew that are many of one size, or more than half removed.

        What a document costs is thus bounded over its life: it is written once for each size.
        """
        while crowd := self._crowd():
            self.write(pair for segment in crowd for pair in _documents(segment))
            for segment in crowd:
                self._drop(segment)

    def segments(self) -> list[Segment]:
        """Open the segments, in the order of their rows."""
        return self._opened(sorted(self.parts))

    def _opened(self, names: Iterable[str]) -> list[Segment]:
        return [Segment.open(self.folder / name, self.parts[name].removed) for name in names]

    def _crowd(self) -> list[Segment]:
        sizes: dict[int, list[Segment]] = {}
        for segment in self.segments():
            if len(segment.live) < len(segment.entries) / 2:
                return [segment]
            if len(segment.live) < self._options.largest / 2:
                sizes.setdefault(self._size(len(segment.live)), []).append(segment)
        return next((some for some in sizes.values() if len(some) >= self._options.fan), [])

    def _size(self, rows: int) -> int:
        """Return the class of a segment's size: each class is `fan` times the one below."""
        return int(math.log(max(1, rows / self._options.smallest), self._options.fan))

    def _finish(self, writer: SegmentWriter) -> None:
        segment = writer.finish()
        store = self._stores.create(segment.folder)
        try:
            owners = [one.id for one in segment.documents() for _ in range(one.first, one.stop)]
            store.add(range(len(owners)), owners, segment.vectors)
            self.parts[segment.folder.name] = Part(recall=self._recall(segment, store))
        finally:
            store.close()

    def _recall(self, segment: Segment, store: VectorStore) -> float | None:
        """Return how well the store finds what is in a segment that it is to search.

        It may fail to reach some; then it is not asked. A small segment is searched exactly in any
        case, and its store only has to hold what it was given: among many equal vectors, as the
        rows of a register have, Chroma's search does not reach the few others.
        """
        checked = self._options.checked
        _check_held(segment, store)
        if len(segment.live) >= self._options.approximate:
            return min(_reached(segment, store, checked), recall(segment, store, checked))
        if not _holds(segment, store, checked):
            raise DamagedIndexError(segment.folder, "a vector does not find itself")
        return None

    def _drop(self, segment: Segment) -> None:
        del self.parts[segment.folder.name]
        if segment.folder.name not in self._kept:  # what was kept is still in use
            self._stores.remove(self._stores.held(segment.folder))
        shutil.rmtree(segment.folder)

    def _next_name(self) -> str:
        last = max((int(path.name[1:]) for path in self.folder.glob("s*")), default=0)
        return f"s{last + 1:06d}"


def recall(segment: Segment, store: VectorStore, questions: int) -> float:
    """Return which share of the ten nearest of points between two rows the store finds."""
    exact, chosen = exact_of(segment), np.random.default_rng(0)
    found = wanted = 0
    for one, other in chosen.integers(0, len(segment.vectors), (questions, 2)):
        between = segment.vectors[one] + segment.vectors[other]
        vector = np.asarray(between / (np.linalg.norm(between) or 1), np.float32)
        right = exact.nearest(vector, 10).rows
        found += len(np.intersect1d(right, store.nearest(vector, 10).rows))
        wanted += len(right)
    return found / wanted


def _documents(segment: Segment) -> Iterator[tuple[Leaf, Sequence[Read]]]:
    """Give what is live in a segment, with how it was read."""
    for held in segment.documents():
        yield segment.entries.leaf(held.id), [*map(segment.read, range(held.first, held.stop))]


def _check_held(segment: Segment, store: VectorStore) -> None:
    """Check that the store has as many vectors as the segment.

    Raises:
        DamagedIndexError: it has not.
    """
    held, given = store.count(), len(segment.vectors)
    if held != given:
        raise DamagedIndexError(segment.folder, f"{held} vectors of {given}")


def _holds(segment: Segment, store: VectorStore, questions: int) -> bool:
    """Tell whether what the store has under some rows are the unit vectors that it was given."""
    rows = _some(segment, questions)
    given, held = segment.vectors[:: rows.step], store.held(rows)
    return held.shape == given.shape and bool(np.all((held * given).sum(axis=1) >= 1 - SAME))


def _reached(segment: Segment, store: VectorStore, questions: int) -> float:
    """Return which share of the vectors find themselves: Chroma counts some that no query finds."""
    rows = _some(segment, questions)
    best = (store.nearest(segment.vectors[row], 1).scores for row in rows)
    found = sum(bool(len(scores)) and bool(scores[0] >= 1 - SAME) for scores in best)
    return found / max(1, len(rows))


def _some(segment: Segment, questions: int) -> range:
    """Return rows at even distances, about as many as `questions`."""
    return range(0, len(segment.vectors), max(1, len(segment.vectors) // questions))


def _linked(source: str, target: str) -> None:
    """Give a file a second name, which costs nothing; copy it where that cannot be had."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
