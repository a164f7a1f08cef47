"""Fusion of the legs."""

from __future__ import annotations

import tomllib
from pathlib import Path

import numpy as np
import pytest

from index.fusion import Legs, Weights, fused, packaged_weights, write_weights

HALF = Weights(lexical=0.5, dense=0.5)


def legs(lexical: list[float], dense: list[float], late: list[float]) -> Legs:
    each = (np.array(leg, np.float32) for leg in (lexical, dense, late))
    return Legs(**dict(zip(("lexical", "dense", "late"), each, strict=True)))


def test_the_best_of_both_legs_has_1_and_the_worst_of_both_0() -> None:
    scores = fused(HALF, legs([8, 5, 2], [0.9, 0.85, 0.8], [0, 0, 0]))
    assert scores.tolist() == pytest.approx([1, 0.5, 0])


def test_a_candidate_of_one_leg_alone_has_at_most_that_leg_s_weight() -> None:
    scores = fused(Weights(lexical=0.7, dense=0.3), legs([8, 2, 0], [0.1, 0.1, 0.9], [0, 0, 0]))
    assert scores.tolist() == pytest.approx([0.7, 0.175, 0.3])


def test_a_leg_whose_candidates_are_all_alike_gives_each_its_weight() -> None:
    assert fused(HALF, legs([3, 3], [0.8, 0.7], [0, 0])).tolist() == [1, 0.5]


def test_nothing_found_is_nothing_fused() -> None:
    assert fused(HALF, legs([], [], [])).tolist() == []


def test_the_words_of_a_question_decide_between_two_that_are_alike_otherwise() -> None:
    third = Weights(lexical=0.4, dense=0.4, late=0.2)
    one, other = fused(third, legs([1, 1], [0.8, 0.8], [0.4, 0.7])).tolist()
    assert other > one


def test_written_weights_say_how_they_were_made(tmp_path: Path) -> None:
    write_weights(Weights(lexical=0.5, dense=0.2, late=0.3), {"data": "x=1"}, tmp_path)
    read = tomllib.loads((tmp_path / "fusion.toml").read_text("utf-8"))
    assert read["weights"] == {"lexical": 0.5, "dense": 0.2, "late": 0.3}
    assert read["made"] == {"data": "x=1"}


def test_the_weights_that_ship_sum_to_1() -> None:
    weights = packaged_weights()
    assert weights.lexical + weights.dense + weights.late == pytest.approx(1)
