"""Passwords: hashed with Argon2id. The door to argon2-cffi."""

from __future__ import annotations

import secrets
from threading import Semaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from ui.people.errors import Bar, PeopleError

SHORTEST, LONGEST = 12, 200  # characters
AT_ONCE = 2  # hashes at the same time: each takes 64 MiB and a core for some 50 ms
_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"  # no letters that look like others
_GROUPS, _GROUP = 4, 4


class Passwords:
    """Hashes passwords and compares them with what is kept.

    The parameters are those of argon2-cffi, which follow RFC 9106.
    """

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        self._hasher = hasher or PasswordHasher()
        self._turn = Semaphore(AT_ONCE)
        self._nobody = self._hasher.hash(generated())

    @classmethod
    def quick(cls) -> Passwords:
        """Return one that hashes with next to no work: for fakes and tests."""
        return cls(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))

    def hashed(self, password: str) -> str:
        """Return what is kept of a password.

        Raises:
            PeopleError: it is too short or too long.
        """
        if len(password) < SHORTEST:
            raise PeopleError(Bar.SHORT)
        if len(password) > LONGEST:
            raise PeopleError(Bar.LONG)
        with self._turn:
            return self._hasher.hash(password)

    def fits(self, password: str, kept: str | None) -> bool:
        """Tell whether a password is the one that `kept` was made of.

        None, for a user that there is not, takes as long and never fits.
        """
        with self._turn:
            try:
                self._hasher.verify(kept or self._nobody, password[: LONGEST + 1])
            except (VerificationError, InvalidHashError):
                return False
        return kept is not None


def generated() -> str:
    """Return a random password of about 79 bits that can be read aloud and typed."""
    groups = ("".join(secrets.choice(_ALPHABET) for _ in range(_GROUP)) for _ in range(_GROUPS))
    return "-".join(groups)
