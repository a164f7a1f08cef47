"""A BEIR folder: the rows of a corpus, questions, and which rows answer which question."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Collection as Ids
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, ClassVar, TypeVar

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError

from evals.errors import BeirFault, BeirFileError

CORPUS, QUERIES, QRELS = "corpus.jsonl", "queries.jsonl", "qrels.tsv"

Id = Annotated[str, Field(validation_alias="_id", pattern=r"^[^\t\r\n]+$")]  # runs part by tabs


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of the corpus; `law`, `law_number` and `article` are known when it is an article."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(coerce_numbers_to_str=True)

    id: Id
    text: str
    title: str | None = ""
    law: str | None = ""
    law_number: str | None = ""
    article: str | None = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """One question."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(coerce_numbers_to_str=True)

    id: Id
    text: str


Record = TypeVar("Record", Row, Query)


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """What a folder holds, in the order of its files; `digest` tells their bytes.

    `qrels[question][row]` is how relevant a row is to a question; over 0 it answers it.
    """

    name: str
    digest: str
    rows: tuple[Row, ...]
    queries: tuple[Query, ...]
    qrels: Mapping[str, Mapping[str, int]]

    @property
    def judged(self) -> tuple[Query, ...]:
        """The questions that some row answers; the others cannot be scored."""
        return tuple(query for query in self.queries if self.relevant(query))

    def relevant(self, query: Query) -> frozenset[str]:
        """Return the rows that answer a question."""
        known = self.qrels.get(query.id, {})
        return frozenset(row for row, value in known.items() if value > 0)

    def unaccented(self) -> Collection:
        """Return the collection with the questions as who types no diacritics asks them."""
        queries = (replace(query, text=bare(query.text)) for query in self.queries)
        return replace(self, queries=tuple(queries))

    def first(self, count: int) -> Collection:
        """Return the first rows, with the questions that they answer whole: for trying."""
        rows = self.rows[:count]
        ids = {row.id for row in rows}
        queries = (query for query in self.judged if self.relevant(query) <= ids)
        return replace(self, rows=rows, queries=tuple(queries))


def bare(text: str) -> str:
    """Return `text` without diacritics, otherwise as it is.

    >>> bare("Đường dây nóng")
    'Duong day nong'
    """
    letters = unicodedata.normalize("NFD", text).translate({ord("đ"): "d", ord("Đ"): "D"})
    return "".join(c for c in letters if not unicodedata.combining(c))


def read_collection(folder: Path) -> Collection:
    """Read a folder with `corpus.jsonl`, `queries.jsonl` and `qrels.tsv`.

    Raises:
        BeirFileError: a file is missing, empty or wrong; it says which, and in which line.
    """
    rows = _distinct(folder / CORPUS, TypeAdapter(Row))
    queries = _distinct(folder / QUERIES, TypeAdapter(Query))
    qrels = _qrels(folder / QRELS, rows, queries)
    return Collection(
        name=folder.resolve().name,
        digest=_digest(folder),
        rows=tuple(rows.values()),
        queries=tuple(queries.values()),
        qrels=qrels,
    )


def _distinct(path: Path, kind: TypeAdapter[Record]) -> dict[str, Record]:
    """Return the records of a file by id."""
    found: dict[str, Record] = {}
    for number, line in _lines(path):
        record = _record(path, number, line, kind)
        if record.id in found:
            raise BeirFileError(path, BeirFault.TWICE, number)
        found[record.id] = record
    if not found:
        raise BeirFileError(path, BeirFault.EMPTY)
    return found


def _record(path: Path, number: int, line: str, kind: TypeAdapter[Record]) -> Record:
    try:
        return kind.validate_json(line)
    except ValidationError as error:
        raise BeirFileError(path, BeirFault.RECORD, number) from error


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the lines that are not blank, counted from 1; only a line feed ends a line."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError as error:
        raise BeirFileError(path, BeirFault.MISSING) from error
    except (OSError, UnicodeDecodeError) as error:
        raise BeirFileError(path, BeirFault.UNREADABLE) from error
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield number, line.rstrip("\r")


def _qrels(path: Path, rows: Ids[str], queries: Ids[str]) -> dict[str, dict[str, int]]:
    _, *lines = [*_lines(path)] or [(0, "")]  # the first line names the columns
    if not lines:
        raise BeirFileError(path, BeirFault.EMPTY)
    found: dict[str, dict[str, int]] = {}
    for number, line in lines:
        query, row, value = _qrel(path, number, line)
        if query not in queries:
            raise BeirFileError(path, BeirFault.UNKNOWN_QUERY, number)
        if row not in rows:
            raise BeirFileError(path, BeirFault.UNKNOWN_ROW, number)
        found.setdefault(query, {})[row] = value
    return found


def _qrel(path: Path, number: int, line: str) -> tuple[str, str, int]:
    fields = line.split("\t")
    try:
        query, row, value = fields
        return query, row, int(value)
    except ValueError as error:
        raise BeirFileError(path, BeirFault.QREL, number) from error


def _digest(folder: Path) -> str:
    whole = hashlib.sha256()
    for name in (CORPUS, QUERIES, QRELS):
        whole.update(hashlib.sha256((folder / name).read_bytes()).digest())
    return whole.hexdigest()[:16]
