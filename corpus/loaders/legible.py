"""Whether letters are Vietnamese: the share of words that a Vietnamese syllable can be."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_WORD = re.compile(r"[^\W\d_]+")
_SIGN = re.compile(r"[bcdđfghjklmnpqrstvwxz¹²³⁰⁴-⁹]+")
_CLUSTER = re.compile(r"\S*\w\S*")
_ODD = re.compile(  # behind a letter: signs of the western table, lost letters, private use
    r"[^\W\d_](?:[\u0080-\u00a9\u00ab\u00ac\u00ae-\u00b1\u00b4-\u00b8\u00bc-\u00bf\u00d7\u00f7"
    r"\u0192\u02c6\u02dc\u2018\u2020\u2021\u2030\u2122\ue000-\uf8ff\ufffd]|\u00bb[^\s.,;:!?)])"
    r"|[a-z\u00df-\u00f6\u00f8-\u00ff][\u00c0-\u00d6\u00d8-\u00de]"  # or an accented capital
)
_SYLLABLE = re.compile(
    r"(?:b|c|ch|d|đ|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|qu?|r|s|t|th|tr|v|x)?"
    r"(?:(?:[aăâeêioôơuưy]|ia|iê|yê|ua|uô|ưa|ươ|oa|oă|oe|oo|uâ|uê|uơ|uy|uya|uyê)"
    r"(?:c|ch|m|n|ng|nh|p|t)?"
    r"|ai|ao|au|ay|âu|ây|eo|êu|iu|iêu|yêu|oi|ôi|ơi|oai|oay|oao|oeo|ui|uôi|uây|uyu|uai|uay"
    r"|ưi|ưu|ươi|ươu)"
)
_STOPS = ("c", "ch", "p", "t")
_STOPPED = (["\u0301"], ["\u0323"])  # a syllable that ends in a stop has sắc or nặng
ENOUGH = 0.8  # share of legal syllables among accented words, in texts with misprints and names
_SAMPLE = 100_000  # characters
MANGLED = 0.2  # share of words with accents
FEW = 5  # accented words; a share of fewer says little


def accented(text: str) -> list[str]:
    """Return the words with a letter beyond ASCII, as NFC in lower case; no signs like "NĐ".

    Of a long text, the words at its start, in its middle and at its end.
    """
    starts = (0, (len(text) - _SAMPLE) // 2, len(text) - _SAMPLE)
    if len(text) > len(starts) * _SAMPLE:
        text = "\n".join(text[start : start + _SAMPLE] for start in starts)
    words = _WORD.findall(unicodedata.normalize("NFC", text).lower())
    return [word for word in words if not word.isascii() and not _SIGN.fullmatch(word)]


def legal_share(text: str) -> float:
    """Return which share of the accented words can be Vietnamese; 1.0 when there are none.

    >>> legal_share("Thực hiện quy chế dân chủ"), legal_share("Thùc hiÖn d©n chñ")
    (1.0, 0.0)
    """
    words = accented(text)
    return sum(map(is_syllable, words)) / len(words) if words else 1.0


def is_mangled(text: str) -> bool:
    """Tell whether many of the words are what a wrong encoding makes, not what a person writes.

    Names of places and of people in other languages are no Vietnamese syllables and yet right.

    >>> is_mangled("Thùc hiÖn d©n chñ"), is_mangled("Krông Pắc, Đắk Lắk, Zürich, São Paulo")
    (True, False)
    """
    words = _CLUSTER.findall(text[:_SAMPLE])
    foreign = [word for word in words if not word.isascii()]
    return sum(_ODD.search(word) is not None for word in foreign) > MANGLED * len(foreign)


@lru_cache(maxsize=16_384)
def is_syllable(word: str) -> bool:
    """Tell whether a word in lower case can be one Vietnamese syllable.

    >>> is_syllable("nghiêng"), is_syllable("thá»±c"), is_syllable("été")
    (True, False, False)
    """
    marked = unicodedata.normalize("NFD", word)
    tones = TONES.findall(marked)
    bare = unicodedata.normalize("NFC", TONES.sub("", marked))
    if _SYLLABLE.fullmatch(bare) is None:
        return False
    return tones in _STOPPED if bare.endswith(_STOPS) else len(tones) <= 1
