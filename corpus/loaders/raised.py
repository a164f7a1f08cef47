"""Raised digits of a PDF page: what refers to a footnote, and the number that the note begins with.

PDF has no raised letters, only smaller ones that stand higher (ISO 32000-1, 9.3.7).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from statistics import median
from typing import Protocol

from corpus.loaders.flow import Drawn
from corpus.loaders.lines import superscript

_NUMBER = re.compile(r"\d{1,7}")
_RAISED = re.compile("[⁰¹²³⁴-⁹]+")
_ALONE = re.compile(r"\d{1,3}")
_BEGINS = re.compile(r"\d{1,3}(?=\s)")
_SMALLER, _HIGHER = 0.85, 0.15  # of the height of the letter beside it
_BLANK, _CLOSE = 0.15, 0.6  # of the height of a line: a blank is wider, the next word is nearer
_NOTE = 0.95  # of the usual height of a letter; notes are printed smaller


class Boxes(Protocol):
    """A page that knows where its letters stand."""

    def get_charbox(self, index: int, loose: bool = False) -> tuple[float, float, float, float]:  # noqa: FBT001, FBT002  as pypdfium2 declares it
        """Return the left, lower, right and upper edge of a letter, in points."""
        ...


def with_raised(page: Boxes, line: str, start: int) -> str:
    """Return a line, whose first letter is number `start` of the page, with raised digits as such.

    No letter more or less: their places stay true.
    """

    def one(found: re.Match[str]) -> str:
        beside = _beside(line, found)
        if beside is not None and _stands_higher(page, start + found.start(), start + beside):
            return superscript(found[0])
        places = range(found.start() + 1, found.end())
        first = start + found.start()  # "2024¹" is one number where only letters are looked at
        at = next((n for n in places if _stands_higher(page, start + n, first)), found.end())
        return line[found.start() : at] + superscript(line[at : found.end()])

    return _NUMBER.sub(one, line)


def rejoined(lines: Iterable[Drawn]) -> list[Drawn]:
    """Return lines with those made one that a raised number had parted: PDFium begins a new one."""
    whole: list[Drawn] = []
    for line in _lifted(list(lines)):
        if whole and _goes_on(whole[-1], line):
            whole[-1] = _one(whole[-1], line)
        else:
            whole.append(line)
    return whole


def _lifted(lines: list[Drawn]) -> list[Drawn]:
    """Return lines with a number that stands alone raised where the line beside it tells."""
    padded = [None, *lines, None]
    beside = zip(padded, lines, padded[2:], strict=False)
    return [
        replace(line, text=superscript(line.text))
        if (after and _lifts(line, after, (line, after)))
        or (before and _lifts(line, before, (before, line)))
        else line
        for before, line, after in beside
    ]


def _lifts(number: Drawn, letters: Drawn, order: tuple[Drawn, Drawn]) -> bool:
    """Tell whether a line is but a number, higher than the line that it stands beside."""
    return (
        _ALONE.fullmatch(number.text) is not None
        and number.height < _SMALLER * letters.height
        and number.bottom - letters.bottom > _HIGHER * letters.height
        and _are_beside(*order)
    )


def _are_beside(before: Drawn, after: Drawn) -> bool:
    tall = max(before.height, after.height, 1.0)
    near = -_BLANK <= (after.left - before.right) / tall <= _CLOSE
    return near and abs(after.bottom - before.bottom) < _CLOSE * tall


def _goes_on(before: Drawn, after: Drawn) -> bool:
    """Tell whether two lines stand side by side, at a raised number."""
    raised = _RAISED.search(before.text[-1]) or _RAISED.fullmatch(after.text.split()[0])
    return bool(raised) and _are_beside(before, after)


def _one(before: Drawn, after: Drawn) -> Drawn:
    """Return two lines as one, which stands where its letters stand, not its raised number."""
    tall = max(before.height, after.height)
    blank = " " if after.left - before.right > _BLANK * tall else ""
    text = f"{before.text}{blank}{after.text}"
    if not _RAISED.fullmatch(before.text):
        return replace(before, text=text, right=after.right)
    first = before.first if blank else after.left - before.left + after.first
    return replace(after, text=text, left=before.left, first=first)


def with_notes(lines: list[Drawn]) -> list[Drawn]:
    """Return the lines of a page; a note in small print has its number raised, as its reference."""
    known = _referred(line.text for line in lines if not line.row)
    if not known:
        return lines
    plain = [line for line in lines if not line.row]
    usual = median(line.height for line in _referring(plain))
    small = [line for line in plain if line.height < _NOTE * usual]
    return [_noted(line, known) if line in small else line for line in lines]


def _referring(lines: list[Drawn]) -> list[Drawn]:
    """Return the lines down to the last reference: below it a page may be small print only."""
    places = [n for n, line in enumerate(lines, 1) if _RAISED.search(line.text, 1)]
    return lines[: max(places, default=len(lines))]


def _beside(line: str, found: re.Match[str]) -> int | None:
    """Return the letter that a number is measured by: before it, or after it at a line's start."""
    before = line[: found.start()].rstrip()
    if before:
        return len(before) - 1
    after = line[found.end() :].lstrip()
    return len(line) - len(after) if after else None


def _stands_higher(page: Boxes, digit: int, letter: int) -> bool:
    _, low, _, high = page.get_charbox(digit, loose=True)
    _, bottom, _, top = page.get_charbox(letter, loose=True)
    tall = top - bottom
    return bool(high - low < _SMALLER * tall and low - bottom > _HIGHER * tall)


def _referred(texts: Iterable[str]) -> set[str]:
    return {mark for text in texts for mark in _RAISED.findall(text)}


def _noted(line: Drawn, known: set[str]) -> Drawn:
    number = _BEGINS.match(line.text)
    mark = superscript(number[0]) if number else ""
    return replace(line, text=mark + line.text[len(mark) :]) if mark in known else line
