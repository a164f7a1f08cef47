"""Fusion: one score from two legs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Scores = Mapping[str, float]  # by passage id


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """How much each leg counts; they sum to 1."""

    lexical: float = 0.65
    dense: float = 0.35


def fused(lexical: Scores, dense: Scores, weights: Weights) -> dict[str, float]:
    """Return the fused score in [0, 1] of every candidate, best first, ties by id.

    Each leg is brought to [0, 1] over its own candidates; a leg that did not return a candidate
    gives it 0. Weighted scores beat reciprocal ranks, which throw away how far apart two
    candidates are.

    >>> fused({"a": 9.0, "b": 3.0}, {"b": 0.9, "c": 0.8}, Weights())
    {'a': 0.65, 'b': 0.35, 'c': 0.0}
    """
    legs = [(weights.lexical, _scaled(lexical)), (weights.dense, _scaled(dense))]
    ids = {identifier for _, leg in legs for identifier in leg}
    total = {i: sum(weight * leg.get(i, 0.0) for weight, leg in legs) for i in ids}
    return {i: total[i] for i in sorted(total, key=lambda i: (-total[i], i))}


def _scaled(scores: Scores) -> dict[str, float]:
    """Return min-max scores; candidates that are all alike get 1."""
    low, high = min(scores.values(), default=0.0), max(scores.values(), default=0.0)
    if high == low:
        return dict.fromkeys(scores, 1.0)
    return {i: (score - low) / (high - low) for i, score in scores.items()}
