"""Doubts: what may be damage in a text, told and never changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.document import Document
from corpus.known import known_syllables
from corpus.loaders.legible import is_syllable
from corpus.numbers import find_numbers
from corpus.span import Span

_WORD = re.compile(r"[^\W\d_¹²³⁰⁴-⁹]{2,}")
_SIGNS = re.compile(r"[A-ZĐƯƠ]{2,}")  # abbreviations


@dataclass(frozen=True, slots=True)
class Doubt:
    """A word with diacritics that is no Vietnamese syllable, and where it stands."""

    word: str
    span: Span


def doubts(document: Document) -> Iterator[Doubt]:
    """Yield the words of a text that may be damaged, in order.

    Names of other languages are among them: that is why nothing is changed.

    >>> [one.word for one in doubts(Document(id="d", source="d", text="hiệu lựcNgôi sao, UBNDTĐ"))]
    ['lựcNgôi']
    """
    known = known_syllables()
    numbers = [one.span for one in find_numbers(document.text)]  # "11-QĐi/TW" is as it should be
    for found in _WORD.finditer(document.text):
        word = found.group()
        if word.isascii() or _SIGNS.fullmatch(word) or word.lower() in known:
            continue
        span = Span(*found.span())
        if not is_syllable(word.lower()) and not any(map(span.overlaps, numbers)):
            yield Doubt(word, span)
