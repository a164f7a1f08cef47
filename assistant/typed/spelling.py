"""The rule by which Vietnamese syllables are built: onset, rime, tone."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from corpus.syllables import TONES, compared, folded

ACUTE, DOT = "\u0301", "\u0323"
_ONSET = re.compile(r"(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvx])?")
_FINALS = {
    "a": "- c ch i m n ng nh o p t u y",
    "ă": "c k m n ng p t",
    "â": "c m n ng p t u y",
    "e": "- c m n ng o p t",
    "ê": "- ch m n nh p t u",
    "i": "- a ch m n nh p t u",
    "iê": "c m n ng p t u",
    "o": "- a c e i m n ng p t",
    "oa": "c ch i m n ng nh o p t y",
    "oă": "c m n ng t",
    "oe": "n o t",
    "ô": "- c i m n ng p t",
    "ơ": "- i m n p t",
    "u": "- a c i m n ng p t y ê ơ",
    "uâ": "n ng t y",
    "uê": "ch nh",
    "uô": "c i m n ng t",
    "uy": "a ch n nh p t u",
    "uyê": "n t",
    "ư": "- a c i m n ng t u",
    "ươ": "c i m n ng p t u",
    "y": "-",
    "yê": "m n ng t u",
}
_FRONT = tuple("ieêy")
_HARD = frozenset({"k", "gh", "ngh"})  # written before front vowels only
_SOFT = frozenset({"c", "ng"})  # and these before all others
_MARKED = frozenset("ăâêôơư")
_VOWELS = frozenset("aeiouy") | _MARKED


@dataclass(frozen=True, slots=True)
class Syllable:
    """A syllable taken apart; `tone` is a combining mark, empty for the level tone."""

    onset: str
    rime: str
    tone: str

    def __str__(self) -> str:
        """Write it with the tone where `corpus.syllables.compared` has it."""
        at = _bearer(self.rime) + 1
        return compared(self.onset + self.rime[:at] + self.tone + self.rime[at:])


@cache
def rimes() -> frozenset[str]:
    """Return every rime without its tone."""
    return frozenset(
        vowel + final.strip("-") for vowel, finals in _FINALS.items() for final in finals.split()
    )


@cache
def bare_syllables() -> frozenset[str]:
    """Return every syllable without diacritics: what can be typed for one on a plain keyboard."""
    onsets = [
        "b",
        "c",
        "ch",
        "d",
        "g",
        "gh",
        "gi",
        "h",
        "k",
        "kh",
        "l",
        "m",
        "n",
        "ng",
        "ngh",
        "nh",
        "p",
        "ph",
        "qu",
        "r",
        "s",
        "t",
        "th",
        "tr",
        "v",
        "x",
    ]
    parts = [(onset, rime) for onset in ("", *onsets) for rime in rimes() if _may_join(onset, rime)]
    return frozenset(folded(onset + rime) for onset, rime in parts)


@lru_cache(maxsize=65_536)
def syllable(word: str) -> Syllable | None:
    """Take a lower-case word apart; None when no Vietnamese syllable is spelt like it.

    >>> syllable("nghiêng")
    Syllable(onset='ngh', rime='iêng', tone='')
    >>> [word for word in ("chức", "chưc", "ngừoi", "nghành", "gì", "the") if syllable(word)]
    ['chức', 'gì', 'the']
    """
    parts = unicodedata.normalize("NFD", word)
    tones = [mark for mark in parts if mark in TONES]
    plain = unicodedata.normalize("NFC", "".join(c for c in parts if c not in TONES))
    if len(tones) > 1:
        return None
    tone = "".join(tones)
    for onset in _onsets(plain):
        rime = plain[len(onset) :]
        if rime in rimes() and _may_join(onset, rime) and _may_sound(rime, tone):
            made = Syllable(onset, rime, tone)
            return made if str(made) == compared(word) else None
    return None


def _onsets(plain: str) -> tuple[str, ...]:
    """Return the onsets to try: "gì" and "giêng" are written with one "i" for two."""
    found = _ONSET.match(plain)
    onset = found[0] if found else ""
    return (onset, "g") if onset == "gi" else (onset,)


def _may_join(onset: str, rime: str) -> bool:
    front = rime.startswith(_FRONT)
    if onset in _HARD or onset in _SOFT:
        return front == (onset in _HARD)
    if rime.startswith("yê"):
        return onset in {"", "qu"}
    return onset != "g" or rime.startswith("i") or not front


def _may_sound(rime: str, tone: str) -> bool:
    """Tell whether a rime can have a tone: those that end in a stop have two of the six."""
    return not rime.endswith(("c", "ch", "k", "p", "t")) or tone in {ACUTE, DOT}


def _bearer(rime: str) -> int:
    """Return the place of the vowel that carries the tone."""
    marked = [i for i, letter in enumerate(rime) if letter in _MARKED]
    if marked:
        return marked[-1]
    vowels = sum(1 for letter in rime if letter in _VOWELS)
    inside = vowels > 1 and (vowels != 2 or rime[-1] not in _VOWELS)  # noqa: PLR2004 — a pair
    return 1 if inside else 0
