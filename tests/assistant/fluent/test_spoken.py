"""Sentences out of what a model writes, each when it is whole."""

from __future__ import annotations

import pytest

from assistant.fluent.spoken import spoken


def heard(text: str, size: int) -> list[tuple[str, bool]]:
    pieces = (text[i : i + size] for i in range(0, len(text), size))
    return [(one.text, one.bullet) for one in spoken(pieces)]


@pytest.mark.parametrize("size", [1, 3, 7, 1000])
def test_sentences_are_the_same_however_they_come(size: int) -> None:
    text = (
        "<think>Hãy xem. [1] nói gì?</think>## Trả lời\n"
        "Theo khoản 1. Điều 5, TP. HCM chỉ đạo thực hiện. [1][2] **Hằng năm** có 1.710 đồng [3].\n"
        "Công chức được biết:\n- nội quy; [1]\n* `lịch` trực 【2】\n1. thứ nhất\n\nHết"
    )

    assert heard(text, size) == [
        ("Trả lời", False),
        ("Theo khoản 1. Điều 5, TP. HCM chỉ đạo thực hiện.", False),
        ("Hằng năm có 1.710 đồng.", False),
        ("Công chức được biết:", False),
        ("nội quy;", True),
        ("lịch trực", True),
        ("thứ nhất", True),
        ("Hết", False),
    ]


def test_a_sentence_comes_when_the_next_begins_not_before() -> None:
    pieces = iter(["Câu một", ". ", "C", "âu hai."])
    seen: list[str] = []

    def watched() -> object:
        for piece in pieces:
            seen.append(piece)
            yield piece

    first = next(iter(spoken(watched())))  # type: ignore[arg-type]
    assert first.text == "Câu một."
    assert seen == ["Câu một", ". ", "C"]


def test_a_text_without_any_end_is_cut_at_last() -> None:
    assert len(heard("a b " * 2000, 50)) > 1
