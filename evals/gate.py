"""A gate: bars that a report must clear."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import TypeAdapter, ValidationError

from evals.errors import EvaluationFileError
from evals.gold import Kind, Split
from evals.measured import Figured, Measured, measured
from evals.report import Report, Row

# the measure of single questions behind a figure of a group, and the questions that it is about
_BEHIND = {
    "robust": "right",
    "robust_twins": "right",
    "robust_same": "right",
    "refusal_recall": "refusal",
    "needless": "refusal",
}
_ANSWERABLE = {"refusal_recall": False, "needless": True}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar of a gate: a measure over a half and a kind (None: all), between two bounds.

    `of` says which value is compared: "average", or "full", the share of questions that score 1.
    `measure` is any that `evals.measured` knows.
    """

    measure: str
    at_least: float | None = None
    at_most: float | None = None
    split: Split = Split.REPORT
    kind: Kind | None = None
    of: Literal["average", "full"] = "average"

    def __post_init__(self) -> None:
        if self.at_least is None and self.at_most is None:
            reason = f"the bar for {self.measure} has neither at_least nor at_most"
            raise ValueError(reason)

    def __str__(self) -> str:
        name = " ".join(
            filter(None, (self.measure, self.kind, self.of if self.of == "full" else ""))
        )
        low = "" if self.at_least is None else f" >= {self.at_least:g}"
        high = "" if self.at_most is None else f" <= {self.at_most:g}"
        return f"{name}{low}{high}"

    def measured(self, report: Report) -> Measured | None:
        """Return what is compared with the bar; None when the report lacks it."""
        return measured(
            report, Figured(self.measure, self.split, self.kind, full=self.of == "full")
        )

    def allows(self, value: float) -> bool:
        """Tell whether a value lies within the bounds; the bounds themselves are allowed."""
        low = self.at_least is None or value >= self.at_least
        return low and (self.at_most is None or value <= self.at_most)


@dataclass(frozen=True, slots=True)
class Failure:
    """A bar that was not cleared, the value found (None: the report has none), rows to look at.

    `rows` are the ids of the questions of the group that score below 1 (for a bar with `at_most`:
    above it), in the order of the gold.
    """

    bar: Bar
    value: float | None
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gate:
    """The bars of one file, in its order."""

    bars: tuple[Bar, ...]


def load(path: Path) -> Gate:
    """Read a gate from TOML: tables `[[bar]]` with the fields of `Bar`.

    Raises EvaluationFileError for a file that is no gate, and for one without a bar.
    """
    try:
        bars = tomllib.loads(path.read_text(encoding="utf-8")).get("bar", [])
        gate = Gate(TypeAdapter(tuple[Bar, ...]).validate_python(bars))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, ValidationError) as error:
        raise EvaluationFileError(path, str(error)) from error
    if not gate.bars:
        raise EvaluationFileError(path, "it has no [[bar]]")
    return gate


def failures(gate: Gate, report: Report) -> tuple[Failure, ...]:
    """Return the bars that a report does not clear; a figure that it lacks clears no bar."""
    return tuple(_failures(gate, report))


def _failures(gate: Gate, report: Report) -> Iterator[Failure]:
    for bar in gate.bars:
        found = bar.measured(report)
        if found is None or not bar.allows(found.value):
            yield Failure(bar, found.value if found else None, _short(bar, report))


def _short(bar: Bar, report: Report) -> tuple[str, ...]:
    """Return the rows that keep a bar from being cleared."""
    rows = (row for row in report.rows if row.split is bar.split and bar.kind in (None, row.kind))
    behind = _BEHIND.get(bar.measure)
    if behind:
        return tuple(row.id for row in rows if row.score(behind) == 0 and _meant(bar, row))
    return tuple(row.id for row in rows if _falls_short(bar, row.score(bar.measure)))


def _meant(bar: Bar, row: Row) -> bool:
    return bar.measure not in _ANSWERABLE or row.answerable == _ANSWERABLE[bar.measure]


def _falls_short(bar: Bar, value: float | None) -> bool:
    return value is not None and (value < 1 if bar.at_most is None else value > bar.at_most)
