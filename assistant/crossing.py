"""A second reading of the best candidate, together with the question.

Words that two texts have in common do not tell an answer from what only sounds like it: "how many
of the complaints were settled" from "how many complaints came in". A cross-encoder reads both at
once (`index.cross`); it takes as long as embedding the candidate, so that only the best is read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from assistant.candidate import Candidate
from assistant.features import Features
from assistant.reading import Reading
from assistant.shelf import Shelf
from index.courtesy import plain
from index.cross import CrossEncoder

ABOVE = 2  # what introduces a candidate: headings, a lead-in
WIDE = 4.0  # log odds that count 1
MOST = 2.0  # what they count at most
KEPT = 1024  # pairs that are remembered: a refusal weighs the same candidates again

Known = tuple[Candidate, Features]


class Crossing:
    """Reads the best candidate again, by a cross-encoder."""

    def __init__(self, shelf: Shelf, cross: CrossEncoder) -> None:
        self._shelf = shelf
        self._cross = cross
        self._odds = lru_cache(KEPT)(self._of)

    def read(self, reading: Reading, ranked: Sequence[Known]) -> list[Known]:
        """Return candidates, best first, with what a second reading of the first says.

        It tells whether there is an answer, not which it is, so that it is said of all of them. A
        question without diacritics is no text that the cross-encoder knows.
        """
        if not ranked or not (reading.accented or reading.original):
            return list(ranked)
        question = reading.original or plain(reading.text)
        odds = self._odds(question, self.text(ranked[0][0]))
        crossed = max(-MOST, min(MOST, odds / WIDE))
        return [(candidate, replace(known, crossed=crossed)) for candidate, known in ranked]

    def text(self, candidate: Candidate) -> str:
        """Return what is read of a candidate: what stands above it, its words, its items."""
        above = [p.text for p in self._shelf.above(candidate.head)[:ABOVE]]
        own = self._shelf.text(candidate.sentence) if candidate.sentence else candidate.head.text
        return "\n".join([*reversed(above), own, *(item.text for item in candidate.items)])

    def _of(self, question: str, text: str) -> float:
        return self._cross.odds(question, (text,))[0]
