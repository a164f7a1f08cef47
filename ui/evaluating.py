"""Evaluating the program itself: asked as a user asks it, and watched while it answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count

from assistant.question import Question
from assistant.weighing.tuning import AS_SHIPPED, Setting
from assistant.workbench import Progress, Workbench
from evals.answers import evaluate
from evals.gold import GoldItem, GoldSet
from evals.lost import Indexed
from evals.outcome import Outcome, outcome_of
from evals.record import Record
from evals.report import Report
from evals.runs.card import Card, card_of
from ui.contract import answered


def unheard(done: int, total: int) -> None:
    """Tell nobody how far it is."""


@dataclass(frozen=True, slots=True)
class Trial:
    """How an evaluation is made: the program as it ships or set up in another way.

    `indexing` is told of passages where another index has to be built, `asking` of questions.
    """

    setting: Setting = AS_SHIPPED
    indexing: Progress = field(default=unheard)
    asking: Progress = field(default=unheard)


def evaluated(bench: Workbench, gold: GoldSet, trial: Trial) -> tuple[Report, Card]:
    """Ask a workbench that is ready every question of a gold set, and judge what comes."""
    record = Record(bench.shelf.documents)
    desk = bench.variant(trial.setting, record, trial.indexing)
    done = count(1)

    def answer(item: GoldItem) -> Outcome:
        asked = Question(item.question, item.history)
        reply = answered(desk.speaker, asked, bench.document)
        trial.asking(next(done), len(gold.items))
        return record.taken(outcome_of(item.id, reply))

    report = evaluate(gold, answer, bench.documents(), indexed(bench))
    return report, card_of(desk.generation.card, trial.setting)


def indexed(bench: Workbench) -> Indexed:
    """Return what is indexed of each document."""
    return Indexed.of((one.source, bench.passages(one.id)) for one in bench.documents())
