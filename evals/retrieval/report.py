"""The report of a retrieval evaluation: what each system found, how fast, at what cost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pydantic import TypeAdapter

from evals.interval import Interval
from evals.report import Times


@dataclass(frozen=True, slots=True)
class Value:
    """The mean of one measure over the questions, with its 95 % interval."""

    measure: str
    average: Interval | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """What indexing took.

    `units` are what is indexed (passages, chunks, rows), `embedded` those whose vector was not in
    the cache: only when it is `units` is the time that of a first build. `unreachable` rows are
    such that no unit belongs to. Loading a model is not in `seconds`.
    """

    seconds: float
    rows_per_second: float
    units: int
    embedded: int
    unreachable: int


@dataclass(frozen=True, slots=True, kw_only=True)
class System:
    """The product or a peer of it.

    `short` is how many questions found fewer than 20 rows. `memory` is the peak of its process in
    MB, the corpus and the building of the index included.
    """

    name: str
    values: tuple[Value, ...]
    times: Times
    build: Build
    short: int
    memory: float

    def value(self, measure: str) -> Interval | None:
        """Return the figure of a measure, None when it was not taken."""
        return next((one.average for one in self.values if one.measure == measure), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """An evaluation over one collection, the product first; `digest` tells its files.

    `queries` are those that are scored; `unjudged` have no row that answers them and were not
    asked. `unaccented` says that they were asked without diacritics, `limit` that only so many
    rows were taken.
    """

    collection: str
    digest: str
    rows: int
    queries: int
    unjudged: int
    systems: tuple[System, ...]
    unaccented: bool = False
    limit: int | None = None
    version: Literal[1] = 1

    def as_json(self) -> str:
        """Return the report as JSON."""
        return TypeAdapter(Report).dump_json(self, indent=1).decode()


def from_json(text: str) -> Report:
    """Read a report that `as_json` wrote; raises pydantic's ValidationError for anything else."""
    return TypeAdapter(Report).validate_json(text)
