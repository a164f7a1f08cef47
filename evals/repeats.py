"""Repeats: where a string holds many words in a row of one of some texts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

_WORD = re.compile(r"\w+")


class Repeats:
    """Finds words in a row that some texts hold as well; case and punctuation do not count."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._words = [_words(text) for text in texts]
        self._runs = cache(self._runs_of)

    def first(self, words: str, count: int) -> str:
        """Return the first `count` words in a row that a text holds too, "" when there are none.

        >>> Repeats(["Người ký là bà A."]).first("Ai ký? NGƯỜI KÝ là ông B", 3)
        'NGƯỜI KÝ là'
        """
        places = [found.span() for found in _WORD.finditer(words)]
        known, said = self._runs(count), _words(words)
        for first in range(len(said) - count + 1):
            if tuple(said[first : first + count]) in known:
                return words[places[first][0] : places[first + count - 1][1]]
        return ""

    def _runs_of(self, count: int) -> frozenset[tuple[str, ...]]:
        return frozenset(
            tuple(text[first : first + count])
            for text in self._words
            for first in range(len(text) - count + 1)
        )


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())
