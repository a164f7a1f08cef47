"""What was found and weighed for one question, as plain data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One retrieved passage with its place and what each leg of the search gave it.

    `[start, end)` are offsets into the text of its document; the scores are those of
    `index.hit.Hit`. `query` is the place, from 0, of the search that found it: a question in
    several parts is searched for more than once.
    """

    passage: str
    document: str
    source: str
    address: str
    start: int
    end: int
    score: float
    lexical: float = 0.0
    dense: float = 0.0
    late: float = 0.0
    query: int = 0


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of a source: `[start, end)` are offsets into the text of its document."""

    source: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """One candidate for an answer: what it would quote, its rank and the log odds that it answers.

    `query` is the place, from 0, of the weighing: a question in several parts is weighed for each.
    """

    stretches: tuple[Stretch, ...]
    rank: float
    odds: float
    query: int = 0
