"""The runs that are kept, in tables of their own beside those of the library."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from pydantic import TypeAdapter

from corpus.database import Database
from evals.errors import UnknownRunError
from evals.gold import Split
from evals.measured import Figured, measured
from evals.report import Report
from evals.runs.card import Card
from evals.runs.run import Run, identity

LONGEST_NAME = 80
READ_AT_ONCE = 2  # runs that stay in memory, each some ten megabytes
MARK = "eval-runs 1"  # in the library's table of marks: these tables are there, in this form
TABLES = """
CREATE TABLE eval_runs (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    at TEXT NOT NULL,
    key TEXT NOT NULL,
    head TEXT NOT NULL,
    body BLOB NOT NULL
) STRICT;
CREATE INDEX eval_runs_by_key ON eval_runs (key)
"""
_HEADS = "SELECT id, name, at, head FROM eval_runs"


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A kept run in short: figures of the half that is published, or of the only one it asked.

    `right` and `refused` are None where nothing was asked that they apply to.
    """

    id: str
    name: str
    at: str
    gold: str
    digest: str
    questions: int
    half: Split
    right: float | None
    refused: float | None
    p50: float
    setting: dict[str, int | float | str]


class RunStore:
    """The runs of a database; each is written once and not changed but for its name."""

    def __init__(self, database: Database, clock: Callable[[], str] = _now) -> None:
        self._database = database
        self._clock = clock
        self._read = lru_cache(READ_AT_ONCE)(self._run)
        with database.change() as rows:
            _create(rows)

    @classmethod
    def open(cls, library: Path, clock: Callable[[], str] = _now) -> RunStore:
        """Open the runs in the database of a library, with a connection of its own.

        Raises:
            DamagedLibraryError, NewerLibraryError, UnusableStateError: as for the library.
        """
        return cls(Database.open(library), clock)

    def close(self) -> None:
        """Close the database; closing twice does nothing."""
        self._database.close()

    # --- reading

    def heads(self) -> tuple[Head, ...]:
        """Return every run in short, the latest first."""
        found = self._database.rows(f"{_HEADS} ORDER BY at DESC, rowid DESC")
        read = TypeAdapter(Head).validate_python
        return tuple(
            read({"id": key, "name": name, "at": at, **json.loads(head)})
            for key, name, at, head in found
        )

    def run(self, name: str) -> Run:
        """Return a run by its id, a beginning of it (four digits or more), or its name.

        The latest of those that bear a name; "latest" is the latest of all.

        Raises:
            UnknownRunError: there is none, or the beginning is that of several.
        """
        return self._read(self._id(name))

    def latest(self) -> Run | None:
        """Return the latest run, None when there is none."""
        heads = self.heads()
        return self._read(heads[0].id) if heads else None

    def made(self, key: str) -> Run | None:
        """Return the run that was kept under a key, None when there is none."""
        found = self._database.rows("SELECT id FROM eval_runs WHERE key = ? AND key <> ''", (key,))
        return self._read(str(found[-1][0])) if found else None

    # --- changing

    def keep(self, report: Report, card: Card, name: str = "", key: str = "") -> Run:
        """Keep an evaluation; without a `name` it bears its time.

        `key` says what it is a run of, for who wants to find it again.
        """
        at = self._clock()
        named = " ".join(name.split())[:LONGEST_NAME] or at
        run = Run(id=identity(at, card, report), name=named, at=at, card=card, report=report)
        body = zlib.compress(run.as_json().encode(), level=3)
        with self._database.change() as rows:
            rows.execute(
                "INSERT OR REPLACE INTO eval_runs (id, name, at, key, head, body)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (run.id, run.name, at, key, json.dumps(_head(run)), body),
            )
        return run

    def remove(self, name: str) -> None:
        """Delete a run for good; raises UnknownRunError."""
        key = self._id(name)
        with self._database.change() as rows:
            rows.execute("DELETE FROM eval_runs WHERE id = ?", (key,))
        self._read.cache_clear()

    def _id(self, name: str) -> str:
        heads = self.heads()
        if name == "latest" and heads:
            return heads[0].id
        named = [head.id for head in heads if name in (head.id, head.name)]
        short = len(name) >= 4  # noqa: PLR2004 - said in `run`
        begun = [head.id for head in heads if short and head.id.startswith(name)]
        if named or len(begun) == 1:
            return (named or begun)[0]
        raise UnknownRunError(name)

    def _run(self, run_id: str) -> Run:
        ((body,),) = self._database.rows("SELECT body FROM eval_runs WHERE id = ?", (run_id,))
        return TypeAdapter(Run).validate_json(zlib.decompress(body))


def _head(run: Run) -> dict[str, object]:
    report = run.report
    halves = [group for group in report.groups if group.kind is None]
    half = halves[0].split if halves else Split.REPORT
    figures = {
        name: found.value if (found := measured(report, Figured(measure, half))) else None
        for name, measure in {"right": "right", "refused": "refusal_recall", "p50": "p50"}.items()
    }
    return {
        **figures,
        "p50": figures["p50"] or 0.0,
        "half": half,
        "gold": report.gold,
        "digest": report.digest,
        "questions": len(report.rows),
        "setting": dict(run.card.setting) if run.card else {},
    }


def _create(rows: sqlite3.Connection) -> None:
    """Make the tables where they are not there yet."""
    if rows.execute("SELECT 1 FROM marks WHERE name = ?", (MARK,)).fetchone():
        return
    for statement in TABLES.split(";"):
        rows.execute(statement)
    rows.execute("INSERT INTO marks (name) VALUES (?)", (MARK,))
