"""`eval runs | compare | export | baseline | forget`: what is done with runs that are kept."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from assistant.settings import Settings
from corpus.state import StateFolder, own
from evals.compare.comparison import compare
from evals.gold import Split
from evals.kept import written
from evals.page import goal
from evals.runs.run import Run, from_file
from evals.runs.store import Head, RunStore
from ui.commands import wording
from ui.commands.output import plain, print_json
from ui.commands.sound import FAILED, tell
from ui.compared import comparison_lines, number
from ui.compared_json import comparison_json
from ui.figures import Table, in_columns
from ui.reports.every import REPORTS
from ui.reports.markdown import comparison_markdown

OWNER = "hoiquyche eval"
WRONG_USE = 2
COLUMNS = ("Mã", "Tên", "Lúc (UTC)", "Bộ câu hỏi", "Số câu", "Đúng và đủ", "ms (p50)", "Thay đổi")


def register(kinds: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add what is done with kept runs."""
    runs = kinds.add_parser("runs", help=wording.RUNS)
    runs.add_argument("--json", action="store_true", help=wording.JSON_HELP)
    runs.set_defaults(command=run_list)
    beside = kinds.add_parser("compare", help=wording.COMPARE)
    beside.add_argument("runs", nargs="+", metavar="LẦN_ĐO", help=wording.COMPARED)
    beside.add_argument("--markdown", action="store_true", help=wording.AS_MARKDOWN)
    beside.add_argument("--json", action="store_true", help=wording.JSON_HELP)
    beside.set_defaults(command=run_compare)
    export = kinds.add_parser("export", help=wording.EXPORT_RUN)
    export.add_argument("run", metavar="LẦN_ĐO", help=wording.ONE_RUN)
    export.add_argument("files", nargs="+", type=Path, metavar="TỆP", help=wording.EXPORTS)
    export.set_defaults(command=run_export)
    baseline = kinds.add_parser("baseline", help=wording.BASELINE_OF)
    baseline.add_argument("run", metavar="LẦN_ĐO", help=wording.ONE_RUN)
    baseline.add_argument("gate", type=Path, metavar="TỆP", help=wording.NEW_GATE)
    baseline.set_defaults(command=run_baseline)
    forget = kinds.add_parser("forget", help=wording.FORGET)
    forget.add_argument("run", metavar="LẦN_ĐO")
    forget.set_defaults(command=run_forget)


@contextmanager
def opened_runs(settings: Settings) -> Iterator[RunStore]:
    """Open the runs of a state folder that this process owns."""
    with closing(RunStore.open(StateFolder(settings.home).library)) as kept:
        yield kept


@contextmanager
def owned_runs(settings: Settings) -> Iterator[RunStore]:
    """Own the state folder and open its runs.

    Raises:
        LibraryLockedError: another process owns it.
    """
    with own(settings.home, OWNER), opened_runs(settings) as kept:
        yield kept


def read_runs(names: list[str], settings: Settings) -> list[Run]:
    """Return runs by file, name or id; files alone are read without the state folder.

    Raises:
        EvaluationFileError: a file that is no run.
        UnknownRunError: none is kept under a name.
    """
    files = {name: from_file(Path(name)) for name in names if Path(name).is_file()}
    if len(files) == len(set(names)):
        return [files[name] for name in names]
    with owned_runs(settings) as kept:
        return [files.get(name) or kept.run(name) for name in names]


def run_list(options: argparse.Namespace, settings: Settings) -> int:
    """List the kept runs, the latest first."""
    with owned_runs(settings) as kept:
        heads = kept.heads()
    if options.json:
        print_json([_head_json(head) for head in heads])
    elif not heads:
        print(wording.NO_RUNS)
    else:
        for line in in_columns(Table(wording.RUNS, COLUMNS, tuple(map(_line, heads)))):
            print(plain(line))
    return 0


def run_compare(options: argparse.Namespace, settings: Settings) -> int:
    """Compare runs with the first of them."""
    names = options.runs if len(options.runs) > 1 else [*options.runs, "latest"]
    first, *others = read_runs(names, settings)
    compared = [(other, compare(first.report, other.report)) for other in others]
    if options.json:
        print_json([comparison_json(first, other, result) for other, result in compared])
        return 0
    for other, result in compared:
        if options.markdown:
            print(plain(comparison_markdown(first, other, result)))
            continue
        for line in comparison_lines(first, other, result):
            print(plain(line))
        print()
    return 0


def run_export(options: argparse.Namespace, settings: Settings) -> int:
    """Write a run as files whose endings say in which form."""
    unknown = [path for path in options.files if path.suffix[1:] not in REPORTS]
    if unknown:
        tell(wording.no_such_form(unknown[0].name, tuple(REPORTS)))
        return WRONG_USE
    (run,) = read_runs([options.run], settings)
    for path in options.files:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(REPORTS[path.suffix[1:]].of(run), encoding="utf-8", newline="")
        print(plain(wording.EXPORTED.format(path)))
    return 0


def run_baseline(options: argparse.Namespace, settings: Settings) -> int:
    """Write the gate that keeps what a run reached, in place of the one before."""
    (run,) = read_runs([options.run], settings)
    if run.report.group(Split.REPORT) is None:
        tell(wording.NO_REPORT_HALF)
        return FAILED
    options.gate.parent.mkdir(parents=True, exist_ok=True)
    options.gate.write_text(written(run.report, goal()), encoding="utf-8")
    print(plain(wording.new_gate(str(options.gate), run.name)))
    return 0


def run_forget(options: argparse.Namespace, settings: Settings) -> int:
    """Delete a kept run for good."""
    with owned_runs(settings) as kept:
        kept.remove(options.run)
    print(plain(wording.forgotten_run(options.run)))
    return 0


def _line(head: Head) -> tuple[str, ...]:
    right = "–" if head.right is None else number(head.right)
    changed = ", ".join(f"{name}={value}" for name, value in head.setting.items())
    asked = (head.gold, str(head.questions))
    return (head.id, head.name, head.at[:19], *asked, right, number(head.p50), changed)


def _head_json(head: Head) -> dict[str, object]:
    return {name: getattr(head, name) for name in Head.__slots__}
