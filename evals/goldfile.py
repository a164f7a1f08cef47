"""Gold files: sets in and out as JSON Lines, CSV and XLSX; the only door to openpyxl."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, fields
from functools import cache
from pathlib import Path
from types import MappingProxyType

from pydantic import TypeAdapter, ValidationError

from evals.errors import EvaluationFileError, first_fault
from evals.gold import GoldItem, GoldSet
from evals.sheet import COLUMNS, BadCellError, record_of, row_of

LARGEST = 16 * 2**20  # bytes, also of what a packed file holds
TITLE = "gold"
BOM = "\ufeff"  # by which spreadsheets know UTF-8
ACTIVE = ("=", "+", "-", "@", "\t", "\r", "'")  # what a spreadsheet would take for more than text
Record = tuple[int, Mapping[str, object]]  # the line, from 1, and its fields


def load(path: Path) -> GoldSet:
    """Read a gold set from JSON Lines, CSV or XLSX, as the ending says; empty lines are nothing.

    Raises EvaluationFileError with the number of the line, or row, that is not an item.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise EvaluationFileError(path, error.strerror or str(error)) from error
    return read(raw, path)


def read(raw: bytes, path: Path) -> GoldSet:
    """Read a gold set from the bytes of a file; `path` is what it is called."""
    if len(raw) > LARGEST:
        raise EvaluationFileError(path, f"it is larger than {LARGEST // 2**20} MB")
    reader = READERS.get(path.suffix.lower(), _json_lines)
    items = tuple(_item(path, number, record) for number, record in reader(raw, path))
    return GoldSet(name=path.name, digest=hashlib.sha256(raw).hexdigest(), items=items)


def save(items: Iterable[GoldItem], path: Path) -> None:
    """Write items to a file in the form that its ending says; JSON Lines when it says none."""
    path.write_bytes(packed(items, path.suffix.lower()))


def packed(items: Iterable[GoldItem], suffix: str) -> bytes:
    """Return items as a file with this ending (".jsonl", ".csv", ".xlsx") holds them."""
    return WRITERS.get(suffix, _as_json_lines)(items)


def written(items: Iterable[GoldItem]) -> str:
    """Return items as JSON Lines, without the fields that are empty and where they were read."""
    kept = (
        {name: value for name, value in asdict(item).items() if name not in {"file", "line"}}
        for item in items
    )
    return "".join(f"{json.dumps(_whole(record), ensure_ascii=False)}\n" for record in kept)


def _whole(record: Mapping[str, object]) -> dict[str, object]:
    """Leave out the length of a reference where there is none, and the reference where there is."""
    unused = "reference_length" if record["reference_length"] is None else "reference"
    return {name: value for name, value in record.items() if name != unused}


@cache
def item_adapter() -> TypeAdapter[GoldItem]:
    """Return what reads and writes an item; making it takes far longer than reading one."""
    return TypeAdapter(GoldItem)


def _item(path: Path, number: int, record: Mapping[str, object]) -> GoldItem:
    unknown = set(record) - {field.name for field in fields(GoldItem)}
    if unknown:
        raise EvaluationFileError(path, f"unknown fields {sorted(unknown)}", number)
    try:
        return item_adapter().validate_python({**record, "file": path.name, "line": number})
    except ValidationError as error:
        raise EvaluationFileError(path, first_fault(error), number) from error


# --- JSON Lines


def _json_lines(raw: bytes, path: Path) -> Iterator[Record]:
    record = TypeAdapter(dict[str, object])
    for number, line in enumerate(_text(raw, path).split("\n"), start=1):
        if line.strip():
            try:
                yield number, record.validate_json(line)
            except ValidationError as error:
                raise EvaluationFileError(path, "not a JSON object", number) from error


def _as_json_lines(items: Iterable[GoldItem]) -> bytes:
    return written(items).encode()


def _text(raw: bytes, path: Path) -> str:
    try:
        return raw.decode("utf-8").removeprefix(BOM)
    except UnicodeDecodeError as error:
        raise EvaluationFileError(path, str(error)) from error


# --- CSV


def _csv(raw: bytes, path: Path) -> Iterator[Record]:
    reader = csv.reader(io.StringIO(_text(raw, path), newline=""), strict=True)
    try:
        rows = [(reader.line_num, [_told(cell) for cell in row]) for row in reader]
    except csv.Error as error:
        raise EvaluationFileError(path, str(error), reader.line_num) from error
    yield from _records(rows, path)


def _as_csv(items: Iterable[GoldItem]) -> bytes:
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for item in items:
        writer.writerow([_inert(cell) for cell in row_of(item).values()])
    return (BOM + file.getvalue()).encode()


def _inert(cell: str) -> str:
    """Put an apostrophe before what a spreadsheet would compute, as people do who type it."""
    return f"'{cell}" if cell.startswith(ACTIVE) else cell


def _told(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(ACTIVE) else cell


# --- XLSX


def _xlsx(raw: bytes, path: Path) -> Iterator[Record]:
    from openpyxl import load_workbook  # noqa: PLC0415 - half a second of import

    if _unpacked(raw) > LARGEST:
        raise EvaluationFileError(path, f"it unpacks to more than {LARGEST // 2**20} MB")
    try:
        sheet = load_workbook(io.BytesIO(raw), read_only=True).worksheets[0]
        rows = [
            (number, [_cell(value) for value in row])
            for number, row in enumerate(sheet.iter_rows(values_only=True), start=1)
        ]
    except Exception as error:  # the library raises anything for a damaged file
        raise EvaluationFileError(path, "it is no spreadsheet that can be read") from error
    yield from _records(rows, path)


def _unpacked(raw: bytes) -> int:
    """Return how many bytes a packed file holds; 0 for one that is not packed."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as file:
            return sum(entry.file_size for entry in file.infolist())
    except zipfile.BadZipFile:
        return 0


def _cell(value: object) -> str:
    """Return what a cell says; a whole number that somebody typed is one."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def _as_xlsx(items: Iterable[GoldItem]) -> bytes:
    from openpyxl import Workbook  # noqa: PLC0415 - half a second of import

    book = Workbook()
    sheet = book.active
    sheet.title = TITLE
    for number, cells in enumerate((COLUMNS, *(row_of(item).values() for item in items)), start=1):
        for column, words in enumerate(cells, start=1):
            cell = sheet.cell(number, column)
            cell.value = words
            cell.data_type = "s"  # text, also where it begins as a formula does
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


# --- both


def _records(rows: Iterable[tuple[int, list[str]]], path: Path) -> Iterator[Record]:
    """Yield the fields of each row below the head, whose columns may stand in any order."""
    head: list[str] | None = None
    for number, cells in rows:
        if head is None:
            head = _head(cells, path)
        elif any(cell.strip() for cell in cells):
            try:
                yield number, record_of(dict(zip(head, cells, strict=False)))
            except BadCellError as error:
                raise EvaluationFileError(path, str(error), number) from error


def _head(cells: list[str], path: Path) -> list[str]:
    names = [cell.strip() for cell in cells]
    lacking = [name for name in ("id", "question", "kind", "answerable") if name not in names]
    unknown = [name for name in names if name and name not in COLUMNS]
    if lacking or unknown:
        told = f"it lacks the columns {lacking}" if lacking else f"unknown columns {unknown}"
        raise EvaluationFileError(path, told, 1)
    return names


READERS: Mapping[str, Callable[[bytes, Path], Iterator[Record]]] = MappingProxyType(
    {".jsonl": _json_lines, ".csv": _csv, ".xlsx": _xlsx}
)
WRITERS: Mapping[str, Callable[[Iterable[GoldItem]], bytes]] = MappingProxyType(
    {".jsonl": _as_json_lines, ".csv": _as_csv, ".xlsx": _as_xlsx}
)
