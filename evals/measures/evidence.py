"""Evidence: whether the citations cover the words that prove the answer."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.span import Span
from evals.gold import GoldItem
from evals.outcome import Cited, Outcome
from evals.quote import Quote, Sealed
from evals.sources import Place, Sources


@dataclass(frozen=True, slots=True)
class Evidence:
    """The measure of how much of the proof is cited."""

    sources: Sources

    def __call__(self, item: GoldItem, outcome: Outcome) -> float | None:
        """Return (evidence groups met by a citation) / (evidence groups).

        A citation meets a quote when they share at least half of the shorter of the two, at any
        place where the quote stands. 0 for a refusal; None for an unanswerable item.
        """
        if not item.answerable or not item.evidence:
            return None
        if outcome.abstained:
            return 0.0
        met = [meets_any(self.sources, group, outcome.citations) for group in item.evidence]
        return sum(met) / len(met)


@dataclass(frozen=True, slots=True)
class CitationPrecision:
    """The measure of how much of what is cited belongs to the answer."""

    sources: Sources

    def __call__(self, item: GoldItem, outcome: Outcome) -> float | None:
        """Return (citations that meet evidence or allowed words) / (citations).

        0 for an answer without citations; None for a refusal and for an item without evidence.
        """
        if outcome.abstained or not item.evidence:
            return None
        met = [meets_any(self.sources, item.quotes, (cited,)) for cited in outcome.citations]
        return sum(met) / len(met) if met else 0.0


def meets_any(
    sources: Sources, quotes: tuple[Quote | Sealed, ...], citations: tuple[Cited, ...]
) -> bool:
    """Tell whether one of the citations meets one of the quotes."""
    places = [place for quote in quotes for place in sources.places(quote)]
    cited = [place_of(citation) for citation in citations if citation.start < citation.end]
    return any(place.meets(other) for place in places for other in cited)


def place_of(cited: Cited) -> Place:
    """Return where a citation stands."""
    return Place(cited.source, Span(cited.start, cited.end))
