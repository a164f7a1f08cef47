"""A hit: a passage that was found, with the parts of its score."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from corpus.passage import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreParts:
    """What each leg gave a passage, before fusion; 0.0 where a leg could not read the question.

    `lexical` is a BM25 score (unbounded), `dense` a cosine similarity in [-1, 1], `late` the mean
    over the tokens of the question of their best match in the passage, in [-1, 1].
    """

    lexical: float = 0.0
    dense: float = 0.0
    late: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A found passage; `score` in [0, 1] orders the hits of one search, best first."""

    passage: Passage
    score: float
    parts: ScoreParts


class Searcher(Protocol):
    """Finds passages; every retrieval of the project goes through this."""

    def search(
        self,
        query: str,
        k: int = 10,
        *,
        documents: frozenset[str] | None = None,
        original: str = "",
    ) -> tuple[Hit, ...]:
        """Return at most `k` hits, best first, ties by passage id, of `documents` if given.

        `original` is the question before it was translated into `query`; meaning is read from it.
        """
        ...
