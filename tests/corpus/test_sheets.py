"""XLSX and PPTX: diagrams, coloured columns, formulas, times, marks of secrecy, pages of notes."""

from __future__ import annotations

from datetime import time, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet
from pptx import Presentation

from corpus.errors import SecretSourceError
from corpus.loaders.load import loaded
from corpus.loaders.source import Source

FAR = 16_384  # the last column that there can be


def sheet(*rows: tuple[object, ...]) -> tuple[Workbook, Worksheet]:
    book = Workbook()
    first = book.worksheets[0]
    for cells in rows:
        first.append(cells)
    return book, first


def read(book: Workbook) -> list[str]:
    kept = BytesIO()
    book.save(kept)
    text = loaded(Source(Path("bieu"), kept.getvalue())).text
    return [line for line in text.splitlines() if line]


def test_a_sheet_that_is_a_diagram_does_no_harm() -> None:
    book, _ = sheet(("TT", "Việc"), (1, "Họp"))
    book.create_chartsheet("Biểu đồ")
    assert read(book) == ["TT | Việc", "1 | Họp"]


def test_coloured_cells_far_out_are_no_table() -> None:
    book, first = sheet(("TT", "Việc"), (1, "Họp"))
    for row in range(1, 60):
        first.cell(row, FAR).fill = PatternFill("solid", fgColor="FFFF00")
    assert read(book) == ["TT | Việc", "1 | Họp"]


def test_a_formula_without_its_value_is_shown_itself() -> None:
    book, _ = sheet(("Thu", "Chi", "Còn"), (5, 3, "=A2-B2"))
    assert read(book) == ["Thu | Chi | Còn", "5 | 3 | =A2-B2"]


def test_a_line_of_a_sheet_with_one_cell_is_that_cell() -> None:
    book, _ = sheet(
        ("SỞ MẪU", None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        (None, None, None, "Độc lập - Tự do - Hạnh phúc"),
        ("BẢNG KÊ", None, None, None),
        ("TT", "Việc", "Ngày", "Ghi chú"),
        (1, "Họp", 5, None),
        (2, None, None, None),
    )
    assert read(book) == [
        "SỞ MẪU", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "BẢNG KÊ",
        "TT | Việc | Ngày | Ghi chú", "1 | Họp | 5", "2 |",
    ]  # fmt: skip


def test_times_and_numbers_of_a_set_length_are_shown_as_in_the_sheet() -> None:
    book, first = sheet((7, time(8, 30), timedelta(hours=30)))
    first["A1"].number_format = "000"
    assert read(book) == ["007 | 08:30 | 30:00"]


@pytest.mark.parametrize("mark", ["MẬT", '&"Arial,Bold"&14TỐI MẬT'])
def test_a_stamp_in_the_page_header_of_a_sheet_is_seen(mark: str) -> None:
    book, first = sheet(("TT", "Việc"))
    first.oddHeader.right.text = mark
    with pytest.raises(SecretSourceError):
        read(book)


def test_a_page_of_notes_without_a_place_for_them_does_no_harm() -> None:
    made = Presentation()
    slide = made.slides.add_slide(made.slide_layouts[5])
    slide.shapes.title.text = "Tập huấn quy chế"
    for place in list(slide.notes_slide.placeholders):
        place.element.getparent().remove(place.element)
    kept = BytesIO()
    made.save(kept)
    assert loaded(Source(Path("a"), kept.getvalue())).text == "Tập huấn quy chế"
