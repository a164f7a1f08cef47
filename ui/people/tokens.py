"""Tokens: what a program signs in with, made and revoked by its user."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from corpus.database import Database
from corpus.errors import StateError
from ui.people.errors import Bar, PeopleError
from ui.people.role import Person, Role
from ui.people.sessions import digest
from ui.people.users import now

PREFIX = "hqc_"  # so that a leaked one is recognised
MOST, LONGEST_LABEL = 20, 60
_PERSON = (
    "SELECT u.name, u.role, t.id, t.used_at FROM tokens t JOIN users u ON u.name = t.name"
    " WHERE t.digest = ?"
)
_DAY = 10  # characters of a time that are its day


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A token as lists show it: never its words; `used_at` is "" before its first use."""

    id: str
    label: str
    made_at: str
    used_at: str


class Tokens:
    """The tokens in the database of a library, whose tables `Users` makes."""

    def __init__(self, database: Database, clock: Callable[[], str] = now) -> None:
        self.database, self.clock = database, clock

    def make(self, name: str, label: str) -> str:
        """Make a token for a user and return it; it is never shown again.

        Raises:
            PeopleError: no label, a long one, more tokens than one user may have, or no such user.
        """
        label = " ".join(label.split())
        if not label:
            raise PeopleError(Bar.LABEL)
        if len(label) > LONGEST_LABEL:
            raise PeopleError(Bar.LONG)
        token = PREFIX + secrets.token_urlsafe(32)
        values = (secrets.token_hex(4), name, label, digest(token), self.clock(), "")
        with self.database.change() as rows:
            count = rows.execute("SELECT count(*) FROM tokens WHERE name = ?", (name,)).fetchone()
            if count[0] >= MOST:
                raise PeopleError(Bar.FEW)
            if not rows.execute("SELECT 1 FROM users WHERE name = ?", (name,)).fetchone():
                raise PeopleError(Bar.UNKNOWN if name else Bar.ALONE, name)
            rows.execute("INSERT INTO tokens VALUES (?, ?, ?, ?, ?, ?)", values)
        return token

    def of(self, name: str) -> tuple[Token, ...]:
        """Return the tokens of a user, the newest first."""
        asked = "SELECT id, label, made_at, used_at FROM tokens WHERE name = ?"
        rows = self.database.rows(f"{asked} ORDER BY made_at DESC, id", (name,))
        return tuple(
            Token(id=key, label=label, made_at=made, used_at=used)
            for key, label, made, used in rows
        )

    def revoke(self, name: str, token_id: str) -> None:
        """Revoke a token of a user; one that is gone already stays gone."""
        with self.database.change() as rows:
            rows.execute("DELETE FROM tokens WHERE id = ? AND name = ?", (token_id, name))

    def person(self, token: str) -> Person | None:
        """Return whose token it is, None when it is nobody's; the day of its use is kept."""
        found = self.database.rows(_PERSON, (digest(token),))
        if not found:
            return None
        name, role, key, used = found[0]
        moment = self.clock()
        if used[:_DAY] != moment[:_DAY]:
            # a full disk keeps nobody from reading
            with suppress(StateError), self.database.change() as rows:
                rows.execute("UPDATE tokens SET used_at = ? WHERE id = ?", (moment, key))
        return Person(name, Role(role))
