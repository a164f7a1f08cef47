"""Texts in the codes of before Unicode, written from the letter up."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from corpus.loaders import legacy as code
from tests.corpus.files import cp1258, tcvn3


def _base(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)[0].lower()


_VNI_LETTERS = {made: known for known, made in code.VNI_LETTERS.items()}
_VNI_MARKS = {made: known for known, made in code.VNI_MARKS.items()}
_VIQR = {
    code.ACUTE: "'", code.GRAVE: "`", code.HOOK: "?", code.TILDE: "~", code.DOT: ".",
    code.HAT: "^", code.BREVE: "(", code.HORN: "+",
}  # fmt: skip
_QUOTES = str.maketrans({"“": '"', "”": '"', "–": "-", "…": "..."})
_VOWEL = "[" + "".join(c for c in map(chr, range(0x41, 0x1EFA)) if _base(c) in "aeiouy") + "]"
_ESCAPED = re.compile(rf"(?<={_VOWEL})(?=['`?~.^(+*])|(?<=[dD])(?=[dD])")


def plain(text: str) -> str:
    """Return `text` with the few signs replaced that the older codes do not have."""
    return re.sub(r"[¹²³⁴]", "", text.translate(_QUOTES))


def small(text: str) -> str:
    """Return `text` with the capitals small that TCVN3 has no bytes for; its fonts draw those."""
    return "".join(c if c.isascii() or c in code.TCVN3 else c.lower() for c in plain(text))


def vni(text: str) -> bytes:
    """Return `text` in the bytes of a VNI file."""
    return "".join(map(_vni, unicodedata.normalize("NFC", text))).encode("cp1252")


def _vni(letter: str) -> str:
    lower = letter.lower()
    if letter.isascii():
        return letter
    if lower in _VNI_LETTERS:
        return _like(_VNI_LETTERS[lower], letter)
    base, *marks = list(unicodedata.normalize("NFD", lower))
    horn = code.HORN in marks
    kept = "".join(sorted((m for m in marks if m != code.HORN), key=_order))
    base = _VNI_LETTERS[unicodedata.normalize("NFC", base + code.HORN)] if horn else base
    return _like(base + _VNI_MARKS[kept], letter)


def _order(mark: str) -> bool:
    return mark not in (code.HAT, code.BREVE)


def _like(made: str, letter: str) -> str:
    return made.upper() if letter.isupper() else made


def viqr(text: str) -> bytes:
    """Return `text` in VIQR, with a backslash before signs that would be read as marks."""
    escaped = _ESCAPED.sub(lambda _: "\\", text.replace("\\", "\\\\"))
    return "".join(map(_viqr, unicodedata.normalize("NFC", escaped))).encode("ascii")


def _viqr(letter: str) -> str:
    if letter in "đĐ":
        return "dd" if letter == "đ" else "DD"
    base, *marks = list(unicodedata.normalize("NFD", letter))
    tones = sorted(marks, key=lambda m: m not in (code.HAT, code.BREVE, code.HORN))
    return base + "".join(_VIQR[mark] for mark in tones)


Write = Callable[[str], bytes]
CODES: dict[str, tuple[Callable[[str], str], Write]] = {  # what can be written, and how
    "utf-8": (str, str.encode),
    "utf-16": (str, lambda text: text.encode("utf-16")),
    "nfd": (str, lambda text: unicodedata.normalize("NFD", text).encode()),
    "windows-1258": (plain, cp1258),
    "TCVN3": (small, tcvn3),
    "VNI": (plain, vni),
    "VIQR": (plain, viqr),
}
