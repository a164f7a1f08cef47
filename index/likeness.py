"""How alike short texts are by their words: the cosine of their terms, weighed by rarity.

Terms are syllables and pairs of neighbouring ones (`index.tokens`), the weights those of the vector
space model (Salton & Buckley 1988); how often a short text has a term says nothing.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from corpus.syllables import syllables
from index.postings import Postings, PostingsBuilder, hashed
from index.tokens import joined, whole_numbers

PAIR = 0.3  # what a pair of syllables counts, where a syllable as rare counts 1

Likenesses = NDArray[np.float32]
Floats = NDArray[np.float64]
Counts = NDArray[np.int64]


class Likeness:
    """Some texts, and how alike each is to another."""

    def __init__(self, texts: Iterable[str]) -> None:
        singles, pairs = PostingsBuilder(), PostingsBuilder()
        for text in texts:
            words, neighbours = _terms(text)
            singles.add(words)
            pairs.add(neighbours)
        self._singles, self._pairs = singles.finish(), pairs.finish()
        self._count = len(self._singles.lengths)
        self._squares = self._squared(self._singles) + PAIR * self._squared(self._pairs)

    def to(self, text: str) -> Likenesses:
        """Return the cosine of every text with this one, `(n,)`, in [0, 1]."""
        shared, square = np.zeros(self._count), 0.0
        parts = zip((self._singles, self._pairs), _terms(text), (1.0, PAIR), strict=True)
        for part, terms, counts in parts:
            for term in terms:
                rows = part.rows[part.place(hashed(term))]
                weight = counts * float(self._weights(max(1, len(rows))))
                shared[rows] += weight
                square += weight
        lengths = np.sqrt(np.maximum(self._squares * square, 1e-9))
        return np.asarray(shared / lengths, np.float32)

    def _squared(self, part: Postings) -> Floats:
        """Return the sum of what the terms of each text weigh, `(n,)`."""
        having = np.diff(part.starts)
        weights = np.repeat(self._weights(having), having)
        return np.asarray(np.bincount(part.rows, weights, self._count), np.float64)

    def _weights(self, having: Counts | int) -> Floats:
        """Return the squares of what terms weigh that so many texts have."""
        return np.asarray(np.log1p(self._count / having) ** 2, np.float64)


def _terms(text: str) -> tuple[dict[str, None], dict[str, None]]:
    """Return the syllables and numbers of a text, and its pairs, each once."""
    words = syllables(text)
    return dict.fromkeys((*words, *whole_numbers(text))), dict.fromkeys(joined(words))
