"""The tables of users in the database of a library."""

from __future__ import annotations

import sqlite3

MARK = "people 1"  # in the library's table of marks: these tables are there, in this form
TABLES = """
CREATE TABLE users (
    name TEXT PRIMARY KEY,
    role TEXT NOT NULL,
    password TEXT NOT NULL,
    created_at TEXT NOT NULL
) STRICT;
CREATE TABLE sessions (
    digest TEXT PRIMARY KEY,
    name TEXT NOT NULL REFERENCES users (name) ON DELETE CASCADE,
    began REAL NOT NULL,
    seen REAL NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE tokens (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL REFERENCES users (name) ON DELETE CASCADE,
    label TEXT NOT NULL,
    digest TEXT NOT NULL UNIQUE,
    made_at TEXT NOT NULL,
    used_at TEXT NOT NULL
) STRICT;
CREATE TABLE tries (
    key TEXT PRIMARY KEY,
    failed INTEGER NOT NULL,
    last REAL NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE audit (
    n INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    deed TEXT NOT NULL,
    thing TEXT NOT NULL,
    source TEXT NOT NULL,
    digest TEXT NOT NULL
) STRICT
"""
# what was written stays as it is; who opens the file with another program is seen by the digests
_REFUSE = "BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END"
TRIGGERS = (
    f"CREATE TRIGGER audit_stays BEFORE UPDATE ON audit {_REFUSE}",
    f"CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit {_REFUSE}",
)


def create(rows: sqlite3.Connection) -> None:
    """Make the tables where they are not there yet."""
    if rows.execute("SELECT 1 FROM marks WHERE name = ?", (MARK,)).fetchone():
        return
    for statement in (*TABLES.split(";"), *TRIGGERS):
        rows.execute(statement)
    rows.execute("INSERT INTO marks (name) VALUES (?)", (MARK,))
