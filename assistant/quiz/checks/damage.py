"""Words that scanning or typing has damaged: "chủở", "xây dựng dựng", "đầy mạnh"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from assistant.typed.spelling import syllable
from corpus.syllables import folded, syllables
from corpus.table import rows

_WORD = re.compile(r"[^\W\d_]+")
_GLUED = re.compile(r"[^\W\d_A-ZĐ][A-ZĐ]")
_PAIRS = (("“", "”"), ("(", ")"), ("‘", "’"), ("[", "]"))
_TWICE = re.compile(r"\b([^\W\d_]+) \1\b", re.IGNORECASE)
_LEFT = re.compile(r"\*|\n| {2}|\s[,;]|\.\.\.|\?\?|,,|^[,;.]")
OFTEN = 3  # times that the rival of a damaged pair stands in the texts
USUAL = 0.8  # share of the pairs with a syllable that one of them has
SHORTEST_FOREIGN = 4  # letters of a word without marks that need not be Vietnamese


class Usage:
    """How often syllables and pairs of them stand in the texts, also by their bare letters."""

    def __init__(self, texts: Iterable[tuple[str, ...]]) -> None:
        self._words: Counter[str] = Counter()
        self._pairs: Counter[tuple[str, str]] = Counter()
        for words in texts:
            self._words.update(words)
            self._pairs.update(pairwise(words))
        self._beside: Counter[tuple[int, str]] = Counter()  # pairs with a syllable at a place
        self._bare: dict[tuple[str, str], list[tuple[str, str]]] = {}
        for pair, count in self._pairs.items():
            self._bare.setdefault((folded(pair[0]), folded(pair[1])), []).append(pair)
            self._beside.update({(0, pair[0]): count, (1, pair[1]): count})

    def is_slip(self, pair: tuple[str, str]) -> bool:
        """Tell whether a pair stands once and one with another mark on one of them often.

        The other mark has to be what nearly always stands there ("kỷ cương"), or the syllable
        as it is has to stand nowhere else ("đầy mạnh").
        """
        bare = (folded(pair[0]), folded(pair[1]))
        rivals = self._bare.get(bare, []) if self._pairs[pair] == 1 else []
        return any(self._is_meant(rival, pair) for rival in rivals if rival != pair)

    def _is_meant(self, rival: tuple[str, str], pair: tuple[str, str]) -> bool:
        odd = [place for place in (0, 1) if rival[place] != pair[place]]
        if len(odd) != 1 or self._pairs[rival] < OFTEN:
            return False
        kept = 1 - odd[0]
        usual = self._pairs[rival] / self._beside[(kept, pair[kept])]
        return usual >= USUAL or self._words[pair[odd[0]]] == 1


def damaged(text: str, usage: Usage) -> bool:
    """Tell whether a text has a damaged word, an open quote or bracket, or marks left over."""
    if any(text.count(opened) != text.count(shut) for opened, shut in _PAIRS):
        return True
    words = syllables(text)
    slips = any(usage.is_slip(pair) for pair in pairwise(words))
    return (
        bool(_LEFT.search(text) or _TWICE.search(text))
        or slips
        or any(map(_is_broken, _WORD.findall(text)))
    )


@cache
def _short_names() -> frozenset[str]:
    return frozenset(row["short"] for row in rows("abbreviations.csv"))


def _misspelt(word: str) -> bool:
    """Tell whether an abbreviation is a known one with a wrong letter: "CCVCNLD"."""
    known = _short_names()
    return word not in known and any(folded(word) == folded(one) for one in known)


def _is_broken(word: str) -> bool:
    """Tell whether a word is no syllable, no abbreviation and no foreign word.

    >>> _is_broken("chủở"), _is_broken("TUQuyết"), _is_broken("banner"), _is_broken("UBND")
    (True, True, False, False)
    """
    if word in ("TTg", "km", "đ"):
        return False
    if word.isupper():
        return _misspelt(word)
    if _GLUED.search(word):
        return not word[0].isupper() or not word.isascii()
    lower = word.casefold()
    foreign = lower.isascii() and len(lower) >= SHORTEST_FOREIGN
    return syllable(lower) is None and not foreign
