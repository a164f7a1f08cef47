"""Whether a text says when: the day, the deadline or how long, of what the question asks about."""

from __future__ import annotations

import re

from assistant.reading import Reading
from corpus.syllables import folded, syllables

_DATE = re.compile(
    r"\d{1,2}/\d{1,2}/\d{4}|tháng \d{1,2}(?:/| năm )\d{4}|năm \d{4}"
    r"|(?<![\d/])(?:0?[1-9]|1[0-2])/\d{4}(?![\d/])"
    r"|(?:hàng|hằng|mỗi|một) (?:ngày|tuần|tháng|quý|năm)|định kỳ|\d+ (?:ngày|tháng|năm)|quý \d"
    r"|\d{4}\s?-\s?\d{4}",
    re.IGNORECASE,
)
_CITED_DATE = re.compile(
    r"(?:/|-)[A-ZĐƯ]\S*?,?\s+ngày\s+(?P<date>\d{1,2}/\d{1,2}/\d{4})|\d{4}\s?[-–]\s?\d{4}"
)
_DAY = re.compile(
    r"(?<![\d/])\d{1,2}/\d{1,2}(?:/\d{4})?(?![\d/])|ngày \d{1,2} tháng \d{1,2}", re.IGNORECASE
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
_NUMBERED = re.compile(  # a document that is named by its number
    r"\b(?P<number>\d+)[\w.]*\s?[-/]\s?[\w-]*[A-ZĐ]"
    r"|(?i:quyết định|kế hoạch|nghị quyết|chỉ thị|công văn|kết luận|thông báo|hướng dẫn|nghị định"
    r"|thông tư|đề án|pháp lệnh|quy định|chương trình|qđ|kh|nq|ct|cv|kl|tb|hd|nđ)"
    r"\s+(?:số\s+)?(?P<short>\d{1,4})\b(?!/\d)"
)
_BEHIND = 40  # characters behind the number of a document in which its day is told


def has_date(text: str, reading: Reading) -> bool:
    """Tell whether a text has the day, the deadline or the length of time that is asked for."""
    asked = set(reading.asking.split())
    how_many = _HOW_MANY.search(folded(reading.text))
    if asked & _HOW and how_many:
        return _lasts(text, _SPANS[how_many["span"]])
    if asked & _LONG:
        return bool(_DURATION.search(text))
    dates = _DAY if asked & {"ngày", "hôm", "ngay", "hom"} else _DATE
    if asked & _LAST or _asks_deadline(reading):
        return bool(_DEADLINE.search(text)) and bool(dates.search(text))
    numbers = [hit["number"] or hit["short"] for hit in _NUMBERED.finditer(reading.text)]
    if numbers:  # its own date is what is asked
        return any(_dated(number, text, dates) for number in numbers)
    return bool(dates.search(_CITED_DATE.sub("", text)))


def _lasts(text: str, units: str) -> bool:
    """Tell whether a text has a figure with one of the units of time; "hằng năm" has none."""
    return bool(re.search(rf"(?i)\b{_NUMERAL}(?: \([^)]*\))?(?: \w+)? (?:{units})\b", text))


def _dated(number: str, text: str, dates: re.Pattern[str]) -> bool:
    """Tell whether a date stands right behind the number of a document, before the next one."""
    ends = (hit.end() for hit in re.finditer(rf"(?<!\d){number}(?!\d)", text))
    behind = (text[end : end + _BEHIND].partition(";")[0] for end in ends)
    return any(dates.search(told) for told in behind)


def _asks_deadline(reading: Reading) -> bool:
    return bool(set(syllables(reading.text)) & _LAST)
