"""`eval answers`: the figures of the assistant over a gold set, and the gate on them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from assistant.question import Question
from assistant.settings import Settings
from assistant.wiring import Workbench, open_workbench
from evals import gate, stored
from evals.answers import evaluate
from evals.check import check
from evals.gold import GoldItem, load
from evals.outcome import Outcome, outcome_of
from evals.report import Report
from evals.shipped import first_light
from ui.commands import wording
from ui.commands.output import plain
from ui.commands.progress import shown_progress
from ui.commands.questions import answered
from ui.figures import report_lines

FAILED = 1


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `eval`, with what can be evaluated."""
    parser = commands.add_parser("eval", help=wording.EVAL, description=wording.EVAL)
    kinds = parser.add_subparsers(required=True, metavar=wording.COMMAND)
    answers = kinds.add_parser("answers", help=wording.EVAL_ANSWERS)
    answers.add_argument("gold", nargs="?", type=Path, help=wording.GOLD)
    answers.add_argument("--gate", type=Path, metavar="TỆP", help=wording.GATE)
    answers.add_argument("--json", action="store_true", help=wording.JSON_HELP)
    answers.set_defaults(command=run_answers)


def run_answers(options: argparse.Namespace, settings: Settings) -> int:
    """Ask every question of a gold set, print the figures, and fail where a bar is not cleared."""
    gold = load(options.gold or first_light())
    bars = gate.load(options.gate) if options.gate else None
    with open_workbench(settings, owner="hoiquyche eval") as bench:
        problems = check(gold, bench.documents())
        for problem in problems:
            print(plain(str(problem)), file=sys.stderr)
        if problems:
            return FAILED
        bench.prepare(shown_progress())
        report = evaluate(gold, answering(bench), bench.documents())
        stored.save(report, settings.home)
    _print(report, as_json=options.json)
    failures = gate.failures(bars, report) if bars else ()
    for failure in failures:
        print(
            plain(wording.below_the_bar(failure.bar.measure, failure.value, failure.rows)),
            file=sys.stderr,
        )
    return FAILED if failures else 0


def answering(bench: Workbench) -> Callable[[GoldItem], Outcome]:
    """Return what answers a gold item as the command line would."""

    def answer(item: GoldItem) -> Outcome:
        return outcome_of(item.id, answered(bench, Question(item.question, item.history)))

    return answer


def _print(report: Report, *, as_json: bool) -> None:
    if as_json:
        sys.stdout.buffer.write(report.as_json().encode() + b"\n")
        return
    for line in report_lines(report):
        print(plain(line))
