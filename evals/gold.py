"""A gold set: questions with what a careful person answers and the words that prove it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from assistant.question import Turn
from corpus.syllables import folded
from evals.quote import Quote, Sealed


class Kind(StrEnum):
    """What a question asks for, or else what is hard about it."""

    LIST = "list"
    DUTY = "duty"
    FIGURE = "figure"
    DEADLINE = "deadline"
    PARTICULAR = "particular"  # number, date, signer, recipients, author of a document
    WHO = "who"
    DEFINITION = "definition"
    PROCEDURE = "procedure"
    YES_NO = "yes_no"
    COMPARISON = "comparison"
    MULTI = "multi_document"
    FOOTNOTE = "footnote"
    FOLLOW_UP = "follow_up"
    UNACCENTED = "unaccented"
    TYPO = "typo"
    ABBREVIATION = "abbreviation"
    ENGLISH = "english"
    BLANK = "blank"  # the source has the place for it and leaves it blank
    FALSE_PREMISE = "false_premise"
    UNANSWERABLE = "unanswerable"


EITHER_WAY = frozenset({Kind.BLANK, Kind.FALSE_PREMISE})


class Status(StrEnum):
    """How far an item has come: a change makes a draft of it, and a locked one stays as it is."""

    DRAFT = "draft"
    REVIEWED = "reviewed"  # a second person read it against the sources
    LOCKED = "locked"


class Split(StrEnum):
    """The half of the gold set that an item belongs to."""

    TUNE = "tune"
    REPORT = "report"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldItem:
    """One question with what a careful person would answer.

    `key_points` are groups of alternatives, one of each must be said; none of `forbidden` may be.
    `evidence` are groups of alternatives too; `allowed` are words that an answer may cite without
    need. Where the reference may not be published, `reference_length` stands for it: its length in
    characters. `reviewed_by` is who read it against the sources after `author`, "" for a draft.
    `file` and `line`, from 1, say where the item was read.
    """

    id: str
    question: str
    kind: Kind
    answerable: bool
    split: Split
    history: tuple[Turn, ...] = ()
    reference: str = ""
    reference_length: int | None = None
    key_points: tuple[tuple[str, ...], ...] = ()
    forbidden: tuple[str, ...] = ()
    evidence: tuple[tuple[Quote | Sealed, ...], ...] = ()
    allowed: tuple[Quote | Sealed, ...] = ()
    tags: tuple[str, ...] = ()
    author: str = ""
    reviewed_by: str = ""
    status: Status = Status.DRAFT
    version: int = 1
    file: str = ""
    line: int = 0

    @property
    def place(self) -> str:
        """Where the item was read: "gold.jsonl, line 3"."""
        return f"{self.file}, line {self.line}" if self.file else f"line {self.line}"

    @property
    def either_way(self) -> bool:
        """Tell whether both a refusal and a corrected answer are right."""
        return self.kind in EITHER_WAY and not self.answerable

    @property
    def quotes(self) -> tuple[Quote | Sealed, ...]:
        """Every quote of the item: evidence in order, then what is allowed."""
        return (*(quote for group in self.evidence for quote in group), *self.allowed)


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldSet:
    """The items of one file or more, in their order; `digest` is the sha256 of the bytes."""

    name: str
    digest: str
    items: tuple[GoldItem, ...]

    @property
    def sources(self) -> tuple[str, ...]:
        """The file names of the documents that are quoted, sorted."""
        return tuple(sorted({quote.source for item in self.items for quote in item.quotes}))

    def half(self, split: Split | None) -> GoldSet:
        """Return the set with the items of one half alone; None leaves both."""
        kept = tuple(item for item in self.items if split in (None, item.split))
        return replace(self, items=kept)


def split_of(question: str) -> Split:
    """Return the half that a question belongs to, by the parity of its sha256.

    Diacritics, case and spaces do not count: a question and its unaccented twin stay together.

    >>> split_of("Ai ký?") is split_of("ai  ky?")
    True
    """
    digest = hashlib.sha256(" ".join(folded(question).split()).encode()).digest()
    return Split.REPORT if digest[-1] % 2 else Split.TUNE


def merged(sets: Sequence[GoldSet]) -> GoldSet:
    """Return the items of several sets as one, in the order of the sets.

    One set stays what it is; the digest of more is the sha256 of theirs, a line each.
    """
    if len(sets) == 1:
        return sets[0]
    return GoldSet(
        name=", ".join(one.name for one in sets),
        digest=hashlib.sha256("\n".join(one.digest for one in sets).encode()).hexdigest(),
        items=tuple(item for one in sets for item in one.items),
    )
