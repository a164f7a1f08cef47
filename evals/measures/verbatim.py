"""Verbatim: whether citations stand in their sources and markers and citations match."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from evals.gold import GoldItem
from evals.outcome import Outcome
from evals.sources import Sources
from evals.wording import markers


@dataclass(frozen=True, slots=True)
class Verbatim:
    """The measure of whether every citation can be checked."""

    sources: Sources

    def __call__(self, item: GoldItem, outcome: Outcome) -> float | None:
        """Return (numbers that are right) / (numbers of markers and citations).

        A number is right when the answer has its marker, exactly one citation bears it, and the
        quote stands at its offsets. 0 for an answer without any; None for a refusal without any.
        """
        del item  # every measure takes both; this one holds for any question
        marked = set(markers(outcome.answer))
        bearing = Counter(cited.n for cited in outcome.citations)
        standing = {
            cited.n
            for cited in outcome.citations
            if self.sources.holds(cited.source, cited.start, cited.end, cited.quote)
        }
        numbers = marked | set(bearing)
        if not numbers:
            return None if outcome.abstained else 0.0
        return sum(n in marked and n in standing and bearing[n] == 1 for n in numbers) / len(
            numbers
        )
