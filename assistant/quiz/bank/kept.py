"""What the bank keeps: an item with what people decided of it, and papers made of such items."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from assistant.quiz.export.question import Question
from assistant.quiz.field import Scope
from assistant.quiz.item import Item, Source
from assistant.quiz.quiz import Wish

Content = Item | Question  # made here with its proof, or taken in from a file without one
NO_SOURCE = "no_source"  # the fault of what came from a file: nothing in the library proves it
STEM_CHANGED = "stem_changed"  # the fault of a stem in a person's words: no check reads sentences


class Status(StrEnum):
    """What was decided of an item."""

    DRAFT = "draft"
    APPROVED = "approved"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """An item in the bank.

    `scope` are the documents against which it was proved, `faults` the names of the checks that it
    does not pass since it was edited: none means that it is proved. `reason` says why it was
    rejected.
    """

    id: str
    content: Content
    status: Status = Status.DRAFT
    reason: str = ""
    tags: tuple[str, ...] = ()
    version: int = 1
    faults: tuple[str, ...] = ()
    scope: frozenset[str] = frozenset()
    changed_at: str = ""

    @property
    def item(self) -> Item | None:
        """The item with its proof; None for what was taken in from a file."""
        return self.content if isinstance(self.content, Item) else None

    @property
    def explanation(self) -> str:
        """What is said after answering."""
        one = self.content
        return one.explanation if isinstance(one, Item) else one.feedback

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every citation, the main one first; none for what was taken in from a file."""
        return self.item.sources if self.item else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One wording of an item, and from when it is (ISO 8601, UTC)."""

    number: int
    content: Content
    faults: tuple[str, ...]
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """What a paper was made from: the same recipe over the same texts makes the same items."""

    title: str
    scope: Scope = field(default_factory=Scope)
    wish: Wish = field(default_factory=Wish)
    rejected: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """Items in an order."""

    id: str
    recipe: Recipe
    made_at: str
    items: tuple[Kept, ...]

    @property
    def title(self) -> str:
        """What people call it."""
        return self.recipe.title

    @property
    def approved(self) -> tuple[Kept, ...]:
        """The items that were approved, in order."""
        return tuple(one for one in self.items if one.status is Status.APPROVED)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperHead:
    """A paper in a list of papers."""

    id: str
    title: str
    made_at: str
    items: int
    approved: int


def identity(content: Content) -> str:
    """Return the id under which an item is kept first: the same for the same words and key."""
    if isinstance(content, Item):
        return content.id
    parts = (content.kind, content.stem, *content.options, *content.prompts, *content.answers)
    told = "\0".join((*parts, *map(str, content.key)))
    return hashlib.sha256(f"file\0{told}".encode()).hexdigest()[:12]
