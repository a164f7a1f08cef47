"""What a person may do, by role."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Right(StrEnum):
    """What a route asks of who calls it."""

    ASK = "ask"  # ask, read the library, keep conversations of one's own
    QUIZ = "quiz"  # make and keep quizzes
    MEASURE = "measure"  # measure answers, write gold sets
    KEEP = "keep"  # change the library
    ADMINISTER = "administer"  # users, audit log, health


class Role(StrEnum):
    """The roles that a user can have; the values are those of the command line."""

    READER = "reader"
    TRAINER = "trainer"
    EVALUATOR = "evaluator"
    LIBRARIAN = "librarian"
    ADMINISTRATOR = "administrator"


RIGHTS: Mapping[Role, frozenset[Right]] = MappingProxyType(
    {
        Role.READER: frozenset({Right.ASK}),
        Role.TRAINER: frozenset({Right.ASK, Right.QUIZ}),
        Role.EVALUATOR: frozenset({Right.ASK, Right.MEASURE}),
        Role.LIBRARIAN: frozenset({Right.ASK, Right.KEEP}),
        Role.ADMINISTRATOR: frozenset(Right),
    }
)


@dataclass(frozen=True, slots=True)
class Person:
    """Who asks something of the program; the name is "" for who works without users."""

    name: str
    role: Role

    def may(self, right: Right) -> bool:
        """Tell whether the role has a right."""
        return right in RIGHTS[self.role]


LOCAL = Person("", Role.ADMINISTRATOR)  # while there are no users, only this machine is served
