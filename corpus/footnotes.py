"""Footnotes whose numbers are plain digits: a file may not say that they are raised."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from corpus.lines import Line, is_row
from corpus.running import Sheets

_MARK = re.compile(
    r"(?P<word>[^\W\d_]{2,})[”\")]?(?P<n>[1-9]\d?)(?![\w/]|[.,]\d)"
)  # "dân chủ1 và"; no "Quý1/2024"
_UNITS = frozenset({"km", "hm", "dam", "dm", "cm", "mm", "ha", "co", "so", "covid"})  # km2, CO2
_NOTE = re.compile(r"(?P<n>[1-9]\d?)\s+(?=[^\W\d_]|[“\"(])")


def footnotes(lines: Sequence[Line], sheets: Sheets) -> dict[int, str]:
    r"""Return the lines that begin a footnote, each with its number.

    A footnote stands at the foot of its page, below all words with a label, and its number is
    written on that page right behind a word.

    >>> from corpus.lines import lines
    >>> footnotes(lines("Luật dân chủ1 quy định.\n1 Luật số 10/2022/QH15."), [1, 1])
    {1: '1'}
    """
    pages: dict[int, list[int]] = defaultdict(list)
    for at, page in enumerate(sheets):
        pages[page].append(at)
    return {at: number for page in pages.values() for at, number in _on(lines, page)}


def _on(lines: Sequence[Line], page: Sequence[int]) -> Iterator[tuple[int, str]]:
    marks = {number: at for at in reversed(page) for number in _marks(lines[at].text)}
    for at in reversed(page):
        if lines[at].label:
            break
        found = None if is_row(lines[at].text) else _NOTE.match(lines[at].text)
        if found and marks.get(found["n"], at) < at and _begins(lines[at].text[found.end() :]):
            yield at, found["n"]


def _marks(text: str) -> Iterator[str]:
    for found in _MARK.finditer(text):
        if found["word"].casefold() not in _UNITS:
            yield found["n"]


def _begins(words: str) -> bool:
    return not words.lstrip('“"(')[:1].islower()
