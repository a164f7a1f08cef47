"""The bank of items: each with its status, its tags and every wording that it had."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from assistant.quiz.bank.errors import (
    Lack,
    LackingError,
    OutdatedEditError,
    UnknownItemError,
)
from assistant.quiz.bank.kept import NO_SOURCE, Content, Kept, Status, Version, identity
from assistant.quiz.bank.tables import (
    KEPT,
    MARK,
    TABLES,
    content_row,
    dumped,
    kept_of,
    one_line,
    version_of,
    words_of,
)
from assistant.quiz.item import Item, Kind
from corpus.database import Database
from corpus.syllables import syllables

LONGEST_TAG = 60
LONGEST_REASON = 500
MOST_FOUND = 200
_JUDGE = "UPDATE quiz_items SET status = ?, reason = ?, changed_at = ? WHERE id = ?"


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is looked for: every word, with or without its marks; nothing means everything."""

    words: str = ""
    tag: str = ""
    kind: Kind | None = None
    status: Status | None = None


class Bank:
    """The items of a database; each change is done whole or not at all."""

    def __init__(self, database: Database, clock: Callable[[], str] = _now) -> None:
        self.database = database
        self.clock = clock
        with database.change() as rows:
            _create(rows)

    @classmethod
    def open(cls, library: Path, clock: Callable[[], str] = _now) -> Bank:
        """Open the bank in the database of a library, with a connection of its own.

        Raises:
            DamagedLibraryError, NewerLibraryError, UnusableStateError: as for the library.
        """
        return cls(Database.open(library), clock)

    def close(self) -> None:
        """Close the database; closing twice does nothing."""
        self.database.close()

    # --- reading

    def item(self, item_id: str) -> Kept:
        """Return one item.

        Raises:
            UnknownItemError: none has that id.
        """
        found = self.database.rows(f"{KEPT} WHERE i.id = ?", (item_id,))
        if not found:
            raise UnknownItemError(item_id)
        return kept_of(found[0])

    def knows(self, item_id: str) -> bool:
        """Tell whether an item with that id is kept, whatever was decided of it."""
        return bool(self.database.rows("SELECT 1 FROM quiz_items WHERE id = ?", (item_id,)))

    def find(self, wanted: Wanted, most: int = MOST_FOUND) -> tuple[Kept, ...]:
        """Return what is looked for, last changed first; `most` of -1 means all of it."""
        where, values = ["1"], []
        for word in syllables(wanted.words):
            where.append("instr(i.words, ?)")
            values.append(f" {word} ")
        named = {"i.kind": wanted.kind, "i.status": wanted.status}
        for column, value in named.items():
            if value is not None:
                where.append(f"{column} = ?")
                values.append(value.value)
        if wanted.tag:
            where.append("EXISTS (SELECT 1 FROM quiz_tags t WHERE t.item_id = i.id AND t.tag = ?)")
            values.append(wanted.tag)
        asked = f"{KEPT} WHERE {' AND '.join(where)} ORDER BY i.changed_at DESC, i.id LIMIT ?"
        return tuple(map(kept_of, self.database.rows(asked, (*values, most))))

    def tags(self) -> tuple[str, ...]:
        """Return every tag that an item has, in alphabetical order."""
        found = self.database.rows("SELECT DISTINCT tag FROM quiz_tags ORDER BY tag")
        return tuple(tag for (tag,) in found)

    def count(self) -> dict[Status, int]:
        """Return how many items have each status."""
        found = self.database.rows("SELECT status, count(*) FROM quiz_items GROUP BY status")
        return {Status(status): count for status, count in found}

    def versions(self, item_id: str) -> tuple[Version, ...]:
        """Return every wording of an item, the latest first; none for an unknown one."""
        asked = (
            "SELECT version, content, faults, at FROM quiz_versions"
            " WHERE item_id = ? ORDER BY version DESC"
        )
        return tuple(map(version_of, self.database.rows(asked, (item_id,))))

    # --- changing

    def take_in(self, contents: Sequence[Content], scope: frozenset[str]) -> tuple[str, ...]:
        """Keep items as drafts and return their ids; one that is kept already stays as it is."""
        with self.database.change() as rows:
            return taken_in(rows, contents, scope, self.clock())

    def judge(self, item_id: str, status: Status, reason: str = "") -> Kept:
        """Set the status of an item; a rejection needs its reason.

        Raises:
            LackingError: there is none, or it is too long.
            UnknownItemError: none has that id.
        """
        reason = one_line(reason) if status is Status.REJECTED else ""
        if status is Status.REJECTED and not reason:
            raise LackingError(Lack.REASON)
        if len(reason) > LONGEST_REASON:
            raise LackingError(Lack.TOO_LONG)
        with self.database.change() as rows:
            rows.execute(_JUDGE, (status.value, reason, self.clock(), item_id))
        return self.item(item_id)

    def approve(self, items: Sequence[str]) -> None:
        """Approve several items, all of them or none."""
        now = self.clock()
        with self.database.change() as rows:
            every = [(Status.APPROVED.value, "", now, key) for key in items]
            rows.executemany(_JUDGE, every)

    def revise(self, item_id: str, content: Content, faults: Sequence[str], version: int) -> Kept:
        """Give an item another wording; its status becomes that of a draft.

        Raises:
            OutdatedEditError: `version` is not the one that it has now.
        """
        now = self.clock()
        with self.database.change() as rows:
            changed = rows.execute(
                "UPDATE quiz_items SET version = version + 1, status = ?, reason = '', words = ?,"
                " changed_at = ? WHERE id = ? AND version = ?",
                (Status.DRAFT.value, words_of(content), now, item_id, version),
            )
            if not changed.rowcount:
                raise OutdatedEditError(item_id, version)
            _write(rows, (item_id, version + 1), content, faults, now)
        return self.item(item_id)

    def tag(self, item_id: str, tags: Sequence[str]) -> Kept:
        """Give an item these tags in place of those that it had."""
        wanted = dict.fromkeys(filter(None, map(one_line, tags)))
        if any(len(tag) > LONGEST_TAG for tag in wanted):
            raise LackingError(Lack.TOO_LONG)
        kept = self.item(item_id)
        with self.database.change() as rows:
            rows.execute("DELETE FROM quiz_tags WHERE item_id = ?", (kept.id,))
            rows.executemany(
                "INSERT INTO quiz_tags VALUES (?, ?)", [(kept.id, tag) for tag in wanted]
            )
        return self.item(item_id)

    def remove(self, item_id: str) -> None:
        """Delete an item for good, with its wordings, and take it out of every paper."""
        with self.database.change() as rows:
            rows.execute("DELETE FROM quiz_items WHERE id = ?", (item_id,))


def taken_in(
    rows: sqlite3.Connection, contents: Sequence[Content], scope: frozenset[str], now: str
) -> tuple[str, ...]:
    """Keep items inside a transaction; see `Bank.take_in`."""
    keys = tuple(map(identity, contents))
    for key, content in zip(keys, contents, strict=True):
        known = rows.execute("SELECT 1 FROM quiz_items WHERE id = ?", (key,)).fetchone()
        if not known:
            _insert(rows, key, content, scope, now)
    return tuple(dict.fromkeys(keys))


def _insert(
    rows: sqlite3.Connection, key: str, content: Content, scope: frozenset[str], now: str
) -> None:
    values = (key, content.kind.value, Status.DRAFT.value, dumped(sorted(scope)))
    rows.execute(
        "INSERT INTO quiz_items (id, kind, status, scope, reason, version, words, changed_at)"
        " VALUES (?, ?, ?, ?, '', 1, ?, ?)",
        (*values, words_of(content), now),
    )
    faults = () if isinstance(content, Item) else (NO_SOURCE,)
    _write(rows, (key, 1), content, faults, now)


def _write(
    rows: sqlite3.Connection,
    at: tuple[str, int],
    content: Content,
    faults: Sequence[str],
    now: str,
) -> None:
    rows.execute(
        "INSERT INTO quiz_versions (item_id, version, content, faults, at) VALUES (?, ?, ?, ?, ?)",
        (*at, content_row(content), dumped(list(faults)), now),
    )


def _create(rows: sqlite3.Connection) -> None:
    """Make the tables where they are not there yet."""
    if rows.execute("SELECT 1 FROM marks WHERE name = ?", (MARK,)).fetchone():
        return
    for statement in TABLES.split(";"):
        rows.execute(statement)
    rows.execute("INSERT INTO marks (name) VALUES (?)", (MARK,))
