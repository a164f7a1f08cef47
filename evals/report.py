"""The report of an evaluation: a row for each question, figures for each half and kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pydantic import TypeAdapter

from assistant.question import Turn
from evals.faults import Fault
from evals.gold import Kind, Split
from evals.interval import Interval
from evals.lost import Stage
from evals.measures.calibration import Calibration
from evals.measures.refusal import Refusals
from evals.measures.robustness import Robustness
from evals.outcome import Outcome


@dataclass(frozen=True, slots=True)
class Score:
    """The value of one measure for one question; None where the measure does not apply."""

    measure: str
    value: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One question, what came of it, its scores in the order of the measures, what is wrong.

    `lost_at` is the stage at which the way to the answer was missed; None when it was not, or
    nobody watched.
    """

    id: str
    kind: Kind
    split: Split
    tags: tuple[str, ...]
    question: str
    reference: str
    answerable: bool
    outcome: Outcome
    scores: tuple[Score, ...]
    faults: tuple[Fault, ...] = ()
    lost_at: Stage | None = None
    history: tuple[Turn, ...] = ()

    def score(self, measure: str) -> float | None:
        """Return the value of a measure; None also for a measure that was not taken."""
        return next((score.value for score in self.scores if score.measure == measure), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One measure over the questions of a group that it applies to.

    `average` is the mean with its 95 % interval (the median for `concision`), None when `n` is 0;
    `full` is the share of the questions that score 1 or more.
    """

    measure: str
    n: int
    average: Interval | None
    full: float | None


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds per question: median and 95th percentile."""

    p50: float
    p95: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The figures of one half of the gold set, over one kind of question or all (None)."""

    split: Split
    kind: Kind | None
    n: int
    figures: tuple[Figure, ...]
    refusals: Refusals
    times: Times
    calibration: Calibration

    def figure(self, measure: str) -> Figure | None:
        """Return the figure of a measure, None when it was not taken."""
        return next((figure for figure in self.figures if figure.measure == measure), None)


@dataclass(frozen=True, slots=True)
class Rough:
    """The robustness of one half of the gold set, a record for each rough kind that it asks."""

    split: Split
    kinds: tuple[Robustness, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """An evaluation of answers over a gold set; `digest` tells the gold files.

    `rows` keep the order of the gold set. `groups` hold the reporting half first, in each half the
    whole before the kinds; only the reporting half is evidence of quality, the other was seen
    while tuning. Kinds without a question in a half have no group there.
    """

    gold: str
    digest: str
    rows: tuple[Row, ...]
    groups: tuple[Group, ...]
    rough: tuple[Rough, ...] = ()
    schema: Literal[2] = 2

    def group(self, split: Split, kind: Kind | None = None) -> Group | None:
        """Return the figures of a half, over one kind when it is given; None without questions."""
        wanted = (split, kind)
        return next((g for g in self.groups if (g.split, g.kind) == wanted), None)

    def robustness(self, split: Split) -> tuple[Robustness, ...]:
        """Return how each rough kind of question fares in a half."""
        return next((rough.kinds for rough in self.rough if rough.split is split), ())

    def as_json(self) -> str:
        """Return the report as JSON; `schema` is its version."""
        return TypeAdapter(Report).dump_json(self, indent=1).decode()


def from_json(text: str) -> Report:
    """Read a report that `as_json` wrote; raises pydantic's ValidationError for anything else."""
    return TypeAdapter(Report).validate_json(text)
