"""The searcher: the legs over one generation, fused."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from corpus.passage import Passage
from index.courtesy import plain
from index.embedder import Embedder, Read
from index.fusion import Legs, Weights, fused, packaged_weights
from index.generation import Generation
from index.hit import Hit, ScoreParts
from index.ranked import Ranked, Rows, Scores, top
from index.tokens import exact, is_unaccented
from index.wordings import Wordings

WITHOUT_TOKENS = Weights(lexical=0.65, dense=0.35)  # for a model that was not taught here


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchOptions:
    """How the legs are asked: `candidates` of each, weighed by `weights`.

    A question without diacritics is Vietnamese when at least `familiar` of its words are known.
    """

    candidates: int = 100
    familiar: float = 0.5
    weights: Weights = field(default_factory=packaged_weights)


class HybridSearcher:
    """An `index.hit.Searcher` over an open generation.

    With `wordings`, a question is also looked up by what the texts may call its phrases.
    """

    def __init__(
        self,
        generation: Generation,
        embedder: Embedder,
        options: SearchOptions | None = None,
        *,
        wordings: Wordings | None = None,
    ) -> None:
        self._generation, self._embedder = generation, embedder
        self._options = options or SearchOptions()
        self._wordings = wordings

    def search(
        self,
        query: str,
        k: int = 10,
        *,
        documents: frozenset[str] | None = None,
        original: str = "",
    ) -> tuple[Hit, ...]:
        """Return at most `k` hits, best first, ties by passage id, of `documents` if given.

        The dense leg reads `original`, when it is given: the embedder knows many languages. A query
        without a word or number finds nothing.
        """
        if not exact(query):
            return ()
        weights = self._weights(query)
        words = self._lexical(plain(query)) if weights.lexical else None
        read = self._embedder.embed_question(plain(original or query)) if weights.dense else None
        rows = self._candidates(words, read, documents)
        legs = self._legs(rows, words, read)
        best = self._best(top(fused(weights, legs), len(rows), rows), k)
        at = {row: place for place, row in enumerate(rows.tolist())}
        return tuple(
            Hit(passage=passage, score=score, parts=_parts(legs, at[row]))
            for row, passage, score in best
        )

    def _weights(self, query: str) -> Weights:
        """Return which legs can read the query.

        The embedder takes Vietnamese without diacritics for another language, the words of
        another language are not in the index: each such query has one leg to stand on.
        """
        if not is_unaccented(query):
            return self._options.weights if self._embedder.width else WITHOUT_TOKENS
        if self._generation.lexical.familiarity(query) >= self._options.familiar:
            return Weights(lexical=1.0, dense=0.0)
        return Weights(lexical=0.0, dense=1.0)

    def _lexical(self, query: str) -> Scores:
        """Return the score of every row by the words of the query."""
        unaccented = is_unaccented(query)
        otherwise = self._wordings.of(query, unaccented=unaccented) if self._wordings else ()
        return self._generation.lexical.scores(query, unaccented=unaccented, otherwise=otherwise)

    def _candidates(
        self, words: Scores | None, read: Read | None, documents: frozenset[str] | None
    ) -> Rows:
        """Return the rows that a leg has among its best, ascending."""
        count, found = self._options.candidates, [np.zeros(0, np.int64)]
        if words is not None:
            inside = None if documents is None else self._generation.entries.rows(documents)
            ranked = top(words if inside is None else words[inside], count, inside)
            found.append(ranked.rows[ranked.scores > 0])
        if read is not None:
            found.append(self._generation.vectors.best(read.vector, count, documents).rows)
        return np.unique(np.concatenate(found))

    def _legs(self, rows: Rows, words: Scores | None, read: Read | None) -> Legs:
        """Return what each leg gives the rows; 0 from one that cannot read the question."""
        none = np.zeros(len(rows), np.float32)
        return Legs(
            lexical=none if words is None else words[rows],
            dense=none if read is None else self._generation.vectors.cosines(read.vector, rows),
            late=none if read is None else self._late(rows, read),
        )

    def _late(self, rows: Rows, read: Read) -> Scores:
        """Return the mean of the best matches of the question's tokens."""
        if not len(read.tokens):
            return np.zeros(len(rows), np.float32)
        matches = self._generation.late.matched(read.tokens, rows)
        return np.asarray(matches.mean(axis=1), np.float32)

    def _best(self, ranked: Ranked, k: int) -> list[tuple[int, Passage, float]]:
        """Return the `k` best with their passages, those that tie by id: only these are read."""
        if not k or not len(ranked.rows):
            return []
        least = ranked.scores[min(k, len(ranked.rows)) - 1]
        inside = zip(ranked.rows.tolist(), ranked.scores.tolist(), strict=True)
        read = [(r, self._generation.entries[r].passage, s) for r, s in inside if s >= least]
        return sorted(read, key=lambda one: (-one[2], one[1].id))[:k]


def _parts(legs: Legs, place: int) -> ScoreParts:
    return ScoreParts(
        lexical=float(legs.lexical[place]),
        dense=float(legs.dense[place]),
        late=float(legs.late[place]),
    )
