"""An excerpt: the stretch of a long text that has most of what a question speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from corpus.syllables import WORD, compared

_CLAUSE = re.compile(r"(?<=[,;:.!?)])\s+|\n+")


def excerpt(text: str, sought: Mapping[str, float], most: int) -> str:
    """Return at most so many words of a text in a row, from the beginning of a clause.

    It is the first stretch with the most weight in different words of `sought`, which are compared
    syllables, or the end of the text where that has more; a text that is not longer is whole.

    >>> excerpt("Đã nhận 12 hồ sơ, trả lại 2 hồ sơ, còn 5 hồ sơ", {"trả": 1.0}, 4)
    'trả lại 2 hồ'
    """
    words = list(WORD.finditer(text))
    if len(words) <= most:
        return text
    names = [compared(word.group()) for word in words]
    best, first = -1.0, 0
    for start in (*_starts(text, [word.start() for word in words]), len(words) - most):
        held = sum(sought.get(name, 0.0) for name in dict.fromkeys(names[start : start + most]))
        if held > best:
            best, first = held, start
    last = words[min(first + most, len(words)) - 1]
    return text[words[first].start() : last.end()]


def _starts(text: str, places: list[int]) -> Iterator[int]:
    """Yield the number of each word that begins a clause."""
    ends = iter((*(found.end() for found in _CLAUSE.finditer(text)), len(text)))
    end = 0
    for number, place in enumerate(places):
        if place >= end:
            yield number
            while end <= place:
                end = next(ends)
