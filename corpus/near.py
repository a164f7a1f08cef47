"""Near-duplicates: documents that say nearly the same, under another name or in another copy."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from functools import lru_cache

from corpus.document import Document
from corpus.syllables import syllables

SHINGLE = 5  # syllables; fewer are common phrases of offices
ALIKE = 0.8  # of what two texts say together, from which on they are told as nearly the same

Shingles = frozenset[int]


def likeness(one: str, other: str) -> float:
    """Return which share of the stretches of five syllables two texts have in common.

    The resemblance of Broder (1997), with CRC-32 in the place of the stretches.

    >>> likeness("dân biết dân bàn dân làm", "Dân biết, dân bàn, dân làm.")
    1.0
    >>> likeness("một hai ba bốn năm sáu", "một hai ba bốn năm bảy")
    0.3333333333333333
    """
    first, second = _shingles(one), _shingles(other)
    together = len(first | second)
    return len(first & second) / together if together else 0.0


def nearly_same(
    document: Document, others: Iterable[Document], least: float = ALIKE
) -> tuple[tuple[Document, float], ...]:
    """Return the other documents that say nearly the same, the likest first, with how like."""
    found = (
        (other, likeness(document.text, other.text)) for other in others if other.id != document.id
    )
    return tuple(sorted((p for p in found if p[1] >= least), key=lambda p: (-p[1], p[0].id)))


@lru_cache(maxsize=2_000)
def _shingles(text: str) -> Shingles:
    words = [word.encode() for word in syllables(text)]
    count = max(1, len(words) - SHINGLE + 1)
    return frozenset(zlib.crc32(b" ".join(words[i : i + SHINGLE])) for i in range(count))
