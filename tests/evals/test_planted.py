"""Faults that are planted on purpose move the measures that should move, and no other one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest

from assistant.options import AskOptions
from assistant.question import Question
from assistant.shelf import Shelf
from assistant.weighing.tuning import Tuning
from corpus.parse import parse
from evals.answers import judge
from evals.compare.comparison import TIME, Verdict, compare
from evals.gold import GoldItem, GoldSet, Kind, split_of
from evals.measured import Figured, measured
from evals.outcome import Outcome, outcome_of
from evals.quote import Quote
from evals.record import Record
from evals.report import Report
from tests.assistant.world import PLAN, REPORT, assistant_on
from tests.evals.world import gold
from ui.contract import answered

TEXTS = {"ke_hoach.txt": PLAN, "bao_cao.txt": REPORT}
# what an answer is worth, whatever was retrieved for it
ANSWERED = {"right", "key_points", "evidence", "evidence_complete", "token_f1"}


def asked(number: int, question: str, words: str, source: str = "ke_hoach.txt") -> GoldItem:
    return GoldItem(
        id=f"p{number}",
        question=question,
        kind=Kind.FIGURE,
        answerable=True,
        split=split_of(question),
        reference=f"Theo văn bản: {words}",
        key_points=((words,),),
        evidence=((Quote(source, words),),),
        line=number,
    )


def silent(number: int, question: str) -> GoldItem:
    return GoldItem(
        id=f"s{number}",
        question=question,
        kind=Kind.UNANSWERABLE,
        answerable=False,
        split=split_of(question),
        line=100 + number,
    )


GOLD: GoldSet = gold(
    asked(1, "Trang bị bảng tên cho bao nhiêu công chức?", "35 công chức"),
    asked(2, "Chậm nhất ngày nào phải báo cáo Giám đốc?", "chậm nhất ngày 15/11/2024"),
    asked(3, "Phương châm năm 2024 là gì?", "Lắng nghe, tận tụy"),
    asked(4, "Ai kiểm tra việc chấp hành giờ làm việc?", "chấp hành giờ làm việc"),
    asked(5, "Năm 2022 tiếp nhận bao nhiêu góp ý?", "120 góp ý", "bao_cao.txt"),
    asked(6, "Phương châm năm 2022 là gì?", "Gần dân, hiểu dân", "bao_cao.txt"),
    silent(1, "Thủ tục cấp giấy phép lái xe gồm những gì?"),
    silent(2, "Giá vàng hôm nay là bao nhiêu?"),
)
EVERYTHING = [parse(name, text) for name, text in TEXTS.items()]
DOCUMENTS = [document for document, _ in EVERYTHING]


def outcomes(texts: Iterable[str] = TEXTS, tuning: Tuning | None = None) -> dict[str, Outcome]:
    """Ask the real assistant over some of the texts."""
    shelf = Shelf([parse(name, TEXTS[name]) for name in texts])
    record = Record(shelf.documents)
    assistant = assistant_on(shelf, AskOptions(tuning or Tuning(), record))
    went = {}
    for item in GOLD.items:
        reply = answered(assistant, Question(item.question), shelf.documents.__getitem__)
        outcome = replace(outcome_of(item.id, reply), elapsed_ms=10.0)
        went[item.id] = record.taken(outcome)
    return went


SOUND = outcomes()


def report(went: dict[str, Outcome]) -> Report:
    return judge(GOLD, went, DOCUMENTS)


def moved(went: dict[str, Outcome]) -> set[str]:
    """Return the measures that a fault moves, and see that none of them got better."""
    changes = compare(report(SOUND), report(went)).changes
    assert not [one for one in changes if one.wins], "a fault made something better"
    return {one.measure for one in changes if one.verdict is not Verdict.SAME}


def each(change: Callable[[Outcome], Outcome]) -> dict[str, Outcome]:
    return {key: change(outcome) for key, outcome in SOUND.items()}


def test_without_a_fault_everything_is_as_it_should_be_and_nothing_moves() -> None:
    made = report(SOUND)
    for split in {item.split for item in GOLD.items}:
        for name in ("right", "evidence_complete", "verbatim", "refusal"):
            found = measured(made, Figured(name, split))
            assert found is None or found.value == 1, (name, split)
    assert moved(dict(SOUND)) == set()


def test_a_dropped_document_loses_its_questions_and_no_other_ones() -> None:
    without = outcomes(["ke_hoach.txt"])
    comparison = compare(report(SOUND), report(without))
    assert {pair.before.id for pair in comparison.lost} == {"p5", "p6"}
    assert comparison.won == ()
    assert moved(without) >= {*ANSWERED, "refusal"}
    assert "verbatim" not in moved(without)


def test_a_shuffled_ranking_moves_the_measures_of_retrieval_alone() -> None:
    def best_first(outcome: Outcome) -> Outcome:
        found = sorted(outcome.retrieved, key=lambda one: -one.lexical)
        return replace(outcome, retrieved=tuple(found))

    def last_first(outcome: Outcome) -> Outcome:
        return replace(outcome, retrieved=best_first(outcome).retrieved[::-1])

    changes = compare(report(each(best_first)), report(each(last_first))).changes
    names = {one.measure for one in changes if one.verdict is not Verdict.SAME}
    assert {"retrieved_1", "retrieved_5", "retrieved_mrr", "retrieved_ndcg"} <= names
    assert all(name.startswith("retrieved_") for name in names)
    assert not any(one.wins for one in changes)


def test_a_threshold_that_is_too_high_refuses_what_it_should_not() -> None:
    strict = outcomes(tuning=Tuning(least=1_000.0))
    assert moved(strict) == {*ANSWERED, "refusal"}
    made = report(strict)
    halves = {item.split for item in GOLD.items if item.answerable}
    assert {measured(made, Figured("needless", half)).value for half in halves} == {1.0}  # type: ignore[union-attr]


def test_a_threshold_that_is_too_low_answers_where_the_texts_are_silent() -> None:
    def daring(outcome: Outcome) -> Outcome:
        return replace(SOUND["p1"], id=outcome.id) if outcome.abstained else outcome

    assert moved(each(daring)) == {"refusal"}


def test_a_digit_that_is_changed_in_answers_makes_them_wrong() -> None:
    def changed(outcome: Outcome) -> Outcome:
        return replace(outcome, answer=outcome.answer.replace("35 công chức", "85 công chức"))

    assert moved(each(changed)) == {"right", "key_points", "token_f1"}


def test_a_digit_that_is_changed_in_quotes_is_no_longer_verbatim() -> None:
    def changed(outcome: Outcome) -> Outcome:
        cited = (replace(c, quote=c.quote.replace("35", "85")) for c in outcome.citations)
        return replace(outcome, citations=tuple(cited))

    assert moved(each(changed)) == {"verbatim"}


def test_a_marker_that_is_missing_leaves_its_citation_unused() -> None:
    def unmarked(outcome: Outcome) -> Outcome:
        return replace(outcome, answer=outcome.answer.replace("[1]", ""))

    assert moved(each(unmarked)) == {"verbatim"}


def test_a_citation_that_is_shifted_stands_nowhere() -> None:
    def shifted(outcome: Outcome) -> Outcome:
        cited = (replace(c, start=c.start + 3, end=c.end + 3) for c in outcome.citations)
        return replace(outcome, citations=tuple(cited))

    assert moved(each(shifted)) == {"verbatim"}


def test_a_citation_of_another_place_proves_nothing() -> None:
    def elsewhere(outcome: Outcome) -> Outcome:
        cited = (replace(c, start=0, end=8, quote=PLAN[:8]) for c in outcome.citations)
        return replace(outcome, citations=tuple(cited))

    names = moved(each(elsewhere))
    assert {"evidence", "evidence_complete", "citation_precision"} <= names
    assert names.isdisjoint({"right", "key_points", "refusal", "token_f1"})


def test_a_forbidden_word_makes_an_answer_wrong() -> None:
    items = tuple(replace(i, forbidden=("ngoài lề",)) if i.answerable else i for i in GOLD.items)
    forbidding = replace(GOLD, items=items)

    def says_more(outcome: Outcome) -> Outcome:
        more = "" if outcome.abstained else " ngoài lề"
        return replace(outcome, answer=outcome.answer + more)

    before = judge(forbidding, SOUND, DOCUMENTS)
    after = judge(forbidding, each(says_more), DOCUMENTS)
    changes = compare(before, after).changes
    names = {one.measure for one in changes if one.verdict is not Verdict.SAME}
    assert {"right", "forbidden"} <= names <= {"right", "forbidden", "token_f1", "concision"}


def test_slower_answers_are_only_slower() -> None:
    assert moved(each(lambda outcome: replace(outcome, elapsed_ms=90.0))) == {TIME}


@pytest.mark.parametrize("times", [2, 5])
def test_answers_that_say_all_and_more_are_longer_and_no_worse(times: int) -> None:
    def longer(outcome: Outcome) -> Outcome:
        more = "" if outcome.abstained else " và những điều khác" * times
        return replace(outcome, answer=outcome.answer + more)

    assert moved(each(longer)) == {"concision", "token_f1"}


def test_a_run_that_lost_a_question_counts_it_as_nothing() -> None:
    lost = {key: outcome for key, outcome in SOUND.items() if key != "p1"}
    names = moved(lost)
    assert {"right", "evidence", "refusal", "retrieved_20"} <= names


def test_the_order_of_the_documents_does_not_matter() -> None:
    other = outcomes(reversed(TEXTS))
    comparison = compare(report(SOUND), report(other))
    assert comparison.agreement == 1
    names = {one.measure for one in comparison.changes if one.verdict is not Verdict.SAME}
    assert all(name.startswith("retrieved_") for name in names)  # the stand-in finds in this order
