"""The worst answers of a report."""

from __future__ import annotations

from evals.gold import Split
from evals.report import Report, Row

JUDGED = (
    "right",
    "key_points",
    "forbidden",
    "evidence",
    "citation_precision",
    "refusal",
    "premise",
)


def standing(row: Row) -> float:
    """Return how good an answer is: the mean of those of `JUDGED` that apply to it, in [0, 1]."""
    values = [value for name in JUDGED if (value := row.score(name)) is not None]
    return sum(values) / len(values) if values else 1.0


def worst(report: Report, count: int, split: Split = Split.REPORT) -> tuple[Row, ...]:
    """Return the `count` worst answers of a half that have a fault, ties in the order of the gold.

    Fewer when fewer have one.
    """
    faulty = (row for row in report.rows if row.split is split and row.faults)
    return tuple(sorted(faulty, key=standing)[:count])


def is_lost(row: Row) -> bool:
    """Tell whether an answer is not what a careful person would give: wrong, or out of place.

    That an answer is longer than it need be, or cites more, does not make it lost.
    """
    telling = ("right", "premise", "refusal")
    return any(value is not None and value < 1 for value in map(row.score, telling))
