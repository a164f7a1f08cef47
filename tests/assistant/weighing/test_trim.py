"""How much of a long sentence is quoted for one fact."""

from __future__ import annotations

import pytest

from assistant.options import AskOptions
from assistant.question import Question
from assistant.shelf import Shelf
from assistant.weighing.asked import Asked
from assistant.weighing.precedents import Precedents, Written
from corpus.parse import parse
from tests.assistant.world import assistant_on, assistant_over, words

LONG = """
BÁO CÁO
Kết quả năm 2023

I. NHÂN SỰ

Tổng số biên chế được giao là 41 biên chế; số hợp đồng lao động là 12 hợp đồng; không tuyển mới.
"""


def test_a_figure_is_quoted_with_its_clause_only() -> None:
    assistant = assistant_over(bao_cao=LONG)

    assert words(assistant.ask(Question("Có bao nhiêu hợp đồng lao động?"))) == [
        "số hợp đồng lao động là 12 hợp đồng;"
    ]


CITING = """
BÁO CÁO
Kết quả năm 2023

I. TRIỂN KHAI

- Công văn số 12/SNV-VP ngày 02/3/2023 về đeo thẻ; \
Công văn số 15/SNV-VP ngày 05/4/2023 về sổ trực; Công văn số 19/SNV-VP ngày 06/5/2023 về trang phục.
"""


def test_of_many_cited_documents_only_the_one_that_is_asked_about_is_quoted() -> None:
    assistant = assistant_over(bao_cao=CITING)

    assert words(assistant.ask(Question("Công văn số 15/SNV-VP về việc gì?"))) == [
        "Công văn số 15/SNV-VP ngày 05/4/2023 về sổ trực"
    ]


def test_all_of_them_are_quoted_where_all_are_asked_for() -> None:
    [answer] = words(
        assistant_over(bao_cao=CITING).ask(Question("Liệt kê các công văn về đeo thẻ, sổ trực"))
    )
    assert "12/SNV-VP" in answer
    assert "19/SNV-VP" in answer


YEARLY = """BÁO CÁO

I. TRIỂN KHAI

- Thực hiện Công văn số 12/SNV-VP của Sở Nội vụ về đeo thẻ; \
Công văn số 15/SNV-VP của Sở Nội vụ về việc báo cáo đeo thẻ năm 2023.
"""


def test_two_of_them_are_quoted_where_two_are_asked_for() -> None:
    asked = "Báo cáo đeo thẻ năm 2023 theo hai công văn nào của Sở Nội vụ?"
    [answer] = words(assistant_over(bao_cao=YEARLY).ask(Question(asked)))

    assert "12/SNV-VP" in answer
    assert "15/SNV-VP" in answer


REPORTED = """BÁO CÁO
Kết quả năm 2023

I. TRIỂN KHAI

Phòng đã ra nhiều công văn¹ về nếp sống cơ quan.

¹ Công văn số 12/SNV-VP ngày 02/3/2023 về đeo thẻ; \
Công văn số 15/SNV-VP ngày 05/4/2023 về sổ trực; Công văn số 19/SNV-VP ngày 06/5/2023 về trang phục.
"""


@pytest.mark.parametrize(
    "question", ["Đeo thẻ thì theo công văn số mấy, ngày mấy?", "Công văn về đeo thẻ là gì?"]
)
def test_of_a_footnote_only_the_document_that_is_asked_about_is_quoted(question: str) -> None:
    [answer] = words(assistant_over(bao_cao=REPORTED).ask(Question(question)))

    assert "12/SNV-VP" in answer
    assert "15/SNV-VP" not in answer


DECIDED = """BÁO CÁO

I. TRIỂN KHAI

- Quyết định số 02/QĐ-SNV ngày 01/10/2020 về kiện toàn Ban Chỉ đạo nếp sống văn minh của cơ quan; \
Quyết định số 05/QĐ-SNV ngày 30/10/2020 về Quy chế hoạt động của Ban Chỉ đạo nếp sống văn minh.
"""


def test_of_clauses_that_both_say_it_the_one_that_says_it_best_is_quoted() -> None:
    asked = "Quy chế hoạt động của Ban Chỉ đạo nếp sống ra quyết định số mấy, hôm nào?"
    [answer] = words(assistant_over(bao_cao=DECIDED).ask(Question(asked)))

    assert answer.startswith("Quyết định số 05/QĐ-SNV")


COUNTED = """BÁO CÁO
Kết quả năm 2023

I. NHÂN SỰ

Phòng mở hai lớp học; kê khai tài sản có 41 người, trong đó: khối văn phòng 20 người; \
khối trực thuộc 21 người; không ai nộp muộn.
"""


def test_the_parts_of_a_sum_are_quoted_together() -> None:
    asked = "Khối văn phòng kê khai tài sản có mấy người?"
    [answer] = words(
        assistant_over(bao_cao=COUNTED.replace("người, trong", "người; trong")).ask(Question(asked))
    )

    assert ("20 người" in answer) == ("21 người" in answer)


EXCEPTING = """QUY CHẾ

Điều 1. Trả lời đơn

Thời hạn trả lời đơn là 15 ngày kể từ ngày nhận; \
đối với đơn phức tạp thì thời hạn không quá 30 ngày; người trả lời ký tên.
"""


def test_the_exception_to_a_rule_is_quoted_with_it() -> None:
    assistant = assistant_over(quy_che=EXCEPTING)

    [answer] = words(assistant.ask(Question("Thời hạn trả lời đơn là bao nhiêu ngày?")))
    assert answer == (
        "Thời hạn trả lời đơn là 15 ngày kể từ ngày nhận; "
        "đối với đơn phức tạp thì thời hạn không quá 30 ngày;"
    )


RULE = "Xe máy (xe ga, xe số) gửi ở sân sau, ô tô để trước cổng, người đi bộ vào bằng cửa hông."
HOUSE = f"NỘI QUY\n\n1. Xe cộ\n\n{RULE}\n"


HANDLING = """NỘI QUY

1. Đơn thư

Đơn mới được trả lời trong 15 ngày, không kể ngày nghỉ; đơn gửi lại không được xem xét.
"""


def said_with(
    proof: str, question: str, text: str = HOUSE, before: str = "Xe máy được gửi ở chỗ nào?"
) -> list[str]:
    """Return what is said to a question about a text that was asked another before."""
    shelf = Shelf([parse("noi_quy.txt", text)])
    (document,) = shelf.documents.values()
    start = document.text.index(proof)
    proofs = ((start, start + len(proof)),)
    asked = Asked(text="", question=before, proofs=proofs, also=(), near=())
    precedents = Precedents(shelf, Written.of({document.id: [asked]}))
    return words(assistant_on(shelf, AskOptions(precedents=precedents)).ask(Question(question)))


def test_what_answered_the_very_question_before_is_enough() -> None:
    proof = "gửi ở sân sau"
    assert said_with(proof, "Xe máy gửi ở chỗ nào?") == ["Xe máy (xe ga, xe số) gửi ở sân sau"]


@pytest.mark.parametrize("proof", ["gửi ở sân", "ô tô để trước", "xe ga"])
def test_a_comma_where_no_proof_ends_or_that_stands_in_brackets_is_no_cut(proof: str) -> None:
    assert said_with(proof, "Xe máy gửi ở chỗ nào?") == [RULE]


def test_a_semicolon_is_a_cut_wherever_the_proof_ends() -> None:
    question = "Đơn mới được trả lời trong bao lâu?"
    [answer] = said_with("trả lời trong 15", question, HANDLING, question)

    assert answer == "Đơn mới được trả lời trong 15 ngày, không kể ngày nghỉ;"


def test_a_proof_that_begins_before_the_sentence_leaves_it_whole() -> None:
    proof = HOUSE[HOUSE.index("1. Xe cộ") :].strip()
    assert said_with(proof, "Xe máy gửi ở chỗ nào?") == [RULE]


def test_another_question_gets_the_whole_sentence() -> None:
    assert said_with("gửi ở sân sau", "Nội quy nói gì về xe máy, ô tô, người đi bộ?") == [RULE]


PLANS = """BÁO CÁO

I. TRIỂN KHAI

- Thực hiện Quyết định số 490/QĐ-UBND của tỉnh về cải cách hành chính giai đoạn 2021 - 2025; \
Quyết định số 2674/QĐ-UBND của tỉnh về cải cách hành chính năm 2026.
"""


def test_the_clause_of_the_year_that_is_asked_about_is_quoted() -> None:
    asked = Question("Cải cách hành chính 2026 của tỉnh theo quyết định số mấy?")

    assert words(assistant_over(bao_cao=PLANS).ask(asked)) == [
        "Quyết định số 2674/QĐ-UBND của tỉnh về cải cách hành chính năm 2026."
    ]
