"""Concision: how long the answer is against a careful person's."""

from __future__ import annotations

from evals.gold import GoldItem
from evals.outcome import Outcome
from evals.wording import without_markers


def concision(item: GoldItem, outcome: Outcome) -> float | None:
    """Return (characters of the answer) / (characters of the reference): a ratio, not in [0, 1].

    White space is folded and markers are left out of both; of a reference that may not be
    published only its length is known. None for a refusal, for a question
    missing from the run, and for an unanswerable item: there is no length to compare.
    """
    reference = length(item.reference) if item.reference else item.reference_length
    silent = outcome.abstained or outcome.missing or not item.answerable
    return None if silent or not reference else length(outcome.answer) / reference


def length(text: str) -> int:
    """Return how many characters a text has with its white space folded, without markers."""
    return len(" ".join(without_markers(text).split()))
