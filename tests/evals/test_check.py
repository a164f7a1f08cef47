"""What the checker finds in a gold set."""

from __future__ import annotations

import pytest

from assistant.question import Turn
from evals.check import check
from evals.gold import GoldItem, Kind, Split, Status
from evals.quote import Quote
from tests.evals.world import DOCUMENTS, gold, item, silent


def reasons(*items: GoldItem) -> list[str]:
    return [problem.reason for problem in check(gold(*items), DOCUMENTS)]


def test_a_sound_set_has_no_problem() -> None:
    sound = item(evidence=((Quote("plan.txt", "lập kế hoạch"),),))
    assert reasons(sound, silent()) == []


@pytest.mark.parametrize(
    ("faulty", "reason"),
    [
        (item(evidence=((Quote("plan.txt", "lập dự toán"),),)), "does not hold"),
        (item(evidence=((Quote("other.txt", "lập"),),)), "unknown source"),
        (item(allowed=(Quote("plan.txt", "Thanh tra"),)), "does not hold"),
        (item(evidence=()), "no evidence"),
        (item(key_points=()), "no key_points"),
        (item(key_points=((),), reference=""), "empty group"),
        (silent(evidence=((Quote("plan.txt", "lập"),),)), "unanswerable, yet with evidence"),
        (silent(kind=Kind.BLANK), "no evidence"),
        (item(forbidden=("kế hoạch",)), "stands in a key point"),
        (item(reference="Lập kế hoạch."), "does not say"),
        (item(status=Status.REVIEWED), "reviewed, yet nobody has reviewed it"),
        (item(reviewed_by="second reader"), "a draft that somebody has reviewed"),
    ],
)
def test_each_fault_is_named_with_its_line(faulty: GoldItem, reason: str) -> None:
    problems = check(gold(faulty), DOCUMENTS)
    assert any(reason in problem.reason for problem in problems)
    assert {problem.line for problem in problems} == {1}


def test_an_item_cannot_be_moved_to_the_other_half() -> None:
    other = Split.TUNE if item().split is Split.REPORT else Split.REPORT
    assert any("half" in reason for reason in reasons(item(split=other)))


def test_a_repeated_id_or_question_names_the_first_line() -> None:
    found = reasons(silent(), silent(line=2))
    assert found == ["same id as line 1", "same question as line 1"]


def test_the_same_words_after_another_conversation_are_another_question() -> None:
    after = silent(id="g3", line=2, history=(Turn("user", "Sở Công Thương?"),))
    assert reasons(silent(), after) == []
