"""Whether a sentence holds the figure that a question wants."""

from __future__ import annotations

from assistant.values import holds
from tests.assistant.test_reading import reading

TEXT = "Trong năm 2022 tiếp nhận 120 hồ sơ; đã giải quyết, trả kết quả cho 118 nhân dân."


def test_a_figure_must_stand_near_what_is_counted() -> None:
    assert holds(TEXT, reading("Bao nhiêu hồ sơ?", TEXT))
    assert not holds("Tiếp nhận hồ sơ của công dân.", reading("Bao nhiêu hồ sơ?", TEXT))


def test_a_question_that_ends_in_asking_words_counts_what_it_is_about() -> None:
    """What stands before the asking words, here "xong", is not counted."""
    assert holds(TEXT, reading("Đã giải quyết xong bao nhiêu?", TEXT))
    assert not holds("Đã giải quyết kịp thời.", reading("Đã giải quyết xong bao nhiêu?", TEXT))
