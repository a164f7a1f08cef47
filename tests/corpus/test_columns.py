"""CSV: what is a table and what is text, cells that go on, quotation marks that do not end."""

from __future__ import annotations

import pytest

from corpus.loaders.columns import delimiter_of, table_text

HEAD = "TT;Nội dung;Đơn vị"
ROWS = [f"{n};Nội dung {n};Đơn vị {n}" for n in range(1, 70)]


@pytest.mark.parametrize(
    "text",
    [
        "Căn cứ Luật A, Luật B, Nghị định C;\nTheo đề nghị của Văn phòng, Phòng D, Ban Đ.\n",
        "Có ông A, bà B, ông C.\nVắng ông D, bà Đ, ông E.\nMời ông G, bà H, ông I.\n",
        "Dự họp,có mặt,đủ\nDự họp,vắng mặt,thiếu\n",  # two lines may be chance
        "a) Công khai;\nb) Minh bạch;\nc) Dân chủ;\n",
        "Công khai; minh bạch\nDân chủ; kỷ cương\nĐoàn kết; trách nhiệm\n",
        "| TT | Việc |\n|---|---|\n| 1 | Họp |\n",
        "TT | Việc | Nơi\n:-- | --- | --:\n1 | Họp | Xã\n",
        "1.\tMục đích\n2.\tYêu cầu\n3.\tNội dung\n",
        "UBND XÃ\t\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nAN MỸ\t\tĐộc lập - Tự do - Hạnh phúc\n",
    ],
)
def test_sentences_items_and_heads_of_documents_are_no_tables(text: str) -> None:
    assert delimiter_of(text) is None


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("Họ tên;Chức vụ\nNguyễn Văn A;Chủ tịch\nTrần Thị B;Phó Chủ tịch\n", ";"),
        ("BẢNG KINH PHÍ NĂM 2024\nTT;Việc;Đơn vị\n1;Họp;Văn phòng\n2;Học;Phòng\n", ";"),
        ("TT,Việc,Đơn vị\n1,Họp,Văn phòng\n2,Học,Phòng\n", ","),
        ("TT\tViệc\tĐơn vị\n1\tHọp\tVăn phòng\n", "\t"),
        ("\n".join([HEAD, *ROWS[:48], '49;"Họp\ndân\nquý I";Ủy ban', *ROWS[49:]]), ";"),
    ],
)
def test_rows_of_as_many_cells_are_a_table(text: str, mark: str) -> None:
    assert delimiter_of(text) == mark


def test_a_quoted_cell_is_one_cell_whatever_it_holds() -> None:
    text = f'{HEAD}\n1;"Họp\ndân; quý ""I""";Ủy ban\n2;Học;Xã'
    assert table_text(text, ";").split("\n\n") == [
        "TT | Nội dung | Đơn vị",
        '1 | Họp dân; quý "I" | Ủy ban',
        "2 | Học | Xã",
    ]


def test_a_quotation_mark_that_is_not_closed_takes_no_later_row() -> None:
    rows = [*ROWS[:60], '61;"Họp dân;Ủy ban', *ROWS[61:]]
    lines = table_text("\n".join([HEAD, *rows]), ";").split("\n\n")
    assert lines[61:63] == ['61 | "Họp dân | Ủy ban', "62 | Nội dung 62 | Đơn vị 62"]
    assert len(lines) == 70


@pytest.mark.parametrize("end", ["\r", "\r\n", "\n"])
def test_any_end_of_line_ends_a_row_and_a_cell_may_be_long(end: str) -> None:
    text = end.join([HEAD, *ROWS[:3], f'4;"{"công khai " * 15_000}";Xã'])
    assert delimiter_of(text) == ";"
    assert table_text(text, ";").count("\n\n") == 4
