"""Tables that a PDF file rules: rows as every other format gives them."""

from __future__ import annotations

from pathlib import Path

import pytest
from fpdf import FPDF

from corpus.loaders.load import loaded
from corpus.loaders.ruled import Rule, Table, rule, tables
from corpus.loaders.source import Source
from tests.corpus.made.formats import FONT

ROWS = (
    ("TT", "Nội dung công việc", "Đơn vị", "Thời gian"),
    ("1", "Niêm yết công khai dự toán thu chi của các quỹ", "Ban Tài chính", "Tháng 1"),
    ("2", "Tổ chức hội nghị đại biểu nhân dân bàn việc làm đường", "Văn phòng", ""),
)
LINES = [
    "TT | Nội dung công việc | Đơn vị | Thời gian",
    "1 | Niêm yết công khai dự toán thu chi của các quỹ | Ban Tài chính | Tháng 1",
    "2 | Tổ chức hội nghị đại biểu nhân dân bàn việc làm đường | Văn phòng |",
]
WIDTHS = (15, 60, 45, 40)  # millimetres
BEFORE = (
    "Kế hoạch này nêu những việc mà xã làm trong năm, đơn vị làm từng việc và thời gian làm, "
    "để nhân dân biết và giám sát việc thực hiện của các đơn vị."
)


def paper() -> FPDF:
    made = FPDF()
    made.set_margin(25)
    made.add_font("serif", "", FONT)
    made.set_font("serif", size=11)
    made.add_page()
    made.multi_cell(0, 7, BEFORE, align="L", new_x="LMARGIN", new_y="NEXT")
    made.ln(3)
    return made


def lines_of(made: FPDF) -> list[str]:
    text = loaded(Source(Path("a.pdf"), bytes(made.output()))).text
    return [line for line in text.splitlines() if line]


def boxes(made: FPDF, how: str) -> None:
    """Draw the table by hand: its lines as strokes, or as narrow boxes that are filled."""
    top, height = made.get_y(), 18
    edges = [25 + sum(WIDTHS[:at]) for at in range(5)]
    for at in range(4):
        y = top + at * height
        made.line(25, y, edges[-1], y) if how == "D" else made.rect(25, y, 160, 0.2, how)
    for x in edges:
        bottom = top + 3 * height
        made.line(x, top, x, bottom) if how == "D" else made.rect(x, top, 0.2, 3 * height, how)
    for row, cells in enumerate(ROWS):
        for x, width, words in zip(edges, WIDTHS, cells, strict=False):
            made.set_xy(x, top + row * height)
            made.multi_cell(width, 6, words, align="L")
    made.set_xy(25, top + 3 * height + 5)


@pytest.mark.parametrize("how", ["D", "F"])
def test_a_ruled_table_gives_a_row_a_line_between_the_paragraphs(how: str) -> None:
    made = paper()
    boxes(made, how)
    made.multi_cell(0, 7, "Các đơn vị báo cáo kết quả.", align="L")
    assert lines_of(made) == [BEFORE, *LINES, "Các đơn vị báo cáo kết quả."]


def test_a_table_whose_cells_are_boxes_gives_its_rows() -> None:
    made = paper()
    with made.table(col_widths=WIDTHS, first_row_as_headings=False) as table:
        for cells in ROWS:
            table.row(cells)
    assert lines_of(made) == [BEFORE, *LINES]


def test_a_cell_over_two_rows_stands_in_the_first_and_one_over_two_columns_once() -> None:
    made = paper()
    with made.table(first_row_as_headings=False) as table:
        first, second, third = table.row(), table.row(), table.row()
        first.cell("Đất đai", rowspan=2)
        first.cell("Quy hoạch")
        first.cell("Niêm yết")
        second.cell("Bồi thường")
        second.cell("Họp dân")
        third.cell("Cộng", colspan=2)
        third.cell("hai việc")
    assert lines_of(made)[1:] == [
        "Đất đai | Quy hoạch | Niêm yết",
        "| Bồi thường | Họp dân",
        "Cộng | hai việc",
    ]


def test_boxes_and_shades_around_paragraphs_are_no_table() -> None:
    made = paper()
    top = made.get_y()
    made.set_fill_color(230)
    for at in range(3):
        made.rect(25, top + 7 * at, 160 - 20 * at, 7, "F")
    made.multi_cell(0, 7, BEFORE, align="L")
    made.rect(20, 20, 170, 250)
    made.line(20, 200, 190, 200)
    made.line(105, 200, 105, 270)
    made.set_xy(25, 210)
    made.multi_cell(60, 7, "Người lập biểu", align="L")
    assert lines_of(made) == [BEFORE, BEFORE, "Người lập biểu"]


def test_the_head_of_a_document_in_a_ruled_table_is_not_made_rows() -> None:
    made = paper()
    with made.table(first_row_as_headings=False) as table:
        table.row(("UBND XÃ MẪU", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))
        table.row(("Số: 5/KH-UBND", "Độc lập - Tự do - Hạnh phúc"))
    assert not any(" | " in line for line in lines_of(made))


def test_lines_too_short_or_slanted_part_nothing() -> None:
    assert rule((0, 0), (100, 40)) is None
    assert rule((0, 0), (4, 0)) is None
    assert rule((0, 10), (100, 10)) == Rule(level=True, at=10, first=0, last=100)
    cross = [Rule(level=level, at=50, first=0, last=100) for level in (True, False)]
    assert tables(cross) == []


def test_a_point_outside_a_table_stands_in_no_cell() -> None:
    every = [
        Rule(level=level, at=at, first=0, last=20) for level in (True, False) for at in (0, 10, 20)
    ]
    (found,) = tables(every)
    assert isinstance(found, Table)
    assert [found.cell(5, 15), found.cell(15, 5), found.cell(25, 5)] == [(0, 0), (1, 1), None]


def test_a_page_that_is_a_drawing_is_read_without_its_lines() -> None:
    made = paper()
    for at in range(2_600):
        made.rect(25 + at % 100, 100 + at // 100, 1, 1, "D")
    assert lines_of(made) == [BEFORE]
