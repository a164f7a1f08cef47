"""How much of a long sentence is quoted for one fact."""

from __future__ import annotations

from assistant.question import Question
from tests.assistant.world import assistant_over, words

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
        "Công văn số 15/SNV-VP ngày 05/4/2023 về sổ trực;"
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
