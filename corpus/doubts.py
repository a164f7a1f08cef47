"""Doubts: what may be damage in a text, told and never changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.blanks import Joint, parted
from corpus.document import Document
from corpus.known import known_syllables
from corpus.loaders.legible import is_syllable
from corpus.numbers import find_numbers
from corpus.span import Span

_WORD = re.compile(r"[^\W\d_¹²³⁰⁴-⁹]{2,}")
_LOST = re.compile("\\w*\ufffd[\\w\ufffd]*")  # with the rest of its word
_SIGNS = re.compile(r"[A-ZĐƯƠ]{2,}")  # abbreviations


@dataclass(frozen=True, slots=True)
class Doubt:
    """Words that may be damaged, and where they stand."""

    word: str
    span: Span


def doubts(document: Document) -> Iterator[Doubt]:
    """Yield the words of a text that may be damaged, in order.

    Words with diacritics that are no Vietnamese syllable, pieces that may be one syllable, and
    characters that were lost. Names of other languages are among them: that is why nothing is
    changed.

    >>> [one.word for one in doubts(Document(id="d", source="d", text="hiệu lựcNgôi sao, UBNDTĐ"))]
    ['lựcNgôi']
    """
    text = document.text
    apart = (Doubt(text[one.start : one.end], Span(one.start, one.end)) for one in _apart(text))
    lost = (Doubt(found.group(), Span(*found.span())) for found in _LOST.finditer(text))
    yield from sorted([*_odd(text), *apart, *lost], key=lambda one: one.span.start)


def _odd(text: str) -> Iterator[Doubt]:
    known = known_syllables()
    numbers = [one.span for one in find_numbers(text)]  # "11-QĐi/TW" is as it should be
    for found in _WORD.finditer(text):
        word = found.group()
        if word.isascii() or _SIGNS.fullmatch(word) or word.lower() in known:
            continue
        span = Span(*found.span())
        if not is_syllable(word.lower()) and not any(map(span.overlaps, numbers)):
            yield Doubt(word, span)


def _apart(text: str) -> Iterator[Joint]:
    """Yield pieces that may be one syllable, but for a capital letter that names something."""
    for one in parted(text):
        if not one.certain and (one.words.isupper() or one.words.islower()):
            yield one
