"""What one run does better or worse than another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pytest

from evals.answers import judge
from evals.compare.comparison import TIME, Change, Group, Verdict, compare
from evals.compare.paired import paired
from evals.gold import GoldItem, Kind, Split, split_of
from evals.outcome import Outcome
from evals.report import Report
from tests.evals.world import DOCUMENTS, PLAN, REFUSED, answered, cited, gold, item

ASKED = [f"Câu {n}" for n in range(80) if split_of(f"Câu {n}") is Split.TUNE][:12]
RIGHT = answered("lập kế hoạch [1]; báo cáo năm.", cited(1, PLAN, "lập kế hoạch"), elapsed_ms=20.0)
ITEMS = tuple(
    item(question, id=question, kind=Kind.LIST if n % 2 else Kind.DUTY, tags=("hurried",))
    for n, question in enumerate(ASKED)
)
WHOLE = Group(split=Split.TUNE)


def report(outcomes: Mapping[str, Outcome], items: tuple[GoldItem, ...] = ITEMS) -> Report:
    return judge(gold(*items), outcomes, DOCUMENTS)


def all_of(outcome: Outcome) -> dict[str, Outcome]:
    return dict.fromkeys(ASKED, outcome)


def change(comparison_of: tuple[Report, Report], measure: str, group: Group = WHOLE) -> Change:
    changes = compare(*comparison_of).of(group)
    return next(one for one in changes if one.measure == measure)


def test_two_runs_that_say_the_same_differ_in_nothing_but_times() -> None:
    slow = report(all_of(replace(RIGHT, elapsed_ms=40.0)))
    comparison = compare(report(all_of(RIGHT)), slow)
    assert (comparison.won, comparison.lost, comparison.moved) == ((), (), ())
    assert comparison.agreement == 1
    moved = {one.measure for one in comparison.changes if one.verdict is not Verdict.SAME}
    assert moved == {TIME}
    assert change((report(all_of(RIGHT)), slow), TIME).verdict is Verdict.WORSE


def test_a_loss_is_told_question_by_question() -> None:
    worse = all_of(RIGHT) | {ASKED[0]: REFUSED}
    comparison = compare(report(all_of(RIGHT)), report(worse))
    assert [pair.before.id for pair in comparison.lost] == [ASKED[0]]
    assert comparison.won == ()
    assert comparison.agreement == pytest.approx(11 / 12)
    right = change((report(all_of(RIGHT)), report(worse)), "right")
    assert (right.wins, right.losses, right.paired.n) == (0, 1, 12)
    assert right.after - right.before == pytest.approx(-1 / 12)
    assert right.verdict is Verdict.UNSURE


def test_many_losses_are_worse_and_the_same_gains_better() -> None:
    worse = all_of(RIGHT) | dict.fromkeys(ASKED[:8], REFUSED)
    pair = (report(all_of(RIGHT)), report(worse))
    assert change(pair, "right").verdict is Verdict.WORSE
    assert change(pair[::-1], "right").verdict is Verdict.BETTER


def test_longer_answers_are_worse() -> None:
    long = replace(RIGHT, answer=RIGHT.answer + " vân vân" * 40)
    assert change((report(all_of(RIGHT)), report(all_of(long))), "concision").verdict is (
        Verdict.WORSE
    )


def test_a_question_that_a_run_did_not_answer_scores_nothing_and_is_not_dropped() -> None:
    without = {key: value for key, value in all_of(RIGHT).items() if key != ASKED[0]}
    right = change((report(all_of(RIGHT)), report(without)), "right")
    assert (right.paired.n, right.losses) == (12, 1)


def test_kinds_and_tags_are_compared_apart() -> None:
    worse = all_of(RIGHT) | {ASKED[0]: REFUSED}
    pair = (report(all_of(RIGHT)), report(worse))
    assert change(pair, "right", replace(WHOLE, kind=Kind.DUTY)).losses == 1
    assert change(pair, "right", replace(WHOLE, kind=Kind.LIST)).losses == 0
    assert change(pair, "right", replace(WHOLE, tag="hurried")).losses == 1


def test_questions_that_only_one_run_has_or_that_were_reworded_are_told_and_not_compared() -> None:
    first, second, third, *rest = ITEMS
    reworded = replace(second, question=ASKED[2], id=second.id)
    comparison = compare(
        report(all_of(RIGHT), (first, second)), report(all_of(RIGHT), (reworded, third))
    )
    assert rest
    assert (comparison.gone, comparison.new) == ((first.id,), (third.id,))
    assert comparison.edited == (second.id,)
    assert (comparison.pairs, comparison.agreement) == ((), None)


def test_the_exact_p_value_is_the_share_of_swaps_that_differ_as_much() -> None:
    # five questions won: of 32 swaps only "all" and "none" give a sum of five
    told = paired([0.0] * 5 + [1.0], [1.0] * 6)
    assert told is not None
    assert told.p == pytest.approx(2 / 32)
    assert told.difference.value == pytest.approx(5 / 6)


def test_the_drawn_p_value_agrees_with_the_normal_approximation() -> None:
    # 30 wins, 14 losses of 44: z = 16 / sqrt(44) = 2.41, two-sided p = .016
    told = paired([0.0] * 30 + [1.0] * 14, [1.0] * 30 + [0.0] * 14)
    assert told is not None
    assert told.p == pytest.approx(0.023, abs=0.008)  # with the correction for counts


def test_nothing_is_said_of_no_questions() -> None:
    assert paired([], []) is None


def test_where_nothing_differs_by_design_one_comparison_in_twenty_says_that_it_does() -> None:
    draws = np.random.default_rng(7)
    found = [
        paired(*(draws.integers(2, size=(2, 60)).astype(float).tolist()), seed=n)
        for n in range(200)
    ]
    sure = sum(one is not None and one.p <= 0.05 for one in found)
    assert 2 <= sure <= 20
