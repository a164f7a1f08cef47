"""A run: the rows that a system found for each question, best first; TREC's file of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from evals.errors import BeirFault, BeirFileError

DEPTH = 20  # rows of a ranking


@dataclass(frozen=True, slots=True)
class Scored:
    """A row with its score; the better the higher."""

    row: str
    score: float


Ranking = tuple[Scored, ...]
Run = Mapping[str, Ranking]  # by question


def ranked(found: Iterable[Scored], depth: int = DEPTH) -> Ranking:
    """Return the best rows, each by its best score, ties by id.

    Scores are those of single precision, as trec_eval reads them. A tie is parted by the least
    step down: tools differ in how they order ties, and each is to read this order.

    >>> [row.row for row in ranked([Scored("b", 1.0), Scored("a", 0.5), Scored("a", 1.0)])]
    ['a', 'b']
    """
    best: dict[str, float] = {}
    for one in found:
        best[one.row] = max(best.get(one.row, -np.inf), float(np.float32(one.score)))
    order = sorted(best, key=lambda row: (-best[row], row))[:depth]
    parted, last = [], np.float32(np.inf)
    for row in order:
        last = min(np.float32(best[row]), np.nextafter(last, np.float32(-np.inf)))
        parted.append(Scored(row, float(last)))
    return tuple(parted)


def write_run(path: Path, run: Run, tag: str) -> None:
    """Write a run as TREC does, parted by tabs because ids may hold spaces."""
    lines = (
        f"{query}\tQ0\t{one.row}\t{rank}\t{one.score!r}\t{tag}\n"
        for query, ranking in run.items()
        for rank, one in enumerate(ranking, start=1)
    )
    path.write_text("".join(lines), encoding="utf-8", newline="\n")


def read_run(path: Path) -> dict[str, Ranking]:
    """Read what `write_run` wrote; the order is that of the scores, ranks are not believed.

    Raises:
        BeirFileError: it is no run.
    """
    found: dict[str, list[Scored]] = {}
    for number, line in enumerate(path.read_text("utf-8").split("\n"), start=1):
        if line.strip():
            query, scored = _read(path, number, line)
            found.setdefault(query, []).append(scored)
    return {query: ranked(rows, len(rows)) for query, rows in found.items()}


def _read(path: Path, number: int, line: str) -> tuple[str, Scored]:
    try:
        query, _, row, _, score, _ = line.split("\t")
        return query, Scored(row, float(score))
    except ValueError as error:
        raise BeirFileError(path, BeirFault.RUN, number) from error
