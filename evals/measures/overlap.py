"""Overlap with the reference: how much of a careful person's words an answer uses."""

from __future__ import annotations

from collections import Counter

from corpus.syllables import folded, syllables
from evals.gold import GoldItem
from evals.outcome import Outcome
from evals.wording import without_markers


def exact_match(item: GoldItem, outcome: Outcome) -> float | None:
    """Return 1 when answer and reference are the same words in the same order, else 0.

    As in SQuAD (Rajpurkar et al., EMNLP 2016), over folded syllables: case, diacritics, punctuation
    and markers do not count. 0 for a refusal; None where there is no reference to compare with. An
    answer that names its document first is rarely exact, and need not be.
    """
    if not item.answerable or not item.reference:
        return None
    return float(not outcome.abstained and _tokens(outcome.answer) == _tokens(item.reference))


def token_f1(item: GoldItem, outcome: Outcome) -> float | None:
    """Return the F1 of the syllables of answer and reference, repeats counted.

    F1 = 2 PR / (P + R), P and R being the shared syllables over those of answer and reference
    (SQuAD, as above). 0 for a refusal or without a shared syllable; None without a reference.
    """
    if not item.answerable or not item.reference:
        return None
    said, wanted = Counter(_tokens(outcome.answer)), Counter(_tokens(item.reference))
    shared = (said & wanted).total()
    if outcome.abstained or not shared:
        return 0.0
    return 2 * shared / (said.total() + wanted.total())


def _tokens(text: str) -> list[str]:
    return [folded(syllable) for syllable in syllables(without_markers(text))]
