"""From when on a document is in force, and what it replaces, are told by its own sentences."""

from __future__ import annotations

import pytest

from assistant.question import Question
from assistant.reply import Answer
from tests.assistant.world import assistant_over, words

RULES = """SỞ NỘI VỤ
Số: 7/QĐ-SNV
An Lạc, ngày 15 tháng 3 năm 2022

QUYẾT ĐỊNH
Ban hành Quy chế tiếp công dân

Điều 1. Tiếp công dân

1. Kết luận sau buổi tiếp đầu tiên có hiệu lực từ ngày 09 tháng 5 năm 2022.

Điều 9. Hiệu lực thi hành

1. Quyết định này có hiệu lực từ ngày 01 tháng 4 năm 2022 và thay thế Quyết định số 3/QĐ-SNV.

2. Hủy bỏ kết quả họp theo Thông báo số 9/TB-SNV. Bản cam kết này có hiệu lực khi hai bên ký.

GIÁM ĐỐC

Lê Văn An
"""


def told(question: str) -> str:
    reply = assistant_over(quy_che=RULES).ask(Question(question))
    assert isinstance(reply, Answer)
    return " ".join(words(reply))


@pytest.mark.parametrize(
    "question",
    [
        "Quyết định 7/QĐ-SNV có hiệu lực từ ngày nào?",
        "Quyết định 7/QĐ-SNV bắt đầu có hiệu lực khi nào?",
        "Từ ngày nào Quyết định 7/QĐ-SNV có hiệu lực?",
    ],
)
def test_the_day_is_that_of_the_document_not_of_what_it_speaks_of(question: str) -> None:
    assert "01 tháng 4 năm 2022" in told(question)
    assert "09 tháng 5" not in told(question)


def test_what_it_replaces_is_named() -> None:
    said = told("Quyết định 7/QĐ-SNV thay thế văn bản nào?")

    assert "3/QĐ-SNV" in said
    assert "9/TB-SNV" not in said


def test_other_papers_that_take_effect_are_not_the_document() -> None:
    assert "cam kết" not in told("Quyết định 7/QĐ-SNV có hiệu lực từ ngày nào?")


def test_a_document_that_was_not_chosen_is_not_told_of() -> None:
    assistant = assistant_over(quy_che=RULES, khac="QUY CHẾ\n\nCông chức đeo thẻ.\n")
    other = next(d for d in assistant.considered(Question("Công chức đeo gì?")))
    chosen = frozenset({other.candidate.head.document_id})
    reply = assistant.ask(Question("Quyết định 7/QĐ-SNV có hiệu lực từ ngày nào?", (), chosen))

    assert not isinstance(reply, Answer)


def test_the_force_of_something_in_it_is_another_question() -> None:
    said = told(
        "Theo Quyết định 7/QĐ-SNV, kết luận sau buổi tiếp đầu tiên có hiệu lực từ ngày nào?"
    )
    assert "09 tháng 5" in said
