"""How quick an embedder is here, and how well its vectors alone find what proves an answer."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from corpus.document import Document
from evals.found import Found
from evals.gold import GoldItem, GoldSet, Kind
from evals.measures.retrieved import Retrieved, retrieved_at, retrieved_mrr, retrieved_ndcg
from evals.outcome import absent
from evals.sources import Sources
from index.embedder import Embedder
from index.entry import Entry

DEPTH = 20  # passages that are looked at
UNREAD = frozenset({Kind.FOLLOW_UP, Kind.UNACCENTED})  # no embedder reads these by itself


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    """What an embedder does here.

    Passages embedded a second, without the first call; milliseconds a question, median; recall@5,
    MRR@10 and nDCG@10 of the evidence over `n` questions, by cosine alone.
    """

    passages_per_second: float
    question_ms: float
    n: int
    recall_5: float
    mrr: float
    ndcg: float


def measure(
    embedder: Embedder, entries: Sequence[Entry], gold: GoldSet, documents: Sequence[Document]
) -> Quality:
    """Measure an embedder over entries and the questions of a gold set that they answer."""
    texts = [entry.embedded for entry in entries]
    embedder.embed_passages(texts[:1])  # loads what is loaded late
    started = time.perf_counter()
    vectors = np.stack([read.vector for read in embedder.embed_passages(texts)])
    seconds = time.perf_counter() - started
    asked = [item for item in gold.items if item.answerable and item.kind not in UNREAD]
    named = {document.id: document.source for document in documents}
    found, times = [], []
    for item in asked:
        began = time.perf_counter()
        vector = embedder.embed_question(item.question).vector
        times.append((time.perf_counter() - began) * 1000)
        found.append(_nearest(vectors @ vector, entries, named))
    return _judged(
        asked, found, Sources(documents), (len(texts) / seconds, float(np.median(times)))
    )


def _nearest(
    cosines: NDArray[np.float32], entries: Sequence[Entry], named: dict[str, str]
) -> tuple[Found, ...]:
    """Return the entries with the highest cosines, ties in their order."""
    best = np.argsort(-cosines, kind="stable")[:DEPTH]
    return tuple(_found(entries[place], float(cosines[place]), named) for place in best.tolist())


def _found(entry: Entry, cosine: float, named: dict[str, str]) -> Found:
    passage = entry.passage
    return Found(
        passage=passage.id,
        document=passage.document_id,
        source=named[passage.document_id],
        address="",
        start=passage.span.start,
        end=passage.span.end,
        score=cosine,
        dense=cosine,
    )


def _judged(
    asked: Sequence[GoldItem],
    found: Sequence[tuple[Found, ...]],
    sources: Sources,
    speed: tuple[float, float],
) -> Quality:
    outcomes = [
        replace(absent(item.id), missing=False, retrieved=some)
        for item, some in zip(asked, found, strict=True)
    ]

    def mean(of: Retrieved) -> float:
        values = [of(item, outcome) for item, outcome in zip(asked, outcomes, strict=True)]
        known = [value for value in values if value is not None]
        return sum(known) / len(known) if known else 0.0

    return Quality(
        passages_per_second=speed[0],
        question_ms=speed[1],
        n=len(asked),
        recall_5=mean(retrieved_at(sources, 5)),
        mrr=mean(retrieved_mrr(sources)),
        ndcg=mean(retrieved_ndcg(sources)),
    )
