"""The tables of conversations in the database of a library."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from corpus.syllables import folded, syllables
from ui.plain import reply_text
from ui.talks.exchange import Exchange, Stage, Verdict
from ui.talks.records import DocumentOf, reply_of, reply_row

Row = tuple[Any, ...]
MARK = "talks 1"  # in the library's table of marks: these tables are there, in this form
TABLES = """
CREATE TABLE talks (
    id TEXT PRIMARY KEY,
    owner TEXT NOT NULL,
    title TEXT NOT NULL,
    pinned INTEGER NOT NULL,
    began_at TEXT NOT NULL,
    changed_at TEXT NOT NULL
) STRICT;
CREATE TABLE exchanges (
    id TEXT PRIMARY KEY,
    talk_id TEXT NOT NULL REFERENCES talks (id) ON DELETE CASCADE,
    n INTEGER NOT NULL,
    question TEXT NOT NULL,
    told TEXT NOT NULL,
    stage TEXT NOT NULL,
    reply TEXT NOT NULL,
    note TEXT NOT NULL,
    shown INTEGER NOT NULL,
    idx TEXT NOT NULL,
    at TEXT NOT NULL,
    words TEXT NOT NULL
) STRICT;
CREATE INDEX exchanges_of_talks ON exchanges (talk_id, n);
CREATE INDEX talks_of_owners ON talks (owner, changed_at);
CREATE TABLE verdicts (
    exchange_id TEXT PRIMARY KEY REFERENCES exchanges (id) ON DELETE CASCADE,
    good INTEGER NOT NULL,
    reason TEXT NOT NULL,
    about INTEGER NOT NULL,
    at TEXT NOT NULL
) STRICT
"""
EXCHANGES = """
SELECT e.id, e.question, e.told, e.stage, e.reply, e.note, e.shown,
    e.idx, e.at, v.good, v.reason, v.about
FROM exchanges e JOIN talks t ON t.id = e.talk_id LEFT JOIN verdicts v ON v.exchange_id = e.id
"""
PUT = "INSERT INTO exchanges VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
CHANGE = """
UPDATE exchanges SET stage = ?, reply = ?, note = ?, shown = ?, idx = ?, words = ? WHERE id = ?
"""


def create(rows: sqlite3.Connection) -> None:
    """Make the tables where they are not there yet."""
    if rows.execute("SELECT 1 FROM marks WHERE name = ?", (MARK,)).fetchone():
        return
    for statement in TABLES.split(";"):
        rows.execute(statement)
    rows.execute("INSERT INTO marks (name) VALUES (?)", (MARK,))


def put_row(talk_id: str, n: int, exchange: Exchange) -> Row:
    """Return the values of `PUT`."""
    told = json.dumps([list(exchange.before), list(exchange.documents)], ensure_ascii=False)
    key = (exchange.id, talk_id, n, exchange.question, told)
    return (*key, *_said(exchange), exchange.at, words_of(exchange))


def change_row(exchange: Exchange) -> Row:
    """Return the values of `CHANGE`."""
    return (*_said(exchange), words_of(exchange), exchange.id)


def _said(exchange: Exchange) -> Row:
    reply = reply_row(exchange.reply)
    return exchange.stage.value, reply, exchange.note, exchange.shown, exchange.index


def exchange_of(row: Row, document_of: DocumentOf) -> Exchange:
    """Return the exchange of a row of `EXCHANGES`."""
    key, question, told, stage, reply, note, shown, index, at, good, reason, about = row
    before, documents = json.loads(told)
    verdict = None if good is None else Verdict(good=bool(good), reason=reason, about=about)
    return Exchange(
        id=key,
        question=question,
        before=tuple(before),
        documents=tuple(documents),
        stage=Stage(stage),
        reply=reply_of(reply, document_of),
        note=note,
        shown=shown,
        index=index,
        at=at,
        verdict=verdict,
    )


def words_of(exchange: Exchange) -> str:
    """Return what an exchange is found by: its syllables, with and without their marks."""
    reply = reply_text(exchange.reply) if exchange.reply else ""
    found = syllables(f"{exchange.question} {reply}")
    every = dict.fromkeys([*found, *map(folded, found)])
    return f" {' '.join(every)} "
