"""Measuring from the page: gold sets to choose from, runs that are made and kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from assistant.workbench import Progress
from corpus.document import Document
from evals.bank.bank import GoldBank
from evals.check import check
from evals.gold import GoldSet, Split, Status, merged
from evals.goldfile import load
from evals.report import Report
from evals.runs.card import Card
from evals.runs.run import Run
from evals.runs.store import RunStore
from evals.shipped import shipped_sets
from evals.sources import Sources
from ui.errors import FaultyGoldError, UnknownGoldError

Evaluate = Callable[[GoldSet, Progress], tuple[Report, Card]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A run that is asked for: of which gold set, which half (None: both), under which name."""

    gold: str
    half: Split | None
    name: str = ""


def gold_sets(bank: GoldBank) -> Mapping[str, GoldSet]:
    """Return the gold sets there are by name; those that ship are one, under an empty name.

    Of a set that is written here, what nobody has reviewed yet is not asked.
    """
    own = {name: _reviewed(bank.gold_set(name)) for name in bank.sets()}
    return {"": _shipped(), **{name: gold for name, gold in own.items() if gold.items}}


@cache
def _shipped() -> GoldSet:
    return merged([load(path) for path in shipped_sets()])


def _reviewed(gold: GoldSet) -> GoldSet:
    asked = tuple(item for item in gold.items if item.status is not Status.DRAFT)
    return replace(gold, items=asked)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measuring:
    """Makes runs and keeps them; `sets` gives the gold sets there are, by their names."""

    runs: RunStore
    sets: Callable[[], Mapping[str, GoldSet]]
    documents: Callable[[], Iterable[Document]]
    evaluate: Evaluate

    def measure(self, asked: Asked, progress: Progress) -> Run:
        """Ask the questions and keep the run.

        Raises:
            UnknownGoldError: there is no such set.
            FaultyGoldError: it has a fault over the library.
        """
        gold = self._sound(asked.gold).half(asked.half)
        report, card = self.evaluate(gold, progress)
        return self.runs.keep(report, card, asked.name)

    def _sound(self, name: str) -> GoldSet:
        gold = self.sets().get(name)
        if gold is None:
            raise UnknownGoldError(name)
        documents = tuple(self.documents())
        missing = Sources(documents).without(gold.sources)
        problems = () if missing else check(gold, documents)
        if missing or problems:
            first = missing[0] if missing else str(problems[0])
            raise FaultyGoldError(name, first, len(missing or problems))
        return gold
