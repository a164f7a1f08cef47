"""Recall: the share of the relevant rows that a ranking has among its first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def recall(gold: Mapping[str, int], ranking: Sequence[str], k: int) -> float:
    """Return the share of the relevant rows that stand in the first `k`; 0 when there are none.

    R@k of trec_eval: with two gold rows and one place, the best that can be is .5. A row is
    relevant when its value is over 0.

    >>> recall({"a": 1, "b": 1, "c": 0}, ["a", "c", "b"], 2)
    0.5
    """
    relevant = {row for row, value in gold.items() if value > 0}
    return len(relevant.intersection(ranking[:k])) / len(relevant) if relevant else 0.0
