"""What the bank keeps: an item in a set, and every change that it went through."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum

from evals.gold import GoldItem, Status

STANDING = frozenset({"status", "reviewed_by", "version", "file", "line"})  # not what is asked


class Gesture(StrEnum):
    """What was done with an item."""

    WROTE = "wrote"
    TOOK_IN = "took_in"  # from a file
    EDITED = "edited"
    REVIEWED = "reviewed"
    RETURNED = "returned"  # to its author, with a reason
    LOCKED = "locked"
    UNLOCKED = "unlocked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """An item of a set as it is now; `changed_at` is ISO 8601, UTC."""

    name: str
    item: GoldItem
    changed_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change: the item after it, who did what and why; `number` counts from 1."""

    number: int
    gesture: Gesture
    who: str
    reason: str
    at: str
    item: GoldItem


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is looked for: every word, with or without its marks; None means everything."""

    words: str = ""
    kind: str = ""
    half: str = ""
    tag: str = ""
    status: Status | None = None


def differing(before: GoldItem, after: GoldItem) -> tuple[str, ...]:
    """Return the names of the fields of what is asked and judged that differ, in order."""
    return tuple(
        field.name
        for field in fields(GoldItem)
        if field.name not in STANDING and getattr(before, field.name) != getattr(after, field.name)
    )
