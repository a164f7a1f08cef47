"""Confidence against being right, by hand."""

from __future__ import annotations

import pytest

from evals.gold import Kind
from evals.measures.calibration import Bin, calibration
from evals.outcome import Outcome, absent
from tests.evals.world import REFUSED, answered, item, silent

RIGHT = "lập kế hoạch, báo cáo năm"


def sure(confidence: float, answer: str = RIGHT) -> Outcome:
    return answered(answer, confidence=confidence)


def test_the_error_is_the_mean_gap_of_the_bins_weighted_by_their_answers() -> None:
    """Two at .9, one right: gap .4; one right at .4: gap .6; (2 * .4 + 1 * .6) / 3."""
    found = calibration([(item(), sure(0.9)), (item(), sure(0.9, "không rõ")), (item(), sure(0.4))])
    low, high = found.bins
    assert low == Bin(low=0.2, high=0.4, n=1, confidence=0.4, right=1.0)
    assert (high.low, high.high, high.n, high.right) == (0.8, 1.0, 2, 0.5)
    assert found.error == pytest.approx(1.4 / 3)


def test_refusals_and_questions_not_run_say_nothing_of_it() -> None:
    found = calibration([(item(), REFUSED), (item(), absent("g1"))])
    assert (found.bins, found.n, found.error) == ((), 0, None)


def test_an_answer_to_an_unanswerable_question_is_wrong() -> None:
    (one,) = calibration([(silent(), sure(1.0))]).bins
    assert one.right == 0.0


def test_a_corrected_premise_is_right() -> None:
    false = silent(kind=Kind.FALSE_PREMISE, key_points=(("không phải",),))
    (one,) = calibration([(false, sure(0.7, "Không phải vậy [1]."))]).bins
    assert one.right == 1.0
