"""Checks of a set: no fact twice, no item tells another's key, keys stand everywhere alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from assistant.quiz.drafts.distractors import size_of
from assistant.quiz.item import Item, Kind
from assistant.quiz.wording import in_order

SET_CHECKS = ("not_duplicate", "not_given_away", "position_balanced")
PLACES = 4  # where the key of a multiple choice can stand
SHARE = 0.4  # of the keys that may stand in one place
FEW = 8  # items from which places are counted


def not_duplicate(item: Item, others: Iterable[Item]) -> bool:
    """No other item asks the same fact or has the same stem."""
    return all(not item.facts & other.facts and item.stem != other.stem for other in others)


def not_given_away(item: Item, others: Iterable[Item]) -> bool:
    """No other item of the same passage shows this item's key in its stem, nor the reverse."""
    return not any(_gives(item, other) or _gives(other, item) for other in others)


def _gives(one: Item, other: Item) -> bool:
    """Tell whether the stem of one shows the value that the other asks for."""
    value = other.true or (other.right[0] if other.kind is Kind.MC else "")
    same = one.source.document_id == other.source.document_id
    if not value or not same or not one.source.span.overlaps(other.source.span):
        return False
    return size_of(value) is not None and in_order((value,), one.stem)


def position_balanced(items: Sequence[Item]) -> bool:
    """Keys of multiple choices stand in all places, and truths and falsehoods are about as many."""
    places = Counter(item.key[0] for item in items if item.kind is Kind.MC)
    truths = Counter(item.key[0] for item in items if item.kind is Kind.TF)
    return _is_even(places, PLACES, SHARE) and _is_even(truths, 2, 0.5 + SHARE / 4)


def _is_even(found: Counter[int], places: int, share: float) -> bool:
    total = sum(found.values())
    if total < FEW:
        return True
    return len(found) == places and max(found.values()) <= share * total
