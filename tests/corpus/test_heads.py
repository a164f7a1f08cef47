"""A head in two columns, as Nghị định 30/2020/NĐ-CP lays it out, is read in every format."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from fpdf import FPDF

from corpus.loaders.flow import Drawn, flowed
from corpus.loaders.load import loaded
from corpus.loaders.source import Source
from corpus.parse import parse
from tests.corpus.made import formats

LEFT = ("UBND TỈNH HÀ NAM", "SỞ NỘI VỤ", "Số: 12/QĐ-SNV")
RIGHT = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
         "Hà Nam, ngày 05 tháng 3 năm 2024")  # fmt: skip
BODY = ["QUYẾT ĐỊNH", "Về việc ban hành Quy chế dân chủ", "Điều 1. Phạm vi điều chỉnh",
        "1. Quy chế này quy định việc thực hiện dân chủ."]  # fmt: skip
CELLS = ("\n".join(LEFT), "\n".join(RIGHT))


def docx() -> bytes:
    return formats.docx([], (CELLS,), after=BODY)


def odt() -> bytes:
    cells = "".join(
        f"<table:table-cell>{''.join(f'<text:p>{line}</text:p>' for line in column)}"
        "</table:table-cell>"
        for column in (LEFT, RIGHT)
    )
    words = "".join(f"<text:p>{line}</text:p>" for line in BODY)
    table = f"<table:table><table:table-row>{cells}</table:table-row></table:table>"
    return formats.odt([], body=table + words)


def rtf() -> bytes:
    cells = "".join(
        "\\par ".join(map(formats.in_rtf, column)) + "\\cell " for column in (LEFT, RIGHT)
    )
    words = "".join(f"{formats.in_rtf(line)}\\par\n" for line in BODY)
    return f"{{\\rtf1\\ansi\\uc1\n\\trowd {cells}\\row\n\\pard {words}}}".encode("ascii")


def html() -> bytes:
    cells = "".join(f"<td>{'<br>'.join(column)}</td>" for column in (LEFT, RIGHT))
    wrapped = cells.replace("Độc lập - Tự do", "Độc lập -\n   Tự do")
    words = "".join(f"<p>{line}</p>" for line in BODY)
    head = f"<table><tr>{wrapped}</tr></table>"
    return f"<!doctype html><html><body>{head}{words}</body></html>".encode()


def pdf() -> bytes:
    made = FPDF()
    made.add_font("serif", "", formats.FONT)
    made.set_font("serif", size=12)
    made.add_page()
    for column, x in ((LEFT, 20), (RIGHT, 105)):
        for row, line in enumerate(column):
            made.text(x, 20 + 7 * row, line)
    made.text(85, 50, BODY[0])
    made.text(65, 57, BODY[1])
    for row, line in enumerate(BODY[2:]):
        made.text(20, 70 + 7 * row, line)
    return bytes(made.output())


@pytest.mark.parametrize("make", [docx, odt, rtf, html, pdf], ids=lambda make: make.__name__)
def test_a_head_in_two_columns_is_read(make: Callable[[], bytes]) -> None:
    document, passages = parse("a", loaded(Source(Path("a"), make())).text)
    known = {name: getattr(fact, "value", str(fact)) for name, fact in document.facts().items()}
    assert known == {
        "kind": "Quyết định", "number": "12/QĐ-SNV", "issuer": "SỞ NỘI VỤ", "place": "Hà Nam",
        "issued_on": "05/3/2024", "title": "Về việc ban hành Quy chế dân chủ",
    }  # fmt: skip
    assert ("Điều 1", "khoản 1") in [passage.path for passage in passages]


def test_a_line_set_on_the_right_does_not_go_on_in_the_title_below_it() -> None:
    date = Drawn(text="Hà Nam, ngày 05 tháng 3 năm 2024", left=300, right=500, bottom=700, first=40)
    kind = Drawn(text="QUYẾT ĐỊNH", left=250, right=350, bottom=680, first=60)
    body = Drawn(text="Công khai các khoản", left=60, right=500, bottom=660, first=50)
    more = Drawn(text="thu chi.", left=50, right=90, bottom=640, first=30)
    assert flowed([date, kind, body, more], margin=500) == (
        "Hà Nam, ngày 05 tháng 3 năm 2024\nQUYẾT ĐỊNH\nCông khai các khoản thu chi."
    )
