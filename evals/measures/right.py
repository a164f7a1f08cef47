"""Right: an answer that is complete and says nothing wrong."""

from __future__ import annotations

from evals.gold import GoldItem
from evals.measures.forbidden import violations
from evals.measures.key_points import share_said
from evals.outcome import Outcome


def right(item: GoldItem, outcome: Outcome) -> float | None:
    """Return 1 when every key point and no forbidden string is said, else 0.

    0 for a refusal; None for an unanswerable item.
    """
    return float(not outcome.abstained and sound(item, outcome)) if item.answerable else None


def premise(item: GoldItem, outcome: Outcome) -> float | None:
    """Return 1 when a false premise (or a blank in the source) is refused or told as it is.

    Told means that every key point, which is the correction, and no forbidden string is said.
    None for every other kind of item.
    """
    return float(outcome.abstained or sound(item, outcome)) if item.either_way else None


def sound(item: GoldItem, outcome: Outcome) -> bool:
    """Tell whether every key point and no forbidden string is said."""
    return share_said(item, outcome) == 1 and not violations(item, outcome)
