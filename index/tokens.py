"""The terms under which a text is found by its words.

Syllables and pairs of neighbouring syllables; on Vietnamese law they find more than a word
segmenter does and need no model. Document numbers and dates are one term beside their parts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from corpus.syllables import compared, folded, syllables

VERSION = 2  # raised whenever a text gets other terms: an index of another version is stale

Terms = Callable[[str], list[str]]

_SUPERSCRIPTS = str.maketrans(dict.fromkeys("¹²³⁰⁴⁵⁶⁷⁸⁹", " "))
# "04/2015/NĐ-CP", "765-KH/UBND", "27/10/2023"
_JOINED = re.compile(r"(?<![\w/-])\d+(?:\s?[/-]\s?\d+)*(?:\s?[/-]\s?[^\W\d_]+\d*)*(?![\w/])")
_SAID_DATE = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_PART = re.compile(r"\d+|[^\W\d_]+")


def exact(text: str) -> list[str]:
    """Return the terms of `text` with their diacritics, in no telling order, with repeats.

    >>> exact("Uỷ ban họp")
    ['ủy', 'ban', 'họp', 'ủy_ban', 'ban_họp']
    >>> exact("765-KH/UBND")
    ['765', 'kh', 'ubnd', '765_kh', 'kh_ubnd', '765/kh/ubnd']
    """
    singles = syllables(text)
    return [*singles, *joined(singles), *whole_numbers(text)]


def joined(words: Iterable[str]) -> Iterator[str]:
    """Yield the terms of neighbouring syllables.

    >>> list(joined(["ủy", "ban", "họp"]))
    ['ủy_ban', 'ban_họp']
    """
    return map("_".join, pairwise(words))


def bare(text: str) -> list[str]:
    """Return the terms of `text` without diacritics, for a question that was typed without.

    >>> bare("Uỷ ban họp")
    ['uy', 'ban', 'hop', 'uy_ban', 'ban_hop']
    """
    return [folded(term) for term in exact(text)]


def whole_numbers(text: str) -> list[str]:
    """Return the document numbers and dates of `text`, however their parts are joined.

    A date that is said in words gets the same term as one in digits.

    >>> whole_numbers("ngày 05 tháng 4 năm 2007; 5/4/2007; số 23 -QĐ/TW; 41 người")
    ['5/4/2007', '23/qđ/tw', '5/4/2007']
    """
    if not _DIGIT.search(text):
        return []
    text = unicodedata.normalize("NFC", text).translate(_SUPERSCRIPTS)
    typed = ["/".join(map(compared, _PART.findall(m[0]))) for m in _JOINED.finditer(text)]
    said = ["/".join(map(compared, m.groups())) for m in _SAID_DATE.finditer(text)]
    return [term for term in typed if "/" in term] + said


def is_unaccented(text: str) -> bool:
    """Tell whether `text` has words but not one Vietnamese diacritic.

    >>> [is_unaccented(text) for text in ("han chot nop bao cao", "hạn chót", "2023?")]
    [True, False, False]
    """
    words = unicodedata.normalize("NFC", text)
    return any(map(str.isalpha, words)) and folded(words) == words.casefold()
