"""The syllables that are known to be words, and pairs of them: those of the shipped tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib import resources

from corpus.loaders.legible import is_syllable

_WORD = re.compile(r"[^\W\d_]+")
_PAIR = re.compile(
    r"(?:^|[,;\"]) ?(?P<one>[^\W\d_]+) (?P<other>[^\W\d_]+)(?=[,;\"]|$)", re.MULTILINE
)


@cache
def known_syllables() -> frozenset[str]:
    """Return the Vietnamese syllables of the shipped tables, in lower case.

    A syllable that is missing only leaves damage as it is; it never changes a text.
    """
    return frozenset(word for word in _words() if is_syllable(word))


@cache
def known_pairs() -> frozenset[tuple[str, str]]:
    """Return the words of two syllables in the shipped tables, in lower case."""
    return frozenset(
        (found["one"], found["other"]) for table in _tables() for found in _PAIR.finditer(table)
    )


def _words() -> Iterator[str]:
    for table in _tables():
        yield from _WORD.findall(table)


def _tables() -> Iterator[str]:
    folder = resources.files("corpus").joinpath("tables")
    for table in sorted(folder.iterdir(), key=lambda one: one.name):
        if table.name.endswith(".csv"):
            yield table.read_text("utf-8").lower()
