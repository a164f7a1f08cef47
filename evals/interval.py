"""Bootstrap intervals for the figures of an evaluation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

DRAWS = 2000
LEVEL = 0.95


class Average(StrEnum):
    """How the values of many questions become one figure."""

    MEAN = "mean"
    MEDIAN = "median"


@dataclass(frozen=True, slots=True)
class Interval:
    """A figure between its bounds."""

    low: float
    value: float
    high: float


def interval(
    values: Sequence[float], average: Average = Average.MEAN, *, seed: int = 0
) -> Interval | None:
    """Return the average with its 95 % percentile bootstrap interval; None without values.

    2000 samples of the questions with replacement (Efron and Tibshirani, An Introduction to the
    Bootstrap, 1993, chapter 13); the same seed gives the same bounds. All values equal, as with
    one value, give an interval of no width, which says nothing of the uncertainty.

    >>> interval([1.0, 1.0])
    Interval(low=1.0, value=1.0, high=1.0)
    """
    if not values:
        return None
    of = np.mean if average is Average.MEAN else np.median
    sample = np.asarray(values, dtype=np.float64)
    draws = np.random.default_rng(seed).integers(len(sample), size=(DRAWS, len(sample)))
    tail = 50 * (1 - LEVEL)
    low, high = np.percentile(of(sample[draws], axis=1), [tail, 100 - tail])
    return Interval(float(low), float(of(sample)), float(high))
