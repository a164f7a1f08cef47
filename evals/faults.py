"""Faults: why one answer is not what a careful person would give, in words that are computed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from evals.gold import GoldItem
from evals.measures.concision import concision
from evals.measures.evidence import meets_any
from evals.measures.forbidden import violations
from evals.outcome import Outcome
from evals.quote import Quote, Sealed
from evals.sources import Sources
from evals.wording import says

TOO_LONG = 2.0  # times the reference
SHOWN = 160  # characters of a quote


class Flaw(StrEnum):
    """What can be wrong with an answer; the value says it."""

    ABSENT = "the run holds no answer"
    REFUSED = "refused though the documents answer it"
    ANSWERED = "answered though the documents are silent"
    UNSAID = "key point not said"
    FORBIDDEN = "says what makes it wrong"
    UNCITED = "evidence not cited"
    LOOSE = "cites what is no evidence"
    TOO_LONG = "too long, beside the reference"


@dataclass(frozen=True, slots=True)
class Fault:
    """One flaw of an answer, and what it is about: the point, the words, the passage."""

    flaw: Flaw
    about: str = ""


@dataclass(frozen=True, slots=True)
class Faults:
    """Finds what is wrong with an answer."""

    sources: Sources

    def __call__(self, item: GoldItem, outcome: Outcome) -> tuple[Fault, ...]:
        """Return the faults of an answer, the graver ones first; a good one has none.

        Evidence that is sealed is named by its place alone, never by its words.
        """
        return tuple(self._found(item, outcome))

    def _found(self, item: GoldItem, outcome: Outcome) -> Iterator[Fault]:
        if outcome.missing:
            yield Fault(Flaw.ABSENT)
        elif outcome.abstained:
            yield from self._of_refusal(item)
        elif not item.answerable and not item.either_way:
            yield Fault(Flaw.ANSWERED)
        else:
            yield from self._of_answer(item, outcome)

    def _of_refusal(self, item: GoldItem) -> Iterator[Fault]:
        if item.answerable:
            yield Fault(Flaw.REFUSED)
            yield from (Fault(Flaw.UNCITED, _shown(group[0])) for group in item.evidence)

    def _of_answer(self, item: GoldItem, outcome: Outcome) -> Iterator[Fault]:
        yield from (Fault(Flaw.FORBIDDEN, words) for words in violations(item, outcome))
        for group in item.key_points:
            if not any(says(outcome.answer, point) for point in group):
                yield Fault(Flaw.UNSAID, group[0])
        if item.answerable:
            yield from self._of_proof(item, outcome)
        times = concision(item, outcome) or 0.0
        if times > TOO_LONG:
            yield Fault(Flaw.TOO_LONG, f"{times:.1f} ×")

    def _of_proof(self, item: GoldItem, outcome: Outcome) -> Iterator[Fault]:
        for group in item.evidence:
            if not meets_any(self.sources, group, outcome.citations):
                yield Fault(Flaw.UNCITED, _shown(group[0]))
        for cited in outcome.citations:
            if not meets_any(self.sources, item.quotes, (cited,)):
                place = ", ".join(filter(None, (cited.source, cited.address)))
                yield Fault(Flaw.LOOSE, f"[{cited.n}] {place}")


def _shown(quote: Quote | Sealed) -> str:
    if isinstance(quote, Sealed):
        return f"{quote.source} [{quote.start}, {quote.end})"
    words = " ".join(quote.quote.split())
    return f"{quote.source}: “{words if len(words) <= SHOWN else f'{words[:SHOWN].rstrip()} …'}”"
