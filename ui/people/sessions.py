"""Sessions: who signed in, for how long; only the digest of each token is kept."""

from __future__ import annotations

import hashlib
import secrets
import time
from collections.abc import Callable
from contextlib import suppress

from corpus.database import Database
from corpus.errors import StateError
from ui.people.role import Person, Role

LONGEST = 10 * 3600.0  # seconds from signing in
IDLE = 2 * 3600.0  # seconds without a request
_SEEN = 60.0  # seconds between two notes that a session is used: a write for each would be slow
_PERSON = (
    "SELECT u.name, u.role, s.seen FROM sessions s JOIN users u ON u.name = s.name"
    " WHERE s.digest = ? AND s.began > ? AND s.seen > ?"
)


def digest(token: str) -> str:
    """Return what is kept of a token (256 random bits, so a plain hash is enough)."""
    return hashlib.sha256(token.encode()).hexdigest()


class Sessions:
    """The sessions in the database of a library, whose tables `Users` makes."""

    def __init__(self, database: Database, clock: Callable[[], float] = time.time) -> None:
        self.database, self.clock = database, clock

    def begin(self, person: Person) -> str:
        """Begin a session and return its token; sessions that ran out are forgotten."""
        token, now = secrets.token_urlsafe(32), self.clock()
        with self.database.change() as rows:
            over = (now - LONGEST, now - IDLE)
            rows.execute("DELETE FROM sessions WHERE began <= ? OR seen <= ?", over)
            values = (digest(token), person.name, now, now)
            rows.execute("INSERT INTO sessions VALUES (?, ?, ?, ?)", values)
        return token

    def person(self, token: str) -> Person | None:
        """Return whose session a token is, None when it is nobody's or has run out."""
        now, key = self.clock(), digest(token)
        found = self.database.rows(_PERSON, (key, now - LONGEST, now - IDLE))
        if not found:
            return None
        name, role, seen = found[0]
        if now - seen > _SEEN:
            # a full disk keeps nobody from reading
            with suppress(StateError), self.database.change() as rows:
                rows.execute("UPDATE sessions SET seen = ? WHERE digest = ?", (now, key))
        return Person(name, Role(role))

    def end(self, token: str) -> None:
        """End a session."""
        with self.database.change() as rows:
            rows.execute("DELETE FROM sessions WHERE digest = ?", (digest(token),))
