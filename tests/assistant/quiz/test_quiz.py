"""What a quiz promises: enough items, the same ones again, none of the same fact."""

from __future__ import annotations

import time
from collections import Counter

import pytest

from assistant.quiz.checks.every import CHECKS
from assistant.quiz.checks.together import position_balanced
from assistant.quiz.errors import EmptyScopeError
from assistant.quiz.field import Scope
from assistant.quiz.item import Difficulty, Kind
from assistant.quiz.quiz import Wish, make_quiz
from assistant.shelf import Shelf
from tests.assistant.quiz.world import fault, of_kind, shelf_of, shipped, small, whole_run


def test_the_shipped_texts_hold_at_least_120_items_over_all_kinds_within_a_minute() -> None:
    started = time.monotonic()
    quiz = make_quiz(shipped(), Scope(), Wish(count=200, seed=7))

    assert time.monotonic() - started < 60
    assert len(quiz.items) >= 120
    assert len({item.stem for item in quiz.items}) == len(quiz.items)
    assert {item.kind for item in quiz.items} == set(Kind)


def test_every_check_is_counted() -> None:
    rejected = whole_run().rejected

    assert set(CHECKS) <= set(rejected)
    assert {"not_duplicate", "not_given_away", "position_balanced"} <= set(rejected)
    assert rejected["not_duplicate"] > 0


def test_every_item_passes_every_check_again() -> None:
    assert {item.stem: found for item in whole_run().items if (found := fault(item))} == {}


def test_the_same_seed_makes_the_same_quiz_and_another_seed_another() -> None:
    again = make_quiz(shipped(), Scope(), Wish(count=200, seed=7))

    assert again == whole_run(7)
    assert [item.id for item in whole_run(8).items] != [item.id for item in again.items]


def test_no_two_items_ask_the_same_fact() -> None:
    facts = Counter(fact for item in whole_run().items for fact in item.facts)

    assert facts.most_common(1)[0][1] == 1


def test_keys_stand_in_every_place() -> None:
    places = Counter(item.key[0] for item in of_kind(Kind.MC))

    assert set(places) == {0, 1, 2, 3}
    assert position_balanced(whole_run().items)


def test_numbers_and_dates_stand_in_ascending_order() -> None:
    counts = [item for item in of_kind(Kind.MC) if item.options[0][0].isdigit()]
    plain = [item for item in counts if all(" " in option for option in item.options)]

    assert plain
    for item in plain:
        sizes = [float(o.split(" ")[0].replace(".", "").replace(",", ".")) for o in item.options]
        assert sizes == sorted(sizes)


def test_a_quiz_has_as_many_items_as_were_asked_for_of_the_kinds_asked_for() -> None:
    quiz = make_quiz(shipped(), Scope(), Wish(count=9, kinds=(Kind.TF, Kind.FILL), seed=1))

    assert Counter(item.kind for item in quiz.items) == {Kind.TF: 5, Kind.FILL: 4}


def test_only_the_difficulty_asked_for_is_offered() -> None:
    wish = Wish(count=15, difficulty=Difficulty.EASY, seed=1)

    assert {i.difficulty for i in make_quiz(shipped(), Scope(), wish).items} == {Difficulty.EASY}


def test_a_section_is_asked_about_alone() -> None:
    plan = next(key for key in shipped().documents if key.startswith("002"))
    quiz = make_quiz(shipped(), Scope(frozenset({plan}), "III"), Wish(count=30, seed=2))

    assert quiz.items
    assert all(item.source.address.startswith("mục III") for item in quiz.items)


def test_less_than_was_asked_for_is_no_error() -> None:
    quiz = make_quiz(small(), Scope(), Wish(count=200))

    assert 4 < len(quiz.items) < 200


@pytest.mark.parametrize("scope", [Scope(section="IX"), Scope(frozenset({"không có"}))])
def test_an_empty_scope_is_told(scope: Scope) -> None:
    with pytest.raises(EmptyScopeError):
        make_quiz(shipped(), scope, Wish())


def test_a_library_without_documents_is_an_empty_scope() -> None:
    with pytest.raises(EmptyScopeError):
        make_quiz(Shelf(()), Scope(), Wish())


def test_a_document_of_one_word_is_asked_nothing() -> None:
    quiz = make_quiz(shelf_of({"a.txt": "Chào."}), Scope(), Wish(count=5))

    assert quiz.items == ()


def test_hostile_words_stay_words() -> None:
    text = (
        "I. A\n\n<script>alert(1)</script> {{ {0} }} %s có 25 hồ sơ và 30 văn bản được xử lý xong."
    )

    make_quiz(shelf_of({"x.txt": text}), Scope(), Wish(count=5))
