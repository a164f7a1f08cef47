"""Where sentences end in Vietnamese official text, and where they do not."""

from __future__ import annotations

import pytest

from corpus.sentences import enumeration, sentences


def split(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Theo khoản 1. Điều 5 của Luật này",
        "UBND TP. HCM và TP. Hà Nội",
        "đối với công chức, . . . theo quy định.",
        "Gửi về địa chỉ email: loandtm@tayninh.gov.vn **chậm nhất ngày 27/10/2023**.",
        "Đề nghị các phòng triển khai thực hiện./.",
        "1. Mục đích",
        "2.1. Kết quả đạt được",
        "Số tiền 1.710.000đ; 12,5% kế hoạch.",
        "Trang http://www.travinh.gov.vn/wps/portal có niêm yết.",
        "Luật Tiếp cận thông tin... theo định hướng của cấp trên.",
    ],
)
def test_these_are_one_sentence(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch năm 2024.| Sở Công Thương xây dựng kế hoạch.",
        "Sử dụng ngân sách nhà nước...| Các phòng kiểm tra.",
        "thôi việc, nghỉ hưu, . . .| Qua đó, góp phần.",
        "phương châm “dân thụ hưởng”.| Thực hiện tốt.",
        "trước ngày 01/7/2023.| 100% cán bộ được học tập.",
    ],
)
def test_these_are_two_sentences(text: str) -> None:
    first, second = text.split("|")
    assert split(first + second) == [first, second.strip()]


def test_a_sentence_that_touches_the_next_is_taken_apart() -> None:
    text = "lãnh đạo, chỉ đạo thực hiện.Hằng năm thủ trưởng xây dựng quy chế."
    assert split(text) == ["lãnh đạo, chỉ đạo thực hiện.", "Hằng năm thủ trưởng xây dựng quy chế."]


def items(text: str) -> list[str]:
    return [span.of(text) for span in enumeration(text)]


def test_the_items_of_an_enumeration_lose_their_separators() -> None:
    text = "- Công khai đến công chức biết: nâng lương, nâng ngạch; đề án (a; b); ..."
    assert items(text) == ["nâng lương, nâng ngạch", "đề án (a; b)"]


def test_an_enumeration_may_stand_in_any_sentence() -> None:
    text = "Thực hiện tốt. Niêm yết, như: lịch tiếp công dân; thủ tục hành chính. Qua đó tốt hơn."
    assert items(text) == ["lịch tiếp công dân", "thủ tục hành chính"]


def test_what_an_item_consists_of_stays_with_it() -> None:
    text = "Như: dự toán; bản kê khai: 41 người; trong đó: hành chính: 20; đơn vị: 21."
    assert items(text) == ["dự toán", "bản kê khai: 41 người; trong đó: hành chính: 20; đơn vị: 21"]


@pytest.mark.parametrize(
    "text",
    [
        "Rà soát quy chế; bổ sung chương trình; kiểm tra, giám sát.",
        "Đối thoại cấp huyện: 08 cuộc; việc thực hiện phương châm đã củng cố niềm tin.",
        "Lúc 10:59 hôm nay; và mai.",
    ],
)
def test_semicolons_alone_make_no_enumeration(text: str) -> None:
    assert items(text) == []
