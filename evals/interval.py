"""Bootstrap intervals for the figures of an evaluation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

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
    Bootstrap, 1993, chapter 13); the same seed gives the same bounds. In a simulation of 1,000
    samples it held a share of .8 in 94.6 % of them with 50 values and 95.3 % with 200, the mean of
    an exponential distribution in 92.2 % and 95.4 % (tests/evals/test_interval.py). All values
    equal, as with one value, give an interval of no width, which says nothing of the uncertainty.

    >>> interval([1.0, 1.0])
    Interval(low=1.0, value=1.0, high=1.0)
    """
    if not values:
        return None
    of = np.mean if average is Average.MEAN else np.median
    sample = np.asarray(values, dtype=np.float64)
    return _within(of(sample[_draws(len(sample), seed)], axis=1), float(of(sample)))


def share(part: int, whole: int) -> Interval | None:
    """Return `part` of `whole` with its interval, None of nothing.

    >>> share(3, 3)
    Interval(low=1.0, value=1.0, high=1.0)
    """
    return interval([1.0] * part + [0.0] * (whole - part))


def ratio(over: Sequence[float], under: Sequence[float], *, seed: int = 0) -> Interval | None:
    """Return mean(over) / mean(under) with its interval; None where there is nothing to divide by.

    The two are drawn apart; samples whose `under` is 0 are left out.

    >>> ratio([1.0, 1.0], [1.0])
    Interval(low=1.0, value=1.0, high=1.0)
    """
    if not over or not any(under):
        return None
    above, below = np.asarray(over, dtype=np.float64), np.asarray(under, dtype=np.float64)
    tops = above[_draws(len(above), seed)].mean(axis=1)
    bottoms = below[_draws(len(below), seed + 1)].mean(axis=1)
    return _within(_quotients(tops, bottoms), float(above.mean() / below.mean()))


def paired_ratio(pairs: Sequence[tuple[float, float]], *, seed: int = 0) -> Interval | None:
    """Return the sum of the first values / the sum of the second, pairs being drawn together.

    >>> paired_ratio([(1.0, 1.0), (1.0, 1.0)])
    Interval(low=1.0, value=1.0, high=1.0)
    """
    if not any(under for _, under in pairs):
        return None
    values = np.asarray(pairs, dtype=np.float64)
    sums = values[_draws(len(values), seed)].sum(axis=1)
    over, under = values.sum(axis=0)
    return _within(_quotients(sums[:, 0], sums[:, 1]), float(over / under))


def _draws(count: int, seed: int) -> NDArray[np.int64]:
    return np.random.default_rng(seed).integers(count, size=(DRAWS, count))


def _quotients(over: NDArray[np.float64], under: NDArray[np.float64]) -> NDArray[np.float64]:
    some = under > 0
    quotients: NDArray[np.float64] = over[some] / under[some]
    return quotients


def _within(drawn: NDArray[np.float64], value: float) -> Interval:
    tail = 50 * (1 - LEVEL)
    low, high = np.percentile(drawn, [tail, 100 - tail])
    return Interval(float(low), value, float(high))
