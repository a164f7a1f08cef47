"""CSV: the rows of a text whose columns are parted by one mark (RFC 4180)."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from io import StringIO
from itertools import dropwhile, islice

from corpus.loaders.lines import frames, joined, row

_DELIMITERS = "\t;,|"
_RULE = re.compile(r"\s*:?-*:?\s*")
_LOOKED_AT = 50  # rows
_TITLES = 5  # lines above a table, at most
_LINES = 20  # of one cell, at most; a quotation mark that is not closed by then is only a letter
_SPACED = 0.1  # share of cells; sentences have a blank behind each comma, tables have none
_PAIRED = ";"  # what parts two columns; a number and a tab begin an item, commas stand anywhere


def table_text(text: str, delimiter: str) -> str:
    """Return the rows of a text whose columns are parted by `delimiter`."""
    return joined(map(row, _rows(text, delimiter)))


def delimiter_of(text: str) -> str | None:
    r"""Return what parts the columns of `text`, None when it is no table.

    >>> delimiter_of("TT;Nội dung;Tiền\n1;Quỹ;5\n2;Hội;7"), delimiter_of("Một, hai.\nBa, bốn.")
    (';', None)
    """
    return next((mark for mark in _DELIMITERS if _is_table(text, mark)), None)


def _rows(text: str, mark: str) -> Iterator[list[str]]:
    """Yield the cells of each row; a quoted cell may go on in the lines below."""
    lines = [line for line in text.splitlines() if line.strip()]
    at = 0
    while at < len(lines):
        cells = None
        ends = range(at + 1, min(at + _LINES, len(lines)) + 1 if '"' in lines[at] else at + 2)
        for end in ends:
            cells = _cells("\n".join(lines[at:end]), mark)
            if cells is not None:
                break
        yield cells if cells is not None else lines[at].split(mark)
        at = end if cells is not None else at + 1


def _cells(line: str, mark: str) -> list[str] | None:
    """Return the cells of a row; None where a quotation mark is not closed as it should be."""
    if '"' not in line:
        return line.split(mark)
    try:
        return next(csv.reader(StringIO(line), delimiter=mark, strict=True))
    except (csv.Error, StopIteration):
        return None


def _is_table(text: str, mark: str) -> bool:
    """Tell whether the rows below the title have as many cells as each other, and enough of both.

    Sentences have as many commas as each other now and then, and items end in semicolons; the head
    of a document may be parted by tabs.
    """
    if mark not in text:
        return False
    looked = list(islice(_rows(text, mark), _LOOKED_AT))
    rows = list(dropwhile(lambda cells: len(cells) == 1, looked))
    if len(looked) - len(rows) > _TITLES or len({len(cells) for cells in rows}) != 1:
        return False
    cells = [cell for line in rows for cell in line]
    if any(map(frames, cells)) or any(map(_is_rule, rows)) or (mark in ";," and _is_spaced(rows)):
        return False
    return _is_enough(rows, mark)


def _is_enough(rows: list[list[str]], mark: str) -> bool:
    columns = len(rows[0])
    if columns > 2:  # noqa: PLR2004  pairs have a rule of their own
        return len(rows) > (2 if mark == "," else 1)
    filled = all(cell.strip() for cells in rows for cell in cells)
    return mark in _PAIRED and len(rows) > 2 and filled  # noqa: PLR2004


def _is_rule(cells: list[str]) -> bool:
    """Tell whether a row is the line below the head of a table of Markdown, left as it is."""
    return "--" in "".join(cells) and all(_RULE.fullmatch(cell) for cell in cells)


def _is_spaced(rows: list[list[str]]) -> bool:
    inner = [cell for cells in rows for cell in cells[1:]]
    return sum(cell.startswith(" ") for cell in inner) > _SPACED * len(inner)
