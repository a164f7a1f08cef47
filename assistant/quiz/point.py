"""A point: something that a text says and that can be asked, before it is an item."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.quiz.frame import Frame
from assistant.quiz.item import Source

SLOT = "{}"  # where the value stands in a statement and in a cloze


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A single value: a number, a date, an actor, a document number.

    `question` asks for it and begins in lower case, to stand after "Theo …,"; `statement` says it,
    with `{}` in place of the value; `cloze` says it with a gap, "" where a gap would not be asked.
    Values of one `family` can stand for each other as distractors. `accepts` are other right
    writings of the value. `tier` is 1 for what is most worth asking; what is not `asked` at all
    only stands beside others as a distractor. `fact` names what is asked: points with one name
    are never asked together.
    """

    family: str
    value: str
    question: str
    statement: str
    cloze: str = ""
    frame: Frame
    source: Source
    also: tuple[Source, ...] = ()
    accepts: tuple[str, ...] = ()
    fact: str
    tier: int = 1
    asked: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A list under words that introduce it: which of these belong to it.

    `asks` is the question which of several things are in it; `lists` tells to name them all.
    """

    family: str
    members: tuple[str, ...]
    facts: tuple[str, ...]  # of each member
    asks: str
    lists: str
    frame: Frame
    source: Source
    also: tuple[Source, ...] = ()
    tier: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two things that belong together; pairs of one family make a matching."""

    family: str
    left: str
    right: str
    question: str  # of the matching that pairs of this family make
    frame: Frame
    source: Source
    also: tuple[Source, ...] = ()
    fact: str
    tier: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Sequence:
    """Things that the text puts in an order."""

    parts: tuple[str, ...]
    question: str
    frame: Frame
    source: Source
    also: tuple[Source, ...] = ()
    facts: tuple[str, ...]
    tier: int = 1


Point = Gap | Group | Pair | Sequence


def fact_at(source: Source, words: str = "") -> str:
    """Name a fact by the place of the words that say it."""
    return f"{source.document_id}:{source.span.start}:{words}"
