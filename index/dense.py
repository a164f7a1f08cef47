"""The dense leg: the nearest vectors in every segment, exactly or through Chroma."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass

import numpy as np

from index.entryfile import Entries
from index.exact import ExactSearch
from index.ranked import Ranked, Rows, Scores, merged
from index.segment import Segment
from index.vectors import Vectors, VectorSearch, VectorServerError


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One segment's vectors: exact, and `quick` where an approximate search is worth it.

    The segment has so many `rows`; its live ones are `start`, start + 1, … of the whole.
    """

    exact: ExactSearch
    quick: VectorSearch | None
    live: Rows
    rows: int
    start: int

    def nearest(
        self, vector: Vectors, n: int, documents: frozenset[str] | None, *, exactly: bool
    ) -> Ranked:
        """Return the `n` nearest rows of the whole.

        Within documents always exactly: there are fewer of them, and Chroma's filter takes a
        tenth of a second.
        """
        if self.quick is None or documents is not None or exactly:
            found = self.exact.nearest(vector, n, documents)
        else:
            found = self._quickly(self.quick, vector, n)
        return Ranked(self.start + np.searchsorted(self.live, found.rows), found.scores)

    def _quickly(self, quick: VectorSearch, vector: Vectors, n: int) -> Ranked:
        """Ask for as many more as may have been removed since; exactly if that is not enough.

        Also exactly when a server fails: that takes longer, but is an answer.
        """
        dead = self.rows - len(self.live)
        try:
            found = quick.nearest(vector, n + min(dead, n))
        except VectorServerError:
            return self.exact.nearest(vector, n)
        alive = np.isin(found.rows, self.live) if dead else np.ones(len(found.rows), np.bool)
        if alive.sum() < min(n, len(self.live)):
            return self.exact.nearest(vector, n)
        return Ranked(found.rows[alive][:n], found.scores[alive][:n])


class DenseIndex:
    """The vectors of all segments; rows are those of `entries`."""

    def __init__(
        self, segments: Sequence[Segment], quick: Sequence[VectorSearch | None], entries: Entries
    ) -> None:
        self._entries = entries
        self._closing = ExitStack()
        self._parts: list[Part] = []
        for segment, store in zip(segments, quick, strict=True):
            part = Part(
                exact=exact_of(segment),
                quick=store,
                live=segment.live,
                rows=len(segment.entries),
                start=self.count(),
            )
            self._parts.append(part)
            if store is not None:
                self._closing.callback(store.close)

    def best(
        self,
        vector: Vectors,
        n: int,
        documents: frozenset[str] | None = None,
        *,
        exactly: bool = False,
    ) -> Ranked:
        """Return the `n` nearest rows with their cosines, best first, of `documents` if given.

        Large segments are searched through Chroma, unless `exactly`.
        """
        parts = self._parts
        return merged([one.nearest(vector, n, documents, exactly=exactly) for one in parts], n)

    def nearest(
        self, vector: Vectors, n: int, documents: frozenset[str] | None = None
    ) -> dict[str, float]:
        """Return the same as `best`, by the ids of the passages."""
        best = self.best(vector, n, documents)
        ids = [self._entries[int(row)].passage.id for row in best.rows]
        return dict(zip(ids, best.scores.tolist(), strict=True))

    def cosines(self, vector: Vectors, rows: Rows) -> Scores:
        """Return the cosine of each of `rows`, in their order."""
        cosines = np.zeros(len(rows), np.float32)
        for part in self._parts:
            here = (rows >= part.start) & (rows < part.start + len(part.live))
            cosines[here] = part.exact.cosines(vector, part.live[rows[here] - part.start])
        return cosines

    def count(self) -> int:
        """Return how many rows there are."""
        return sum(part.exact.count() for part in self._parts)

    def close(self) -> None:
        """Let go of what Chroma holds open."""
        self._closing.close()


def exact_of(segment: Segment) -> ExactSearch:
    """Return the exact search over a segment."""
    held = segment.entries.documents.values()
    documents = {one.id: range(one.first, one.stop) for one in held}
    return ExactSearch(segment.vectors, documents, segment.live)
