"""Judging a run: the measures of each question, their means with intervals."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from types import MappingProxyType

from evals.interval import interval
from evals.measures.mrr import reciprocal_rank
from evals.measures.ndcg import ndcg
from evals.measures.recall import recall
from evals.retrieval.beir import Collection
from evals.retrieval.report import Value
from evals.retrieval.run import Run

Measure = Callable[[Mapping[str, int], Sequence[str]], float]

MEASURES: Mapping[str, Measure] = MappingProxyType(
    {
        "nDCG@10": partial(ndcg, k=10),
        **{f"recall@{k}": partial(recall, k=k) for k in (1, 5, 10, 20)},
        "MRR@10": partial(reciprocal_rank, k=10),
    }
)


def judge(collection: Collection, run: Run) -> tuple[Value, ...]:
    """Return every measure over the questions that some row answers.

    A question that is missing from the run, or found nothing, scores 0; it is not left out.
    """
    judged = [
        (collection.qrels[query.id], [one.row for one in run.get(query.id, ())])
        for query in collection.judged
    ]
    return tuple(
        Value(name, interval([of(gold, ranking) for gold, ranking in judged]))
        for name, of in MEASURES.items()
    )
