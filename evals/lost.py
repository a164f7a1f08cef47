"""Why a question was lost: the first stage at which the way to its answer was missed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from corpus.passage import Passage
from corpus.span import Span
from evals.found import Stretch
from evals.gold import GoldItem
from evals.measures.evidence import meets_any
from evals.measures.right import sound
from evals.measures.verbatim import Verbatim
from evals.outcome import Outcome
from evals.sources import Place, Sources
from index.entry import LEFT_OUT


class Stage(StrEnum):
    """A stage of the way from a question to its answer, in the order in which they are passed."""

    ABSENT = "absent"  # the run holds no answer
    NOT_INDEXED = "not_indexed"  # no indexed passage holds the evidence
    NOT_RETRIEVED = "not_retrieved"  # no search found it
    RANKED_LOW = "ranked_low"  # found, but another candidate was held to answer better, or none
    REFUSED = "refused"  # it was the best candidate, and the question was refused
    NOT_SELECTED = "not_selected"  # it was the best candidate, and something else was quoted
    UNGROUNDED = "ungrounded"  # cited, but with words that do not stand there
    UNSAID = "unsaid"  # cited, but a key point is cut off or something wrong is said beside it
    ANSWERED = "answered"  # the texts are silent, and the question was answered


@dataclass(frozen=True, slots=True)
class Indexed:
    """What the index holds of each source: the spans of its passages."""

    spans: Mapping[str, tuple[Span, ...]]

    @classmethod
    def of(cls, texts: Iterable[tuple[str, Iterable[Passage]]]) -> Indexed:
        """Return what is indexed of each source, given with its passages."""
        return cls(
            {name: tuple(p.span for p in some if p.kind not in LEFT_OUT) for name, some in texts}
        )

    def holds(self, place: Place) -> bool:
        """Tell whether a passage of the index shares enough with a place."""
        return any(place.meets(Place(place.source, s)) for s in self.spans.get(place.source, ()))


@dataclass(frozen=True, slots=True)
class Stages:
    """Finds the stage at which a question was lost."""

    sources: Sources
    indexed: Indexed

    def __call__(self, item: GoldItem, outcome: Outcome) -> Stage | None:
        """Return the stage, None when nothing was lost.

        Of several pieces of evidence that are not cited, the one that was lost first counts. An
        outcome that nobody watched looks as if nothing had been retrieved.
        """
        if not is_lost(item, outcome):
            return None
        if outcome.missing:
            return Stage.ABSENT
        if not item.answerable:
            return Stage.ANSWERED
        return min(
            self._unmet(item, outcome), key=list(Stage).index, default=self._said(item, outcome)
        )

    def _unmet(self, item: GoldItem, outcome: Outcome) -> Iterable[Stage]:
        for group in item.evidence:
            if outcome.abstained or not meets_any(self.sources, group, outcome.citations):
                places = tuple(place for quote in group for place in self.sources.places(quote))
                yield self._of(places, outcome)

    def _of(self, places: tuple[Place, ...], outcome: Outcome) -> Stage:
        if not any(map(self.indexed.holds, places)):
            return Stage.NOT_INDEXED
        silent = Stage.REFUSED if outcome.abstained else Stage.NOT_SELECTED
        if not outcome.retrieved:
            return silent  # a particular, which is looked up and not searched for
        best = {one.query: one for one in reversed(outcome.weighed)}.values()
        if any(_meet(places, one.stretches) for one in best):
            return silent
        weighed = any(_meet(places, one.stretches) for one in outcome.weighed)
        found = (Stretch(one.source, one.start, one.end) for one in outcome.retrieved)
        return Stage.RANKED_LOW if weighed or _meet(places, found) else Stage.NOT_RETRIEVED

    def _said(self, item: GoldItem, outcome: Outcome) -> Stage:
        """Return what went wrong though all of the evidence is cited."""
        verbatim = Verbatim(self.sources)(item, outcome)
        return Stage.UNGROUNDED if verbatim is not None and verbatim < 1 else Stage.UNSAID


def is_lost(item: GoldItem, outcome: Outcome) -> bool:
    """Tell whether an outcome is not what a careful person would give.

    An answerable question wants every key point and nothing wrong, any other one a refusal or,
    where both are right, the correction.
    """
    if outcome.missing:
        return True
    if item.answerable:
        return outcome.abstained or not sound(item, outcome)
    return not outcome.abstained and not (item.either_way and sound(item, outcome))


def _meet(places: tuple[Place, ...], stretches: Iterable[Stretch]) -> bool:
    others = tuple(Place(one.source, Span(one.start, one.end)) for one in stretches)
    return any(place.meets(other) for place in places for other in others)
