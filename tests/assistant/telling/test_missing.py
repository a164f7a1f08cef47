"""What a refusal says the texts do not say is so."""

from __future__ import annotations

import pytest

from assistant.question import Question
from assistant.shelf import Shelf
from tests.assistant.world import SHELF, assistant_on, refusal


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Kiểm tra việc chấp hành giờ làm việc khi nào?", "nêu đúng điều được hỏi"),
        ("Bãi giữ xe mở cửa lúc nào?", "nói về “bãi giữ xe”, “mở cửa”"),
    ],
)
def test_words_that_stand_in_the_library_are_not_said_to_stand_nowhere(
    question: str, said: str
) -> None:
    reply = assistant_on(SHELF, found=Shelf(())).ask(Question(question))
    assert refusal(reply).missing == f"Không có đoạn nào {said}."


def test_that_no_area_is_named_is_said() -> None:
    asked = "Văn phòng kiểm tra việc chấp hành giờ làm việc ở huyện nào?"
    reply = assistant_on(SHELF).ask(Question(asked))
    assert refusal(reply).missing == "Không có đoạn nào nêu tên địa phương được hỏi."
