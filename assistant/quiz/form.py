"""The form of options: what may stand beside each other without telling which is right."""

from __future__ import annotations

import re

from assistant.quiz.wording import share, weighty
from corpus.syllables import syllables

_DAY = re.compile(r"\d{1,2}/\d{1,2}/\d{4}")
_NUMBER = re.compile(r"\d[\d.,]*\s?(?P<unit>%|đ|[^\W\d].*)?")
_SIGN = re.compile(r"\d+(?:/\d{4})?[-/](?P<kind>[A-ZĐ]+)")
LONGER = 2.2  # times as long as another option
NEARLY = 0.6  # the share of the weighty syllables
FEWEST = 5  # weighty syllables of a text that can be nearly another
_STARTS = 40  # characters: shorter ones may begin as they like


def form_of(value: str) -> str:
    """Return the form of an option: a day, a number with its unit, a document number, words.

    >>> form_of("27/10/2023"), form_of("514 hồ sơ"), form_of("60/KH-SVHTTDL"), form_of("Sở Nội vụ")
    ('day', 'number:hồ sơ', 'sign', 'words')
    """
    if _DAY.fullmatch(value):
        return "day"
    if _SIGN.match(value):
        return "sign"
    number = _NUMBER.fullmatch(value)
    return f"number:{number['unit'] or ''}" if number else "words"


def alike(one: str, other: str) -> bool:
    """Tell whether two options have one form, begin alike and are about as long."""
    if form_of(one) != form_of(other):
        return False
    if form_of(one) != "words":
        return True
    short, long = sorted((len(one), len(other)))
    if long > LONGER * short and long - short > _STARTS // 2:
        return False
    return one[:1].isupper() == other[:1].isupper()


def apart(one: str, other: str) -> bool:
    """Tell whether neither of two options says the other.

    >>> apart("41 người", "141 người"), apart("Văn phòng", "Văn phòng Sở")
    (True, False)
    """
    a, b = sorted((syllables(one), syllables(other)), key=len)
    inside = any(b[k : k + len(a)] == a for k in range(len(b) - len(a) + 1))
    return not inside


def near(one: str, other: str) -> bool:
    """Tell whether two texts say nearly the same: each has most of the other's words.

    >>> near("thực hiện dân chủ ở cơ sở năm 2024", "tăng cường thực hiện dân chủ ở cơ sở")
    True
    """
    a, b = weighty(one), weighty(other)
    if min(len(a), len(b)) < FEWEST:
        return False
    return min(share(a, set(b)), share(b, set(a))) >= NEARLY
