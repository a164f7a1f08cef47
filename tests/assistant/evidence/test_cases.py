"""A value that differs by the case is given for every case, unless one is asked about."""

from __future__ import annotations

import pytest

from assistant.question import Question
from tests.assistant.world import assistant_over, words

TERMS = """QUY CHẾ

Điều 5. Thời gian tập sự

Thời gian tập sự do cơ quan quyết định và bảo đảm điều kiện sau đây:

1. Không quá 12 tháng đối với chuyên viên tốt nghiệp đại học;

2. Không quá 06 tháng đối với cán sự;

3. Không quá 03 tháng đối với nhân viên phục vụ.
"""


def told(question: str) -> list[str]:
    return words(assistant_over(quy_che=TERMS).ask(Question(question)))


@pytest.mark.parametrize("question", ["Tập sự không quá mấy tháng?", "tap su khong qua may thang"])
def test_where_no_case_is_named_all_are_given(question: str) -> None:
    assert [one[:1] for one in told(question)] == ["T", "1", "2", "3"]


def test_of_the_case_that_is_named_the_value_is_given_alone() -> None:
    [answer] = told("Cán sự tập sự không quá mấy tháng?")
    assert "06 tháng" in answer
