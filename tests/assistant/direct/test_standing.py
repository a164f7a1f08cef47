"""Whether an instrument is in force is told from a text that ends it, else from the registry."""

from __future__ import annotations

import pytest

from assistant.direct.standing import asks_standing
from assistant.question import Question
from assistant.reply import Reply
from tests.assistant.world import assistant_over, refusal, words

RULE = """HỘI ĐỒNG NHÂN DÂN
TỈNH AN LẠC
Số: 23/2023/NQ-HĐND
An Lạc, ngày 08 tháng 12 năm 2023

NGHỊ QUYẾT
Quy định mức hỗ trợ

Căn cứ Nghị định số 24/2014/NĐ-CP và Nghị định số 04/2015/NĐ-CP.

Điều 1. Hiệu lực
1. Nghị quyết này có hiệu lực từ ngày 01 tháng 01 năm 2024.
2. Bãi bỏ Nghị quyết số 325/2020/NQ-HĐND ngày 08 tháng 7 năm 2020.

CHỦ TỊCH

Phan Văn Thắng
"""


def asked(question: str) -> Reply:
    return assistant_over(nghi_quyet=RULE).ask(Question(question))


def test_the_registry_tells_what_no_text_states_with_its_source_and_day() -> None:
    said = refusal(asked("Nghị định 04/2015 còn hiệu lực không?")).missing
    assert said.startswith(
        "Theo Sổ hiệu lực văn bản, tra cứu ngày 22/11/2026: Nghị định 04/2015/NĐ-CP ngày "
        "09/01/2015 chưa rõ còn hiệu lực hay không"
    )
    assert "cần kiểm tra hiệu lực. Nguồn: " in said


def test_an_instrument_that_the_registry_does_not_know_is_to_be_checked() -> None:
    said = refusal(asked("Nghị định 24/2014/NĐ-CP còn hiệu lực không?")).missing
    assert said == "Sổ hiệu lực văn bản chưa ghi Nghị định 24/2014/NĐ-CP; cần kiểm tra hiệu lực."


def test_a_text_that_ends_it_is_quoted() -> None:
    told = words(asked("Nghị quyết 325/2020/NQ-HĐND còn hiệu lực không?"))
    assert told == ["2. Bãi bỏ Nghị quyết số 325/2020/NQ-HĐND ngày 08 tháng 7 năm 2020."]


def test_a_registered_instrument_that_is_held_is_told_of_by_its_own_day_or_the_registry() -> None:
    law = "Điều 1. Hiệu lực\n\n1. Nghị định số 5/2009/NĐ-CP hết hiệu lực từ ngày ký.\n"
    head = "CHÍNH PHỦ\nSố: 04/2015/NĐ-CP\nHà Nội, ngày 09 tháng 01 năm 2015\n\nNGHỊ ĐỊNH\nVề x\n\n"
    question = Question("Nghị định 04/2015/NĐ-CP còn hiệu lực không?")
    said = refusal(assistant_over(nghi_dinh=head + law).ask(question)).missing
    assert said.startswith("Theo Sổ hiệu lực văn bản")
    begins = law.replace("1. Nghị định số 5/2009/NĐ-CP hết", "1. Nghị định này có")
    assert words(assistant_over(nghi_dinh=head + begins).ask(question))


@pytest.mark.parametrize(
    "question",
    ["Nghị định 24/2014/NĐ-CP có hiệu lực khi nào?", "Cơ quan nào bãi bỏ quy định trái luật?"],
)
def test_from_when_on_or_who_ends_what_is_another_question(question: str) -> None:
    assert not asks_standing(question)
