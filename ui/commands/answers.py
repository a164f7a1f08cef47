"""`eval answers`: the figures of the assistant over gold sets, and the gate on them."""

from __future__ import annotations

import argparse
import shlex
import sys
from collections.abc import Callable
from pathlib import Path

from assistant.assistant import AskOptions
from assistant.question import Question
from assistant.settings import Settings
from assistant.tuning import SHIPPED, Tuning
from assistant.wiring import Workbench, open_workbench
from corpus.shipped import shipped_texts
from evals import gate
from evals.answers import evaluate
from evals.check import check
from evals.errors import MissingDocumentsError
from evals.gold import GoldItem, GoldSet, Split, load, merged
from evals.lost import Indexed
from evals.outcome import Outcome, outcome_of
from evals.page import goal, page
from evals.record import Record
from evals.report import Report
from evals.runs.card import card_of
from evals.shipped import shipped_sets
from evals.sources import Sources
from ui.commands import retrieval, runs, wording
from ui.commands.output import plain
from ui.commands.progress import shown_progress
from ui.commands.questions import answered
from ui.commands.runs import opened_runs
from ui.figures import report_lines

FAILED = 1


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `eval`, with what can be evaluated."""
    parser = commands.add_parser("eval", help=wording.EVAL, description=wording.EVAL)
    kinds = parser.add_subparsers(required=True, metavar=wording.COMMAND)
    answers = kinds.add_parser("answers", help=wording.EVAL_ANSWERS)
    answers.add_argument("gold", nargs="*", type=Path, help=wording.GOLD)
    answers.add_argument("--gate", type=Path, metavar="TỆP", help=wording.GATE)
    answers.add_argument("--page", type=Path, metavar="TỆP", help=wording.PAGE)
    answers.add_argument("--half", choices=[*Split], type=Split, help=wording.HALF)
    answers.add_argument("--name", default="", metavar="TÊN", help=wording.RUN_NAME)
    answers.add_argument("--json", action="store_true", help=wording.JSON_HELP)
    answers.set_defaults(command=run_answers)
    retrieval.register(kinds)
    runs.register(kinds)


def run_answers(options: argparse.Namespace, settings: Settings) -> int:
    """Ask every question of the gold sets, print the figures, fail where a bar is not cleared."""
    sets = [load(path) for path in options.gold or shipped_sets()]
    bars = gate.load(options.gate) if options.gate else gate.Gate(())
    with open_workbench(settings, owner="hoiquyche eval") as bench:
        if not _sound(sets, bench):
            return FAILED
        bench.prepare(shown_progress())
        gold = merged(sets).half(options.half)
        report = evaluate(gold, answering(bench), bench.documents(), indexed(bench))
        with opened_runs(settings) as kept:
            run = kept.keep(report, card_of(bench.card, SHIPPED), options.name)
    _tell(wording.kept_run(run.name, run.id))
    if options.page:
        options.page.parent.mkdir(parents=True, exist_ok=True)
        options.page.write_text(page(report, goal(), _command(options)), encoding="utf-8")
    _print(report, as_json=options.json)
    failures = gate.failures(bars, report)
    for failure in failures:
        _tell(wording.below_the_bar(str(failure.bar), failure.value, failure.rows))
    return FAILED if failures else 0


def answering(bench: Workbench, tuning: Tuning = SHIPPED) -> Callable[[GoldItem], Outcome]:
    """Return what answers a gold item as the command line would, and is watched while it does."""
    record = Record(bench.shelf.documents)
    assistant = bench.variant(AskOptions(tuning, record))

    def answer(item: GoldItem) -> Outcome:
        reply = answered(assistant, Question(item.question, item.history), bench.document)
        return record.taken(outcome_of(item.id, reply))

    return answer


def indexed(bench: Workbench) -> Indexed:
    """Return what is indexed of each document."""
    return Indexed.of((one.source, bench.passages(one.id)) for one in bench.documents())


def _command(options: argparse.Namespace) -> str:
    """Return the command that makes the page, as it is run in a clone."""
    half = ("--half", options.half) if options.half else ()
    words = ("eval", "answers", *options.gold, *half, "--page", options.page)
    return shlex.join((".venv/bin/hoiquyche", *map(str, words)))


def _sound(sets: list[GoldSet], bench: Workbench) -> bool:
    """Tell whether the sets have no fault over the library, and name the faults that there are.

    Raises:
        MissingDocumentsError: a set quotes documents that are not in the library.
    """
    documents = bench.documents()
    for gold in sets:
        if missing := Sources(documents).without(gold.sources):
            raise MissingDocumentsError(gold.name, missing)
    known = {*merged(sets).sources, *(path.name for path in shipped_texts())}
    if more := tuple(one.source for one in documents if one.source not in known):
        _tell(wording.more_than_asked(more))
    problems = check(merged(sets), documents)
    for problem in problems:
        _tell(str(problem))
    return not problems


def _print(report: Report, *, as_json: bool) -> None:
    if as_json:
        sys.stdout.buffer.write(report.as_json().encode() + b"\n")
        return
    for line in report_lines(report):
        print(plain(line))


def _tell(words: str) -> None:
    print(plain(words), file=sys.stderr)
