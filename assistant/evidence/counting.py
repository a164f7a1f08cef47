"""Whether a text has the figure that is asked for, beside what it counts."""

from __future__ import annotations

import re

from assistant.evidence.figures import are_comparable, figures_in
from assistant.evidence.match import match
from assistant.evidence.tally import tells
from assistant.evidence.units import units_asked
from assistant.reading.degree import says_degree
from assistant.reading.reading import Chunk, Reading, asked_by
from corpus.syllables import folded
from corpus.vocabulary import Phrase

_ORDINAL = re.compile(r"\b(?:thu|khoa|nhiem ky|dot|quy) may\b")
_ORDINALS = re.compile(
    r"\b(?i:thứ|khóa|khoá|nhiệm kỳ|đợt|quý)\s+"
    r"(?:[IVX]+\b|\d|(?:hai|ba|tư|năm|sáu|bảy|tám|chín|mười)\b)"
)
_OFTEN = re.compile(r"\b(?:may|bao nhieu) (?:ky|lan)\b")
_OFTENS = re.compile(r"(?i)định kỳ|hằng|hàng (?:năm|quý|tháng|tuần)|\blần\b")
# What speakers call a thing of any sort.
_ANYTHING = frozenset("cái cai món mon bộ bo nơi noi chỗ cho suất suat mảng mang".split())  # noqa: SIM905 - shorter
# Of such a text says how many people there are: "41 người".
_STAFF = frozenset({"can bo", "cong chuc", "vien chuc", "nhan vien", "cbccvc", "ccvc"})
_PEOPLE = frozenset({"người"})
NEAR = 12  # syllables between a figure and the thing that it counts
BESIDE = 2  # the same where the thing is a mere classifier: "bao nhiêu người"


def has_count(text: str, reading: Reading) -> bool:
    """Tell whether a figure stands near what is counted; numbers of documents count nothing."""
    if reading.asks_most:
        return are_comparable(text) or says_degree(text, reading.text)
    if asked_by(_ORDINAL, reading.text):
        return bool(_ORDINALS.search(text))
    if asked_by(_OFTEN, reading.text) and _OFTENS.search(text):
        return True
    if not tells(text, reading):
        return False
    unit = _has_unit(text, reading)
    return _beside(text, reading) if unit is None else unit


def _beside(text: str, reading: Reading) -> bool:
    """Tell whether a figure stands near the thing that is asked for, or near all that is asked."""
    words, figures = figures_in(text)
    asked = reading.asked
    if asked is None or not reading.follows or asked.words[0] in _ANYTHING:
        return any(_near(chunk, words, figures, NEAR) for chunk in reading.firm)
    if folded(" ".join(asked.words)) in _STAFF and _right_before(_PEOPLE, words, figures):
        return True
    if asked.soft:  # a classifier: "bao nhiêu người", "10 đồng chí"
        classifiers = frozenset().union(*asked.wordings[0].places, *_firsts(asked))
        return _right_before(classifiers, words, figures)
    return _near(asked, words, figures, NEAR)


def _right_before(things: frozenset[str], words: Phrase, figures: list[int]) -> bool:
    """Tell whether a figure stands right before one of some words."""
    places = [i for i, word in enumerate(words) if word in things]
    return any(0 < at - i <= BESIDE for i in figures for at in places)


def _has_unit(text: str, reading: Reading) -> bool | None:
    """Tell whether a text has the unit that a question asks in, None when it asks in none."""
    units = units_asked(reading.text)
    return any(unit.search(text) for unit in units) if units else None


def _firsts(chunk: Chunk) -> list[frozenset[str]]:
    return [wording.places[0] for wording in chunk.wordings]


def _near(chunk: Chunk, words: Phrase, figures: list[int], reach: int) -> bool:
    places = match(chunk, words).places
    return any(abs(i - at) <= reach for i in figures for at in places)
