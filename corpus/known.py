"""The syllables that are known to be words: those of the shipped tables and texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib import resources

from corpus.loaders.legible import is_syllable

_WORD = re.compile(r"[^\W\d_]+")


@cache
def known_syllables() -> frozenset[str]:
    """Return the Vietnamese syllables of the shipped tables, in lower case.

    A syllable that is missing only leaves damage as it is; it never changes a text.
    """
    return frozenset(word for word in _words() if is_syllable(word))


def _words() -> Iterator[str]:
    folder = resources.files("corpus").joinpath("tables")
    for table in sorted(folder.iterdir(), key=lambda one: one.name):
        if table.name.endswith(".csv"):
            yield from _WORD.findall(table.read_text("utf-8").lower())
