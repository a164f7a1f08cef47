"""How alike short texts are by their words: the cosine of their terms, weighed by rarity.

Terms are syllables and pairs of neighbouring ones (`index.tokens`), the weights those of the vector
space model (Salton & Buckley 1988); how often a short text has a term says nothing.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from index.tokens import exact

PAIR = 0.3  # what a pair of syllables counts, where a syllable as rare counts 1

Likenesses = NDArray[np.float32]


class Likeness:
    """Some texts, and how alike each is to another."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._numbers: dict[str, int] = {}
        held = [list(map(self._number, dict.fromkeys(exact(text)))) for text in texts]
        self._count = len(held)
        of = np.fromiter(chain.from_iterable(held), np.int64)
        rows = np.repeat(np.arange(self._count), list(map(len, held)))
        having = np.bincount(of, minlength=len(self._numbers))
        self._rows = rows[np.argsort(of, kind="stable")]
        self._starts = np.concatenate([[0], np.cumsum(having)])
        counted = zip(self._numbers, having.tolist(), strict=True)
        self._weights = np.array([self._weight(term, times) for term, times in counted])
        self._squares = np.bincount(rows, self._weights[of], self._count)

    def to(self, text: str) -> Likenesses:
        """Return the cosine of every text with this one, `(n,)`, in [0, 1]."""
        shared, square = np.zeros(self._count), 0.0
        for term in dict.fromkeys(exact(text)):
            number = self._numbers.get(term)
            if number is None:
                square += self._weight(term, 1)
                continue
            square += self._weights[number]
            rows = self._rows[self._starts[number] : self._starts[number + 1]]
            shared[rows] += self._weights[number]
        lengths = np.sqrt(np.maximum(self._squares * square, 1e-9))
        return np.asarray(shared / lengths, np.float32)

    def _number(self, term: str) -> int:
        return self._numbers.setdefault(term, len(self._numbers))

    def _weight(self, term: str, having: int) -> float:
        """Return the square of what a term weighs that so many texts have."""
        rarity = math.log(1 + self._count / having)
        return rarity * rarity * (PAIR if "_" in term else 1.0)
