"""The door to `library.sqlite`: opening it, and what its errors mean."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from corpus.errors import DamagedLibraryError, NewerLibraryError, UnusableStateError
from corpus.records import LIFE, SCHEMA, TABLES, UPGRADES, Row

NEW = "new"  # the mark of a library to which the shipped texts have not come yet
_APPLICATION = 0x48515943  # "HQYC", so that another program's file is not taken for a library
_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR})
_SETTINGS = (
    "PRAGMA busy_timeout = 5000",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",  # what is removed is gone from the file, too
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
)


class Database:
    """One connection, used by one thread at a time; a change is done whole or not at all."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection
        self._lock = threading.RLock()

    @classmethod
    def open(cls, path: Path) -> Database:
        """Open the database, creating it when there is none.

        Raises:
            DamagedLibraryError: it is no database, or not one of this program.
            NewerLibraryError: a newer version of this program wrote it.
            UnusableStateError: it cannot be read or written.
        """
        with _explained(path):
            path.touch(mode=0o600)
            connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
            try:
                for setting in _SETTINGS:
                    connection.execute(setting)
                _check(path, connection)
            except BaseException:
                connection.close()
                raise
        return cls(path, connection)

    def rows(self, sql: str, values: Row = ()) -> list[Row]:
        """Return the rows that a query gives."""
        with self._lock, _explained(self.path):
            return self._connection.execute(sql, values).fetchall()

    @contextmanager
    def change(self) -> Iterator[sqlite3.Connection]:
        """Give the connection inside a transaction; an error takes everything back."""
        with self._lock, _explained(self.path), _transaction(self._connection):
            yield self._connection

    def flush(self) -> None:
        """Write the log into the file and empty it, so that nothing removed stays in it."""
        with self._lock, _explained(self.path):
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Close the connection; closing twice does nothing."""
        with self._lock:
            self._connection.close()


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _check(path: Path, connection: sqlite3.Connection) -> None:
    """See that the file is whole and of a schema that is known; give an empty one its tables."""
    found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok":
        raise DamagedLibraryError(path, found)
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > SCHEMA:
        raise NewerLibraryError(path, version, SCHEMA)
    if version == 0:
        _create(path, connection)
    if connection.execute("PRAGMA application_id").fetchone()[0] != _APPLICATION:
        raise DamagedLibraryError(path, "it is a database of another program")
    for older in range(version or SCHEMA, SCHEMA):
        _upgrade(connection, older)


def _create(path: Path, connection: sqlite3.Connection) -> None:
    if connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
        raise DamagedLibraryError(path, "it is a database of another program")
    with _transaction(connection):
        _execute(connection, TABLES + LIFE)
        connection.execute("INSERT INTO marks (name) VALUES (?)", (NEW,))
        connection.execute(f"PRAGMA application_id = {_APPLICATION}")
        connection.execute(f"PRAGMA user_version = {SCHEMA}")


def _upgrade(connection: sqlite3.Connection, older: int) -> None:
    """Bring a library of the schema `older` to the next one, whole or not at all."""
    with _transaction(connection):
        _execute(connection, UPGRADES[older])
        connection.execute(f"PRAGMA user_version = {older + 1}")


def _execute(connection: sqlite3.Connection, statements: str) -> None:
    for statement in statements.split(";"):
        connection.execute(statement)


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Turn an error of SQLite or of the disk into one of the tree."""
    try:
        yield
    except (sqlite3.ProgrammingError, sqlite3.IntegrityError):  # faults of this program
        raise
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
        kind = DamagedLibraryError if code in _DAMAGED else UnusableStateError
        raise kind(path, str(error)) from error
    except OSError as error:
        raise UnusableStateError(path, error.strerror or str(error)) from error


def is_gone(path: Path) -> bool:
    """Tell whether there is no database, or nothing in its file; when unsure, opening will tell."""
    try:
        return path.stat().st_size == 0
    except FileNotFoundError:
        return True
    except OSError:
        return False
