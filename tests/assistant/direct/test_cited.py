"""Of a document that is only cited, the texts tell its date, issuer and subject, and no more."""

from __future__ import annotations

import pytest

from assistant.question import Question
from assistant.reply import Answer, Refusal
from tests.assistant.world import assistant_over, refusal, words

PLAN = """
Số: 12/KH-SNV

Hà Nam, ngày 05 tháng 02 năm 2024

KẾ HOẠCH
Thực hiện văn hóa công sở năm 2024

I. CĂN CỨ

- Quyết định số 31/QĐ-UBND ngày 07/3/2023 của UBND tỉnh về việc ban hành Quy tắc ứng xử;

- Kế hoạch số 44/KH-UBND ngày 09/4/2023 của UBND tỉnh, Kế hoạch số 45/KH-UBND của UBND huyện
(đợt 2) “về phát động phong trào “Nụ cười công sở” năm 2023”.

- Gửi theo Công văn số 72/SNV-CCVC về chấm điểm thi đua về Sở Nội vụ chậm nhất ngày 30/11/2024.

- Công văn số 71/SNV-CCVC về đeo thẻ công chức; Chỉ thị số 8-CT/TU của Ban Thường vụ Tỉnh ủy.

- Tổ chức quán triệt Luật Viên chức đến toàn thể viên chức của các đơn vị sự nghiệp.

- Hướng dẫn số 9/HD-BTC ngày 04/3/2024 của Ban Tổ chức và Văn phòng hướng dẫn khen thưởng.

- Chỉ thị số 8-CT/TW ngày 11/5/2021 của Ban Bí thư về nêu gương.

1. Thực hiện Hướng dẫn số 5/HD-SNV ngày 02/01/2024 của Sở Nội vụ về chấm điểm

Các phòng tự chấm điểm, gửi Văn phòng trước ngày 30/11/2024.

GIÁM ĐỐC
"""
OFFICE = assistant_over(ke_hoach=PLAN)


def told(question: str) -> str:
    reply = OFFICE.ask(Question(question))
    assert isinstance(reply, Answer), reply
    return " ".join(words(reply))


@pytest.mark.parametrize(
    ("question", "citation"),
    [
        (
            "Quyết định số 31/QĐ-UBND ban hành ngày nào, về việc gì?",
            "Quyết định số 31/QĐ-UBND ngày 07/3/2023 của UBND tỉnh về việc ban hành Quy tắc",
        ),
        ("Kế hoạch 44 của ai, ra ngày, tháng, năm nào?", "Kế hoạch số 44/KH-UBND ngày 09/4/2023"),
        ("KH 45 nói về gì", "“về phát động phong trào “Nụ cười công sở” năm 2023”"),
        ("Trích yếu của Công văn số 71/SNV-CCVC là gì?", "về đeo thẻ công chức"),
        ("Hướng dẫn số 5/HD-SNV: cơ quan ban hành, nội dung?", "của Sở Nội vụ về chấm điểm"),
        ("Hướng dẫn số 9/HD-BTC về việc gì?", "hướng dẫn khen thưởng"),
        ("Chỉ thị 8 của Ban Bí thư về nội dung gì?", "Chỉ thị số 8-CT/TW ngày 11/5/2021"),
    ],
)
def test_a_citation_is_quoted_that_tells_all_that_is_asked(question: str, citation: str) -> None:
    assert citation in told(question)


def test_nothing_of_the_next_citation_is_quoted() -> None:
    assert "45/KH-UBND" not in told("Kế hoạch số 44/KH-UBND ban hành ngày nào?")
    assert "71/SNV" not in told("Chỉ thị số 8-CT/TW về việc gì?")
    assert told("CV 72 về gì?") == "Công văn số 72/SNV-CCVC về chấm điểm thi đua"


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("Kế hoạch số 44/KH-UBND quy định về nội dung gì?", "không nêu nội dung"),
        ("Công văn số 71/SNV-CCVC ban hành ngày nào?", "không nêu ngày ban hành"),
        ("Quyết định số 31/QĐ-UBND gửi cho những ai?", "không nêu điều được hỏi"),
        ("QĐ 31 có mấy điều?", "không nêu điều được hỏi"),
        ("Phòng nào soạn dự thảo Kế hoạch 44?", "không nêu điều được hỏi"),
        ("Quyết định số 31/QĐ-UBND do Phó Chủ tịch nào ký?", "không nêu điều được hỏi"),
        ("Quyết định 977 ra ngày nào, về việc gì?", "không văn bản nào nhắc đến"),
    ],
)
def test_what_no_citation_tells_is_refused_with_the_reason(question: str, missing: str) -> None:
    assert missing in refusal(OFFICE.ask(Question(question))).missing


def test_a_refusal_shows_what_the_citations_do_tell() -> None:
    reply = refusal(OFFICE.ask(Question("Quyết định số 31/QĐ-UBND gửi cho những ai?")))
    (shown,) = reply.nearest
    assert shown.quote.startswith("Quyết định số 31/QĐ-UBND ngày 07/3/2023 của UBND tỉnh")


def test_a_number_that_may_be_of_several_documents_is_not_taken_for_one() -> None:
    reply = OFFICE.ask(Question("Chỉ thị 8 ban hành ngày nào?"))
    assert isinstance(reply, Refusal) or "Chỉ thị số 8" in " ".join(words(reply))


def test_what_a_text_says_of_carrying_it_out_is_not_refused() -> None:
    assert "tự chấm điểm" in told(
        "Theo Hướng dẫn số 5/HD-SNV, các phòng gửi Văn phòng trước ngày nào?"
    )


def test_a_law_without_its_number_does_not_answer_what_its_number_is() -> None:
    assert isinstance(OFFICE.ask(Question("Luật Viên chức có số hiệu là số mấy?")), Refusal)
    assert "Luật Viên chức" in told("Các đơn vị sự nghiệp quán triệt luật nào?")
