"""Fusion: one score from the legs."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

Scores = Mapping[str, float]  # by passage id

FILE = "fusion.toml"  # written by `python -m evals.teach`


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """How much each leg counts; they sum to 1.

    `late` compares the tokens of those that the other two found (`index.late`).
    """

    lexical: float
    dense: float
    late: float = 0.0


@cache
def packaged_weights() -> Weights:
    """Return the weights that ship with the project."""
    text = resources.files("index").joinpath(FILE).read_text("utf-8")
    return Weights(**tomllib.loads(text)["weights"])


def write_weights(weights: Weights, made: Mapping[str, str], folder: Path) -> None:
    """Write weights with how they were made."""
    lines = [
        "# How much each leg of the search counts; written by `python -m evals.teach`.",
        "[weights]",
        *(f"{name} = {getattr(weights, name)}" for name in ("lexical", "dense", "late")),
        "",
        "[made]",
        *(f'"{name}" = {json.dumps(value)}' for name, value in sorted(made.items())),
    ]
    (folder / FILE).write_text("\n".join(lines) + "\n", "utf-8")


def fused(weights: Weights, lexical: Scores, dense: Scores, late: Scores) -> dict[str, float]:
    """Return the fused score in [0, 1] of every candidate, best first, ties by id.

    Each leg is brought to [0, 1] over its own candidates; a leg that did not return a candidate
    gives it 0. Weighted scores beat reciprocal ranks, which throw away how far apart two
    candidates are.

    >>> fused(Weights(lexical=0.5, dense=0.5), {"a": 9.0, "b": 3.0}, {"b": 0.9, "c": 0.8}, {})
    {'a': 0.5, 'b': 0.5, 'c': 0.0}
    """
    given = ((weights.lexical, lexical), (weights.dense, dense), (weights.late, late))
    legs = [(weight, _scaled(leg)) for weight, leg in given]
    ids = {identifier for _, leg in legs for identifier in leg}
    total = {i: sum(weight * leg.get(i, 0.0) for weight, leg in legs) for i in ids}
    return {i: total[i] for i in sorted(total, key=lambda i: (-total[i], i))}


def _scaled(scores: Scores) -> dict[str, float]:
    """Return min-max scores; candidates that are all alike get 1."""
    low, high = min(scores.values(), default=0.0), max(scores.values(), default=0.0)
    if high == low:
        return dict.fromkeys(scores, 1.0)
    return {i: (score - low) / (high - low) for i, score in scores.items()}
