"""The audit log: who did what, when, from where. It only grows, and shows when it was altered."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import astuple, dataclass
from enum import StrEnum

from corpus.database import Database
from ui.people.users import now

_READ = "SELECT n, at, who, deed, thing, source, digest FROM audit"
_PAGE = 1000  # rows read at once


class Deed(StrEnum):
    """What is recorded."""

    SIGNED_IN = "signed-in"
    REFUSED = "refused"  # a wrong name or password, or too many tries
    SIGNED_OUT = "signed-out"
    ASKED = "asked"
    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"
    EXPORTED = "exported"
    MEASURED = "measured"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the log; `who` is "" while there are no users.

    `digest` is made of the line and of the digest before it.
    """

    n: int
    at: str
    who: str
    deed: Deed
    thing: str
    source: str
    digest: str


class Audit:
    """The log in the database of a library, whose tables `Users` makes."""

    def __init__(self, database: Database, clock: Callable[[], str] = now) -> None:
        self.database, self.clock = database, clock

    def record(self, who: str, deed: Deed, thing: str = "", source: str = "") -> None:
        """Add a line; `thing` names what it was done to, never what somebody asked or wrote."""
        with self.database.change() as rows:
            last = rows.execute("SELECT n, digest FROM audit ORDER BY n DESC LIMIT 1").fetchone()
            n, before = (last[0] + 1, last[1]) if last else (1, "")
            line = (n, self.clock(), who, deed.value, thing, source)
            values = (*line, _digest(before, line))
            rows.execute("INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?)", values)

    def last(self, most: int, *, before: int | None = None, who: str = "") -> tuple[Entry, ...]:
        """Return the latest lines, the newest first; only those before a number, of one user."""
        asked = f"{_READ} WHERE (?1 IS NULL OR n < ?1)"
        asked += " AND (?2 = '' OR who = ?2) ORDER BY n DESC LIMIT ?3"
        return tuple(map(_entry, self.database.rows(asked, (before, who, most))))

    def all(self) -> Iterator[Entry]:
        """Yield every line, the oldest first."""
        asked = f"{_READ} WHERE n > ? ORDER BY n LIMIT {_PAGE}"
        n = 0
        while page := self.database.rows(asked, (n,)):
            yield from map(_entry, page)
            n = page[-1][0]

    def altered(self) -> int | None:
        """Return the number of the first line that was altered or follows a gap, None if none.

        Lines cut off at the end are not seen here: compare with an export.
        """
        before, expected = "", 1
        for entry in self.all():
            line = astuple(entry)[:-1]
            if entry.n != expected or entry.digest != _digest(before, line):
                return expected
            before, expected = entry.digest, expected + 1
        return None


def _digest(before: str, line: tuple[object, ...]) -> str:
    told = json.dumps([before, *line], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(told.encode()).hexdigest()


def _entry(row: tuple[int, str, str, str, str, str, str]) -> Entry:
    n, at, who, deed, thing, source, digest = row
    return Entry(n, at, who, Deed(deed), thing, source, digest)
