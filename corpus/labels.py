"""The label that a line begins with: "II.", "Điều 46.", "a)" or "-".

The forms are those of Nghị định 30/2020/NĐ-CP, Phụ lục I (bố cục văn bản), with the looser ones of
plans and reports: I., 1., 1-, a), - and + under each other, in bold or not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum


class Rank(IntEnum):
    """How far in a label stands; the smaller holds the larger."""

    ANNEX = 0
    PART = 1
    CHAPTER = 2
    SECTION = 3
    SUBSECTION = 4
    ARTICLE = 5
    CAPITAL = 6
    ROMAN = 7
    ARABIC = 8
    DECIMAL = 9
    LETTER = 10
    INLINE = 11
    BULLET = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A label at the start of a line.

    `name` is what an address calls it ("II", "Điều 46", "a"; for a bullet its mark), `end` the
    offset in the line where its words begin.
    """

    rank: Rank
    name: str
    end: int


_OPEN = r"(?:#{1,6}\s+)?(?:\*{1,3}(?=\S)|__)?\s*"
_SHUT = r"(?:\*{1,3}|__)?\s*"
_BEGIN = r"(?=[^\W\d_a-z]|[“\"(])"  # a capital (or đ, ư …: no class tells), a quote, a bracket
_TITLE = rf"(?:\s*[.:]\s*{_SHUT}|\s*{_SHUT}(?:[-–]\s+)?)"  # between a chapter's number and title


_DASHES = str.maketrans("–—", "--")  # typists mix them in one list
_TITLE_LENGTH = 250  # characters


def _form(number: str) -> re.Pattern[str]:
    return re.compile(_OPEN + number)


_FORMS: tuple[tuple[Rank, re.Pattern[str]], ...] = (
    (Rank.BULLET, re.compile(r"(?P<n>[-–—•▪◦●♦✓+])\s*(?=[^\W_]|[“\"(*])|(?P<star>\*)\s+(?=\S)")),
    (Rank.ARTICLE, _form(rf"(?P<w>(?i:Điều))\s+(?P<n>\d+[a-zđ]?)\s*(?:{_SHUT}[.:]\s*{_SHUT}|$)")),
    (Rank.CHAPTER, _form(rf"(?P<w>(?i:Chương))\s+(?P<n>[IVXLC]+\b|\d+\b){_TITLE}")),
    (Rank.SECTION, _form(rf"(?P<w>(?i:Mục))\s+(?P<n>[IVX]+\b|\d+\b){_TITLE}")),
    (Rank.SUBSECTION, _form(rf"(?P<w>(?i:Tiểu mục))\s+(?P<n>[IVX]+\b|\d+\b){_TITLE}")),
    (Rank.PART, _form(rf"(?P<w>(?i:Phần))\s+(?P<n>(?i:thứ)\s+\w+|[IVX]+\b|\d+\b){_TITLE}")),
    (Rank.ANNEX, _form(rf"(?P<w>(?i:Phụ lục))(?:\s+(?i:số\s+)?(?P<n>[IVX]+\b|\d+\b))?{_TITLE}")),
    (Rank.ROMAN, _form(rf"(?P<n>[IVX]{{1,5}})\s?(?:[.)/]|[-–](?=\s))\s*{_SHUT}(?=\w{{2}}|[“\"(])")),
    (Rank.CAPITAL, _form(rf"(?P<n>[A-HĐ])\s?[.)/]\s+{_SHUT}{_BEGIN}")),
    (Rank.DECIMAL, _form(rf"(?P<n>\d{{1,2}}(?:\.\d{{1,2}}){{1,3}})[.)]?\s+{_SHUT}{_BEGIN}")),
    (
        Rank.ARABIC,
        _form(
            rf"(?P<n>\d{{1,3}}[a-zđ]?)(?:\s?[.)]|[-–/])(?:\s+|(?<=[.)])(?=[^\W\d_])){_SHUT}(?=\S)"
        ),
    ),
    (Rank.LETTER, _form(rf"(?P<n>[a-zđ]{{1,2}}\d?)\s?(?:\)\s*|[./]\s+{_BEGIN}){_SHUT}(?=\S)")),
    (Rank.INLINE, _form(rf"(?P<n>\(\d{{1,2}}\))\s*{_SHUT}(?=\S)")),
)


def label_of(line: str) -> Label | None:
    """Return the label that `line` begins with, None when it begins with words.

    >>> label_of("II. NỘI DUNG")
    Label(rank=<Rank.ROMAN: 7>, name='II', end=4)
    >>> label_of("Điều 5 của Nghị định này") is None
    True
    """
    for rank, form in _FORMS:
        found = form.match(line)
        if found and _holds(rank, line[found.end() :]):
            return Label(rank=rank, name=_name(rank, found), end=found.end())
    return None


def words_of(text: str, start: int = 0) -> str:
    """Return the words of a heading: what follows its label, without markup, on one line.

    >>> words_of("**1. Mục đích:**", 5)
    'Mục đích'
    """
    return " ".join(re.sub(r"[*#]|__", "", text[start:]).split()).rstrip(".: ")


def _name(rank: Rank, found: re.Match[str]) -> str:
    if rank is Rank.BULLET:
        return found["star"] or found["n"].translate(_DASHES)
    if rank > Rank.ARTICLE:
        return found["n"]
    number = (found["n"] or "").replace("THỨ", "thứ")
    return f"{found['w'].capitalize()} {number}".rstrip()


def _holds(rank: Rank, words: str) -> bool:
    """Tell whether the words after a label are those of such a label, not of running text."""
    if rank is Rank.CAPITAL:
        return words.isupper()
    if rank is Rank.DECIMAL:
        return not words[:1].islower()
    return rank >= Rank.ARTICLE or not words or is_title(words)


def is_title(words: str) -> bool:
    """Tell whether `words` can be a title: short, begun with a capital, not ended as a sentence."""
    words = words.strip("*_ ")
    return words[:1].isupper() and len(words) <= _TITLE_LENGTH and words[-1] not in ".;,:"
