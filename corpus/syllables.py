"""The syllables of Vietnamese text, in the form in which they are compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

TONES = "\u0300\u0301\u0303\u0309\u0323"  # huyền, sắc, ngã, hỏi, nặng
# A footnote mark ends a word; a soft hyphen, which web pages leave inside words, does not.
_MARKS = str.maketrans({**dict.fromkeys("¹²³⁰⁴⁵⁶⁷⁸⁹", " "), "\u00ad": ""})
WORD = re.compile(r"\d+(?:[.,]\d+)+|\d+|[^\W\d_]+")
_LATE_TONE = re.compile(rf"(?P<head>.*)(?P<pair>o[ae]|uy)(?P<tone>[{TONES}])")


@lru_cache(maxsize=65_536)
def compared(word: str) -> str:
    """Return one word in the form for comparing: NFC, lower case, tone on the first open vowel.

    Both ways of placing a tone are in use; open "oa", "oe" and "uy" are told apart from "qu"-.
    A number loses its leading zeros.

    >>> [compared(w) for w in ("Uỷ", "hoá", "quý", "05")]
    ['ủy', 'hóa', 'quý', '5']
    """
    word = unicodedata.normalize("NFC", word.casefold())
    if word.isdigit():
        return word.lstrip("0") or "0"
    late = _LATE_TONE.fullmatch(unicodedata.normalize("NFD", word))
    if late is None or late["head"].endswith("q"):
        return word
    pair = late["pair"]
    return unicodedata.normalize("NFC", late["head"] + pair[0] + late["tone"] + pair[1])


def syllables(text: str) -> tuple[str, ...]:
    r"""Return the syllables and numbers of `text` in order, each `compared`.

    >>> syllables("Quyết định số 23-QĐ/TW về 1.710.000đ")
    ('quyết', 'định', 'số', '23', 'qđ', 'tw', 'về', '1.710.000', 'đ')
    >>> syllables("ph\u00adương án²")
    ('phương', 'án')
    """
    text = unicodedata.normalize("NFC", text).translate(_MARKS)
    return tuple(compared(word) for word in WORD.findall(text))


@lru_cache(maxsize=65_536)
def folded(word: str) -> str:
    """Return `word` without diacritics, in lower case.

    >>> folded("Đường dây nóng")
    'duong day nong'
    """
    bare = unicodedata.normalize("NFD", word.casefold()).replace("đ", "d")
    return "".join(c for c in bare if not unicodedata.combining(c))
