"""The searcher: both legs over one generation, fused."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from index.embedder import Embedder
from index.fusion import Weights, fused, packaged_weights
from index.generation import Generation
from index.hit import Hit, ScoreParts
from index.tokens import exact, is_unaccented
from index.wordings import Wordings


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
        self._passages = tuple(entry.passage for entry in generation.entries)
        self._by_id = {passage.id: passage for passage in self._passages}

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
        lexical = self._lexical(query, documents) if weights.lexical else {}
        dense = self._dense(original or query, documents) if weights.dense else {}
        best = list(fused(weights, lexical, dense, {}).items())[:k]
        return tuple(
            Hit(
                passage=self._by_id[i],
                score=score,
                parts=ScoreParts(lexical=lexical.get(i, 0.0), dense=dense.get(i, 0.0)),
            )
            for i, score in best
        )

    def _weights(self, query: str) -> Weights:
        """Return which legs can read the query.

        The embedder takes Vietnamese without diacritics for another language, the words of
        another language are not in the index: each such query has one leg to stand on.
        """
        if not is_unaccented(query):
            return self._options.weights
        if self._generation.lexical.familiarity(query) >= self._options.familiar:
            return Weights(lexical=1.0, dense=0.0)
        return Weights(lexical=0.0, dense=1.0)

    def _lexical(self, query: str, documents: frozenset[str] | None) -> dict[str, float]:
        unaccented = is_unaccented(query)
        otherwise = self._wordings.of(query, unaccented=unaccented) if self._wordings else ()
        scores = self._generation.lexical.scores(query, unaccented=unaccented, otherwise=otherwise)
        if documents is not None:
            inside = [passage.document_id in documents for passage in self._passages]
            scores = np.where(inside, scores, np.float32(0))
        best = np.argsort(-scores, kind="stable")[: self._options.candidates]
        return {self._passages[i].id: float(scores[i]) for i in best if scores[i] > 0}

    def _dense(self, query: str, documents: frozenset[str] | None) -> dict[str, float]:
        vector = self._embedder.embed_question(query)
        return self._generation.vectors.nearest(vector, self._options.candidates, documents)
