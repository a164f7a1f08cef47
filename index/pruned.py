"""The part of the model's vocabulary that Vietnamese text uses, chosen by rule, not by a corpus."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzăâđêôơư")
TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
MARKS = frozenset("\u0306\u0302\u031b")  # of ă, of â ê ô, of ơ ư
WORD_START = "▁"
LONGEST_ASCII = 5  # letters; longer ones are words of other languages
LONGEST_SYLLABLE = 7  # letters: "nghiêng", "nghiễng"


def kept(piece: str) -> bool:
    """Tell whether a piece stays: one a Vietnamese text can be cut into.

    Single characters stay, numbers and punctuation of any length, words with a Vietnamese letter,
    and short runs of ASCII letters, from which every other word can still be spelt.

    >>> [kept(piece) for piece in ("▁nước", "2023", "▁nous", "▁Straßen", "▁websites", "漢")]
    [True, True, True, False, False, True]
    """
    body = piece.removeprefix(WORD_START)
    if len(body) <= 1 or not any(character.isalpha() for character in body):
        return True
    if body.isascii():
        return sum(character.isalpha() for character in body) <= LONGEST_ASCII
    return len(body) <= LONGEST_SYLLABLE and all(map(_vietnamese, body))


def _vietnamese(character: str) -> bool:
    if not character.isalpha():
        return True
    apart = unicodedata.normalize("NFD", character.lower())
    return apart[0] in LETTERS and set(apart[1:]) <= TONES | MARKS


def kept_ids(pieces: Iterable[str], needed: frozenset[str]) -> list[int]:
    """Return the ids of the pieces that stay, in order; those in `needed` always do."""
    return [i for i, piece in enumerate(pieces) if piece in needed or kept(piece)]
