"""Fusion of the two legs."""

from __future__ import annotations

import pytest

from index.fusion import Weights, fused

HALF = Weights(lexical=0.5, dense=0.5)


def test_the_best_of_both_legs_has_1_and_the_worst_of_both_0() -> None:
    scores = fused({"a": 8.0, "b": 5.0, "c": 2.0}, {"a": 0.9, "b": 0.85, "c": 0.8}, HALF)
    assert scores == pytest.approx({"a": 1.0, "b": 0.5, "c": 0.0})


def test_a_passage_of_one_leg_alone_has_at_most_that_leg_s_weight() -> None:
    scores = fused({"a": 8.0, "b": 2.0}, {"c": 0.9, "b": 0.8}, Weights(lexical=0.7, dense=0.3))
    assert scores == pytest.approx({"a": 0.7, "c": 0.3, "b": 0.0})


def test_ties_are_ordered_by_id() -> None:
    assert list(fused({"z": 1.0, "a": 1.0, "m": 1.0}, {}, HALF)) == ["a", "m", "z"]


def test_a_leg_whose_candidates_are_all_alike_gives_each_its_weight() -> None:
    assert fused({"a": 3.0}, {"a": 0.8, "b": 0.7}, HALF) == {"a": 1.0, "b": 0.0}


def test_nothing_found_is_nothing_fused() -> None:
    assert fused({}, {}, HALF) == {}
