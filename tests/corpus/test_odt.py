"""ODT: tables in tables, cells that go on over several rows or columns."""

from __future__ import annotations

from pathlib import Path

from corpus.loaders.load import loaded
from corpus.loaders.source import Source
from tests.corpus.made.formats import odt


def cell(words: str, more: str = "") -> str:
    return f"<table:table-cell {more}><text:p>{words}</text:p></table:table-cell>"


def row(*cells: str) -> str:
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def read(*rows: str) -> list[str]:
    body = f"<table:table>{''.join(rows)}</table:table>"
    text = loaded(Source(Path("a.odt"), odt([], body=body))).text
    return [line for line in text.splitlines() if line]


def test_the_rows_of_a_table_in_a_cell_come_once() -> None:
    inner = f"<table:table>{row(cell('con A'), cell('con B'))}</table:table>"
    outer = f"<table:table-cell>{inner}</table:table-cell>"
    head = f"<table:table-header-rows>{row(cell('TT'), cell('Việc'))}</table:table-header-rows>"
    assert read(head, row(cell("1"), outer)) == ["TT | Việc", "1 | con A con B"]


def test_a_row_beside_a_cell_that_goes_on_keeps_its_columns() -> None:
    covered = "<table:covered-table-cell/>"
    tall, wide = 'table:number-rows-spanned="2"', 'table:number-columns-spanned="2"'
    assert read(
        row(cell("Lĩnh vực"), cell("Việc"), cell("Cách")),
        row(cell("Tài chính", tall), cell("Dự toán"), cell("Niêm yết")),
        row(covered, cell("Thu"), cell("Loa")),
        row(cell("Cộng", wide), covered, cell("5")),
    ) == ["Lĩnh vực | Việc | Cách", "Tài chính | Dự toán | Niêm yết", "| Thu | Loa", "Cộng | 5"]
