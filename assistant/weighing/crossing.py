"""A second reading of the best candidates, together with the question.

Words that two texts have in common do not tell an answer from what only sounds like it: "how many
of the complaints were settled" from "how many complaints came in". A cross-encoder reads both at
once (`index.cross`); it takes longer than all the rest, so that only the few that may lead are
read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache, partial

from assistant.evidence.candidate import Candidate, said
from assistant.reading.reading import Reading
from assistant.reading.runs import characters
from assistant.reading.scope import Scope
from assistant.shelf import Shelf
from assistant.weighing.excerpt import excerpt
from assistant.weighing.features import asked_words
from corpus.syllables import syllables
from index.courtesy import plain
from index.cross import CrossEncoder

ABOVE = 2  # what introduces a candidate: headings, a lead-in
HEAD, TOLD = 14, 90  # words that are read of each of these, and of the candidate
WIDE = 4.0  # log odds that count 1
MOST = 2.0  # what they count at most
AT_ONCE = 2  # pairs; the runtime reads each on one core
LEAST = 3  # words without which a question is none
# what leads to the name of a document, and says nothing without it
_TO_NAME = re.compile(
    r"(?:(?<!\w)(?:của|ở|tại|theo|bên|thuộc|trong) +)?(?:(?<!\w)(?:huyện|tỉnh) +)?$", re.IGNORECASE
)
KEPT = 2048  # pairs that are remembered: a refusal weighs the same candidates again


class Crossing:
    """Reads the best candidates again, by a cross-encoder."""

    def __init__(self, shelf: Shelf, cross: CrossEncoder) -> None:
        self._shelf = shelf
        self._cross = cross
        self._odds = lru_cache(KEPT)(self._of)
        self._pool = ThreadPoolExecutor(AT_ONCE)  # threads start with the first question

    def read(self, reading: Reading, candidates: Sequence[Candidate]) -> tuple[float, ...]:
        """Return what a second reading says of each candidate, from -MOST to MOST."""
        texts = told(self._shelf, reading, candidates)
        odds = self._pool.map(partial(self._odds, heard(reading)), texts)
        return tuple(max(-MOST, min(MOST, one / WIDE)) for one in odds)

    def _of(self, question: str, text: str) -> float:
        return self._cross.odds(question, (text,))[0]


def heard(reading: Reading) -> str:
    """Return what is read of a question: all but the names of the documents it is limited to.

    All candidates are from these, and hardly any repeats their names, which would weigh as much as
    what is asked.
    """
    return reading.original or plain(without_names(reading.text, reading.scope))


def without_names(text: str, scope: Scope) -> str:
    """Return a question without the names of its documents; whole when little else is left."""
    rest = text
    for start, end in characters(text, scope.stretches) if scope.documents else ():
        rest = _TO_NAME.sub(" ", rest[:start]) + " " + rest[end:].lstrip(" ,:")
    return " ".join(rest.split()) if len(syllables(rest)) >= LEAST else text


def told(shelf: Shelf, reading: Reading, candidates: Iterable[Candidate]) -> list[str]:
    """Return what is read of candidates: what stands above each, its words, its items.

    Of a long one it is the stretch that has most words of the question: what comes late in it
    would not be seen.
    """
    sought = {word: shelf.frequency.weight(word) for word in asked_words(reading)}
    return [_told(shelf, candidate, sought) for candidate in candidates]


def _told(shelf: Shelf, candidate: Candidate, sought: Mapping[str, float]) -> str:
    above = [passage.text for passage in shelf.above(candidate.head)[:ABOVE]]
    words = "\n".join([said(shelf, candidate), *(item.text for item in candidate.items)])
    heads = (excerpt(text, sought, HEAD) for text in reversed(above))
    return "\n".join([*heads, excerpt(words, sought, TOLD)])
