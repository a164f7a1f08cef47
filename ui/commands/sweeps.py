"""`eval sweep`: a grid of settings over one gold set, with what each reaches and costs."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from assistant.settings import Settings
from assistant.weighing.tuning import Setting
from assistant.wiring import open_workbench
from assistant.workbench import Workbench
from evals.gold import GoldSet, Split, merged
from evals.goldfile import load
from evals.measured import Figured, measured
from evals.plots.scatter import scatter
from evals.plots.svg import alone
from evals.report import Report
from evals.runs.card import Card
from evals.shipped import shipped_sets
from evals.sweep import grid
from evals.sweep.sweep import Evaluate, Point, Sweep, Tried, name_of, points
from ui.commands import wording
from ui.commands.output import plain, print_json
from ui.commands.progress import shown_progress
from ui.commands.runs import opened_runs
from ui.commands.sound import FAILED, sound, tell
from ui.compared import measure_name, number
from ui.evaluating import Trial, evaluated
from ui.figures import Table, in_columns

MEASURE = "right"
PLOT_STYLE = Path(__file__).parent.parent / "assets" / "report.css"
COLUMNS = ("Mã", "Thiết lập", "Đúng và đủ", "Từ chối đúng", "Từ chối nhầm", "ms (p50)", "Tốt nhất")


def register(kinds: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `sweep`."""
    sweep = kinds.add_parser("sweep", help=wording.SWEEP)
    sweep.add_argument("grid", type=Path, metavar="TỆP", help=wording.GRID)
    sweep.add_argument("--plot", type=Path, metavar="TỆP", help=wording.PLOT)
    sweep.add_argument("--json", action="store_true", help=wording.JSON_HELP)
    sweep.set_defaults(command=run_sweep)


def run_sweep(options: argparse.Namespace, settings: Settings) -> int:
    """Run every setting of a grid that has no run yet, and show what all of them reach."""
    wanted = grid.load(options.grid)
    sets = [load(path) for path in wanted.gold or shipped_sets()]
    with open_workbench(settings, owner="hoiquyche eval") as bench:
        if not sound(sets, bench):
            return FAILED
        bench.prepare(shown_progress())
        with opened_runs(settings) as store:
            sweep = Sweep(
                gold=merged(sets).half(wanted.half),
                library=bench.library_digest,
                store=store,
                evaluate=_evaluating(bench),
            )
            tried = _all(sweep, wanted.settings)
    if options.plot:
        _draw(options.plot, tried, wanted.half)
    _print(tried, wanted.half, as_json=options.json)
    return 0


def _draw(path: Path, tried: Sequence[Tried], half: Split) -> None:
    """Write quality against time as a picture that stands alone."""
    named = [(name_of(one.setting) or wording.SHIPPED, one.run.report) for one in tried]
    axes = (wording.MILLISECONDS, measure_name(MEASURE))
    plot = scatter(wording.SWEEP, points(named, MEASURE, half), axes)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(alone(plot, PLOT_STYLE.read_text("utf-8")), encoding="utf-8")


def _evaluating(bench: Workbench) -> Evaluate:
    def evaluate(gold: GoldSet, setting: Setting) -> tuple[Report, Card]:
        asking = shown_progress(wording.asking)
        return evaluated(bench, gold, Trial(setting, shown_progress(), asking))

    return evaluate


def _all(sweep: Sweep, settings: Sequence[Setting]) -> list[Tried]:
    """Run the settings, telling which one is at work."""
    done: list[Tried] = []
    for number_of, setting in enumerate(settings, start=1):
        name = name_of(setting) or wording.SHIPPED
        tell(wording.SETTING.format(number_of, len(settings), name))
        done.append(sweep.tried(setting))
        if done[-1].again:
            tell(wording.MADE_BEFORE)
    return done


def _print(tried: Sequence[Tried], half: Split, *, as_json: bool) -> None:
    named = [(one.run.id, one.run.report) for one in tried]
    reached = {point.name: point for point in points(named, MEASURE, half)}
    if as_json:
        print_json([_json(one, reached[one.run.id]) for one in tried if one.run.id in reached])
        return
    rows = tuple(_row(one, reached.get(one.run.id), half) for one in tried)
    for line in in_columns(Table(wording.SWEEP, COLUMNS, rows)):
        print(plain(line))


def _row(one: Tried, point: Point | None, half: Split) -> tuple[str, ...]:
    named = ("right", "refusal_recall", "needless", "p50")
    figures = (measured(one.run.report, Figured(name, half)) for name in named)
    shown = (number(found.value) if found else "–" for found in figures)
    best = "×" if point and point.front else ""
    return (one.run.id, name_of(one.setting) or wording.SHIPPED, *shown, best)


def _json(one: Tried, point: Point) -> dict[str, object]:
    return {
        "run": one.run.id,
        "setting": one.setting.changed(),
        "again": one.again,
        MEASURE: point.quality,
        "p50": point.milliseconds,
        "front": point.front,
    }
