"""A quiz as a person asks for it: words in, a scope and a wish out."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.quiz.errors import BadCountError, UnknownKindError
from assistant.quiz.item import Difficulty, Kind
from assistant.quiz.quiz import Wish

MOST = 1000  # items in one run
MIXED = "mixed"
LARGEST_SEED = 2**31


def wish_of(count: str, kinds: Sequence[str], difficulty: str, seed: str) -> Wish:
    """Return the wish that these words tell; no kinds means every kind.

    Raises:
        BadCountError: the number of items, or the seed, is none that can be used.
        UnknownKindError: a kind or the difficulty does not exist.
    """
    for kind in kinds:
        _known(kind, tuple(Kind))
    _known(difficulty, (MIXED, *Difficulty))
    return Wish(
        count=number(count),
        kinds=tuple(dict.fromkeys(map(Kind, kinds))) or tuple(Kind),
        difficulty=None if difficulty == MIXED else Difficulty(difficulty),
        seed=number(seed, 0, LARGEST_SEED),
    )


def number(words: str, least: int = 1, most: int = MOST) -> int:
    """Return a whole number within bounds.

    >>> number("20")
    20
    """
    fits = words.isascii() and words.isdigit() and len(words) < len(str(LARGEST_SEED)) + 1
    if not fits or not least <= int(words) <= most:
        raise BadCountError(words[:20])
    return int(words)


def _known(name: str, known: tuple[str, ...]) -> None:
    if name not in known:
        raise UnknownKindError(name[:40], known)
