"""Questions that set amounts beside each other: "bên nào nhiều hơn", "khoản nào ít nhất".

A text tells amounts and leaves it to its reader which is the greater. So what says the degree is
not looked for in it; the amounts are.
"""

from __future__ import annotations

import re

from assistant.reading.cues import Found
from corpus.syllables import folded
from corpus.vocabulary import Phrase

_SIZE = "(?:nhieu|it|cao|thap|lon|nho|dong|dai|lau|ngan)"
_MANY = "(?:nhieu|it|dong|lon)"  # "cao nhất" may be a rank, which is no amount
_ASKED = "(?:bao nhieu|may|bao lau|the nao|ra sao)"
_NO_LIMIT = rf"(?! (?:(?:la|bang|phai) )?(?:{_ASKED}\b|\d))"  # "nhiều nhất mấy người" asks for one
# "cao hơn mức tối thiểu" is no question of which is higher
_CLOSES = "(?= (?:chenh|hon kem|bao nhieu|may|cu the|la|o|tai|trong|va)\\b|$)"
_NEAR = r"(?: \S+){0,8}?"
_WORD = re.compile(
    rf"\b(?:(?:ben|cai) nao )?(?:(?:la|thi) )?"
    rf"(?:{_SIZE} (?:hon|nhat)|(?:chenh(?: lech)?|hon kem)(?: nhau)?"
    r"|gap(?= (?:bao nhieu|may) lan))\b"
    rf"(?: {_ASKED}$)?|\b(?:ben|cai) nao\b"
)
_COMPARES = re.compile(
    rf"\b{_SIZE} hon\b{_NEAR} (?:bao nhieu|may|hay)\b"
    rf"|\b(?:chenh(?: lech)?|hon kem)(?: nhau)? {_ASKED}\b|\bgap (?:may|bao nhieu) lan\b"
    rf"|\b{_MANY} nhat (?:la|thuoc)\b{_NEAR} (?:nao|ai)\b|\bhay\b{_NEAR} {_SIZE} hon\b{_CLOSES}"
    rf"|\b(?:nao|ai|dau)\b{_NEAR} {_MANY} (?:nhat\b{_NO_LIMIT}|hon\b{_CLOSES})"
)
_STEP = re.compile(rf"\b{_SIZE} (?:hon|nhat)\b")
_OTHER = "gặp"  # "to meet", which without diacritics would be "times"


def degrees(words: Phrase) -> tuple[Found, ...]:
    """Return where a question that compares amounts says the degree; () for any other.

    >>> degrees(("huyện", "hay", "xã", "họp", "nhiều", "hơn"))
    (Found(start=4, end=6),)
    >>> degrees(("báo", "trước", "ít", "nhất", "mấy", "ngày"))
    ()
    """
    text = " ".join(word if word == _OTHER else folded(word) for word in words)
    if not _COMPARES.search(text):
        return ()
    return tuple(
        Found(text.count(" ", 0, at.start()), text.count(" ", 0, at.end()) + 1)
        for at in _WORD.finditer(text)
    )


def says_degree(text: str, question: str) -> bool:
    """Tell whether a text itself says the degree that a question asks about.

    >>> says_degree("Ai có mức cao nhất được chọn.", "Ai có mức cao nhất?")
    True
    """
    return not set(_STEP.findall(folded(question))).isdisjoint(_STEP.findall(folded(text)))
