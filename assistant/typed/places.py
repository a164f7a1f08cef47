"""Names of places that were typed wrong: "huyện Lạc Sươn" for one that the texts speak of."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.typed.spelling import syllable
from corpus.syllables import folded

_SORT = r"(?i:\b(?:huyện|tỉnh|thành phố|thị xã|quận|xã|phường|thị trấn|đặc khu)) "
_NAME = r"[A-ZĐ][^\W\d_A-ZĐ]+"
_PLACE = re.compile(rf"{_SORT}(?P<name>{_NAME}(?: {_NAME}){{1,2}})")


class Places:
    """The names of the places that the texts of a library speak of."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = {folded(name): name for name in sorted(names)}

    @classmethod
    def of(cls, texts: Iterable[str]) -> Places:
        """Take the names that stand behind what sort of place it is."""
        return cls({found["name"] for text in texts for found in _PLACE.finditer(text)})

    def corrected(self, text: str) -> str:
        """Return a question with each place that cannot be called so as the one that is meant.

        Another place may well have a name that differs by a letter: only letters that changed
        places, in a syllable that there is not, and "ươ" for "ơ" are taken for slips.

        >>> Places(["Lạc Sơn", "Tây Ninh"]).corrected("Huyện Lạc Sươn, tỉnh Tây Nihn")
        'Huyện Lạc Sơn, tỉnh Tây Ninh'
        >>> Places(["Thanh Hóa", "Đăk Hà"]).corrected("Huyện Thanh Hà, xã Đăk Na")
        'Huyện Thanh Hà, xã Đăk Na'
        """
        return _PLACE.sub(self._corrected, text)

    def _corrected(self, found: re.Match[str]) -> str:
        words = found["name"].split(" ")
        before = found.group().removesuffix(found["name"])
        for size in range(len(words), 1, -1):
            meant = self._meant(words[:size])
            if meant:
                return before + " ".join([meant, *words[size:]])
        return found.group()

    def _meant(self, typed: list[str]) -> str:
        if folded(" ".join(typed)) in self._names:
            return ""
        near = [name for name in self._names.values() if _is_slip(typed, name.split(" "))]
        return near[0] if len(near) == 1 else ""


def _is_slip(typed: list[str], meant: list[str]) -> bool:
    """Tell whether one syllable was typed wrong and the others right."""
    if len(typed) != len(meant):
        return False
    apart = [
        (folded(a), folded(b), a)
        for a, b in zip(typed, meant, strict=True)
        if folded(a) != folded(b)
    ]
    if len(apart) != 1:
        return False
    wrong, right, word = apart[0]
    if wrong.replace("uo", "o") == right.replace("uo", "o"):
        return True
    return sorted(wrong) == sorted(right) and syllable(word.casefold()) is None
