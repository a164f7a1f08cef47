"""What is certainly damage is mended; what its author may have meant stays, and is told."""

from __future__ import annotations

import time

import pytest

from corpus.document import Document
from corpus.doubts import doubts
from corpus.reading import Mending
from corpus.repair import repaired


@pytest.mark.parametrize(
    "text",
    [
        "tại điểm m ở Điều 5",
        "điểm đ ông Trần Văn B nêu",
        "điểm c ủy ban xã",
        "nhà M ở khu C",
        "loại B ưu tiên",
        "nhóm A ông Hùng",
        "tổ d ân cư",
        "PHÒNG TH ỦY BAN",
        "Tên môtô, phôtô, bêtông, lôgíc và cácbon",
        "tín chỉ cácbon, xe môtô",
        "Hànội, Đồngnai, Vănphòng",
    ],
)
def test_letters_that_name_something_and_words_as_they_are_written_stay(text: str) -> None:
    assert repaired(text).text == text
    assert not repaired(text).mended


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("ĐIỀ U KHO ẢN 1", "ĐIỀU KHOẢN 1"),
        ("QUY Ế T ĐỊNH", "QUYẾT ĐỊNH"),
        ("người lao đ ộng, h ình thức", "người lao động, hình thức"),
        ("sửa đổi, bổ sungcác khoản", "sửa đổi, bổ sung các khoản"),
        ("sungcác.", "sung các."),
        ("phổbiến", "phổ biến"),
    ],
)
def test_what_can_be_read_in_one_way_only_is_mended(text: str, mended: str) -> None:
    assert repaired(text).text == mended


def test_what_may_be_one_syllable_is_told_but_for_what_bears_a_letter() -> None:
    text = "Mùa đ ông năm nay, đi xe môtô. Nhà M ở khu C. Ban h\ufffdnh."
    told = [one.word for one in doubts(Document(id="d", source="d", text=text))]
    assert told == ["đ ông", "môtô", "h\ufffdnh"]


def test_each_character_that_is_changed_is_shown_with_its_first_place() -> None:
    raw = "Quy che\u0302\u0301 này, Điều\u00a01 và Điều\u00a02, dân\u200b chủ"
    shown = {one.what: (one.count, one.before, one.after) for one in repaired(raw).mended}
    assert shown == {
        Mending.COMPOSED: (2, "che◌\u0302◌\u0301", "chế"),
        Mending.BLANKS: (2, "Điều[U+00A0]1", "Điều 1"),
        Mending.UNSEEN: (1, "dân[U+200B]", "dân"),
    }


def test_a_soft_hyphen_between_two_words_is_a_blank_and_within_one_nothing() -> None:
    made = repaired("Quy\u00adchế, ph\u00adương án, che\u0302\u0301\u00adđộ")
    assert made.text == "Quy chế, phương án, chế độ"
    assert {one.what for one in made.mended} == {Mending.COMPOSED, Mending.UNSEEN}


@pytest.mark.parametrize("text", ["ế" * 400_000, "a" * 400_000, "ế " * 200_000])
def test_a_long_row_of_letters_costs_no_more_a_letter_than_a_short_one(text: str) -> None:
    """Work that grows with the square of the length would take half an hour."""
    begun = time.process_time()
    assert repaired(text).text == text
    assert time.process_time() - begun < 20
