"""Reciprocal rank: how soon a reader meets the first relevant row; its mean is MRR."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def reciprocal_rank(gold: Mapping[str, int], ranking: Sequence[str], k: int = 10) -> float:
    """Return 1 / rank of the first relevant row, 0 when none is among the first `k`.

    Voorhees, The TREC-8 Question Answering Track Report, 1999. A row is relevant when its value
    is over 0.

    >>> reciprocal_rank({"a": 1}, ["x", "a"])
    0.5
    """
    ranks = (rank for rank, row in enumerate(ranking[:k], start=1) if gold.get(row, 0) > 0)
    return next((1 / rank for rank in ranks), 0.0)
