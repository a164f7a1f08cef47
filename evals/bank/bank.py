"""The gold bank: items in named sets, each with its status and every change it went through."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from corpus.database import Database
from corpus.syllables import folded, syllables
from evals.bank.errors import (
    Barred,
    BarredError,
    OutdatedGoldError,
    UnknownGoldItemError,
)
from evals.bank.kept import Change, Gesture, Kept, Wanted
from evals.bank.tables import KEPT, change_of, content_of, create, kept_of, words_of
from evals.gold import GoldItem, GoldSet, Status, split_of
from evals.goldfile import written

LONGEST_NAME = 60
LONGEST_REASON = 500


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


class GoldBank:
    """The items of a database; each change is done whole or not at all, and none is forgotten."""

    def __init__(self, database: Database, clock: Callable[[], str] = _now) -> None:
        self._database = database
        self._clock = clock
        with database.change() as rows:
            create(rows)

    @classmethod
    def open(cls, library: Path, clock: Callable[[], str] = _now) -> GoldBank:
        """Open the bank in the database of a library, with a connection of its own.

        Raises:
            DamagedLibraryError, NewerLibraryError, UnusableStateError: as for the library.
        """
        return cls(Database.open(library), clock)

    def close(self) -> None:
        """Close the database; closing twice does nothing."""
        self._database.close()

    # --- reading

    def sets(self) -> dict[str, dict[Status, int]]:
        """Return how many items of each status every set has, by name in alphabetical order."""
        found = self._database.rows(
            "SELECT name, status, count(*) FROM gold_items GROUP BY name, status ORDER BY name"
        )
        counted: dict[str, dict[Status, int]] = {}
        for name, status, count in found:
            counted.setdefault(name, dict.fromkeys(Status, 0))[Status(status)] = count
        return counted

    def find(self, name: str, wanted: Wanted) -> tuple[Kept, ...]:
        """Return what is looked for in a set, in its order."""
        where, values = ["name = ?"], [name]
        for word in syllables(wanted.words):
            where.append("instr(words, ?)")
            values.append(f" {folded(word)} ")
        exact = {"status": wanted.status or "", "kind": wanted.kind, "half": wanted.half}
        for column, value in exact.items():
            if value:
                where.append(f"{column} = ?")
                values.append(value)
        asked = f"{KEPT} WHERE {' AND '.join(where)} ORDER BY place, id"
        found = map(kept_of, self._database.rows(asked, tuple(values)))
        return tuple(kept for kept in found if not wanted.tag or wanted.tag in kept.item.tags)

    def item(self, name: str, item_id: str) -> Kept:
        """Return one item; raises UnknownGoldItemError."""
        found = self._database.rows(f"{KEPT} WHERE name = ? AND id = ?", (name, item_id))
        if not found:
            raise UnknownGoldItemError(name, item_id)
        return kept_of(found[0])

    def changes(self, name: str, item_id: str) -> tuple[Change, ...]:
        """Return every change of an item, the latest first; none for an unknown one."""
        asked = (
            "SELECT number, gesture, who, reason, at, content FROM gold_changes"
            " WHERE name = ? AND id = ? ORDER BY number DESC"
        )
        return tuple(map(change_of, self._database.rows(asked, (name, item_id))))

    def gold_set(self, name: str) -> GoldSet:
        """Return a set as it would be exported; its digest is that of the exported JSON Lines."""
        items = tuple(
            replace(kept.item, file=name, line=place)
            for place, kept in enumerate(self.find(name, Wanted()), start=1)
        )
        digest = hashlib.sha256(written(items).encode()).hexdigest()
        return GoldSet(name=name, digest=digest, items=items)

    # --- changing

    def write(self, name: str, item: GoldItem, who: str) -> Kept:
        """Keep a new item as a draft of version 1.

        Raises:
            BarredError: the set has an item of that id, or set or writer have no name.
        """
        name = set_name(name)
        draft = _drafted(item, version=1)
        if not name or not draft.id:
            raise BarredError(item.id, Barred.NAMELESS)
        with self._database.change() as rows:
            self._insert(rows, name, draft, Gesture.WROTE, signed(draft, who))
        return self.item(name, draft.id)

    def edit(self, name: str, item: GoldItem, who: str, version: int) -> Kept:
        """Give an item other contents; it is a draft again, of the next version.

        Raises:
            OutdatedGoldError: `version` is not the one that it has now.
            BarredError: it is locked, or nobody signed.
        """
        kept = self._open(name, item.id, version)
        draft = _drafted(item, version=version + 1)
        return self._change(kept, draft, Gesture.EDITED, signed(draft, who))

    def review(self, name: str, item_id: str, who: str, faults: Sequence[str]) -> Kept:
        """Take an item for reviewed by `who`; `faults` are what is wrong with it now.

        Raises:
            BarredError: it has faults, is locked, nobody signed, or its author did.
        """
        kept = self.item(name, item_id)
        reviewer = signed(kept.item, who)
        if faults:
            raise BarredError(item_id, Barred.FAULTY)
        if folded(reviewer) == folded(kept.item.author):
            raise BarredError(item_id, Barred.OWN)
        kept = self._open(name, item_id, kept.item.version)
        item = replace(kept.item, status=Status.REVIEWED, reviewed_by=reviewer)
        return self._change(kept, item, Gesture.REVIEWED, reviewer)

    def send_back(self, name: str, item_id: str, who: str, reason: str) -> Kept:
        """Send an item back to its author as a draft, with the reason.

        A locked item is unlocked by it. Raises BarredError without a reason or a signature.
        """
        kept = self.item(name, item_id)
        locked = kept.item.status is Status.LOCKED
        if not named(reason):
            raise BarredError(item_id, Barred.REASON)
        item = replace(kept.item, status=Status.DRAFT, reviewed_by="")
        gesture = Gesture.UNLOCKED if locked else Gesture.RETURNED
        return self._change(kept, item, gesture, signed(item, who), reason)

    def lock(self, name: str, item_id: str, who: str) -> Kept:
        """Lock a reviewed item; raises BarredError for any other."""
        kept = self.item(name, item_id)
        if kept.item.status is not Status.REVIEWED:
            raise BarredError(item_id, Barred.NOT_REVIEWED)
        item = replace(kept.item, status=Status.LOCKED)
        return self._change(kept, item, Gesture.LOCKED, signed(item, who))

    def take_in(self, name: str, items: Sequence[GoldItem], who: str) -> int:
        """Keep the items of a file in a set, with their status, and return how many are new.

        An item whose id the set has stays as it is.

        Raises:
            BarredError: set or writer have no name.
        """
        name = set_name(name)
        if not name or not named(who):
            raise BarredError("", Barred.NAMELESS if not name else Barred.NOBODY)
        known = {kept.item.id for kept in self.find(name, Wanted())}
        new = [item for item in items if item.id not in known]
        with self._database.change() as rows:
            for item in new:
                self._insert(rows, name, item, Gesture.TOOK_IN, named(who))
        return len(new)

    def remove(self, name: str, item_id: str) -> None:
        """Delete an item for good, with its changes; raises BarredError for a locked one."""
        if self.item(name, item_id).item.status is Status.LOCKED:
            raise BarredError(item_id, Barred.LOCKED)
        with self._database.change() as rows:
            rows.execute("DELETE FROM gold_items WHERE name = ? AND id = ?", (name, item_id))

    # --- inside

    def _open(self, name: str, item_id: str, version: int) -> Kept:
        kept = self.item(name, item_id)
        if kept.item.status is Status.LOCKED:
            raise BarredError(item_id, Barred.LOCKED)
        if kept.item.version != version:
            raise OutdatedGoldError(item_id, version)
        return kept

    def _insert(
        self, rows: sqlite3.Connection, name: str, item: GoldItem, gesture: Gesture, who: str
    ) -> None:
        ((last,),) = rows.execute(
            "SELECT coalesce(max(place), 0) FROM gold_items WHERE name = ?", (name,)
        ).fetchall()
        try:
            rows.execute(
                "INSERT INTO gold_items VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (name, item.id, last + 1, *_columns(item), self._clock()),
            )
        except sqlite3.IntegrityError as error:
            raise BarredError(item.id, Barred.TAKEN) from error
        self._note(rows, name, item, (gesture, who, ""))

    def _change(
        self, kept: Kept, item: GoldItem, gesture: Gesture, who: str, reason: str = ""
    ) -> Kept:
        with self._database.change() as rows:
            changed = rows.execute(
                "UPDATE gold_items SET status = ?, kind = ?, half = ?, version = ?, words = ?,"
                " content = ?, changed_at = ? WHERE name = ? AND id = ? AND content = ?",
                (*_columns(item), self._clock(), kept.name, item.id, content_of(kept.item)),
            )
            if not changed.rowcount:
                raise OutdatedGoldError(item.id, kept.item.version)
            self._note(rows, kept.name, item, (gesture, who, named(reason, LONGEST_REASON)))
        return self.item(kept.name, item.id)

    def _note(
        self, rows: sqlite3.Connection, name: str, item: GoldItem, done: tuple[Gesture, str, str]
    ) -> None:
        rows.execute(
            "INSERT INTO gold_changes SELECT ?, ?, 1 + count(*), ?, ?, ?, ?, ? FROM gold_changes"
            " WHERE name = ? AND id = ?",
            (name, item.id, *done, self._clock(), content_of(item), name, item.id),
        )


def named(words: str, longest: int = LONGEST_NAME) -> str:
    """Return a name, or a reason, on one line, cut where it is too long."""
    return " ".join(words.split())[:longest]


def set_name(words: str) -> str:
    """Return what a set is called: a name without a slash, which parts addresses.

    >>> set_name(" Văn phòng / Quý IV ")
    'Văn phòng - Quý IV'
    """
    return named(words.replace("/", "-"))


def signed(item: GoldItem, who: str) -> str:
    """Return who signs; raises BarredError when nobody does."""
    if not named(who):
        raise BarredError(item.id, Barred.NOBODY)
    return named(who)


def _drafted(item: GoldItem, version: int) -> GoldItem:
    half = split_of(item.question)
    return replace(
        item, status=Status.DRAFT, reviewed_by="", version=version, split=half, file="", line=0
    )


def _columns(item: GoldItem) -> tuple[str, str, str, int, str, str]:
    half = item.split.value
    content = content_of(item)
    return (item.status.value, item.kind.value, half, item.version, words_of(item), content)
