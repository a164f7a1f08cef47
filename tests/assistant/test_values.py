"""Whether a sentence holds the figure that a question wants."""

from __future__ import annotations

import pytest

from assistant.values import demands, holds
from tests.assistant.test_reading import reading

TEXT = "Trong năm 2022 tiếp nhận 120 hồ sơ; đã giải quyết, trả kết quả cho 118 nhân dân."


def test_a_figure_must_stand_near_what_is_counted() -> None:
    assert holds(TEXT, reading("Bao nhiêu hồ sơ?", TEXT))
    assert not holds("Tiếp nhận hồ sơ của công dân.", reading("Bao nhiêu hồ sơ?", TEXT))


def test_a_question_that_ends_in_asking_words_counts_what_it_is_about() -> None:
    """What stands before the asking words, here "xong", is not counted."""
    assert holds(TEXT, reading("Đã giải quyết xong bao nhiêu?", TEXT))
    assert not holds("Đã giải quyết kịp thời.", reading("Đã giải quyết xong bao nhiêu?", TEXT))


@pytest.mark.parametrize(
    ("question", "right", "wrong"),
    [
        ("Đạt bao nhiêu điểm thi đua?", "Thi đua đạt 95 điểm.", "Đạt 3 danh hiệu thi đua."),
        ("Chi mấy triệu cho hội nghị?", "Hội nghị chi 12 triệu đồng.", "Họp 2 hội nghị."),
        ("Bao nhiêu phần trăm hộ nghèo?", "Hộ nghèo còn 5%.", "Có 20 hộ nghèo."),
    ],
)
def test_only_a_figure_in_the_unit_that_is_named_answers(
    question: str, right: str, wrong: str
) -> None:
    asked = reading(question, f"{right} {wrong}")

    assert demands(asked)
    assert holds(right, asked)
    assert not holds(wrong, asked)


def test_a_name_is_asked_of_whom_not_what_a_document_is_called() -> None:
    text = "Trưởng phòng Trần Thị Bình chủ trì. Kế hoạch do Trưởng phòng trình."

    assert demands(reading("Trưởng phòng tên gì?", text))
    assert holds("Trưởng phòng Trần Thị Bình chủ trì.", reading("Trưởng phòng tên gì?", text))
    assert not holds("Kế hoạch do Trưởng phòng trình.", reading("Trưởng phòng tên gì?", text))
    assert not demands(reading("Kế hoạch tên gì?", text))
