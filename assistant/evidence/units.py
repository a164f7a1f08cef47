"""The units that a question asks in: a share, money, points."""

from __future__ import annotations

import re
from functools import lru_cache

# what asks in a unit, and what a figure in that unit looks like
_UNITS = (
    (
        re.compile(r"phần trăm|phan tram|tỷ lệ|tỉ lệ|ty le|ti le|%"),
        re.compile(r"%|phần trăm|(?<![\d/])\d+/\d+(?![\d/])"),
    ),
    (
        re.compile(
            r"bao nhiêu tiền|bao nhieu tien|số tiền|so tien"
            r"|(?:bao nhiêu|bao nhieu) (?:kinh phí|kinh phi)"
            r"|(?:kinh phí|kinh phi)[^?,]*(?:bao nhiêu|bao nhieu)\s*(?:\?|$)"
            r"|(?:mấy|bao nhiêu|may|bao nhieu) (?:đồng|dong|triệu|trieu|tỷ|ty)\b"
        ),
        re.compile(r"\d ?(?:đ\b|đồng|triệu|tỷ|nghìn)"),
    ),
    (
        re.compile(r"(?:mấy|bao nhiêu|may|bao nhieu) (?:điểm|diem)\b"),
        re.compile(r"\d ?điểm\b|\bđiểm\b[^.;]{0,12}\d"),
    ),
)


@lru_cache(256)
def units_asked(question: str) -> tuple[re.Pattern[str], ...]:
    """Return what figures look like in the units that a question asks in; empty for none.

    >>> [bool(unit.search("đạt 95%")) for unit in units_asked("Tỷ lệ hồ sơ là bao nhiêu?")]
    [True]
    """
    low = question.casefold()
    return tuple(unit for asked, unit in _UNITS if asked.search(low))
