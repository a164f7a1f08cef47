"""Key points: how much of what had to be said was said."""

from __future__ import annotations

from evals.gold import GoldItem
from evals.outcome import Outcome
from evals.wording import says


def key_points(item: GoldItem, outcome: Outcome) -> float | None:
    """Return (key points said) / (key points); 0 for a refusal, None for an unanswerable item.

    A key point is said when one of its alternatives is (`evals.wording.says`).
    """
    if not item.answerable or not item.key_points:
        return None
    return 0.0 if outcome.abstained else share_said(item, outcome)


def share_said(item: GoldItem, outcome: Outcome) -> float:
    """Return (key points said) / (key points); 1 when there are none."""
    said = [any(says(outcome.answer, point) for point in group) for group in item.key_points]
    return sum(said) / len(said) if said else 1.0
