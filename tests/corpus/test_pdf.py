"""PDF: what stands on pictures of pages, pages of few words, raised digits."""

from __future__ import annotations

from pathlib import Path

import pytest
from fpdf import FPDF

from corpus.errors import Unreadable, UnreadableSourceError
from corpus.loaders.load import loaded
from corpus.loaders.loaded import Loaded
from corpus.loaders.picture import can_recognise
from corpus.loaders.source import Source
from tests.corpus.made.formats import FONT, drawn

STAMP = "Người ký: UBND xã An Mỹ. Thời gian ký: 05.03.2024 10:20:30 +07:00"
PAGE = "Nhân dân bàn và quyết định mức đóng góp"


def read(made: FPDF, *, recognising: bool = False) -> Loaded:
    data = bytes(made.output())
    return loaded(Source(Path("a.pdf"), data), recognising=lambda: recognising)


def sheet(size: float = 13) -> FPDF:
    made = FPDF()
    made.add_font("serif", "", FONT)
    made.set_font("serif", size=size)
    made.add_page()
    return made


def stamped(made: FPDF) -> FPDF:
    """Draw a page of a scan that a program has written its signature on."""
    made.image(drawn([PAGE], 200)[0], x=0, y=0, w=210)
    made.set_font("serif", size=8)
    made.text(100, 10, STAMP)
    return made


def test_a_scan_with_a_stamp_of_a_signature_is_a_scan() -> None:
    with pytest.raises(UnreadableSourceError) as caught:
        read(stamped(sheet()))
    assert caught.value.reason is Unreadable.SCAN


def test_a_stamped_page_among_others_is_counted_as_unread() -> None:
    made = sheet()
    made.text(20, 20, "Điều 1. Quy chế này quy định việc thực hiện dân chủ trong cơ quan.")
    made.add_page()
    found = read(stamped(made))
    assert (found.unread, STAMP in found.text) == (1, True)


@pytest.mark.skipif(not can_recognise(), reason="needs tesseract-ocr-vie")
def test_the_words_of_a_stamped_scan_are_recognised_and_the_stamp_is_kept_once() -> None:
    found = read(stamped(sheet()), recognising=True)
    assert PAGE in found.text
    assert found.text.count("Người ký") == found.text.count(STAMP) == 1


def test_words_that_were_recognised_before_are_not_taken_for_a_stamp() -> None:
    made = sheet()
    made.image(drawn([PAGE], 100)[0], x=0, y=0, w=210)
    made.text_mode = 3
    made.text(25, 30, PAGE)
    assert (read(made).unread, read(made).text.strip()) == (0, PAGE)


def test_a_page_of_few_words_is_a_document() -> None:
    made = sheet()
    made.text(20, 20, "Giấy mời họp thôn")
    for _ in range(4):
        made.add_page()
    assert read(made).text.split() == ["Giấy", "mời", "họp", "thôn"]


def test_raised_digits_and_the_notes_that_they_refer_to_are_told_from_the_text() -> None:
    made = sheet()
    made.write(7, "Thực hiện Quy chế số 12")
    made.char_vpos = "SUP"
    made.write(7, "1")
    made.char_vpos = "LINE"
    made.write(7, " của xã, khí CO")
    made.char_vpos = "SUB"
    made.write(7, "2")
    made.char_vpos = "LINE"
    made.text(10, 60, "Điều 1. Phạm vi")
    made.text(10, 70, "1 xã có 3 thôn")
    made.set_font("serif", size=9)
    made.text(10, 250, "1 Quy chế ban hành năm 2024.")
    assert [line for line in read(made).text.splitlines() if line] == [
        "Thực hiện Quy chế số 12¹ của xã, khí CO2",
        "Điều 1. Phạm vi",
        "1 xã có 3 thôn",
        "¹ Quy chế ban hành năm 2024.",
    ]


def raised(made: FPDF, number: str) -> None:
    made.char_vpos = "SUP"
    made.write(7, number)
    made.char_vpos = "LINE"


def test_every_note_of_a_page_of_little_else_keeps_its_raised_number() -> None:
    made = sheet()
    made.write(7, "Theo Quy chế")
    raised(made, "1")
    made.write(7, " và Hương ước")
    raised(made, "2")
    made.write(7, " của thôn Mẫu,")
    raised(made, "3")
    made.write(7, " xã họp dân.")
    notes = ("Quy chế của xã Mẫu.", "Hương ước năm 2031.", "Thôn có 30 hộ.")
    for number, note in enumerate(notes, 1):
        made.set_font("serif", size=5.6)
        made.text(10, 228.4 + 8 * number, str(number))
        made.set_font("serif", size=8)
        made.text(11.7, 230 + 8 * number, note)
    assert [line for line in read(made).text.splitlines() if line] == [
        "Theo Quy chế¹ và Hương ước² của thôn Mẫu,³ xã họp dân.",
        "¹ Quy chế của xã Mẫu.",
        "² Hương ước năm 2031.",
        "³ Thôn có 30 hộ.",
    ]


def test_a_note_with_a_plain_number_is_smaller_than_the_text_that_refers_to_it() -> None:
    made = sheet()
    made.write(7, "Theo Quy chế")
    raised(made, "1")
    made.set_font("serif", size=8)
    for at, note in enumerate(("1 Quy chế của xã Mẫu.", "Xem thêm Hương ước.", "Và sổ họp.")):
        made.text(10, 240 + 8 * at, note)
    assert "\n¹ Quy chế của xã Mẫu." in read(made).text


def test_lines_that_are_short_by_themselves_are_not_joined() -> None:
    made = sheet()
    lines = ["DANH SÁCH ỦY VIÊN BAN THANH TRA", "Ông Nguyễn Văn An", "Bà Trần Thị Bình"]
    for at, line in enumerate(lines):
        made.text(20, 20 + 8 * at, line)
    assert read(made).text.splitlines() == lines


def test_a_page_of_wrapped_text_is_joined_and_shares_its_margin_with_a_short_one() -> None:
    made = sheet()
    made.set_margins(30, 20, 20)
    made.add_page()
    made.multi_cell(0, 8, "Xã Mẫu họp dân hằng quý và công khai các khoản thu chi. " * 4, align="L")
    made.add_page()
    made.text(30, 30, "Ông Nguyễn Văn An")
    made.text(30, 38, "Ông Lê Bá")
    _, first, second = read(made).text.split("\f")
    assert first.strip().count("\n") == 0
    assert second.splitlines() == ["Ông Nguyễn Văn An", "Ông Lê Bá"]
