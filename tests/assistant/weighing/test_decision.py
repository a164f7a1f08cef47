"""The learned decision."""

from __future__ import annotations

import pytest

from assistant.weighing.decision import FAR, QUESTION, Weights, load_decision, probability
from assistant.weighing.features import NAMES, Features, names_in


def test_the_shipped_weights_have_a_number_for_every_feature() -> None:
    decision = load_decision()

    for weights in (decision.alone, decision.precedented):
        assert len(weights.ranks) == len(NAMES)
        assert len(weights.answers) == len(NAMES) + len(QUESTION)
        assert any(weights.ranks)
        assert any(weights.answers)


def test_precedents_weigh_only_where_there_are_any() -> None:
    decision, place = load_decision(), NAMES.index("answering")

    assert decision.alone.ranks[place] == 0
    assert decision.precedented.ranks[place] > 1
    assert decision.precedented.answers[place] > 0


def test_odds_are_the_weighted_sum_of_features_margin_and_bias() -> None:
    zeros = (0.0,) * (len(NAMES) - 1)
    weights = Weights(ranks=(2.0, *zeros), answers=(3.0, *zeros, 0.5, -1.0))
    features = Features(**{NAMES[0]: 0.5})

    assert weights.rank(features) == pytest.approx(1.0)
    assert weights.odds(features, 2.0) == pytest.approx(1.5)
    assert weights.odds(features, 100.0) == pytest.approx(1.5 - 1.0 + 0.5 * FAR)


def test_a_probability_grows_with_the_odds() -> None:
    assert probability(-2) < probability(0) < probability(2)


def test_the_first_word_of_a_sentence_is_no_name() -> None:
    assert names_in("Những ai ký? Được hỏi: Ai nhận?") == frozenset()
