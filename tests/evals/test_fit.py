"""Fitting the decision on made examples."""

from __future__ import annotations

import tomllib

import numpy as np
import pytest

from assistant.weighing.decision import QUESTION, probability
from assistant.weighing.features import NAMES
from evals.fit import written
from evals.logit import CROSSED, Decided, Example, Line, cautious, decided, figures, fit

SCORE, LENGTH = NAMES.index("score"), NAMES.index("length")


def example(rewards: list[float], scores: list[float]) -> Example:
    features = np.zeros((len(scores), len(NAMES)))
    features[:, SCORE] = scores
    features[:, LENGTH] = np.linspace(0.1, 0.9, len(scores))
    return Example(features, np.array(rewards))


KNOWN = [
    *(example([1.0, 0.0, 0.0], [0.9, 0.4, 0.3]) for _ in range(20)),
    *(example([0.0, 0.0, 1.0], [0.5, 0.2, 0.95]) for _ in range(20)),
    *(example([0.0, 0.0], [0.4, 0.3]) for _ in range(20)),
]


def test_what_makes_answers_right_gets_weight() -> None:
    weights = fit(KNOWN)

    assert weights.ranks[SCORE] > 1
    assert abs(weights.ranks[LENGTH]) < weights.ranks[SCORE]


def test_what_tells_the_answered_from_the_silent_gets_weight() -> None:
    alike = [(example([0.9, 0.1], [s, s - 0.3]), s > 0.6) for s in np.linspace(0.2, 1.0, 60)]
    known = [e if ok else Example(e.features, np.zeros(2)) for e, ok in alike]

    assert fit(known).answers[SCORE] > 1


def read_again(said: list[float]) -> Example:
    """Return a question whose first candidate answers, alike but for what a reading says."""
    known = example([1.0, 0.0, 0.0], [0.5, 0.5, 0.5])
    features = known.features.copy()
    features[:, LENGTH] = 0.0
    features[:, CROSSED] = said
    return Example(features, known.rewards)


def test_what_a_second_reading_says_ranks_as_far_as_it_is_right() -> None:
    right = fit([*KNOWN, *(read_again([1.0, -1.0, -1.0]) for _ in range(20))])
    wrong = fit([*KNOWN, *(read_again([-1.0, 1.0, 1.0]) for _ in range(20))])

    assert right.ranks[CROSSED] > 0.5
    assert wrong.ranks[CROSSED] == 0.0


def test_without_anything_else_to_go_by_a_second_reading_has_no_weight() -> None:
    alike = [read_again([0.0, 0.0, 0.0]) for _ in range(5)]
    assert fit([*alike, example([0.0], [0.5])]).ranks[CROSSED] == 0.0


def test_questions_are_decided_by_the_weights() -> None:
    weights = fit(KNOWN)
    told = figures([decided(one, weights) for one in KNOWN])

    assert told == "40/40 answered right, 0 refused needlessly, 20/20 refused with reason"


def test_the_best_candidates_are_right_when_one_is_good_enough() -> None:
    assert example([0.8, 0.78, 0.3], [1, 1, 1]).right.tolist() == [True, True, False]
    assert example([0.4, 0.2, 0.3], [1, 1, 1]).right.tolist() == [False, False, False]


def test_the_weights_are_written_with_their_names() -> None:
    table = tomllib.loads(written({"alone": fit(KNOWN)}, -0.3))

    assert table["least"] == -0.3
    assert tuple(table["alone"]["ranks"]) == NAMES
    assert tuple(table["alone"]["answers"]) == (*NAMES, *QUESTION)


ASKED, SILENT = example([0.9, 0.1], [1, 0]), example([0.0, 0.0], [0.9, 0.1])
ANSWERED = [Decided(ASKED, right=True, odds=n / 10 + 0.04) for n in range(-10, 30)]


def test_however_much_is_silent_few_refusals_may_be_needless() -> None:
    silent = [Decided(SILENT, right=False, odds=odds) for odds in (-0.85, -0.75)] * 40

    assert cautious([*ANSWERED, *silent]) == pytest.approx(-0.8)


def test_no_more_is_refused_than_is_refused_with_reason() -> None:
    below = [Decided(SILENT, right=False, odds=-9.0)]
    among = [Decided(SILENT, right=False, odds=-0.95)] * 3

    assert cautious([*ANSWERED, *below]) == pytest.approx(-1.0)
    assert cautious([*ANSWERED, *among]) == pytest.approx(-0.9)


def test_odds_that_are_too_sure_are_brought_down_to_how_often_they_are_right() -> None:
    one = example([0.9, 0.1], [1, 0])
    known = [Decided(one, right=n % 4 > 0, odds=4.0) for n in range(40)]
    known += [Decided(one, right=n % 4 == 0, odds=-4.0) for n in range(40)]

    line = Line.through(known)

    assert {round(probability(d.odds), 2) for d in line.decided(known)} == {0.75, 0.25}


def test_calibrated_weights_give_the_calibrated_odds() -> None:
    weights, line = fit(KNOWN), Line(0.5, -1.0)

    plain = [decided(one, weights) for one in KNOWN]
    brought = [decided(one, line.weights(weights)) for one in KNOWN]

    assert [d.odds for d in brought] == pytest.approx([d.odds for d in line.decided(plain)])
