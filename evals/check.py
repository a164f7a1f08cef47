"""Checking a gold set against the documents that it quotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from corpus.document import Document
from corpus.syllables import syllables
from evals.gold import GoldItem, GoldSet, Status, split_of
from evals.quote import Quote, Sealed
from evals.sources import Sources
from evals.wording import says


class Lapse(StrEnum):
    """What can be wrong with an item; the value says it in English, `{}` stands for what about."""

    UNPROVED = "no {} for an answer to be judged by"
    NOT_SILENT = "unanswerable, yet with {}"
    EMPTY_GROUP = "an empty group of alternatives"
    OTHER_HALF = "belongs to the {} half"
    UNREVIEWED = "{}, yet nobody has reviewed it"
    SIGNED = "a draft that somebody has reviewed"
    NO_SOURCE = "unknown source {!r}"
    MISQUOTED = "{}"  # which source does not hold which words
    IN_KEY_POINT = "the forbidden {!r} stands in a key point"
    IN_REFERENCE = "the forbidden {!r} stands in the reference"
    UNSAID = "the reference does not say {!r}"
    NO_LENGTH = "the length of a reference that is there, or that is empty"
    SAME_ID = "same id as {}"
    SAME_QUESTION = "same question as {}"
    REPEATS = "repeats a sealed text: {!r}"


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with an item of a gold file, and what about."""

    item: GoldItem
    lapse: Lapse
    about: str = ""

    @property
    def line(self) -> int:
        """The line of the item in its file."""
        return self.item.line

    @property
    def reason(self) -> str:
        """What is wrong, in English."""
        return self.lapse.format(self.about)

    def __str__(self) -> str:
        return f"{self.item.place} ({self.item.id}): {self.reason}"


Found = tuple[Lapse, str]


def check(gold: GoldSet, documents: Iterable[Document]) -> tuple[Problem, ...]:
    """Return every problem of a gold set, in the order of its items; empty when it is sound."""
    sources, seen = Sources(documents), Seen()
    return tuple(
        Problem(item, lapse, about)
        for item in gold.items
        for lapse, about in (
            *_unproved(item),
            *_misquoted(item, sources),
            *_contradictory(item),
            *_unreviewed(item),
            *seen.again(item),
        )
    )


def _unproved(item: GoldItem) -> Iterator[Found]:
    """What an item of its kind lacks, or has against its kind."""
    judged = item.answerable or item.either_way
    for name in ("evidence", "key_points"):
        present = bool(getattr(item, name))
        if judged and not present:
            yield Lapse.UNPROVED, name
        if present and not judged:
            yield Lapse.NOT_SILENT, name
    if any(not group for group in (*item.evidence, *item.key_points)):
        yield Lapse.EMPTY_GROUP, ""
    if item.split is not split_of(item.question):
        yield Lapse.OTHER_HALF, split_of(item.question)


def _unreviewed(item: GoldItem) -> Iterator[Found]:
    """Where the status of an item and its reviewer do not agree."""
    if item.status is not Status.DRAFT and not item.reviewed_by:
        yield Lapse.UNREVIEWED, item.status
    if item.status is Status.DRAFT and item.reviewed_by:
        yield Lapse.SIGNED, ""


def _misquoted(item: GoldItem, sources: Sources) -> Iterator[Found]:
    for quote in item.quotes:
        if quote.source not in sources:
            yield Lapse.NO_SOURCE, quote.source
        elif not sources.places(quote):
            yield Lapse.MISQUOTED, f"{quote.source} does not hold {_named(quote)}"


def _named(quote: Quote | Sealed) -> str:
    if isinstance(quote, Quote):
        return repr(quote.quote)
    return f"the words that were sealed at [{quote.start}, {quote.end})"


def _contradictory(item: GoldItem) -> Iterator[Found]:
    """Where the reference answer would fail its own item."""
    points = [point for group in item.key_points for point in group]
    for words in item.forbidden:
        if any(says(point, words) for point in points):
            yield Lapse.IN_KEY_POINT, words
        if says(item.reference, words):
            yield Lapse.IN_REFERENCE, words
    yield from _unsaid(item)


def _unsaid(item: GoldItem) -> Iterator[Found]:
    if item.reference_length is None:
        for group in item.key_points:
            if not any(says(item.reference, point) for point in group):
                yield Lapse.UNSAID, " | ".join(group)
    elif item.reference or item.reference_length < 1:
        yield Lapse.NO_LENGTH, ""


class Seen:
    """The ids and questions met so far, with where they were met first."""

    def __init__(self) -> None:
        self._places: dict[tuple[Lapse, object], str] = {}

    def again(self, item: GoldItem) -> Iterator[Found]:
        """Yield what the item has in common with an earlier one."""
        asked = (syllables(item.question), item.history)
        for lapse, key in ((Lapse.SAME_ID, item.id), (Lapse.SAME_QUESTION, asked)):
            first = self._places.setdefault((lapse, key), item.place)
            if first != item.place:
                yield lapse, first
