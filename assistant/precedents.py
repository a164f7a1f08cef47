"""Precedents: questions that were written about a text before, with what answers them.

A question is worded more like another question than like its answer. Those nearest to it say where
it was answered, and those that nothing answered warn of a near miss (document expansion by
questions, Nogueira et al. 2019; what they say is averaged as by Nadaraya and Watson, 1964). Words
alone find them: no model reads them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from assistant.asked import Asked, Stretch, Text, asked_about, texts
from assistant.shelf import READ, Shelf
from corpus.passage import Passage
from corpus.span import Span
from index.likeness import Likeness
from index.ranked import top

NEAREST = 30  # written questions that are looked at
SPREAD = 0.05  # how much less alike one is that counts 1/e
PLACES = 5  # of the nearest that are answered, whose answers are candidates
SURE = 0.5  # how alike such a question is that asks for the same
BESIDE = 0.4  # what an answer loses where nothing that it quotes is asked for


@dataclass(frozen=True, slots=True)
class Precedent:
    """A written question: its document, and the sets of stretches that each answer it, if any."""

    document: str
    answers: tuple[tuple[Span, ...], ...] = ()

    def worth(self, document: str, spans: Sequence[Span]) -> float:
        """Return how good an answer to it some stretches of a document are, in [0, 1]."""
        if self.document != document:
            return 0.0
        return max((_worth(proofs, spans) for proofs in self.answers), default=0.0)


@dataclass(frozen=True, slots=True)
class Near:
    """The precedents near a question, best first, their weights, and how alike the best is."""

    precedents: tuple[Precedent, ...] = ()
    weights: tuple[float, ...] = ()  # their sum is 1
    likeness: float = 0.0  # in [0, 1]

    @property
    def is_sure(self) -> bool:
        """Whether the nearest is very near, and answered."""
        return self.likeness >= SURE and bool(self.precedents[0].answers)

    @property
    def answered(self) -> float:
        """The share of them, by weight, that something answers."""
        return sum(w for one, w in zip(self.precedents, self.weights, strict=True) if one.answers)

    def worth(self, document: str, spans: Sequence[Span]) -> float:
        """Return how good an answer to them some stretches of a document are, in [0, 1]."""
        each = zip(self.precedents, self.weights, strict=True)
        return sum(weight * one.worth(document, spans) for one, weight in each)

    def said_of(self, document: str, spans: Sequence[Span]) -> dict[str, float]:
        """Return what they say of these stretches as an answer, by the names of the features."""
        worth = self.worth(document, spans)
        return {
            "precedent": worth,
            "answering": worth / (self.answered or 1.0),
            "silent": (1 - self.answered) * self.likeness,
            "likeness": self.likeness,
        }


NONE = Near()


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """Written questions, by their words."""

    precedents: tuple[Precedent, ...]
    documents: NDArray[np.str_]  # of each
    words: Likeness

    @classmethod
    def of(cls, asked: Iterable[tuple[str, Asked]]) -> Known:
        """Take what was asked, each question with the id of its document, and its near misses."""
        precedents, questions = [], []
        for document, one in asked:
            precedents.append(Precedent(document, tuple(map(_spans, one.enough))))
            precedents += [Precedent(document)] * len(one.near)
            questions += [one.question, *one.near]
        documents = np.array([one.document for one in precedents], np.str_)
        return cls(tuple(precedents), documents, Likeness(questions))


@lru_cache(maxsize=1)  # a library changes oftener than what was written about it
def known_about(texts: tuple[tuple[str, Text], ...]) -> Known:
    """Return what was written about texts, each of which is the document of an id."""
    return Known.of((document, one) for document, text in texts for one in asked_about(text))


class Precedents:
    """The questions that were written about the documents of a shelf."""

    def __init__(self, shelf: Shelf, known: Known) -> None:
        self.documents = frozenset(known.documents.tolist())
        self._known = known
        self._passages = {key: _Ordered.of(shelf, key) for key in self.documents}

    @classmethod
    def about(cls, shelf: Shelf) -> Precedents:
        """Return what was written about those documents of a shelf whose words are unchanged."""
        documents = shelf.documents.values()
        found = ((d.id, text) for d in documents for text in texts() if text.says(d.text))
        return cls(shelf, known_about(tuple(found)))

    def near(self, questions: Iterable[str], documents: Iterable[str], most: int = NEAREST) -> Near:
        """Return the `most` precedents about `documents` that are nearest to a question.

        It may be worded in several ways. There are none when nothing was written about these
        documents, or no word is shared.
        """
        inside = self.documents.intersection(documents)
        if not inside or not most:
            return NONE
        alike = np.max([self._known.words.to(text) for text in questions], axis=0)
        if inside != self.documents:
            alike[~np.isin(self._known.documents, list(inside))] = 0.0
        best = top(alike, most)
        likeness = float(best.scores[0])
        if not likeness:
            return NONE
        weights = np.exp((best.scores - likeness) / SPREAD)
        return Near(
            precedents=tuple(self._known.precedents[n] for n in best.rows.tolist()),
            weights=tuple((weights / weights.sum()).tolist()),
            likeness=likeness,
        )

    def places(self, near: Near) -> Iterator[tuple[str, Span]]:
        """Yield what answers the nearest of some precedents, with the ids of its passages."""
        for precedent in [one for one in near.precedents if one.answers][:PLACES]:
            for span in precedent.answers[0]:
                for passage in self._passages[precedent.document].over(span):
                    yield passage.id, span


@dataclass(frozen=True, slots=True)
class _Ordered:
    """The passages of a document that are read, in the order of its text."""

    starts: tuple[int, ...]
    passages: tuple[Passage, ...]

    @classmethod
    def of(cls, shelf: Shelf, document: str) -> _Ordered:
        every = shelf.passages.values()
        read = [p for p in every if p.document_id == document and p.kind in READ]
        read.sort(key=lambda passage: passage.span)
        return cls(tuple(passage.span.start for passage in read), tuple(read))

    def over(self, span: Span) -> Iterable[Passage]:
        """Return the passages that share a character with a stretch."""
        first = max(0, bisect_right(self.starts, span.start) - 1)
        last = bisect_left(self.starts, span.end)
        return (p for p in self.passages[first:last] if p.span.overlaps(span))


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
