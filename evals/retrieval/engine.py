"""An engine: an index of a collection that can be asked, and what building it took."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from evals.retrieval.beir import Collection
from evals.retrieval.report import Build
from evals.retrieval.run import Scored


@dataclass(frozen=True, slots=True)
class Found:
    """The rows of the best units with their scores, a row as often as units of it were found.

    `units` counts also those that belong to no row, such as the name of a law.
    """

    units: int
    rows: tuple[Scored, ...]


@dataclass(frozen=True, slots=True)
class Engine:
    """What can be asked for its best `k` units."""

    find: Callable[[str, int], Found]
    build: Build


def built(collection: Collection, started: float, *, units: int, embedded: int = 0) -> Build:
    """Return what was built since `started` (of `time.perf_counter`), every row being reachable."""
    seconds = time.perf_counter() - started
    return Build(
        seconds=seconds,
        rows_per_second=len(collection.rows) / seconds,
        units=units,
        embedded=embedded,
        unreachable=0,
    )
