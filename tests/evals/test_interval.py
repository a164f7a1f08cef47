"""Bootstrap intervals against hand-computed ones."""

from __future__ import annotations

import numpy as np
import pytest

from evals.interval import Average, interval


def test_no_values_have_no_interval() -> None:
    assert interval([]) is None


def test_the_same_seed_gives_the_same_bounds() -> None:
    values = [0.0, 1.0] * 20
    assert interval(values, seed=3) == interval(values, seed=3)


def test_bounds_of_a_share_are_near_the_binomial_ones() -> None:
    """Half of 100: the normal approximation gives 0.5 ± 1.96 x 0.05."""
    found = interval([0.0, 1.0] * 50)
    assert found is not None
    assert found.value == 0.5
    assert found.low == pytest.approx(0.402, abs=0.02)
    assert found.high == pytest.approx(0.598, abs=0.02)


def test_the_median_can_be_asked_for() -> None:
    found = interval([1.0, 2.0, 30.0], Average.MEDIAN)
    assert found is not None
    assert found.value == 2.0


@pytest.mark.parametrize(
    ("name", "n", "least", "most"),
    [
        # a percentile bootstrap is somewhat narrow at 50 values, the more so the more skewed
        ("share", 50, 0.90, 0.97),
        ("share", 200, 0.93, 0.97),
        ("skewed", 50, 0.88, 0.95),
        ("skewed", 200, 0.92, 0.965),
    ],
)
def test_the_interval_holds_the_true_mean_about_as_often_as_it_says(
    name: str, n: int, least: float, most: float
) -> None:
    draws, truth = np.random.default_rng(11), {"share": 0.8, "skewed": 1.0}[name]
    held = 0
    for repetition in range(1000):
        some = draws.random(n) < truth if name == "share" else draws.exponential(truth, n)
        found = interval(some.astype(float).tolist(), seed=repetition)
        assert found is not None
        held += found.low <= truth <= found.high
    assert least <= held / 1000 <= most
