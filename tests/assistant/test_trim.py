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
