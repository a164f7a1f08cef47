"""Forbidden strings: whether something was said that makes the answer wrong."""

from __future__ import annotations

from evals.gold import GoldItem
from evals.outcome import Outcome
from evals.wording import says


def forbidden(item: GoldItem, outcome: Outcome) -> float | None:
    """Return 1 - (forbidden strings said) / (forbidden strings).

    None for a refusal and for an item without forbidden strings.
    """
    if outcome.abstained or not item.forbidden:
        return None
    return 1 - len(violations(item, outcome)) / len(item.forbidden)


def violations(item: GoldItem, outcome: Outcome) -> tuple[str, ...]:
    """Return the forbidden strings that the answer says, in the order of the item."""
    return tuple(words for words in item.forbidden if says(outcome.answer, words))
