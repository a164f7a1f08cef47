"""Whether a sentence holds a value of the sort that a question wants, beside what it asks about."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.cues import Wanted
from assistant.match import match
from assistant.reading import Chunk, Reading
from corpus.syllables import syllables
from corpus.vocabulary import Phrase

_DATE = re.compile(
    r"\d{1,2}/\d{1,2}/\d{4}|tháng \d{1,2}(?:/| năm )\d{4}|\d{1,2}/\d{4}|năm \d{4}"
    r"|(?:hàng|hằng|mỗi|một) (?:ngày|tuần|tháng|quý|năm)|định kỳ|\d+ (?:ngày|tháng|năm)|quý \d",
    re.IGNORECASE,
)
_CITED_DATE = re.compile(r"(?:/|-)[A-ZĐƯ]\S*,?\s+ngày\s+(?P<date>\d{1,2}/\d{1,2}/\d{4})")
_DAY = re.compile(r"\d{1,2}/\d{1,2}(?:/\d{4})?|ngày \d{1,2} tháng \d{1,2}", re.IGNORECASE)
_LAST = frozenset(
    {"hạn", "chậm", "trễ", "muộn", "chót", "deadline", "han", "cham", "tre", "muon", "chot"}
)
_NAMING = re.compile(  # numbers that name a document, a date or a year
    r"\d+[\w.]*\s?[-/]\s?[\w-]*[A-ZĐ]\S*|\d{1,2}/\d{1,2}(?:/\d{4})?|\d{1,2}/\d{4}"
    r"|năm (?:19|20)\d{2}|(?:19|20)\d{2}\s*-\s*(?:19|20)\d{2}|(?<=\()\d+(?=\))"
)
_DEADLINE = re.compile(r"chậm nhất|trước ngày|hạn chót|thời hạn|trong vòng", re.IGNORECASE)
_NUMBER = re.compile(r"\d+[\w.]*\s?[-/]\s?[\w-]*[A-ZĐ]{2}", re.UNICODE)
_NAMED_LAW = re.compile(r"\b(?:Luật|Bộ luật|Hiến pháp|Pháp lệnh)\b")
_MEANS = frozenset({"qua", "bằng", "trên", "tại", "dưới"})
_PLACE = frozenset({"tại", "ở", "trên", "vào", "lên", "qua", "đến"})
PLACE_WITHIN = 15  # syllables
_PHONE = re.compile(r"(?<!\d)0[\d.\s]{8,13}\d(?!\d)|\b1[89]00[\d.\s]{4,}")
_EMAIL = re.compile(r"\S+@\S+\.\w+")
_COUNT = re.compile(r"^\d+(?:[.,]\d+)*$")
NEAR = 6  # syllables between a figure and the thing that it counts
BESIDE = 2  # the same where the thing is a mere classifier: "bao nhiêu người"


def holds(text: str, reading: Reading) -> bool:
    """Tell whether `text` has a value of the sort that is wanted; sorts without a value pass."""
    check = _CHECKS.get(reading.wanted)
    return check is None or check(text, reading)


def _has_date(text: str, reading: Reading) -> bool:
    words = set(reading.asking.split())
    dates = _DAY if words & {"ngày", "hôm", "ngay", "hom"} else _DATE
    if words & _LAST or _asks_deadline(reading):
        return bool(_DEADLINE.search(text)) and bool(dates.search(text))
    if any(any(c.isdigit() for c in word) for chunk in reading.firm for word in chunk.words):
        return bool(dates.search(text))  # a document is named: its own date is what is asked
    return bool(dates.search(_CITED_DATE.sub("", text)))


def _asks_deadline(reading: Reading) -> bool:
    return bool(set(syllables(reading.text)) & _LAST)


def _has_count(text: str, reading: Reading) -> bool:
    """Tell whether a figure stands near what is counted; numbers of documents count nothing."""
    words = syllables(_NAMING.sub(" ; ", text))
    figures = [i for i, word in enumerate(words) if _COUNT.match(word)]
    asked = reading.asked
    if asked is None:
        return any(_near(chunk, words, figures, NEAR) for chunk in reading.firm)
    if asked.soft:  # a classifier: "bao nhiêu người", "10 đồng chí"
        classifiers = frozenset().union(*asked.wordings[0].places, *_firsts(asked))
        places = [i for i, word in enumerate(words) if word in classifiers]
        return any(0 < at - i <= BESIDE for i in figures for at in places)
    return _near(asked, words, figures, NEAR)


def _firsts(chunk: Chunk) -> list[frozenset[str]]:
    return [wording.places[0] for wording in chunk.wordings]


def _near(chunk: Chunk, words: Phrase, figures: list[int], reach: int) -> bool:
    places = match(chunk, words).places
    return any(abs(i - at) <= reach for i in figures for at in places)


def _has_number(text: str, _: Reading) -> bool:
    return bool(_NUMBER.search(text) or _NAMED_LAW.search(text))


def _has_means(text: str, reading: Reading) -> bool:
    """Tell whether a word of means stands right after what is done: "công khai qua …"."""
    words = syllables(text)
    ends = {i + 1 for chunk in reading.firm for i in match(chunk, words).places}
    return any(words[i] in _MEANS for end in ends for i in range(end, min(end + 2, len(words))))


def _has_place(text: str, reading: Reading) -> bool:
    """Tell whether a word of place stands somewhere after what is asked about."""
    words = syllables(text)
    starts = {i for chunk in reading.firm for i in match(chunk, words).places}
    return any(word in _PLACE for i in starts for word in words[i : i + PLACE_WITHIN])


_CHECKS: dict[Wanted, Callable[[str, Reading], bool]] = {
    Wanted.WHEN: _has_date,
    Wanted.COUNT: _has_count,
    Wanted.MEANS: _has_means,
    Wanted.WHERE: _has_place,
    Wanted.NUMBER: _has_number,
    Wanted.PHONE: lambda text, _: bool(_PHONE.search(text)),
    Wanted.EMAIL: lambda text, _: bool(_EMAIL.search(text)),
}
