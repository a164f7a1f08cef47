"""`eval answers`: the figures of the assistant over gold sets, and the gate on them."""

from __future__ import annotations

import argparse
import shlex
import sys
from collections.abc import Sequence
from pathlib import Path

from assistant.settings import Settings
from assistant.wiring import open_workbench
from evals import gate
from evals.gold import Split, merged
from evals.goldfile import load
from evals.judge import judged
from evals.page import goal, page
from evals.report import Report
from evals.shipped import shipped_sets
from ui.commands import gold, retrieval, runs, sweeps, wording
from ui.commands.output import plain
from ui.commands.progress import shown_progress
from ui.commands.runs import opened_runs
from ui.commands.sound import FAILED, sound, tell
from ui.evaluating import Trial, evaluated
from ui.figures import report_lines

GOLD_FILES = frozenset({".jsonl", ".csv", ".xlsx"})


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
    answers.add_argument("--judge", action="store_true", help=wording.JUDGE)
    answers.add_argument("--json", action="store_true", help=wording.JSON_HELP)
    answers.set_defaults(command=run_answers)
    retrieval.register(kinds)
    runs.register(kinds)
    sweeps.register(kinds)
    gold.register(kinds)


def spelled(arguments: Sequence[str]) -> list[str]:
    """Return the arguments with `answers` where `eval` is followed by a gold file.

    >>> spelled(["eval", "gold.jsonl", "--gate", "gate.toml"])
    ['eval', 'answers', 'gold.jsonl', '--gate', 'gate.toml']
    """
    given = list(arguments)
    names_file = len(given) > 1 and Path(given[1]).suffix in GOLD_FILES
    return [*given[:1], "answers", *given[1:]] if given[:1] == ["eval"] and names_file else given


def run_answers(options: argparse.Namespace, settings: Settings) -> int:
    """Ask every question of the gold sets, print the figures, fail where a bar is not cleared."""
    sets = [load(path) for path in options.gold or shipped_sets()]
    bars = gate.load(options.gate) if options.gate else gate.Gate(())
    with open_workbench(settings, owner="hoiquyche eval") as bench:
        if not sound(sets, bench):
            return FAILED
        bench.prepare(shown_progress())
        asked = merged(sets).half(options.half)
        report, card = evaluated(bench, asked, Trial(asking=shown_progress(wording.asking)))
        with opened_runs(settings) as kept:
            run = kept.keep(report, card, options.name)
        if options.judge:
            tell(wording.judged(judged(report.rows, bench.voice.said)))
    tell(wording.kept_run(run.name, run.id))
    if options.page:
        options.page.parent.mkdir(parents=True, exist_ok=True)
        options.page.write_text(page(report, goal(), _command(options)), encoding="utf-8")
    _print(report, as_json=options.json)
    failures = gate.failures(bars, report)
    for failure in failures:
        tell(wording.below_the_bar(str(failure.bar), failure.value, failure.rows))
    return FAILED if failures else 0


def _command(options: argparse.Namespace) -> str:
    """Return the command that makes the page, as it is run in a clone."""
    half = ("--half", options.half) if options.half else ()
    words = ("eval", "answers", *options.gold, *half, "--page", options.page)
    return shlex.join((".venv/bin/hoiquyche", *map(str, words)))


def _print(report: Report, *, as_json: bool) -> None:
    if as_json:
        sys.stdout.buffer.write(report.as_json().encode() + b"\n")
        return
    for line in report_lines(report):
        print(plain(line))
