"""CSV: the rows of a text whose columns are parted by one mark."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from contextlib import suppress
from io import StringIO

from corpus.loaders.lines import joined, row

_DELIMITERS = "\t;,|"
_FEWEST_COLUMNS = 3  # sentences have as many commas as each other now and then, but not so many
_LOOKED_AT = 50  # rows


def table_text(text: str, delimiter: str) -> str:
    """Return the rows of a text whose columns are parted by `delimiter`.

    Where a quotation mark is not closed, or a cell is longer than cells are, each line is a row
    and the marks are words of it; what is no table even so is returned as it is.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_NONE):
        rows = csv.reader(StringIO(lines), delimiter=delimiter, quoting=quoting, strict=True)
        with suppress(csv.Error):
            return joined(map(row, rows))
    return text


def delimiter_of(text: str) -> str | None:
    r"""Return what parts the columns of `text`, None when it is no table.

    >>> delimiter_of("TT;Nội dung;Tiền\n1;Quỹ;5\n2;Hội;7"), delimiter_of("Một, hai.\nBa, bốn.")
    (';', None)
    """
    return next((mark for mark in _DELIMITERS if _is_table(_rows(text, mark))), None)


def _rows(text: str, mark: str) -> Iterator[list[str]]:
    lines = (line for line in text.splitlines()[:_LOOKED_AT] if line.strip())
    try:
        yield from csv.reader(lines, delimiter=mark, strict=True)
    except csv.Error:
        yield []


def _is_table(rows: Iterable[list[str]]) -> bool:
    widths = [len(cells) for cells in rows]
    return len(widths) > 1 and len(set(widths)) == 1 and widths[0] >= _FEWEST_COLUMNS
