"""What an abbreviation stands for."""

from __future__ import annotations

import pytest

from assistant.question import Question
from assistant.reply import Answer
from tests.assistant.world import assistant_over

TEXT = """
BÁO CÁO

1. Đẩy mạnh cải cách hành chính (CCHC), nhất là chỉ tiêu PCI, chỉ số hài lòng của người dân (SIPAS).

2. Ban Chỉ đạo (sau đây viết tắt là BCĐ) họp hằng quý. Giám đốc gặp công chức và viên chức (CCVC).
"""
OTHER = """
KẾ HOẠCH

1. Ủy ban nhân dân xã (UBND) thực hiện CCHC.
"""
ASSISTANT = assistant_over(bao_cao=TEXT, ke_hoach=OTHER)


def said(question: str) -> list[str]:
    reply = ASSISTANT.ask(Question(question))
    return [c.text for p in reply.parts for c in p.claims] if isinstance(reply, Answer) else []


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("CCHC là viết tắt của từ gì?", ["cải cách hành chính (CCHC)"]),
        ("CCHC đọc đầy đủ tiếng Việt là gì?", ["cải cách hành chính (CCHC)"]),
        ("cchc viet day du la gi", ["cải cách hành chính (CCHC)"]),
        ("SIPAS là chỉ số gì?", ["chỉ số hài lòng của người dân (SIPAS)"]),
        ("Chữ CCVC viết tắt cho cụm từ nào?", ["công chức và viên chức (CCVC)"]),
        ("BCĐ nghĩa là gì?", ["Ban Chỉ đạo (sau đây viết tắt là BCĐ)"]),
        (
            "CCHC và SIPAS là viết tắt của cụm từ nào?",
            ["cải cách hành chính (CCHC)", "chỉ số hài lòng của người dân (SIPAS)"],
        ),
    ],
)
def test_the_words_that_it_stands_for_are_quoted(question: str, meant: list[str]) -> None:
    assert said(question) == meant


@pytest.mark.parametrize(
    "question", ["CCHC do ai thực hiện?", "PAPI viết tắt của từ gì?", "BCĐ họp khi nào?"]
)
def test_another_question_is_not_answered_by_it(question: str) -> None:
    assert not [text for text in said(question) if text.endswith(")")]
