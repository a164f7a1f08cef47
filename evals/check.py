"""Checking a gold set against the documents that it quotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.document import Document
from corpus.syllables import syllables
from evals.gold import GoldItem, GoldSet, Status, split_of
from evals.quote import Quote, Sealed
from evals.sources import Sources
from evals.wording import says


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with an item of a gold file."""

    item: GoldItem
    reason: str

    @property
    def line(self) -> int:
        """The line of the item in its file."""
        return self.item.line

    def __str__(self) -> str:
        return f"{self.item.place} ({self.item.id}): {self.reason}"


def check(gold: GoldSet, documents: Iterable[Document]) -> tuple[Problem, ...]:
    """Return every problem of a gold set, in the order of its items; empty when it is sound."""
    sources, seen = Sources(documents), Seen()
    return tuple(
        Problem(item, reason)
        for item in gold.items
        for reason in (
            *_unproved(item),
            *_misquoted(item, sources),
            *_contradictory(item),
            *_unreviewed(item),
            *seen.again(item),
        )
    )


def _unproved(item: GoldItem) -> Iterator[str]:
    """What an item of its kind lacks, or has against its kind."""
    judged = item.answerable or item.either_way
    for name in ("evidence", "key_points"):
        present = bool(getattr(item, name))
        if judged and not present:
            yield f"no {name} for an answer to be judged by"
        if present and not judged:
            yield f"unanswerable, yet with {name}"
    if any(not group for group in (*item.evidence, *item.key_points)):
        yield "an empty group of alternatives"
    if item.split is not split_of(item.question):
        yield f"belongs to the {split_of(item.question)} half"


def _unreviewed(item: GoldItem) -> Iterator[str]:
    """Where the status of an item and its reviewer do not agree."""
    if item.status is not Status.DRAFT and not item.reviewed_by:
        yield f"{item.status}, yet nobody has reviewed it"
    if item.status is Status.DRAFT and item.reviewed_by:
        yield "a draft that somebody has reviewed"


def _misquoted(item: GoldItem, sources: Sources) -> Iterator[str]:
    for quote in item.quotes:
        if quote.source not in sources:
            yield f"unknown source {quote.source!r}"
        elif not sources.places(quote):
            yield f"{quote.source} does not hold {_named(quote)}"


def _named(quote: Quote | Sealed) -> str:
    if isinstance(quote, Quote):
        return repr(quote.quote)
    return f"the words that were sealed at [{quote.start}, {quote.end})"


def _contradictory(item: GoldItem) -> Iterator[str]:
    """Where the reference answer would fail its own item."""
    points = [point for group in item.key_points for point in group]
    for words in item.forbidden:
        if any(says(point, words) for point in points):
            yield f"the forbidden {words!r} stands in a key point"
        if says(item.reference, words):
            yield f"the forbidden {words!r} stands in the reference"
    yield from _unsaid(item)


def _unsaid(item: GoldItem) -> Iterator[str]:
    if item.reference_length is None:
        for group in item.key_points:
            if not any(says(item.reference, point) for point in group):
                yield f"the reference does not say {' | '.join(group)!r}"
    elif item.reference or item.reference_length < 1:
        yield "the length of a reference that is there, or that is empty"


class Seen:
    """The ids and questions met so far, with where they were met first."""

    def __init__(self) -> None:
        self._places: dict[tuple[str, object], str] = {}

    def again(self, item: GoldItem) -> Iterator[str]:
        """Yield what the item has in common with an earlier one."""
        asked = (syllables(item.question), item.history)
        for name, key in (("id", item.id), ("question", asked)):
            first = self._places.setdefault((name, key), item.place)
            if first != item.place:
                yield f"same {name} as {first}"
