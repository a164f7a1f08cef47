"""Words whose Telex or VNI keys came through as they were typed."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from assistant.typed.spelling import syllable
from corpus.syllables import TONES, folded

_GRAVE, _ACUTE, _TILDE, _HOOK, _DOT = tuple(TONES)
_TELEX_TONES = {"f": _GRAVE, "s": _ACUTE, "r": _HOOK, "x": _TILDE, "j": _DOT}
_VNI_TONES = {"2": _GRAVE, "1": _ACUTE, "3": _HOOK, "4": _TILDE, "5": _DOT}
_ROOFED = {"a": "â", "e": "ê", "o": "ô"}
_HORNED = {"u": "ư", "o": "ơ"}
_VOWELS = frozenset("aeiouyăâêôơư")
_PLAIN_HORN = "uơ"  # "thuở" is typed like "thươ", which is no syllable


@dataclass(frozen=True, slots=True)
class Typed:
    """What a word typed with keys stands for.

    `shaped` tells that a key changed a letter ("dd", "uw", "o6"), which hardly happens by chance;
    a key that only sets a tone also ends many English words ("as", "of", "tax").
    """

    word: str
    shaped: bool


def decoded(word: str) -> Typed | None:
    """Return the syllable typed as a lower-case `word`, None when it is none or needs no decoding.

    >>> [decoded(w).word for w in ("chuwcs", "nguwowif", "dduowcj", "tri2nh", "d9u7o7c5")]
    ['chức', 'người', 'được', 'trình', 'được']
    >>> [decoded(w) for w in ("cong", "5k", "of3", "online", "chức")]
    [None, None, None, None, None]
    """
    if not word.isascii() or not word[:1].isalpha() or syllable(word):
        return None
    reading = _vni(word) if any(map(str.isdigit, word)) else _telex(word)
    return _checked(*reading) if reading else None


def _checked(letters: str, tone: str) -> Typed | None:
    """Put the tone on the letters, where they are a syllable with it."""
    for form in (letters, letters.replace("ươ", _PLAIN_HORN)):
        made = syllable(unicodedata.normalize("NFC", _toned(form, tone)))
        if made and (tone or form != folded(form)):
            return Typed(str(made), form != folded(form))
    return None


def _toned(letters: str, tone: str) -> str:
    """Try the tone on each vowel: only one place is right, and `syllable` knows it."""
    forms = (letters[: i + 1] + tone + letters[i + 1 :] for i in range(len(letters)))
    whole = (unicodedata.normalize("NFC", form) for form in forms)
    return next((form for form in whole if tone and syllable(form)), letters)


def _telex(word: str) -> tuple[str, str]:
    letters, tone = "", ""
    for key in word:
        if key in _TELEX_TONES and _VOWELS & set(letters):
            tone = _TELEX_TONES[key]
        elif key == "w":
            letters = _horned(letters)
        elif key in _ROOFED and key in letters:
            letters = _last(letters, key, _ROOFED[key])
        elif key == "d" and letters.startswith("d"):
            letters = "đ" + letters[1:]
        else:
            letters += key
    return letters, tone


def _vni(word: str) -> tuple[str, str] | None:
    letters, tone = "", ""
    for key in word:
        tone = _VNI_TONES.get(key, tone)
        if key.isalpha():
            letters += key
        elif key not in _VNI_TONES:
            letters = _shaped(letters, key)
    keys = [key for key in word if key.isdigit()]
    return (letters, tone) if len(set(keys)) == len(keys) or _two_horns(word) else None


def _two_horns(word: str) -> bool:
    return word.count("7") == len("ươ")


def _shaped(letters: str, key: str) -> str:
    """Apply a VNI digit that changes a letter; any other digit stays and spoils the syllable."""
    if key == "6":
        vowel = next((c for c in reversed(letters) if c in _ROOFED), "")
        return _last(letters, vowel, _ROOFED[vowel]) if vowel else letters + key
    if key == "7":
        return _horned(letters, breve=False)
    if key == "8" and "a" in letters:
        return _last(letters, "a", "ă")
    if key == "9" and letters.startswith("d"):
        return "đ" + letters[1:]
    return letters + key


def _horned(letters: str, *, breve: bool = True) -> str:
    """Apply the key of the horn, which also makes "ă", to the last vowel that takes it.

    "uo" takes it as a whole, wherever the key stands; a key with nothing before it is "ư".
    """
    if "uo" in letters or "ưo" in letters:
        return letters.replace("uo", "ươ").replace("ưo", "ươ")
    if "ươ" in letters:
        return letters
    for letter in reversed(letters):
        if letter in _HORNED:
            return _last(letters, letter, _HORNED[letter])
        if breve and letter == "a":
            return _last(letters, "a", "ă")
    return letters + "ư"


def _last(letters: str, old: str, new: str) -> str:
    head, _, tail = letters.rpartition(old)
    return head + new + tail
