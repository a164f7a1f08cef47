"""The best rows of a search, with their scores."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.int64]
Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Ranked:
    """Rows, best first, ties by row; `scores[i]` belongs to `rows[i]`."""

    rows: Rows
    scores: Scores


def top(scores: Scores, n: int, rows: Rows | None = None) -> Ranked:
    """Return the `n` best of `scores`, which are those of `rows` (ascending), else of 0, 1, ….

    >>> top(np.array([3, 1, 5, 3], np.float32), 2)
    Ranked(rows=array([2, 0]), scores=array([5., 3.], dtype=float32))
    """
    n = min(n, len(scores))
    places = np.arange(len(scores)) if n == len(scores) else _places(scores, n)
    order = places[np.argsort(-scores[places], kind="stable")]
    return Ranked(order if rows is None else rows[order], scores[order])


def _places(scores: Scores, n: int) -> Rows:
    """Return where the `n` best are, ascending; of those that tie for the last place the first."""
    if n <= 0:
        return np.zeros(0, np.int64)
    last = np.partition(scores, len(scores) - n)[len(scores) - n]
    above = np.flatnonzero(scores > last)
    level = np.flatnonzero(scores == last)[: n - len(above)]
    return np.sort(np.concatenate([above, level]))


def merged(parts: list[Ranked], n: int) -> Ranked:
    """Return the `n` best of several searches over rows that are all different."""
    rows = np.concatenate([np.zeros(0, np.int64), *(part.rows for part in parts)])
    scores = np.concatenate([np.zeros(0, np.float32), *(part.scores for part in parts)])
    order = np.argsort(rows)
    return top(scores[order], n, rows[order])
