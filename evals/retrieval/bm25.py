"""A peer: bm25s with all its defaults over the title and text of each row."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import numpy as np

from evals.retrieval.beir import Collection
from evals.retrieval.engine import Engine, Found, built
from evals.retrieval.run import Scored


@contextmanager
def bm25(collection: Collection) -> Iterator[Engine]:
    """Index a collection as the documentation of bm25s does, its English stop words included."""
    import bm25s  # noqa: PLC0415 - takes its time

    started = time.perf_counter()
    index = bm25s.BM25()
    words = [f"{row.title or ''} {row.text}" for row in collection.rows]
    index.index(bm25s.tokenize(words, show_progress=False), show_progress=False)
    took = built(collection, started, units=len(words))
    yield Engine(_Finder(bm25s, index, tuple(row.id for row in collection.rows)), took)


@dataclass(frozen=True, slots=True)
class _Finder:
    library: Any  # the module: it has no types
    index: Any
    rows: tuple[str, ...]

    def __call__(self, question: str, k: int) -> Found:
        [terms] = self.library.tokenize([question], return_ids=False, show_progress=False)
        known = self.index.get_tokens_ids(terms)
        if not known:
            return Found(0, ())
        scores = np.asarray(self.index.get_scores_from_ids(known))
        best = [i for i in np.argsort(-scores, kind="stable")[:k] if scores[i] > 0]
        return Found(len(best), tuple(Scored(self.rows[i], float(scores[i])) for i in best))
