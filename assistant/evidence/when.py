"""Whether a text says when: the day, the deadline or how long, of what the question asks about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.reading.kinds import SHORT
from assistant.reading.reading import Reading
from corpus.forms import KINDS
from corpus.syllables import folded, syllables

_DATE = re.compile(
    r"\d{1,2}/\d{1,2}/\d{4}|tháng \d{1,2}(?:/| năm )\d{4}|năm \d{4}"
    r"|(?<![\d/])(?:0?[1-9]|1[0-2])/\d{4}(?![\d/])"
    r"|(?:hàng|hằng|mỗi|một) (?:ngày|tuần|tháng|quý|năm)|định kỳ|\d+ (?:ngày|tháng|năm)|quý \d"
    r"|\d{4}\s?-\s?\d{4}",
    re.IGNORECASE,
)
_CITED_DATE = re.compile(
    r"(?:/|-)[A-ZĐƯ]\S*?,?\s+ngày\s+\d{1,2}/\d{1,2}/\d{4}|\d{4}\s?[-–]\s?\d{4}"
)
_DAY = re.compile(
    r"(?<![\d/])\d{1,2}/\d{1,2}(?:/\d{4})?(?![\d/])|\b\d{1,2}[.-]\d{1,2}[.-]\d{4}\b"
    r"|\b(?:ngày|mùng|mồng) \d{1,2}\b|\bthứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])\b"
    r"|\bngày (?:làm việc )?cuối\b",
    re.IGNORECASE,
)
_HOW = frozenset({"mấy", "nhiêu", "may", "nhieu"})
_HOW_MANY = re.compile(r"\b(?:may|bao nhieu) (?P<span>ngay|hom|buoi|tuan|thang|quy|nam|gio|phut)\b")
_LONG = frozenset({"lâu", "lau"})
_SPANS = {  # what is as good an answer
    "ngay": "ngày|hôm|tháng|giờ", "thang": "tháng|ngày|năm", "nam": "năm|tháng",
    "tuan": "tuần|ngày", "gio": "giờ|phút|ngày", "quy": "quý|tháng",
    "hom": "ngày|hôm", "buoi": "buổi|ngày", "phut": "phút|giờ",
}  # fmt: skip
_NUMERAL = r"(?:\d+(?:[.,]\d+)?|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười(?: \w+)?)"
_DURATION = re.compile(
    r"\d+ (?:\([^)]*\) )?(?:ngày|tháng|năm|tuần|giờ|phút|quý)\b|\d{1,2}/\d{1,2}(?:/\d{4})?"
    r"|\b(?:một|hai|ba|bốn|năm|sáu|bảy|mười|mỗi|hàng|hằng) (?:ngày|tháng|năm|tuần|giờ|quý)\b"
    r"|\bngay\b|định kỳ",
    re.IGNORECASE,
)
_LAST = frozenset(
    {"hạn", "chậm", "trễ", "muộn", "chót", "deadline", "han", "cham", "tre", "muon", "chot"}
)
_DEADLINE = re.compile(r"chậm nhất|trước ngày|hạn chót|thời hạn|trong vòng", re.IGNORECASE)
_SHORT = "|".join((*SHORT, "ct", "nd"))
_NUMBERED = re.compile(  # a document that is named by its number, in a question without diacritics
    r"\b(?P<number>\d{1,6})[\w.]{0,12}(?:/\d{4})?\s?[-/]\s?[\w-]*[a-z]"
    rf"|\b(?:{'|'.join(map(folded, KINDS))}|{_SHORT})\s+(?:so\s+)?(?P<short>\d{{1,4}})\b(?!/\d)"
)
# asks for the day of a document
_ISSUED = re.compile(r"\b(?:ban hanh|ky|ra|phat hanh|de|cua ngay|la ngay)\b")
# the same in a hurry, nothing but the document and "ngày nào": "KL 120 của Bộ Chính trị ngày nào?"
_OF_WHICH_DAY = re.compile(
    rf"^\W*(?:(?:{'|'.join(map(folded, KINDS))}|{_SHORT}) )?(?:so )?\d[\w/.-]*"
    r"(?! (?:.* )?(?:giao|hop|yeu cau|phai|duoc|nop|gui|to chuc) )"
    r" (?:.* )?(?:ngay|hom) (?:nao|may)\W*$"
)
_OFTEN = re.compile(r"\bmot lan\b|\b1 lan\b")
_BEHIND = 60  # characters on each side of the number of a document in which its day is told


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a question about time says of it, read once for all sentences.

    `spans` are the units of time it counts in; `issued` says that it asks for the day of a
    document, `numbers` by which numbers it names such.
    """

    spans: str
    often: bool
    last: bool
    issued: bool
    numbers: tuple[str, ...]


@lru_cache(256)
def _asked(question: str) -> _Asked:
    bare = folded(question)
    how_many = _HOW_MANY.search(bare)
    return _Asked(
        spans=_SPANS[how_many["span"]] if how_many else "",
        often=bool(_OFTEN.search(bare)),
        last=bool(set(syllables(question)) & _LAST),
        issued=bool(_ISSUED.search(bare) or _OF_WHICH_DAY.match(bare)),
        numbers=tuple(hit["number"] or hit["short"] for hit in _NUMBERED.finditer(bare)),
    )


def has_date(text: str, reading: Reading) -> bool:
    """Tell whether a text has the day, the deadline or the length of time that is asked for."""
    words, asked = set(reading.asking.split()), _asked(reading.text)
    counts = bool(words & _HOW and asked.spans)
    if words & _LONG or (counts and asked.often):
        return bool(_DURATION.search(text))
    if counts:
        return _lasts(text, asked.spans)
    dates = _DAY if words & {"ngày", "hôm", "ngay", "hom"} else _DATE
    if words & _LAST or asked.last:
        return bool(_DEADLINE.search(text)) and bool(dates.search(text))
    return _happens(text, asked, dates)


def _happens(text: str, asked: _Asked, dates: re.Pattern[str]) -> bool:
    """Tell whether a date is that of what is asked about, a document or something that happens."""
    if not asked.issued:
        return bool(dates.search(_CITED_DATE.sub("", text)))
    if asked.numbers:
        return any(_dated(number, text, dates) for number in asked.numbers)
    return bool(dates.search(text))


def _lasts(text: str, units: str) -> bool:
    """Tell whether a text has a figure with one of the units of time; "hằng năm" has none."""
    return bool(re.search(rf"(?i)\b{_NUMERAL}(?: \([^)]*\))?(?: \w+)? (?:{units})\b", text))


def _dated(number: str, text: str, dates: re.Pattern[str]) -> bool:
    """Tell whether a date stands right beside the number of a document, before the next one."""
    beside = (
        text[max(0, hit.start() - _BEHIND) : hit.start()].rpartition(";")[2]
        + text[hit.end() : hit.end() + _BEHIND].partition(";")[0]
        for hit in re.finditer(rf"(?<!\d)0*{number}(?!\d)", text)
    )
    return any(dates.search(told) for told in beside)
