"""Why something about users is not done."""

from __future__ import annotations

from enum import StrEnum

from corpus.errors import HoiQuyCheError


class Bar(StrEnum):
    """What stands in the way."""

    NAME = "name"  # not a name that a user can have
    TAKEN = "taken"  # another user has it
    UNKNOWN = "unknown"  # nobody has it
    SHORT = "short"  # a password of fewer characters than are asked for
    LONG = "long"  # a password or a label of more characters than are allowed
    LAST = "last"  # the last administrator
    WRONG = "wrong"  # name or password
    WAIT = "wait"  # too many tries
    LABEL = "label"  # a token without a label
    FEW = "few"  # no more tokens for one user
    ALONE = "alone"  # there are no users yet


class PeopleError(HoiQuyCheError):
    """A gesture about users that is not allowed; `seconds` say how long to wait, 0 mostly."""

    def __init__(self, why: Bar, name: str = "", seconds: int = 0) -> None:
        self.why, self.name, self.seconds = why, name, seconds
        super().__init__(f"{why.value}: {name!r}")
