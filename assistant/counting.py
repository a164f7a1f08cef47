"""Whether a text has the figure that is asked for, beside what it counts."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.match import match
from assistant.reading import Chunk, Reading, asked_by
from assistant.tally import tells
from assistant.units import units_asked
from corpus.syllables import syllables
from corpus.vocabulary import Phrase

_NAMING = re.compile(  # numbers that name a document, a part of it, a date or a year
    r"\d{1,6}[\w.]{0,12}\s?[-/]\s?[\w-]*[A-ZĐ]\S*|\d{1,2}/\d{1,2}/\d{4}|\d{1,2}/\d{4}"
    r"|(?!(\d{1,2})/\1\b)\d{1,2}/\d{1,2}|(?i:quý|đợt|thứ|khóa)\s+\d+"
    r"|(?i:năm) (?:19|20)\d{2}|(?i:điều|khoản|mục|chương)\s+\d+"
    r"|(?:19|20)\d{2}\s*-\s*(?:19|20)\d{2}|(?<=\()\d+(?=\))"
)
_ORDINAL = re.compile(r"\b(?:thu|khoa|nhiem ky|dot|quy) may\b")
_ORDINALS = re.compile(
    r"\b(?i:thứ|khóa|khoá|nhiệm kỳ|đợt|quý)\s+"
    r"(?:[IVX]+\b|\d|(?:hai|ba|tư|năm|sáu|bảy|tám|chín|mười)\b)"
)
_OFTEN = re.compile(r"\b(?:may|bao nhieu) (?:ky|lan)\b")
_OFTENS = re.compile(r"(?i)định kỳ|hằng|hàng (?:năm|quý|tháng|tuần)|\blần\b")
# What speakers call a thing of any sort.
_ANYTHING = frozenset("cái cai món mon bộ bo nơi noi chỗ cho suất suat mảng mang".split())  # noqa: SIM905 - shorter
_WORDS = frozenset({"một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"})
_YEARLY = frozenset(  # before "năm" they make it a year
    "hàng hằng mỗi từng trong các nhiều cả đầu cuối giữa nửa ngày tháng quý kỳ qua hết".split()  # noqa: SIM905 - shorter
)
_NO_FIGURE_AFTER = {  # the words that look like a figure, by what stands before them
    "năm": _YEARLY,
    "ba": frozenset({"thứ", "chị", "ông", "bà", "anh"}),
    "hai": frozenset({"thứ", "cả"}),
    "một": frozenset({"từng", "mỗi", "bất", "nhất", "thứ"}),
}
_NO_FIGURE_BEFORE = frozenset(
    ["số", "cách", "phần", "cửa", "trong", "nay", "trước", "sau", "qua", "học", "mới", "là"]
)
_TIMES = frozenset({("ngày",), ("tháng",), ("năm",), ("tuần",), ("giờ",)})
_COUNT = re.compile(r"^\d+(?:[.,]\d+)*$")
MOST_COUNTED = 20_000  # sentences whose figures are remembered
NEAR = 12  # syllables between a figure and the thing that it counts
BESIDE = 2  # the same where the thing is a mere classifier: "bao nhiêu người"


def has_count(text: str, reading: Reading) -> bool:
    """Tell whether a figure stands near what is counted; numbers of documents count nothing."""
    if asked_by(_ORDINAL, reading.text):
        return bool(_ORDINALS.search(text))
    if asked_by(_OFTEN, reading.text) and _OFTENS.search(text):
        return True
    if not tells(text, reading, _values):
        return False
    unit = _has_unit(text, reading)
    return _beside(text, reading) if unit is None else unit


def _beside(text: str, reading: Reading) -> bool:
    """Tell whether a figure stands near the thing that is asked for, or near all that is asked."""
    words, figures = _figures(text)
    asked = reading.asked
    if asked is None or not reading.follows or asked.words[0] in _ANYTHING:
        return any(_near(chunk, words, figures, NEAR) for chunk in reading.firm)
    if asked.soft:  # a classifier: "bao nhiêu người", "10 đồng chí"
        classifiers = frozenset().union(*asked.wordings[0].places, *_firsts(asked))
        places = [i for i, word in enumerate(words) if word in classifiers]
        return any(0 < at - i <= BESIDE for i in figures for at in places)
    return _near(asked, words, figures, NEAR)


@lru_cache(MOST_COUNTED)
def _figures(text: str) -> tuple[Phrase, list[int]]:
    """Return the syllables of a sentence without names of documents, and where figures stand."""
    words = syllables(_NAMING.sub(" ; ", text))
    return words, [i for i in range(len(words)) if is_figure(words, i) and not _lasts(words, i)]


def _values(text: str) -> frozenset[str]:
    """Return the figures of a text that count something."""
    words, figures = _figures(text)
    return frozenset(words[i] for i in figures)


def _lasts(words: Phrase, at: int) -> bool:
    """Tell whether a figure says how long: "9 tháng đầu năm" counts nothing else."""
    return words[at + 1 : at + 2] in _TIMES


def is_figure(words: Phrase, at: int) -> bool:
    """Tell whether a word is a figure: "năm" is five in "năm hồ sơ", a year in "hằng năm"."""
    if _COUNT.match(words[at]):
        return True
    before, after = words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else ""
    if before in _NO_FIGURE_AFTER.get(words[at], ()) or before[-1:].isdigit():
        return False
    return words[at] in _WORDS and not _COUNT.match(after) and after not in _NO_FIGURE_BEFORE


def _has_unit(text: str, reading: Reading) -> bool | None:
    """Tell whether a text has the unit that a question asks in, None when it asks in none."""
    units = units_asked(reading.text)
    return any(unit.search(text) for unit in units) if units else None


def _firsts(chunk: Chunk) -> list[frozenset[str]]:
    return [wording.places[0] for wording in chunk.wordings]


def _near(chunk: Chunk, words: Phrase, figures: list[int], reach: int) -> bool:
    places = match(chunk, words).places
    return any(abs(i - at) <= reach for i in figures for at in places)
