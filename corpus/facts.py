"""Facts about legal instruments as rows of a table: how one is written, read and checked."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from datetime import date
from io import StringIO

from corpus.errors import HoiQuyCheError
from corpus.instrument import Instrument, LegalStatus, UnfoundedStatusError
from corpus.table import several

COLUMNS = (
    "number", "kind", "name", "also", "issued_on", "effective_on", "status", "replaced_by",
    "amended_by", "since", "basis", "certain", "note", "as_of",
)  # fmt: skip
_NEEDED = ("number", "kind", "status", "basis", "as_of")
_DAYS = ("issued_on", "effective_on", "since", "as_of")
YES, NO = "yes", "no"

Row = Mapping[str, str]


class BadFactError(HoiQuyCheError):
    """A row of facts that cannot stand; `column` says which cell, `number` which instrument."""

    def __init__(self, number: str, column: str, reason: str) -> None:
        self.number, self.column, self.reason = number, column, reason
        super().__init__(f"the row of {number or '?'} cannot stand: {column} {reason}")


def instrument_of(row: Row) -> Instrument:
    """Return the instrument that a row describes; dates are written 2024-03-05.

    Raises:
        BadFactError: a needed cell is empty, a date or status cannot be read, or the row claims
            more than its basis proves.
    """
    number = row.get("number", "").strip()
    for column in _NEEDED:
        if not row.get(column, "").strip():
            raise BadFactError(number, column, "is empty")
    if row["status"] not in [*LegalStatus]:
        raise BadFactError(number, "status", f"{row['status']!r} is none of {[*LegalStatus]}")
    days = {name: _day(number, name, row.get(name, "")) for name in _DAYS}
    try:
        return _made(row, days)
    except UnfoundedStatusError as error:
        raise BadFactError(number, "status", error.lack) from error


def _made(row: Row, days: Mapping[str, date | None]) -> Instrument:
    return Instrument(
        number=row["number"].strip(),
        kind=row["kind"].strip(),
        name=row.get("name", "").strip(),
        also=several(row.get("also", "")),
        status=LegalStatus(row["status"]),
        replaced_by=several(row.get("replaced_by", "")),
        amended_by=several(row.get("amended_by", "")),
        basis=row["basis"].strip(),
        certain=row["status"] != LegalStatus.UNCERTAIN,
        note=row.get("note", "").strip(),
        **days,
    )


def row_of(instrument: Instrument) -> dict[str, str]:
    """Return the row that describes an instrument, every column as text."""
    return {
        "number": instrument.number,
        "kind": instrument.kind,
        "name": instrument.name,
        "also": "; ".join(instrument.also),
        "issued_on": _written(instrument.issued_on),
        "effective_on": _written(instrument.effective_on),
        "status": instrument.status.value,
        "replaced_by": "; ".join(instrument.replaced_by),
        "amended_by": "; ".join(instrument.amended_by),
        "since": _written(instrument.since),
        "basis": instrument.basis,
        "certain": YES if instrument.certain else NO,
        "note": instrument.note,
        "as_of": _written(instrument.as_of),
    }


def written(instruments: Iterable[Instrument]) -> str:
    """Return a table of facts as CSV."""
    kept = StringIO()
    table = csv.DictWriter(kept, COLUMNS, lineterminator="\n")
    table.writeheader()
    table.writerows(map(row_of, instruments))
    return kept.getvalue()


def read(text: str) -> tuple[Instrument, ...]:
    """Return the instruments of a CSV table with these columns; others are passed over.

    Raises:
        BadFactError: a column is missing, or a row cannot stand.
    """
    table = csv.DictReader(StringIO(text.removeprefix("\ufeff")))
    missing = [name for name in _NEEDED if name not in (table.fieldnames or ())]
    if missing:
        raise BadFactError("", missing[0], "is no column of the table")
    return tuple(
        instrument_of({name: cell or "" for name, cell in row.items() if name}) for row in table
    )


def _day(number: str, column: str, cell: str) -> date | None:
    if not cell.strip():
        return None
    try:
        return date.fromisoformat(cell.strip())
    except ValueError as error:
        raise BadFactError(number, column, f"{cell!r} is no date like 2024-03-05") from error


def _written(day: date | None) -> str:
    return day.isoformat() if day else ""
