"""The users: names, roles, passwords."""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from corpus.database import Database
from ui.people.errors import Bar, PeopleError
from ui.people.passwords import Passwords
from ui.people.role import Person, Role
from ui.people.tables import create

_NAME = re.compile(r"[^\W_][\w.@-]{0,59}")
_ADMINISTRATORS = (
    "SELECT count(*) FILTER (WHERE name = ?1), count(*) FILTER (WHERE name != ?1)"
    " FROM users WHERE role = 'administrator'"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class User:
    """A user as lists show it."""

    name: str
    role: Role
    created_at: str
    tokens: int = 0


def now() -> str:
    """Return the time as records keep it: UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def tidy(name: str) -> str:
    """Return a name as it is kept: NFC, small letters, no blanks around.

    >>> tidy(" An.Nguyen ")
    'an.nguyen'
    """
    return unicodedata.normalize("NFC", name).strip().casefold()


class Users:
    """The users in the database of a library; each change is done whole or not at all."""

    def __init__(
        self, database: Database, passwords: Passwords, clock: Callable[[], str] = now
    ) -> None:
        self.database, self.passwords, self.clock = database, passwords, clock
        with database.change() as rows:
            create(rows)

    def exist(self) -> bool:
        """Tell whether there are any: then nothing is served without a session."""
        return bool(self.database.rows("SELECT 1 FROM users LIMIT 1"))

    def all(self) -> tuple[User, ...]:
        """Return the users by name."""
        rows = self.database.rows(
            "SELECT u.name, u.role, u.created_at, count(t.id) FROM users u"
            " LEFT JOIN tokens t ON t.name = u.name GROUP BY u.name ORDER BY u.name"
        )
        return tuple(
            User(name=name, role=Role(role), created_at=at, tokens=tokens)
            for name, role, at, tokens in rows
        )

    def person(self, name: str) -> Person | None:
        """Return who has a name, None when nobody has."""
        found = self.database.rows("SELECT name, role FROM users WHERE name = ?", (tidy(name),))
        return Person(found[0][0], Role(found[0][1])) if found else None

    def check(self, name: str, password: str) -> Person | None:
        """Return who has this name and password; a wrong name takes as long as a wrong password."""
        asked = "SELECT name, role, password FROM users WHERE name = ?"
        found = self.database.rows(asked, (tidy(name),))
        fits = self.passwords.fits(password, found[0][2] if found else None)
        return Person(found[0][0], Role(found[0][1])) if fits else None

    def add(self, name: str, role: Role, password: str) -> Person:
        """Add a user.

        Raises:
            PeopleError: the name cannot be one or is taken, the password is too short or too long.
        """
        name = tidy(name)
        if not _NAME.fullmatch(name):
            raise PeopleError(Bar.NAME, name)
        kept = self.passwords.hashed(password)
        with self.database.change() as rows:
            if rows.execute("SELECT 1 FROM users WHERE name = ?", (name,)).fetchone():
                raise PeopleError(Bar.TAKEN, name)
            values = (name, role.value, kept, self.clock())
            rows.execute("INSERT INTO users VALUES (?, ?, ?, ?)", values)
        return Person(name, role)

    def assign(self, name: str, role: Role) -> None:
        """Give a user another role.

        Raises:
            PeopleError: nobody has the name, or no administrator would be left.
        """
        with self.database.change() as rows:
            self._known(rows, name)
            if role is not Role.ADMINISTRATOR:
                _keep_an_administrator(rows, tidy(name))
            rows.execute("UPDATE users SET role = ? WHERE name = ?", (role.value, tidy(name)))

    def renew(self, name: str, password: str) -> None:
        """Give a user another password; every session of the old one ends.

        Raises:
            PeopleError: nobody has the name, or the password is too short or too long.
        """
        kept = self.passwords.hashed(password)
        with self.database.change() as rows:
            self._known(rows, name)
            rows.execute("UPDATE users SET password = ? WHERE name = ?", (kept, tidy(name)))
            rows.execute("DELETE FROM sessions WHERE name = ?", (tidy(name),))

    def remove(self, name: str) -> None:
        """Remove a user with sessions and tokens; what others see of the work stays.

        Raises:
            PeopleError: nobody has the name, or no administrator would be left.
        """
        with self.database.change() as rows:
            self._known(rows, name)
            _keep_an_administrator(rows, tidy(name))
            rows.execute("DELETE FROM users WHERE name = ?", (tidy(name),))

    def _known(self, rows: sqlite3.Connection, name: str) -> None:
        if not rows.execute("SELECT 1 FROM users WHERE name = ?", (tidy(name),)).fetchone():
            raise PeopleError(Bar.UNKNOWN, name)


def _keep_an_administrator(rows: sqlite3.Connection, name: str) -> None:
    is_one, others = rows.execute(_ADMINISTRATORS, (name,)).fetchone()
    if is_one and not others:
        raise PeopleError(Bar.LAST, name)
