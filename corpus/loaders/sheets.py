"""XLSX: the rows of tables, a line each. Beside `evals.goldfile` the door to openpyxl."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO

from openpyxl import load_workbook

from corpus.errors import Unreadable
from corpus.loaders.archive import check_archive
from corpus.loaders.lines import joined, row
from corpus.loaders.source import Source

_MOST_CELLS = 500_000
_WHOLE_DAY = "00:00"


def sheets_text(source: Source) -> str:
    """Return the rows of every sheet; the name of a sheet stands above it when there are several.

    A formula is given by the value that was kept with it.

    Raises:
        UnreadableSourceError: damaged, unsafe or larger than a table for people.
    """
    check_archive(source)
    book = load_workbook(BytesIO(source.data), read_only=True, data_only=True)
    named = len(book.sheetnames) > 1
    lines: list[str] = []
    cells = 0
    for sheet in book.worksheets:
        lines += [str(sheet.title)] if named else []
        for values in sheet.iter_rows():
            cells += len(values)
            if cells > _MOST_CELLS:
                raise source.refused(Unreadable.TOO_LARGE)
            lines.append(row(_shown(cell.value, cell.number_format) for cell in values))
    return joined(lines)


def _shown(value: object, form: str) -> str:
    """Return the value of a cell as a person reads it.

    >>> _shown(0.125, "0.0%"), _shown(5480000.0, "General"), _shown(date(2024, 3, 5), "")
    ('12,5%', '5480000', '05/03/2024')
    """
    if value is None:
        return ""
    if isinstance(value, datetime):
        whole = f"{value:%H:%M}" == _WHOLE_DAY
        return f"{value:%d/%m/%Y}" if whole else f"{value:%d/%m/%Y %H:%M}"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, bool):
        return str(value).upper()  # as a spreadsheet shows it
    if isinstance(value, int | float):
        percent = "%" in (form or "")
        return _number(value * 100 if percent else value) + ("%" if percent else "")
    return str(value)


def _number(value: float) -> str:
    """Return a number without the noise of its binary form, with a comma as in Vietnamese."""
    return f"{value:.10f}".rstrip("0").rstrip(".").replace(".", ",")
