"""XLSX: the rows of tables, a line each. Beside `evals.goldfile` the door to openpyxl."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from html import unescape
from io import BytesIO
from itertools import zip_longest
from typing import Any

from openpyxl import load_workbook

from corpus.errors import Unreadable
from corpus.loaders.archive import check_archive, opened
from corpus.loaders.lines import frames, joined, row
from corpus.loaders.secrecy import any_mark
from corpus.loaders.source import Source

_MOST_CELLS = 500_000  # with something in them; whole rows may be coloured
_WHOLE_DAY = "00:00"
_CHARTS = "xl/chartsheets/"
_SHEET = re.compile(r"xl/(?:work|chart)sheets/[^/]+\.xml")
_HEADER = re.compile(r"<(?:\w+:)?(?:odd|even|first)(?:Header|Footer)\b[^>]*>([^<]*)<")
# ECMA-376, part 1, 18.3.1.46: parts, fonts, sizes and fields of a page header
_CODE = re.compile(r"&(?:[LCR]|\"[^\"]*\"|K[\dA-F+-]{6}|\d+|[A-Z])")
_UNCOUNTED = re.compile(r"<f\b[^>]*?(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>")
_HEAD_CELLS = 2  # the issuer, the motto
_WORD = re.compile(r"[^\W\d_]")
_DIGITS = re.compile("0+")


@dataclass(frozen=True, slots=True)
class _Parts:
    """What the XML of a workbook tells that openpyxl does not when it reads values."""

    headers: list[str]
    uncounted: bool  # a formula whose value was not kept with it


def sheets_text(source: Source) -> str:
    """Return the rows of every sheet; the name of a sheet stands above it when there are several.

    A formula is given by the value that was kept with it, by itself when none was.

    Raises:
        UnreadableSourceError: damaged, unsafe, larger than a table for people, or secret by its
            page header.
    """
    check_archive(source)
    parts = _parts(source)
    if any_mark(parts.headers):
        raise source.refused(Unreadable.SECRET)
    source = _without_charts(source)
    values = _sheets(source, values=True)
    formulas = _sheets(source, values=False) if parts.uncounted else []
    lines: list[str] = []
    left = _MOST_CELLS
    for sheet, written in zip_longest(values, formulas):
        rows = list(_rows(sheet, written))
        left -= sum(map(bool, (cell for cells in rows for cell in cells)))
        if left < 0:
            raise source.refused(Unreadable.TOO_LARGE)
        lines += [str(sheet.title)] if len(values) > 1 else []
        lines += [line for cells in rows for line in _lines(cells)]
    return joined(lines)


def _lines(cells: list[str]) -> list[str]:
    """Return a row of a table; each cell by itself where the row only places a line of the head.

    A number alone keeps its bar: it is a row that nobody filled in, not the number of a page.

    >>> _lines(["", "BẢNG KÊ"]), _lines(["1", "Quỹ"]), _lines(["2"])
    (['BẢNG KÊ'], ['1 | Quỹ'], ['2 |'])
    """
    filled = [cell for cell in cells if cell.strip()]
    if any(map(frames, filled)) and len(filled) <= _HEAD_CELLS:
        return filled
    if len(filled) == 1:
        return filled if _WORD.search(filled[0]) else [row([*filled, ""])]
    return [row(cells)]


def _parts(source: Source) -> _Parts:
    with opened(source) as archive:
        names = filter(_SHEET.fullmatch, archive.namelist())
        pages = [archive.read(name).decode("utf-8", "replace") for name in names]
    headers = (unescape(found) for page in pages for found in _HEADER.findall(page))
    return _Parts(
        headers=[line for header in headers for line in _CODE.sub("\n", header).splitlines()],
        uncounted=any(map(_UNCOUNTED.search, pages)),
    )


def _without_charts(source: Source) -> Source:
    """Return a workbook without the sheets that are diagrams; openpyxl fails on some of them."""
    with opened(source) as archive:
        names = archive.namelist()
        kept = {name: archive.read(name) for name in names if not name.startswith(_CHARTS)}
    if len(kept) == len(names):
        return source
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as written:
        for name, data in kept.items():
            written.writestr(name, data)
    return replace(source, data=packed.getvalue())


def _sheets(source: Source, *, values: bool) -> list[Any]:
    book = load_workbook(BytesIO(source.data), read_only=True, data_only=values)
    for sheet in book.worksheets:
        sheet.reset_dimensions()  # rows as wide as they are, not as the widest
    return list(book.worksheets)


def _rows(sheet: Any, written: Any) -> Iterator[list[str]]:  # noqa: ANN401  openpyxl has no types
    """Yield the cells of each row, up to the last with something in it."""
    formulas = written.iter_rows() if written is not None else ()
    for cells, others in zip_longest(sheet.iter_rows(), formulas, fillvalue=()):
        words = [_cell(cell, other) for cell, other in zip_longest(cells, others)]
        while words and not words[-1]:
            words.pop()
        yield words


def _cell(cell: Any, written: Any) -> str:  # noqa: ANN401
    value = cell.value if cell is not None else None
    if value is None and written is not None:
        value = written.value
    return _shown(value, getattr(cell, "number_format", "")) if value is not None else ""


def _shown(value: object, form: str) -> str:
    """Return the value of a cell as a person reads it.

    >>> _shown(0.125, "0.0%"), _shown(5480000.0, "General"), _shown(date(2024, 3, 5), "")
    ('12,5%', '5480000', '05/03/2024')
    >>> _shown(7, "000"), _shown(timedelta(hours=30), "[h]:mm"), _shown(time(8, 30), "h:mm")
    ('007', '30:00', '08:30')
    """
    if isinstance(value, datetime | date | time | timedelta):
        return _moment(value)
    if isinstance(value, bool):
        return str(value).upper()  # as a spreadsheet shows it
    if isinstance(value, int | float):
        percent = "%" in (form or "")
        number = _number(value * 100 if percent else value) + ("%" if percent else "")
        return number.zfill(len(form)) if _DIGITS.fullmatch(form or "") else number
    return str(value)


def _moment(value: date | time | timedelta) -> str:
    if isinstance(value, timedelta):
        hours, minutes = divmod(round(value.total_seconds() / 60), 60)
        return f"{hours}:{minutes:02}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    whole = not isinstance(value, datetime) or f"{value:%H:%M}" == _WHOLE_DAY
    return f"{value:%d/%m/%Y}" if whole else f"{value:%d/%m/%Y %H:%M}"


def _number(value: float) -> str:
    """Return a number without the noise of its binary form, with a comma as in Vietnamese."""
    return f"{value:.10f}".rstrip("0").rstrip(".").replace(".", ",")
