"""Fusion of the legs."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from index.fusion import Weights, fused, packaged_weights, write_weights

HALF = Weights(lexical=0.5, dense=0.5)


def test_the_best_of_both_legs_has_1_and_the_worst_of_both_0() -> None:
    scores = fused(
        HALF, {"a": 8.0, "b": 5.0, "c": 2.0}, {"a": 0.9, "b": 0.85, "c": 0.8}, {}
    )
    assert scores == pytest.approx({"a": 1.0, "b": 0.5, "c": 0.0})


def test_a_passage_of_one_leg_alone_has_at_most_that_leg_s_weight() -> None:
    scores = fused(
        Weights(lexical=0.7, dense=0.3), {"a": 8.0, "b": 2.0}, {"c": 0.9, "b": 0.8}, {}
    )
    assert scores == pytest.approx({"a": 0.7, "c": 0.3, "b": 0.0})


def test_ties_are_ordered_by_id() -> None:
    assert list(fused(HALF, {"z": 1.0, "a": 1.0, "m": 1.0}, {}, {})) == ["a", "m", "z"]


def test_a_leg_whose_candidates_are_all_alike_gives_each_its_weight() -> None:
    assert fused(HALF, {"a": 3.0}, {"a": 0.8, "b": 0.7}, {}) == {"a": 1.0, "b": 0.0}


def test_nothing_found_is_nothing_fused() -> None:
    assert fused(HALF, {}, {}, {}) == {}


def test_the_words_of_a_question_decide_between_two_that_are_alike_otherwise() -> None:
    third = Weights(lexical=0.4, dense=0.4, late=0.2)
    scores = fused(third, {"a": 1.0, "b": 1.0}, {"a": 0.8, "b": 0.8}, {"a": 0.4, "b": 0.7})
    assert list(scores) == ["b", "a"]


def test_written_weights_say_how_they_were_made(tmp_path: Path) -> None:
    write_weights(Weights(lexical=0.5, dense=0.2, late=0.3), {"data": "x=1"}, tmp_path)
    read = tomllib.loads((tmp_path / "fusion.toml").read_text("utf-8"))
    assert read["weights"] == {"lexical": 0.5, "dense": 0.2, "late": 0.3}
    assert read["made"] == {"data": "x=1"}


def test_the_weights_that_ship_sum_to_1() -> None:
    weights = packaged_weights()
    assert weights.lexical + weights.dense + weights.late == pytest.approx(1)
