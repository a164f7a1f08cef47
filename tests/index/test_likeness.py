"""How alike short texts are by their words."""

from __future__ import annotations

import pytest

from index.likeness import Likeness

TEXTS = ("Ai ký kế hoạch dân vận?", "Ai ký báo cáo?", "Hội nghị họp ngày nào?")


def test_the_same_words_are_wholly_alike() -> None:
    assert Likeness(TEXTS).to(TEXTS[0])[0] == pytest.approx(1.0)
    assert Likeness(TEXTS).to("AI KÝ  kế hoạch dân vận").tolist() == pytest.approx(
        Likeness(TEXTS).to(TEXTS[0]).tolist()
    )


def test_more_shared_words_are_more_alike_and_none_are_not() -> None:
    first, second, third = Likeness(TEXTS).to("ai ký kế hoạch này").tolist()

    assert 0 < second < first < 1
    assert third == 0


def test_a_rare_word_counts_more_than_a_common_one() -> None:
    many = Likeness(("ai họp", "ai đi", "ai về", "nào trực"))
    common, *_, rare = many.to("ai trực").tolist()

    assert rare > common > 0


def test_words_in_the_same_order_are_more_alike() -> None:
    kept, turned = Likeness(("báo cáo tháng", "tháng cáo báo")).to("báo cáo tháng").tolist()

    assert kept > turned > 0.5


def test_what_no_text_has_makes_all_less_alike() -> None:
    texts = Likeness(TEXTS)
    assert texts.to("ai ký báo cáo thuế")[1] < texts.to("ai ký báo cáo")[1]


def test_nothing_is_alike_without_texts_or_words() -> None:
    assert Likeness(()).to("ai ký").tolist() == []
    assert Likeness(TEXTS).to("?!").tolist() == [0, 0, 0]
