"""Lessons: a question, passages that answer it, and passages that look as if they did."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from corpus.parse import parse
from corpus.passage import PassageKind
from evals.retrieval.beir import Collection
from evals.retrieval.places import Places
from evals.retrieval.texts import texts
from index.courtesy import plain
from index.embedder import Vectors
from index.entry import Entry, entries
from index.fusion import Legs, Weights, fused
from index.lexical import LexicalIndex
from index.ranked import Rows, Scores, top

NEAR = 60  # entries that each leg proposes
HARD = 8  # rows nearest to the question that do not answer it
PLAIN = Weights(lexical=0.5, dense=0.5)  # of the model that was taught nothing yet


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """A question, embedded texts that answer it, and hard ones that do not."""

    question: str
    right: tuple[str, ...]
    wrong: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """Entries near a question, ascending, with the scores of the legs that can be had at once."""

    entries: Rows
    lexical: Scores
    dense: Scores

    @property
    def scores(self) -> Scores:
        """How near each is, in [0, 1]."""
        none = np.zeros(len(self.entries), np.float32)
        return fused(PLAIN, Legs(lexical=self.lexical, dense=self.dense, late=none))


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
        self.rows = [places.rows_of(entry.passage) for entry in self.entries]
        self._lexical = LexicalIndex.build(self.entries)
        self.of_row: dict[str, list[int]] = {}
        for number, rows in enumerate(self.rows):
            for row in rows:
                self.of_row.setdefault(row, []).append(number)
        self._articles = {
            ((row.law_number or "").casefold(), row.article): row.id
            for row in collection.rows
            if row.id in self.of_row
        }

    def row_of(self, law: str, article: str) -> str | None:
        """Return the row that is an article of the law with this number."""
        return self._articles.get((law.casefold(), article))

    def scores(self, question: str) -> Scores:
        """Return how well the words of each entry match a question."""
        return self._lexical.scores(plain(question))

    def near(self, question: str, vector: Vectors, vectors: Vectors, each: int = NEAR) -> Near:
        """Return the best entries of both legs; `vectors` are those of all entries, in order."""
        lexical, dense = self.scores(question), vectors @ vector
        found = np.unique(np.concatenate([top(leg, each).rows for leg in (lexical, dense)]))
        return Near(entries=found, lexical=lexical[found], dense=dense[found])

    def lesson(self, question: str, gold: str, near: Near) -> Lesson:
        """Return what is to be learnt: what stands under headings, for those have few words.

        A heading says more of a question in fewer words than any passage does; taught those, a
        pupil would know titles and nothing of what they stand above.
        """
        scores = dict(zip(near.entries.tolist(), near.scores.tolist(), strict=True))
        under = [n for n in self.of_row[gold] if not self._is_heading(n)] or self.of_row[gold]
        right = sorted(under, key=lambda n: -scores.get(n, 0.0))[:2]
        ordered = sorted(scores, key=lambda n: (-scores[n], n))
        wrong = [*self._others(ordered, gold)][:HARD]
        answers = self._texts(right)
        return Lesson(
            question=plain(question),
            right=answers,
            wrong=tuple(text for text in self._texts(wrong) if text not in answers),
        )

    def _others(self, ordered: Sequence[int], gold: str) -> Iterator[int]:
        """Yield the best entry of each other row."""
        seen = {gold}
        for number in ordered:
            rows = self.rows[number]
            if rows and not self._is_heading(number) and not seen.intersection(rows):
                seen.update(rows)
                yield number

    def _is_heading(self, number: int) -> bool:
        return self.entries[number].passage.kind is PassageKind.HEADING

    def _texts(self, numbers: Sequence[int]) -> tuple[str, ...]:
        return tuple(self.entries[number].embedded for number in numbers)
