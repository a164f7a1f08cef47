"""Of a long text that part is read which has what is asked about."""

from __future__ import annotations

from assistant.weighing.excerpt import excerpt

LONG = "Sở đã nhận 12 hồ sơ về đất đai, trả lại 2 hồ sơ thiếu giấy tờ; còn 5 hồ sơ quá hạn."


def test_a_text_that_is_short_enough_is_whole() -> None:
    assert excerpt(LONG, {}, 100) == LONG


def test_the_clause_with_most_of_the_question_comes_first() -> None:
    assert excerpt(LONG, {"quá": 1.0, "hạn": 1.0}, 6) == "còn 5 hồ sơ quá hạn"
    assert excerpt(LONG, {"trả": 1.0, "đất": 0.1}, 6) == "trả lại 2 hồ sơ thiếu"


def test_what_is_said_often_counts_once() -> None:
    assert excerpt(LONG, {"hồ": 1.0, "quá": 0.5}, 5).startswith("còn 5")


def test_without_anything_sought_it_is_the_beginning() -> None:
    assert excerpt(LONG, {}, 4) == "Sở đã nhận 12"
