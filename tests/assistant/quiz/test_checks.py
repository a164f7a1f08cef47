"""Each fault that can be planted into a sound item is caught by the check that is made for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.quiz.checks.damage import damaged
from assistant.quiz.checks.every import CHECKS
from assistant.quiz.checks.together import not_duplicate, not_given_away, position_balanced
from assistant.quiz.frame import Proof
from assistant.quiz.item import Item, Kind
from tests.assistant.quiz.world import bench, of_kind


def passes(name: str, item: Item) -> bool:
    return CHECKS[name](item, *bench())


def office() -> Item:
    """Return a multiple choice that asks which office has a duty."""
    found = (i for seed in (7, 8, 9) for i in of_kind(Kind.MC, seed))
    return next(i for i in found if i.frame.proof is Proof.HEADING)


def figure() -> Item:
    """Return a multiple choice that asks for a number in its sentence."""
    return next(i for i in of_kind(Kind.MC) if i.options[0].endswith("hồ sơ"))


def with_options(item: Item, *options: str, key: int = 0) -> Item:
    return replace(item, options=options, key=(key,))


@pytest.mark.parametrize("kind", [Kind.MC, Kind.MULTI, Kind.TF, Kind.MATCH, Kind.ORDER])
def test_a_wrong_key_is_caught(kind: Kind) -> None:
    for item in of_kind(kind):
        size = len(item.options)
        key = tuple(sorted({(k + 1) % size for k in item.key}))
        key = (*item.key[1:], item.key[0]) if kind in (Kind.MATCH, Kind.ORDER) else key

        assert not passes("key_supported", replace(item, key=key)) or not passes(
            "exactly_one_right", replace(item, key=key)
        )


@pytest.mark.parametrize("kind", [Kind.FILL, Kind.SHORT])
def test_a_wrong_answer_is_caught(kind: Kind) -> None:
    for item in of_kind(kind):
        assert not passes("key_supported", replace(item, answers=("999 hồ sơ",)))


def test_a_false_statement_that_is_said_to_be_true_is_caught() -> None:
    for item in of_kind(Kind.TF):
        assert not passes("key_supported", replace(item, key=(1 - item.key[0],)))


def test_two_right_options_are_caught() -> None:
    item = figure()
    key = item.options[item.key[0]]
    twice = replace(item, options=(key, key.replace(" ", "  "), *item.options[2:]), key=(0,))

    assert not passes("exactly_one_right", twice)


def test_a_distractor_that_another_place_supports_is_caught() -> None:
    item = next(
        i for i in of_kind(Kind.MULTI) if i.frame.proof is Proof.DUTY and len(i.also) > len(i.key)
    )
    spare = next(s.quote for s in item.also if all(s.quote[:30] not in o for o in item.options))
    wrong = next(k for k in range(len(item.options)) if k not in item.key)
    options = (*item.options[:wrong], spare, *item.options[wrong + 1 :])

    assert not passes("distractors_unsupported", replace(item, options=options))


def test_an_explanation_with_words_of_its_own_is_caught() -> None:
    item = figure()
    told = f"{item.explanation[:-2]} và đã được Thủ tướng khen”."

    assert not passes("explanation_supported", replace(item, explanation=told))


def test_an_explanation_that_leaves_the_key_out_is_caught() -> None:
    item = figure()

    assert not passes("explanation_supported", replace(item, explanation="Văn bản ghi như vậy."))


def test_a_citation_of_other_words_is_caught() -> None:
    item = figure()
    moved = replace(item.source, span=item.source.span.shifted(3))

    assert not passes("citation_verbatim", replace(item, source=moved))


@pytest.mark.parametrize("words", ["điều này", "nói trên", "kế hoạch này", "tại khoản này"])
def test_a_stem_that_points_outside_is_caught(words: str) -> None:
    item = figure()

    assert not passes("stem_stands_alone", replace(item, stem=f"{item.stem} Theo {words}."))


def test_a_stem_that_does_not_name_its_document_is_caught() -> None:
    assert not passes("stem_stands_alone", replace(office(), stem="Đơn vị nào làm việc này?"))


def test_a_key_longer_than_all_others_is_caught() -> None:
    item = office()
    long = f"{item.right[0]} cùng với các đơn vị sự nghiệp trực thuộc có liên quan"

    assert not passes("no_cue_length", with_options(item, long, "Công an", "Bộ", "Sở"))


@pytest.mark.parametrize("words", ["Tất cả đều đúng", "Tất cả các phương án", "Cả A và B"])
def test_all_of_the_above_is_caught(words: str) -> None:
    item = office()

    assert not passes("no_cue_words", replace(item, options=(*item.options[:3], words)))


def test_a_key_that_repeats_the_stem_is_caught() -> None:
    item = office()
    repeated = with_options(item, " ".join(item.stem.split()[-9:-2]), "Công an", "Quân đội", "Bộ")

    assert not passes("no_cue_words", repeated)


def test_options_of_two_forms_are_caught() -> None:
    assert not passes("same_form", with_options(figure(), "514 hồ sơ", "Sở", "11", "27/10/2023"))


def test_an_option_inside_another_is_caught() -> None:
    item = with_options(office(), "Văn phòng Sở", "Văn phòng", "Thanh tra", "Công an")

    assert not passes("options_apart", item)


@pytest.mark.parametrize(
    "words",
    ["Quy chế dân chủở cơ sở", "xây dựng dựng kế hoạch", "31-CT/TUQuyết định", "CCVCNLD", "(thiếu",
     "đầy mạnh thực hiện", "Kỳ cương, hành động", "** đậm **"],
)  # fmt: skip
def test_damaged_words_are_caught(words: str) -> None:
    _, field = bench()

    assert damaged(words, field.usage)
    assert not passes("readable", replace(figure(), stem=f"{figure().stem} {words}"))


@pytest.mark.parametrize(
    "words", ["kỷ cương", "đẩy mạnh", "UBND tỉnh", "Covid-19", "33/CT-TTg", "1.710.000đ", "banner"]
)
def test_sound_words_are_not_called_damaged(words: str) -> None:
    _, field = bench()

    assert not damaged(words, field.usage)


def test_the_same_fact_twice_is_caught() -> None:
    item = figure()
    other = replace(item, stem="Hỏi cách khác", options=item.options[::-1])

    assert not not_duplicate(other, [item])
    assert not_duplicate(office(), [item])


def test_a_stem_that_shows_the_key_of_another_is_caught() -> None:
    item = figure()
    shown = replace(item, facts=frozenset({"other"}), stem=f"{item.stem} ({item.right[0]})")

    assert not not_given_away(shown, [item])


def test_keys_that_all_stand_in_one_place_are_caught() -> None:
    first = [replace(item, key=(0,)) for item in of_kind(Kind.MC)]

    assert not position_balanced(first)
    assert position_balanced(first[:3])
