"""nDCG: how far up the relevant rows stand, against the best ranking there could be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log2


def ndcg(gold: Mapping[str, int], ranking: Sequence[str], k: int = 10) -> float:
    """Return DCG@k of `ranking` over that of the ideal one; 0 when nothing is relevant.

    DCG@k is the sum of rel_i / log2(i + 1) over ranks i = 1 … k (Järvelin and Kekäläinen,
    Cumulated Gain-Based Evaluation of IR Techniques, TOIS 2002, with the gain as trec_eval takes
    it). Relevance under 0 counts 0; a row is ranked once.

    >>> round(ndcg({"a": 1, "b": 1}, ["a", "x", "b"]), 4)  # (1 + 1/2) / (1 + 1/log2 3)
    0.9197
    """
    best = _dcg(sorted((max(0, value) for value in gold.values()), reverse=True)[:k])
    return _dcg([max(0, gold.get(row, 0)) for row in ranking[:k]]) / best if best else 0.0


def _dcg(gains: Sequence[int]) -> float:
    return sum(gain / log2(rank + 1) for rank, gain in enumerate(gains, start=1))
