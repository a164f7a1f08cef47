"""The life of documents beside their text: older versions, tags, corrections by hand.

All of it is truth of `library.sqlite` that no re-reading of an original changes.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from corpus.database import Database
from corpus.document import Document
from corpus.errors import UnknownTagError
from corpus.facts import instrument_of, row_of
from corpus.instrument import Instrument
from corpus.records import document_of

_LONGEST_TAG = 60
_VERSIONS = """
SELECT id, source, text, particulars, origin, reading, sha256, added_at, replaced_at
FROM versions WHERE id = ? ORDER BY replaced_at DESC, sha256
"""
KEEP = """
INSERT OR REPLACE INTO versions
(id, source, sha256, added_at, origin, text, particulars, reading, replaced_at)
SELECT id, source, sha256, added_at, origin, text, particulars, reading, ?
FROM documents WHERE source = ?
"""
# a document goes for good, with its versions, tags and corrections
FORGET = (
    "INSERT OR IGNORE INTO loose SELECT sha256 FROM documents WHERE id = ?",
    "INSERT OR IGNORE INTO loose SELECT sha256 FROM versions WHERE id = ?",
    "DELETE FROM documents WHERE id = ?",
    "DELETE FROM versions WHERE id = ?",
    "DELETE FROM tags WHERE document_id = ?",
    "DELETE FROM corrections WHERE document_id = ?",
    "DELETE FROM outlines WHERE document_id = ?",
)
UNUSED = """
SELECT sha256 FROM loose EXCEPT SELECT sha256 FROM documents EXCEPT SELECT sha256 FROM versions
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """An older version of a document: what it said, from when until when it was in the library."""

    document: Document
    sha256: str
    added_at: datetime
    replaced_at: datetime


class Versions:
    """What documents said before another file of their name took their place."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, document_id: str) -> tuple[Version, ...]:
        """Return the older versions of a document, the latest first."""
        return tuple(
            Version(
                document=document_of(tuple(row)),
                sha256=sha256,
                added_at=datetime.fromisoformat(added),
                replaced_at=datetime.fromisoformat(replaced),
            )
            for *row, sha256, added, replaced in self._database.rows(_VERSIONS, (document_id,))
        )


class Tags:
    """Words by which people group documents; a collection is what bears one tag."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def every(self) -> dict[str, tuple[str, ...]]:
        """Return the tags of each document that has any, in order."""
        found: dict[str, tuple[str, ...]] = {}
        for key, name in self._database.rows("SELECT document_id, name FROM tags ORDER BY 1, 2"):
            found[key] = (*found.get(key, ()), name)
        return found

    def bearing(self, name: str) -> frozenset[str]:
        """Return the ids of the documents that bear a tag.

        Raises:
            UnknownTagError: there are none.
        """
        found = frozenset(key for key, names in self.every().items() if tag_name(name) in names)
        if not found:
            raise UnknownTagError(name)
        return found

    def put(self, document_id: str, name: str) -> None:
        """Give a document a tag; a second time, and a blank one, change nothing."""
        if not tag_name(name):
            return
        with self._database.change() as rows:
            rows.execute("INSERT OR IGNORE INTO tags VALUES (?, ?)", (document_id, tag_name(name)))

    def take(self, document_id: str, name: str) -> None:
        """Take a tag from a document, if it has it."""
        with self._database.change() as rows:
            values = (document_id, tag_name(name))
            rows.execute("DELETE FROM tags WHERE document_id = ? AND name = ?", values)


class Corrections:
    """What people corrected in the particulars of documents, by document and particular."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def every(self) -> Mapping[str, Mapping[str, str]]:
        """Return the corrections of each document that has any."""
        found: dict[str, dict[str, str]] = {}
        sql = "SELECT document_id, name, value FROM corrections"
        for key, name, value in self._database.rows(sql):
            found.setdefault(key, {})[name] = value
        return found

    def put(self, document_id: str, name: str, value: str, at: str) -> None:
        """Keep a correction in place of an earlier one."""
        with self._database.change() as rows:
            sql = "INSERT OR REPLACE INTO corrections VALUES (?, ?, ?, ?)"
            rows.execute(sql, (document_id, name, value, at))

    def take(self, document_id: str, name: str) -> None:
        """Forget a correction: what the program found stands again."""
        with self._database.change() as rows:
            values = (document_id, name)
            rows.execute("DELETE FROM corrections WHERE document_id = ? AND name = ?", values)


class Outlines:
    """Which lines of documents people call headings, or none, against what the program found."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, document_id: str) -> dict[str, bool]:
        """Return what people said of the lines of a document, by their words on one line."""
        sql = "SELECT words, heading FROM outlines WHERE document_id = ? ORDER BY words"
        return {words: bool(heading) for words, heading in self._database.rows(sql, (document_id,))}

    def put(self, document_id: str, words: str, heading: bool | None, at: str) -> None:  # noqa: FBT001
        """Keep what is said of a line; None forgets it."""
        with self._database.change() as rows:
            if heading is None:
                key = (document_id, words)
                rows.execute("DELETE FROM outlines WHERE document_id = ? AND words = ?", key)
            else:
                sql = "INSERT OR REPLACE INTO outlines VALUES (?, ?, ?, ?)"
                rows.execute(sql, (document_id, words, int(heading), at))


class Instruments:
    """Facts about legal instruments that people recorded; they come before the shipped ones."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def every(self) -> tuple[Instrument, ...]:
        """Return what was recorded, in the order of the numbers."""
        rows = self._database.rows("SELECT facts FROM instruments ORDER BY number")
        return tuple(instrument_of(json.loads(facts)) for (facts,) in rows)

    def put(self, instruments: Iterable[Instrument], at: str) -> None:
        """Record facts, all or none, each in place of what was recorded for its number."""
        values = [(one.number, json.dumps(row_of(one)), at) for one in instruments]
        with self._database.change() as rows:
            rows.executemany("INSERT OR REPLACE INTO instruments VALUES (?, ?, ?)", values)

    def take(self, number: str) -> None:
        """Forget what was recorded for a number: the shipped facts stand again."""
        with self._database.change() as rows:
            rows.execute("DELETE FROM instruments WHERE number = ?", (number,))


def tag_name(name: str) -> str:
    """Return a tag in its one form: NFC, one line, blanks single, at most 60 characters.

    >>> tag_name("  dân  vận ")
    'dân vận'
    """
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", name)).strip()[:_LONGEST_TAG].strip()
