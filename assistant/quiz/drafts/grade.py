"""How hard an item is, by its kind and by what it asks for."""

from __future__ import annotations

from assistant.quiz.item import Difficulty, Kind

_EASY = ("office", "agency", "issuer", "often", "heading", "part")
_HARD = frozenset({Kind.MULTI, Kind.ORDER})
_RECALLED = ("number", "day", "subject")


def grade(kind: Kind, family: str) -> Difficulty:
    """Return how hard an item of a kind is that asks for a value of a family.

    Recognising is easier than recalling, an actor easier than a figure, one thing easier than
    several.

    >>> grade(Kind.MC, "office").value, grade(Kind.FILL, "number:kế hoạch").value
    ('easy', 'hard')
    """
    sort = family.split(":", maxsplit=1)[0]
    if kind in _HARD or (kind in (Kind.FILL, Kind.SHORT) and sort in (*_RECALLED, "list", "duty")):
        return Difficulty.HARD
    if kind is Kind.TF or (kind is Kind.MC and sort in _EASY):
        return Difficulty.EASY
    return Difficulty.MEDIUM
