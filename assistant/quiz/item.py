"""A quiz item: what is asked, the key, and the words of a document that prove it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from assistant.quiz.frame import Frame
from corpus.span import Span

TRUE, FALSE = "Đúng", "Sai"


class Kind(StrEnum):
    """The kinds of items, in the order in which they are offered."""

    MC = "mc"  # four options, one right
    MULTI = "multi"  # several options right
    TF = "tf"  # true or false
    MATCH = "match"  # prompts and options belong together in pairs
    ORDER = "order"  # options to be put in order
    FILL = "fill"  # a gap to be filled
    SHORT = "short"  # an answer in a few words


class Difficulty(StrEnum):
    """How hard an item is, by rule: see docs/quiz.md."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The words of a document that prove an item: `quote == document.text[span]`."""

    document_id: str
    span: Span
    quote: str
    address: str

    @property
    def digest(self) -> str:
        """The SHA-256 of the quote: when the document says other words, it differs."""
        return hashlib.sha256(self.quote.encode()).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One question with its key and its proof.

    `key` are indexes into `options`: the right ones (mc, multi, tf); for each prompt its option
    (match); the options in their right order (order). `answers` are the accepted texts of fill and
    short. `stated` is what a true/false stem puts in place of the true value, `true` is that value.
    `fact` names what is asked: no two items of a set have the same. `also` proves what `source`
    does not hold: the heading of an actor, the other pairs of a matching.
    """

    kind: Kind
    stem: str
    options: tuple[str, ...] = ()
    prompts: tuple[str, ...] = ()
    key: tuple[int, ...] = ()
    answers: tuple[str, ...] = ()
    explanation: str
    difficulty: Difficulty
    source: Source
    also: tuple[Source, ...] = ()
    frame: Frame
    stated: str = ""
    true: str = ""
    facts: frozenset[str]

    @property
    def id(self) -> str:
        """A stable id (12 hex digits) of what is asked and its options."""
        parts = (self.kind, self.stem, *self.options, *self.prompts, *map(str, self.key))
        return hashlib.sha256("\0".join((*parts, *self.answers)).encode()).hexdigest()[:12]

    @property
    def right(self) -> tuple[str, ...]:
        """The texts that are right: the options of the key, or the accepted answers."""
        return self.answers or tuple(self.options[k] for k in self.key)

    @property
    def wrong(self) -> tuple[str, ...]:
        """The options that are not right."""
        return tuple(o for k, o in enumerate(self.options) if k not in self.key)

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every citation, the main one first."""
        return (self.source, *self.also)
