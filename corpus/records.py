"""Rows of `library.sqlite` and the records that they hold."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from corpus.document import Document, Fact, IssueDate, Particulars
from corpus.passage import Passage, PassageKind
from corpus.reading import Mended, Mending, Reading
from corpus.span import Span

SCHEMA = 2
TABLES = """
CREATE TABLE documents (
    id TEXT PRIMARY KEY,
    source TEXT NOT NULL UNIQUE,
    sha256 TEXT NOT NULL UNIQUE,
    added_at TEXT NOT NULL,
    origin TEXT NOT NULL,
    text TEXT NOT NULL,
    particulars TEXT NOT NULL,
    digest TEXT NOT NULL,
    reading TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE TABLE passages (
    document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    kind TEXT NOT NULL,
    path TEXT NOT NULL,
    headings TEXT NOT NULL,
    parent TEXT,
    continues TEXT,
    PRIMARY KEY (document_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE loose (sha256 TEXT PRIMARY KEY) STRICT;
CREATE TABLE marks (name TEXT PRIMARY KEY) STRICT;
"""
LIFE = """
CREATE TABLE versions (
    id TEXT NOT NULL,
    source TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    added_at TEXT NOT NULL,
    origin TEXT NOT NULL,
    text TEXT NOT NULL,
    particulars TEXT NOT NULL,
    reading TEXT NOT NULL,
    replaced_at TEXT NOT NULL,
    PRIMARY KEY (id, sha256)
) STRICT;
CREATE TABLE tags (
    document_id TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (document_id, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE corrections (
    document_id TEXT NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    corrected_at TEXT NOT NULL,
    PRIMARY KEY (document_id, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE outlines (
    document_id TEXT NOT NULL,
    words TEXT NOT NULL,
    heading INTEGER NOT NULL,
    marked_at TEXT NOT NULL,
    PRIMARY KEY (document_id, words)
) STRICT, WITHOUT ROWID;
CREATE TABLE instruments (
    number TEXT PRIMARY KEY,
    facts TEXT NOT NULL,
    changed_at TEXT NOT NULL
) STRICT;
"""
# what a library of each older schema still needs
UPGRADES = {1: f"ALTER TABLE documents ADD COLUMN reading TEXT NOT NULL DEFAULT '{{}}';{LIFE}"}
DOCUMENTS = "SELECT id, source, text, particulars, origin, reading FROM documents"
PASSAGES = """
SELECT id, document_id, "start", "end", kind, path, headings, parent, continues
FROM passages WHERE document_id = ? ORDER BY position
"""
PUT_DOCUMENT = """
INSERT INTO documents (id, source, text, particulars, origin, reading, sha256, added_at, digest)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
PUT_PASSAGE = """
INSERT INTO passages
(id, document_id, "start", "end", kind, path, headings, parent, continues, position)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_FACTS = ("kind", "number", "issuer", "place", "title", "signer")

Row = tuple[Any, ...]


def document_row(document: Document) -> Row:
    """Return the values of a row as `DOCUMENTS` gives it."""
    known, reading = _json(asdict(document.particulars)), _json(asdict(document.reading))
    return document.id, document.source, document.text, known, document.origin, reading


def document_of(row: Row) -> Document:
    """Return the document of a row of `DOCUMENTS`."""
    key, source, text, known, origin, reading = row
    return Document(
        id=key,
        source=source,
        text=text,
        particulars=_particulars(json.loads(known)),
        origin=origin,
        reading=_reading(json.loads(reading)),
    )


def passage_row(passage: Passage) -> Row:
    """Return the values of a row as `PASSAGES` gives it; the words stay in the text."""
    return (
        passage.id,
        passage.document_id,
        passage.span.start,
        passage.span.end,
        passage.kind.value,
        _json(passage.path),
        _json(passage.headings),
        passage.parent,
        passage.continues,
    )


def passage_of(row: Row, text: str) -> Passage:
    """Return the passage of a row of `PASSAGES`, with its words out of `text`."""
    key, document_id, start, end, kind, path, headings, parent, continues = row
    span = Span(start, end)
    return Passage(
        id=key,
        document_id=document_id,
        span=span,
        kind=PassageKind(kind),
        path=tuple(json.loads(path)),
        headings=tuple(json.loads(headings)),
        text=span.of(text),
        parent=parent,
        continues=continues,
    )


def digest_of(document: Document, passages: tuple[Passage, ...]) -> str:
    """Return the SHA-256 of a document with its text, particulars and layout."""
    rows = [document_row(document), *map(passage_row, passages)]
    return hashlib.sha256(_json(rows).encode()).hexdigest()


def _particulars(known: dict[str, Any]) -> Particulars:
    facts = {name: _fact(known[name]) for name in _FACTS}
    return Particulars(
        **facts,
        issued_on=_date(known["issued_on"]),
        recipients=_several(known["recipients"]),
        annexes=_several(known.get("annexes", ())),
    )


def _several(known: Iterable[dict[str, Any] | None]) -> tuple[Fact, ...]:
    return tuple(fact for one in known if (fact := _fact(one)))


def _reading(known: dict[str, Any]) -> Reading:
    mended = tuple(
        Mended(**{**one, "what": Mending(one["what"])}) for one in known.get("mended", ())
    )
    pages = tuple(known.get("pages", ()))
    return Reading(**{**known, "pages": pages, "mended": mended})


def _fact(known: dict[str, Any] | None) -> Fact | None:
    return Fact(known["value"], Span(**known["span"])) if known else None


def _date(known: dict[str, Any] | None) -> IssueDate | None:
    return IssueDate(**{**known, "span": Span(**known["span"])}) if known else None


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
