"""Who the page is made for: areas and forms are shown to those who may use them."""

from __future__ import annotations

from contextvars import ContextVar

from ui.people.role import LOCAL, Person, Right

_VISITOR: ContextVar[Person | None] = ContextVar("visitor", default=LOCAL)


def welcome(person: Person | None) -> None:
    """Say who the page is made for, for the rest of this request; None is nobody known."""
    _VISITOR.set(person)


def visitor() -> Person | None:
    """Return who the page is made for; outside of a request, who works at this machine."""
    return _VISITOR.get()


def may(right: Right) -> bool:
    """Tell whether who the page is made for has a right."""
    person = visitor()
    return person is not None and person.may(right)
