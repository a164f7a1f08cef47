"""The tables of the gold bank, beside those of the library in its database."""

from __future__ import annotations

import sqlite3
from typing import Any

from corpus.syllables import folded, syllables
from evals.bank.kept import Change, Gesture, Kept
from evals.gold import GoldItem
from evals.goldfile import item_adapter

Row = tuple[Any, ...]
MARK = "gold-bank 1"  # in the library's table of marks: these tables are there, in this form
TABLES = """
CREATE TABLE gold_items (
    name TEXT NOT NULL,
    id TEXT NOT NULL,
    place INTEGER NOT NULL,
    status TEXT NOT NULL,
    kind TEXT NOT NULL,
    half TEXT NOT NULL,
    version INTEGER NOT NULL,
    words TEXT NOT NULL,
    content TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (name, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE gold_changes (
    name TEXT NOT NULL,
    id TEXT NOT NULL,
    number INTEGER NOT NULL,
    gesture TEXT NOT NULL,
    who TEXT NOT NULL,
    reason TEXT NOT NULL,
    at TEXT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (name, id, number),
    FOREIGN KEY (name, id) REFERENCES gold_items (name, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID
"""
KEPT = "SELECT name, content, changed_at FROM gold_items"


def create(rows: sqlite3.Connection) -> None:
    """Make the tables where they are not there yet."""
    if rows.execute("SELECT 1 FROM marks WHERE name = ?", (MARK,)).fetchone():
        return
    for statement in TABLES.split(";"):
        rows.execute(statement)
    rows.execute("INSERT INTO marks (name) VALUES (?)", (MARK,))


def kept_of(row: Row) -> Kept:
    """Return an item as it is kept."""
    name, content, changed_at = row
    return Kept(name=name, item=item_of(content), changed_at=changed_at)


def change_of(row: Row) -> Change:
    """Return one change of an item."""
    number, gesture, who, reason, at, content = row
    return Change(
        number=number,
        gesture=Gesture(gesture),
        who=who,
        reason=reason,
        at=at,
        item=item_of(content),
    )


def item_of(content: str) -> GoldItem:
    """Return an item from its JSON."""
    return item_adapter().validate_json(content)


def content_of(item: GoldItem) -> str:
    """Return an item as JSON."""
    return item_adapter().dump_json(item, exclude={"file", "line"}).decode()


def words_of(item: GoldItem) -> str:
    """Return the words that an item is found by, folded, between spaces."""
    told = " ".join((item.id, item.question, item.reference, *item.tags))
    return f" {' '.join(folded(word) for word in syllables(told))} "
