"""Lessons: a question, passages that answer it, and passages that look as if they did."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

import numpy as np

from corpus.parse import parse
from corpus.passage import Passage, PassageKind
from evals.retrieval.beir import Collection, Query
from evals.retrieval.places import Places
from evals.retrieval.texts import texts
from index.courtesy import plain
from index.entry import Entry, entries
from index.lexical import LexicalIndex
from index.ranked import Scores

SHORTEST, LONGEST = 3, 20  # words of a heading that could be asked
HARD = 16  # rows with the most words of the question that do not answer it


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """A question, embedded texts that answer it, and hard ones that do not."""

    question: str
    right: tuple[str, ...]
    wrong: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The best entry of a row for a question, by its words."""

    row: str
    entry: int
    score: float


class School:
    """A collection as the product reads it, with which row each entry belongs to."""

    def __init__(self, collection: Collection) -> None:
        self.collection = collection
        places, shelf = Places(), []
        for text in texts(collection.rows):
            document, passages = parse(text.name, text.words)
            places.put(document, text)
            shelf.append((document, passages))
        self.entries: tuple[Entry, ...] = entries(shelf)
        self._rows = [places.rows_of(entry.passage) for entry in self.entries]
        self._lexical = LexicalIndex.build(self.entries)
        self.of_row: dict[str, list[int]] = {}
        for number, rows in enumerate(self._rows):
            for row in rows:
                self.of_row.setdefault(row, []).append(number)

    def scores(self, question: str) -> Scores:
        """Return the score of every entry by its words."""
        return self._lexical.scores(plain(question))

    def best(self, question: str) -> Iterator[Found]:
        """Yield rows by their best entry, best first, each once."""
        scores = self.scores(question)
        seen = set()
        for number in np.argsort(-scores, kind="stable"):
            for row in self._rows[number]:
                if row not in seen:
                    seen.add(row)
                    yield Found(row=row, entry=int(number), score=float(scores[number]))

    def lessons(self, queries: Iterable[Query]) -> Iterator[Lesson]:
        """Yield a lesson for each question that some row answers."""
        for query in queries:
            gold = self.collection.relevant(query)
            if gold & self.of_row.keys():
                yield self._lesson(query, gold)

    def headings(self) -> Iterator[Lesson]:
        """Yield each heading of an article as if it were asked, over what stands under it.

        These questions cost nothing: nobody has to write them. In what answers, the heading itself
        is left out, or there would be nothing to learn.
        """
        for numbers in self.of_row.values():
            entry = self.entries[numbers[-1]]
            words = entry.passage.headings[-1:]
            if words and SHORTEST <= len(words[0].split()) <= LONGEST:
                under = [self.entries[n] for n in numbers if not self._is_heading(n)]
                right = tuple(replace(e, passage=bare(e.passage)).embedded for e in under)
                if right:
                    yield Lesson(question=words[0], right=right, wrong=())

    def _lesson(self, query: Query, gold: frozenset[str]) -> Lesson:
        """Return what is to be learnt: what stands under headings, for those have few words.

        A heading says more of a question in fewer words than any passage does; taught those, a
        pupil would know titles and nothing of what they stand above.
        """
        scores = self.scores(query.text)
        others = (found.row for found in self.best(query.text) if found.row not in gold)
        rows = [row for row in sorted(gold) if row in self.of_row]
        right = [n for row in rows for n in self._best(row, scores)[: 2 if len(rows) == 1 else 1]]
        wrong = [n for row in islice(others, HARD) for n in self._best(row, scores)[:1]]
        return Lesson(
            question=plain(query.text), right=self._texts(right), wrong=self._texts(wrong)
        )

    def _best(self, row: str, scores: Scores) -> list[int]:
        """Return the entries of a row, the best first, headings only where it has nothing else."""
        under = [n for n in self.of_row[row] if not self._is_heading(n)]
        return sorted(under or self.of_row[row], key=lambda n: -scores[n])

    def _is_heading(self, number: int) -> bool:
        return self.entries[number].passage.kind is PassageKind.HEADING

    def _texts(self, numbers: Iterable[int]) -> tuple[str, ...]:
        return tuple(self.entries[number].embedded for number in numbers)


def bare(passage: Passage) -> Passage:
    """Return a passage without the headings above it."""
    return replace(passage, headings=())
