"""The figures that may be varied."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.weighing.decision import load_decision
from assistant.weighing.tuning import SHIPPED, Tuning
from index.fusion import packaged_weights


def test_what_ships_is_the_tuning_that_changes_nothing() -> None:
    assert SHIPPED.changed() == {}
    assert SHIPPED.decision() == load_decision()
    assert SHIPPED.search_options().weights == packaged_weights()


def test_weights_of_the_legs_are_made_to_sum_to_one() -> None:
    weights = Tuning(lexical=2.0, dense=1.0, late=1.0).search_options().weights
    assert (weights.lexical, weights.dense, weights.late) == (0.5, 0.25, 0.25)


def test_a_threshold_that_is_given_stands_and_the_others_stay() -> None:
    decision = Tuning(least=0.5).decision()
    assert decision.least == 0.5
    assert decision.alone == load_decision().alone
    assert decision.near == load_decision().near


@pytest.mark.parametrize(
    "wrong", [{"hits": 0}, {"candidates": 0}, {"dense": -1.0}, {"precedents": -1}]
)
def test_what_cannot_be_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"shares|count"):
        Tuning(**wrong)
