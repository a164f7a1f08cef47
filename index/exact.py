"""Exact search: every vector is looked at, straight from its file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from index.ranked import Ranked, Rows, Scores, top
from index.vectors import Vectors


class ExactSearch:
    """A `VectorSearch` over rows that lie in memory or in a mapped file.

    `documents` says which rows are whose; only the `live` rows (ascending) are found.
    """

    def __init__(
        self, vectors: Vectors, documents: Mapping[str, range], live: Rows | None = None
    ) -> None:
        self._vectors = np.asarray(vectors)
        self._documents = documents
        self._live = None if live is None or len(live) == len(vectors) else live

    def nearest(self, vector: Vectors, n: int, documents: frozenset[str] | None = None) -> Ranked:
        """Return the `n` nearest rows with their cosines, of `documents` if given."""
        if documents is not None:
            return self._within(vector, n, documents)
        cosines = self._vectors @ vector
        return top(cosines if self._live is None else cosines[self._live], n, self._live)

    def cosines(self, vector: Vectors, rows: Rows) -> Scores:
        """Return the cosine of each of `rows`."""
        return np.asarray(self._vectors[rows] @ vector, np.float32)

    def count(self) -> int:
        """Return how many rows there are."""
        return len(self._vectors if self._live is None else self._live)

    def close(self) -> None:
        """Let go of nothing: the files go with the last reference to them."""

    def _within(self, vector: Vectors, n: int, documents: frozenset[str]) -> Ranked:
        held = [self._documents[one] for one in documents if one in self._documents]
        blocks = list(_joined(sorted(held, key=lambda rows: rows.start)))
        rows = np.concatenate([np.zeros(0, np.int64), *map(np.asarray, blocks)])
        some = [self._vectors[block.start : block.stop] @ vector for block in blocks]
        cosines = np.concatenate([np.zeros(0, np.float32), *some])
        if self._live is not None:
            alive = np.isin(rows, self._live, assume_unique=True)
            rows, cosines = rows[alive], cosines[alive]
        return top(cosines, n, rows)


def _joined(ranges: Iterable[range]) -> Iterable[range]:
    """Give the ranges, those that touch each other as one: few long products are quicker."""
    open_: range | None = None
    for one in ranges:
        if open_ is not None and open_.stop == one.start:
            open_ = range(open_.start, one.stop)
            continue
        if open_ is not None:
            yield open_
        open_ = one
    if open_ is not None:
        yield open_
