"""Fusion: one score from the legs."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

import numpy as np

from index.ranked import Scores

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Legs:
    """What each leg gives the same candidates, `(n,)` float32 each, in any range."""

    lexical: Scores
    dense: Scores
    late: Scores


def fused(weights: Weights, legs: Legs) -> Scores:
    """Return the fused score of every candidate, in [0, 1].

    Each leg is brought to [0, 1] over the candidates. Weighted scores beat reciprocal ranks, which
    throw away how far apart two candidates are.

    >>> up, down = np.array([3, 9, 6], np.float32), np.array([9, 3, 6], np.float32)
    >>> legs = Legs(lexical=up, dense=down, late=up)
    >>> fused(Weights(lexical=0.5, dense=0.25, late=0.25), legs).tolist()
    [0.25, 0.75, 0.5]
    """
    lexical, dense, late = (_scaled(leg) for leg in (legs.lexical, legs.dense, legs.late))
    total = weights.lexical * lexical + weights.dense * dense + weights.late * late
    return np.asarray(total, np.float32)


def _scaled(scores: Scores) -> Scores:
    """Return min-max scores; candidates that are all alike get 1."""
    low, high = float(scores.min(initial=np.inf)), float(scores.max(initial=-np.inf))
    return (scores - low) / (high - low) if high > low else np.ones_like(scores)
