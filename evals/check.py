"""Checking a gold set against the documents that it quotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.document import Document
from corpus.syllables import syllables
from evals.gold import GoldItem, GoldSet, split_of
from evals.sources import Sources
from evals.wording import says


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with the item on one line of a gold file."""

    line: int
    item: str
    reason: str

    def __str__(self) -> str:
        return f"line {self.line} ({self.item}): {self.reason}"


def check(gold: GoldSet, documents: Iterable[Document]) -> tuple[Problem, ...]:
    """Return every problem of a gold set, in the order of its lines; empty when it is sound."""
    sources = Sources(documents)
    found = [
        Problem(item.line, item.id, reason)
        for item in gold.items
        for reason in (*_unproved(item), *_misquoted(item, sources), *_contradictory(item))
    ]
    return tuple(sorted([*found, *_repeated(gold)], key=lambda problem: problem.line))


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


def _misquoted(item: GoldItem, sources: Sources) -> Iterator[str]:
    for quote in item.quotes:
        if quote.source not in sources:
            yield f"unknown source {quote.source!r}"
        elif not sources.places(quote):
            yield f"{quote.source} does not hold {quote.quote!r}"


def _contradictory(item: GoldItem) -> Iterator[str]:
    """Where the reference answer would fail its own item."""
    for words in item.forbidden:
        if any(says(point, words) for group in item.key_points for point in group):
            yield f"the forbidden {words!r} stands in a key point"
        if item.reference and says(item.reference, words):
            yield f"the forbidden {words!r} stands in the reference"
    for group in item.key_points:
        if not any(says(item.reference, point) for point in group):
            yield f"the reference does not say {' | '.join(group)!r}"


def _repeated(gold: GoldSet) -> Iterator[Problem]:
    ids: dict[object, int] = {}
    questions: dict[object, int] = {}
    for item in gold.items:
        asked = (syllables(item.question), item.history)
        for name, key, seen in (("id", item.id, ids), ("question", asked, questions)):
            first = seen.setdefault(key, item.line)
            if first != item.line:
                yield Problem(item.line, item.id, f"same {name} as line {first}")
