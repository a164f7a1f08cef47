"""Any figure of a report by its name, with its interval and the number of questions behind it.

Names are those of the measures (`evals.answers.measures`) and

    refusal_recall      share of the unanswerable questions that were refused
    refusal_precision   share of the refusals that were due
    needless            share of the answerable questions that were refused
    calibration_error   expected calibration error of the answers
    p50, p95            milliseconds per question
    robust              for a rough kind: its share of the clean questions' right rate
    robust_twins        for a rough kind: the same over the pairs with a clean twin
    robust_same         for a rough kind: share of these pairs that cite the very same words
"""

from __future__ import annotations

from dataclasses import dataclass

from evals.gold import Kind, Split
from evals.interval import Interval, share
from evals.measures.refusal import Refusals
from evals.report import Figure, Group, Report


@dataclass(frozen=True, slots=True)
class Figured:
    """Which figure is meant; with `full`, the share of the questions that score 1."""

    measure: str
    split: Split = Split.REPORT
    kind: Kind | None = None
    full: bool = False


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure, over how many questions, and between which bounds where they are known."""

    value: float
    n: int
    interval: Interval | None = None


def measured(report: Report, wanted: Figured) -> Measured | None:
    """Return a figure of a report, None when the report lacks it."""
    if wanted.measure in {"robust", "robust_twins", "robust_same"}:
        return _robust(report, wanted)
    group = report.group(wanted.split, wanted.kind)
    if group is None:
        return None
    figure = group.figure(wanted.measure)
    return _of_group(group, wanted.measure) if figure is None else _of_figure(figure, wanted)


def _robust(report: Report, wanted: Figured) -> Measured | None:
    for found in report.robustness(wanted.split):
        if found.kind is wanted.kind:
            if wanted.measure == "robust":
                return _within(found.share, found.n)
            over = found.twins if wanted.measure == "robust_twins" else found.same
            return _within(over, found.pairs)
    return None


def _of_figure(figure: Figure, wanted: Figured) -> Measured | None:
    if wanted.full and figure.full is not None:
        return _within(share(round(figure.full * figure.n), figure.n), figure.n)
    return _within(figure.average, figure.n)


def _of_group(group: Group, name: str) -> Measured | None:
    counted = _counted(group.refusals).get(name)
    if counted is not None:
        return _within(share(*counted), counted[1])
    plain = {
        "p50": (group.times.p50, group.n),
        "p95": (group.times.p95, group.n),
        "calibration_error": (group.calibration.error, group.calibration.n),
    }
    value, n = plain.get(name, (None, 0))
    return None if value is None else Measured(value, n)


def _counted(refusals: Refusals) -> dict[str, tuple[int, int]]:
    """Return part and whole of each share."""
    hit, wrong = refusals.hit, refusals.wrong
    return {
        "refusal_recall": (hit, hit + refusals.missed),
        "refusal_precision": (hit, hit + wrong),
        "needless": (wrong, wrong + refusals.answered),
    }


def _within(interval: Interval | None, n: int) -> Measured | None:
    return None if interval is None else Measured(interval.value, n, interval)
