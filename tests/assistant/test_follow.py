"""Follow-up questions keep the document and the matter that were spoken of."""

from __future__ import annotations

import pytest

from assistant.follow import completed, gone_on
from assistant.question import Question, Turn
from assistant.reading.reading import Reader
from assistant.reading.scope import Names
from corpus.registry import Registry
from corpus.vocabulary import load_vocabulary
from tests.assistant.world import SHELF

VOCABULARY = load_vocabulary()
READER = Reader(SHELF.frequency, Names(SHELF, VOCABULARY, Registry.load()), VOCABULARY)


def meant(*asked: str) -> str:
    turns = tuple(Turn("user", text) for text in asked[:-1])
    return completed(Question(asked[-1], turns), READER)


@pytest.mark.parametrize(
    ("before", "now", "whole"),
    [
        ("Kế hoạch 12 về việc gì?", "ngày nào?", "ban hành ngày nào, Kế hoạch 12?"),
        ("Kế hoạch 12 về việc gì?", "ai ký?", "ai ký, Kế hoạch 12?"),
        (
            "Quyết định 02-QĐ/ĐU là bên nào ra?",
            "Ký ngày nào?",
            "Ký ngày nào, Quyết định 02-QĐ/ĐU?",
        ),
    ],
)
def test_a_document_that_was_called_by_its_number_is_still_meant(
    before: str, now: str, whole: str
) -> None:
    assert meant(before, now) == whole
    assert meant(before, now, now) == whole


def test_a_document_that_was_called_by_words_is_still_meant() -> None:
    asked = "Kế hoạch văn hóa công sở của Sở Nội vụ mang số mấy, ai ký?"

    assert meant(asked, "ngày nào?").startswith(
        "ban hành ngày nào, Kế hoạch văn hóa công sở của Sở Nội vụ"
    )


def test_a_document_is_called_by_words_that_end_with_a_name() -> None:
    asked = "Kế hoạch văn hóa công sở của Sở Nội vụ gửi ai tổng hợp?"
    said = meant(asked, "Người ký là ai?")

    assert said.startswith("Người ký là ai, Kế hoạch văn hóa công sở của Sở Nội vụ,")
    assert "tổng hợp" not in said


@pytest.mark.parametrize(
    ("before", "now", "may"),
    [
        ("Kế hoạch của Sở Nội vụ giao ai trực?", "Bảng tên trang bị cho bao nhiêu người?", True),
        ("Bao nhiêu công chức được trang bị?", "Bảng tên trang bị cho bao nhiêu người?", False),
        ("Kế hoạch của Sở Nội vụ giao ai trực?", "Sở Tư pháp tiếp nhận mấy góp ý?", False),
        ("Kế hoạch của Sở Nội vụ giao ai trực?", "Năm 2022 tiếp nhận mấy góp ý?", False),
        ("Kế hoạch của Sở Nội vụ giao ai trực?", "Văn bản đó ai ký?", False),
    ],
)
def test_a_question_without_a_name_may_go_on_with_one_that_has(
    before: str, now: str, *, may: bool
) -> None:
    assert bool(gone_on(Question(now, (Turn("user", before),)), READER)) is may


def test_what_of_another_unit_is_asked_in_the_same_document() -> None:
    said = meant("Kế hoạch năm 2024 của Sở Nội vụ giao Văn phòng làm gì?", "Thanh tra thì sao?")

    assert said.startswith("Thanh tra")
    assert "làm gì" in said
    assert "sở nội vụ" in said


def test_that_plan_is_the_one_before_whatever_else_is_asked() -> None:
    now = "Kế hoạch đó phân công Văn phòng tổng hợp báo cáo kết quả ra sao?"
    assert "sở nội vụ" in meant("Kế hoạch 12 của Sở Nội vụ số mấy?", now)


@pytest.mark.parametrize(
    "now",
    [
        "Quyết định do cơ quan nào ban hành năm 2020?",
        "Thông báo trên loa phường mấy giờ?",
        "Nếu công chức vi phạm giờ làm việc thì sao?",
        "Công chức đi muộn ba lần trong một tháng thì sao?",
    ],
)
def test_words_that_look_like_pointing_back_do_not(now: str) -> None:
    assert meant("Kế hoạch 12 của Sở Nội vụ về việc gì?", now) == now


@pytest.mark.parametrize("now", ["Khi nào?", "Hạn chót là ngày nào?"])
def test_when_is_asked_of_what_was_asked_about_not_of_the_document(now: str) -> None:
    before = "Kế hoạch 12/KH-SNV giao Văn phòng trang bị bảng tên ở đâu?"
    assert "ban hành" not in meant(before, now)


def test_a_question_that_stands_alone_takes_nothing_over() -> None:
    alone = "Công chức phải đeo thẻ ở đâu và khi nào?"
    assert meant("Kế hoạch 12 về việc gì?", alone) == alone
