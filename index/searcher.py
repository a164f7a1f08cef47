"""The searcher: both legs over one generation, fused."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from index.embedder import Embedder
from index.fusion import Weights, fused
from index.generation import Generation
from index.hit import Hit, ScoreParts
from index.tokens import exact, is_unaccented


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchOptions:
    """How the legs are asked: `candidates` of each, weighed by `weights`."""

    candidates: int = 100
    weights: Weights = field(default_factory=Weights)


class HybridSearcher:
    """An `index.hit.Searcher` over an open generation."""

    def __init__(
        self, generation: Generation, embedder: Embedder, options: SearchOptions | None = None
    ) -> None:
        self._generation, self._embedder = generation, embedder
        self._options = options or SearchOptions()
        self._passages = tuple(entry.passage for entry in generation.entries)
        self._by_id = {passage.id: passage for passage in self._passages}

    def search(
        self, query: str, k: int = 10, *, documents: frozenset[str] | None = None
    ) -> tuple[Hit, ...]:
        """Return at most `k` hits, best first, ties by passage id, of `documents` if given.

        A query without one diacritic is looked up by its bare words alone: an embedder that was
        trained on proper Vietnamese takes it for another language. A query without a word or number
        finds nothing.
        """
        if not exact(query):
            return ()
        bare = is_unaccented(query)
        lexical = self._lexical(query, documents, unaccented=bare)
        dense = {} if bare else self._dense(query, documents)
        weights = Weights(lexical=1.0, dense=0.0) if bare else self._options.weights
        best = list(fused(lexical, dense, weights).items())[:k]
        return tuple(
            Hit(
                passage=self._by_id[i],
                score=score,
                parts=ScoreParts(lexical=lexical.get(i, 0.0), dense=dense.get(i, 0.0)),
            )
            for i, score in best
        )

    def _lexical(
        self, query: str, documents: frozenset[str] | None, *, unaccented: bool
    ) -> dict[str, float]:
        scores = self._generation.lexical.scores(query, unaccented=unaccented)
        if documents is not None:
            inside = [passage.document_id in documents for passage in self._passages]
            scores = np.where(inside, scores, np.float32(0))
        best = np.argsort(-scores, kind="stable")[: self._options.candidates]
        return {self._passages[i].id: float(scores[i]) for i in best if scores[i] > 0}

    def _dense(self, query: str, documents: frozenset[str] | None) -> dict[str, float]:
        vector = self._embedder.embed_question(query)
        return self._generation.vectors.nearest(vector, self._options.candidates, documents)
