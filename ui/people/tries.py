"""Signing in: five tries, then delays that grow; a restart does not forget them."""

from __future__ import annotations

import math
import sqlite3
import time
from collections.abc import Callable, Iterable

from ui.people.errors import Bar, PeopleError
from ui.people.role import Person
from ui.people.users import Users, tidy

FREE = 5  # tries of one name from one address
FREE_ADDRESS = 20  # tries of any name from one address: several people may share it
FIRST_DELAY, LONGEST_DELAY = 30.0, 900.0  # seconds; each failure doubles the delay
FORGOTTEN = 1800.0  # seconds after the last failure


class Tries:
    """Signs people in, and slows down who guesses.

    The name and the address count together, so that nobody is shut out by a stranger.
    """

    def __init__(self, users: Users, clock: Callable[[], float] = time.time) -> None:
        self.users, self.clock = users, clock

    def sign_in(self, name: str, password: str, source: str) -> Person:
        """Return who has this name and password.

        Raises:
            PeopleError: they do not belong together, or there were too many tries: then nothing
                is compared.
        """
        keys = {f"{source} {tidy(name)[:60]}": FREE, source: FREE_ADDRESS}
        with self.users.database.change() as rows:
            wait = max(self._wait(rows, key, free) for key, free in keys.items())
            if wait <= 0:  # counted before it is compared, so that tries at the same time count
                self._count(rows, keys)
        if wait > 0:
            raise PeopleError(Bar.WAIT, seconds=math.ceil(wait))
        person = self.users.check(name, password)
        if person is None:
            raise PeopleError(Bar.WRONG)
        with self.users.database.change() as rows:
            rows.executemany("DELETE FROM tries WHERE key = ?", [(key,) for key in keys])
        return person

    def _wait(self, rows: sqlite3.Connection, key: str, free: int) -> float:
        found = rows.execute("SELECT failed, last FROM tries WHERE key = ?", (key,)).fetchone()
        if not found or found[0] < free:
            return 0.0
        failed, last = found
        delay = min(FIRST_DELAY * 2.0 ** min(failed - free, 10), LONGEST_DELAY)
        return float(last + delay - self.clock())

    def _count(self, rows: sqlite3.Connection, keys: Iterable[str]) -> None:
        now = self.clock()
        rows.execute("DELETE FROM tries WHERE last < ?", (now - FORGOTTEN,))
        rows.executemany(
            "INSERT INTO tries VALUES (?, 1, ?)"
            " ON CONFLICT (key) DO UPDATE SET failed = failed + 1, last = excluded.last",
            [(key, now) for key in keys],
        )
