"""Precedents: questions that were written about a text before, with what answers them.

A question is worded more like another question than like its answer. Those nearest to it say where
it was answered, and those that nothing answered warn of a near miss (document expansion by
questions, Nogueira et al. 2019; what they say is averaged as by Nadaraya and Watson, 1964). Words
alone find them: no model reads them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import nsmallest
from itertools import chain
from typing import NamedTuple

import numpy as np

from assistant.reading.scope import years_of
from assistant.shelf import READ, Shelf
from assistant.weighing.asked import Asked, Stretch, Text, asked_about, texts
from corpus.passage import Passage
from corpus.span import Span
from index.likeness import Likeness, Likenesses
from index.ranked import top

NEAREST = 30  # written questions that are looked at
SPREAD = 0.05  # how much less alike one is that counts 1/e
PLACES = 5  # of the nearest that are answered, whose answers are candidates
SURE = 0.5  # how alike such a question is that asks for the same
FEW = 0.3  # the share of answered ones that says little of which answer is meant
BESIDE = 0.4  # what an answer loses where nothing that it quotes is asked for


@dataclass(frozen=True, slots=True)
class Precedent:
    """A written question, and the sets of stretches of its document that each answer it, if any."""

    question: str
    answers: tuple[tuple[Span, ...], ...] = ()

    def is_of(self, years: frozenset[int]) -> bool:
        """Tell whether it warns of a question about these years: nothing may answer it for another.

        >>> Precedent("Ai chủ trì năm 2023?").is_of(frozenset({2024}))
        False
        """
        return bool(self.answers) or years_of(self.question) <= years

    def worth(self, spans: Sequence[Span]) -> float:
        """Return how good an answer to it some stretches of the document are, in [0, 1]."""
        return max((_worth(proofs, spans) for proofs in self.answers), default=0.0)


@dataclass(frozen=True, slots=True)
class Near:
    """The precedents of one document near a question, best first, and how alike each is."""

    precedents: tuple[Precedent, ...] = ()
    alike: tuple[float, ...] = ()  # in ]0, 1]
    weights: tuple[float, ...] = ()  # their sum is 1

    @property
    def likeness(self) -> float:
        """How alike the nearest is."""
        return self.alike[0] if self.alike else 0.0

    @property
    def answered(self) -> float:
        """The share of them, by weight, that something answers."""
        return sum(w for one, w in zip(self.precedents, self.weights, strict=True) if one.answers)

    @property
    def sure(self) -> tuple[Span, ...]:
        """What answers those so near that the same is asked, if the nearest is answered."""
        count = sum(alike >= SURE for alike in self.alike)
        if not count or not self.precedents[0].answers:
            return ()
        every = (one.answers[:1] for one in self.precedents[:count])
        return tuple(chain.from_iterable(chain.from_iterable(every)))

    def worth(self, spans: Sequence[Span]) -> float:
        """Return how good an answer to them some stretches of the document are, in [0, 1]."""
        each = zip(self.precedents, self.weights, strict=True)
        return sum(weight * one.worth(spans) for one, weight in each)

    def said_of(self, spans: Sequence[Span]) -> dict[str, float]:
        """Return what they say of these stretches as an answer, by the names of the features."""
        worth, answered = self.worth(spans), self.answered
        return {
            "precedent": worth,
            "answering": worth / max(answered, FEW),
            "silent": (1 - answered) * self.likeness,
            "likeness": self.likeness,
        }


NONE = Near()


class Told(NamedTuple):
    """An answered precedent of a document: how unlike a question it is, and what answers it."""

    unlike: float  # in [-1, 0[
    document: str
    spans: tuple[Span, ...]
    question: str


@dataclass(frozen=True, slots=True)
class Nearby:
    """The precedents near a question, by document: those of one say nothing of another."""

    documents: Mapping[str, Near]

    def of(self, document: str) -> Near:
        """Return those of a document."""
        return self.documents.get(document, NONE)

    def answered(self, most: int) -> tuple[Told, ...]:
        """Return the `most` nearest of all that are answered, best first."""
        every = (
            Told(-alike, document, one.answers[0], one.question)
            for document, near in self.documents.items()
            for one, alike in zip(near.precedents, near.alike, strict=True)
            if one.answers
        )
        return tuple(nsmallest(most, every))


NOWHERE = Nearby({})


@dataclass(frozen=True, slots=True, eq=False)
class Written:
    """Written questions by their words, and where those about each document are among them."""

    precedents: tuple[Precedent, ...]
    documents: Mapping[str, slice]
    words: Likeness

    @classmethod
    def of(cls, asked: Mapping[str, Iterable[Asked]]) -> Written:
        """Take what was asked of the documents of some ids, and the near misses of it."""
        precedents: list[Precedent] = []
        documents = {}
        for document, some in asked.items():
            first = len(precedents)
            for one in some:
                precedents.append(Precedent(one.question, tuple(map(_spans, one.enough))))
                precedents += map(Precedent, one.near)
            documents[document] = slice(first, len(precedents))
        return cls(tuple(precedents), documents, Likeness(one.question for one in precedents))


@lru_cache(maxsize=1)  # a library changes oftener than what was written about it
def written_about(texts: tuple[tuple[str, Text], ...]) -> Written:
    """Return what was written about texts, each of which is the document of an id."""
    return Written.of({document: asked_about(text) for document, text in texts})


class Precedents:
    """The questions that were written about the documents of a shelf."""

    def __init__(self, shelf: Shelf, known: Written) -> None:
        self.documents = frozenset(known.documents)
        self._known = known
        self._passages = {document: _read(shelf, document) for document in known.documents}

    @classmethod
    def about(cls, shelf: Shelf) -> Precedents:
        """Return what was written about those documents of a shelf whose words are unchanged."""
        documents = shelf.documents.values()
        found = ((d.id, text) for d in documents for text in texts() if text.says(d.text))
        return cls(shelf, written_about(tuple(found)))

    def near(
        self, questions: Iterable[str], documents: Iterable[str], most: int = NEAREST
    ) -> Nearby:
        """Return the `most` precedents about each of `documents` that are nearest to a question.

        It may be worded in several ways. Left out are those that nothing answers for another year.
        There are none where nothing was written about a document, or no word is shared.
        """
        inside = self.documents.intersection(documents)
        if not inside or not most:
            return NOWHERE
        texts = tuple(questions)
        alike = np.max([self._known.words.to(text) for text in texts], axis=0)
        years = frozenset().union(*map(years_of, texts))
        near = {document: self._near(alike, document, most, years) for document in sorted(inside)}
        return Nearby({document: some for document, some in near.items() if some.precedents})

    def _near(self, alike: Likenesses, document: str, most: int, years: frozenset[int]) -> Near:
        inside, known = self._known.documents[document], self._known.precedents
        best = top(alike[inside], most)
        rows = best.rows[best.scores > 0] + inside.start
        rows = np.array([n for n in rows.tolist() if known[n].is_of(years)], np.int64)
        if not len(rows):
            return NONE
        weights = np.exp((alike[rows] - alike[rows[0]]) / SPREAD)
        return Near(
            precedents=tuple(known[n] for n in rows.tolist()),
            alike=tuple(alike[rows].tolist()),
            weights=tuple((weights / weights.sum()).tolist()),
        )

    def places(self, near: Nearby) -> Iterator[tuple[str, Span]]:
        """Yield what answers the nearest of some precedents, with the ids of its passages."""
        for one in near.answered(PLACES):
            for span in one.spans:
                for passage in _over(self._passages[one.document], span):
                    yield passage.id, span


def _read(shelf: Shelf, document: str) -> tuple[Passage, ...]:
    """Return the passages of a document that are read, in the order of its text."""
    every = shelf.passages.values()
    read = (p for p in every if p.document_id == document and p.kind in READ)
    return tuple(sorted(read, key=lambda passage: passage.span))


def _over(passages: Sequence[Passage], span: Span) -> Iterable[Passage]:
    """Return those of ordered passages that share a character with a stretch."""
    last = bisect_left(passages, span.end, key=lambda passage: passage.span.start)
    first = bisect_right(passages, span.start, hi=last, key=lambda passage: passage.span.start)
    return (p for p in passages[max(0, first - 1) : last] if p.span.overlaps(span))


def _spans(stretches: Iterable[Stretch]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in stretches)


def _worth(proofs: Sequence[Span], quoted: Sequence[Span]) -> float:
    """Return how much of the proofs is quoted, less for what is quoted beside them."""
    held = sum(min(1.0, _shared(proof, quoted) / len(proof)) for proof in proofs) / len(proofs)
    if not held:
        return 0.0
    beside = sum(not any(span.overlaps(proof) for proof in proofs) for span in quoted)
    return held * (1 - BESIDE * beside / len(quoted))


def _shared(span: Span, others: Iterable[Span]) -> int:
    return sum(max(0, min(span.end, o.end) - max(span.start, o.start)) for o in others)
