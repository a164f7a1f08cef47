"""The library: documents, their passages and their original files, changed whole or not at all."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from corpus.corrections import UnprovedCorrectionError, check, corrected
from corpus.database import NEW, Database, is_gone
from corpus.document import Document
from corpus.errors import (
    DamagedLibraryError,
    DuplicateDocumentError,
    UnknownDocumentError,
    UnusableStateError,
)
from corpus.instrument import Instrument
from corpus.life import FORGET, KEEP, UNUSED, Corrections, Instruments, Outlines, Tags, Versions
from corpus.loaders.source import Source, read_source, source_name
from corpus.originals import Originals
from corpus.outline import one_line
from corpus.passage import Passage
from corpus.passages import laid_out
from corpus.records import (
    DOCUMENTS,
    PASSAGES,
    PUT_DOCUMENT,
    PUT_PASSAGE,
    digest_of,
    document_of,
    document_row,
    passage_of,
    passage_row,
)
from corpus.state import StateFolder
from corpus.steps import Parsed, Steps


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What came of adding a file.

    `replaced`: other bytes were in the library under its name. `unchanged`: these bytes were.
    """

    document: Document
    replaced: bool = False
    unchanged: bool = False


class Library:
    """The documents of a state folder, which the caller owns (`corpus.state.own`)."""

    def __init__(self, database: Database, originals: Originals, steps: Steps) -> None:
        self._database = database
        self._originals = originals
        self._steps = steps
        self.versions, self.tags = Versions(database), Tags(database)
        self.instruments, self.outlines = Instruments(database), Outlines(database)
        self._corrections = Corrections(database)

    @classmethod
    def open(cls, home: Path, steps: Steps | None = None) -> Library:
        """Open the library of a state folder, creating it when there is none.

        Raises:
            DamagedLibraryError: its database cannot be read, or is gone while originals are there.
            NewerLibraryError: a newer version of this program wrote it.
            UnusableStateError: the folder cannot be read or written.
        """
        folder = StateFolder(home)
        originals = Originals(folder.originals)
        if is_gone(folder.library) and not originals.is_empty():
            raise DamagedLibraryError(folder.library, "it is gone, but originals/ holds files")
        originals.create()
        library = cls(Database.open(folder.library), originals, steps or Steps())
        library._sweep()
        return library

    # --- reading

    def documents(self) -> tuple[Document, ...]:
        """Return all documents, ordered by source."""
        return self._documents(f"{DOCUMENTS} ORDER BY source")

    def document(self, name: str) -> Document:
        """Return the document with that id or source, or whose id alone begins with `name`.

        Raises:
            UnknownDocumentError: none, or more than one.
        """
        wanted = source_name(Path(name))
        found = self._select("id = ?1 OR source = ?1", wanted)
        if wanted and not found:
            found = self._select("substr(id, 1, length(?1)) = ?1", wanted)
        if len(found) != 1:
            raise UnknownDocumentError(name)
        return found[0]

    def passages(self, document_id: str) -> tuple[Passage, ...]:
        """Return the passages of a document, in the order of its text.

        Raises:
            UnknownDocumentError: no document has that id.
        """
        key = document_id if document_id.isascii() else ""  # an id is an ASCII slug
        texts = self._database.rows("SELECT text FROM documents WHERE id = ?", (key,))
        if not texts:
            raise UnknownDocumentError(document_id)
        rows = self._database.rows(PASSAGES, (key,))
        return tuple(passage_of(row, texts[0][0]) for row in rows)

    def digest(self) -> str:
        """Return the SHA-256 of all texts, particulars and layouts: an index of others is stale."""
        rows = self._database.rows("SELECT digest FROM documents ORDER BY id")
        lines = [digest for (digest,) in rows]
        for document_id, values in sorted(self._corrections.every().items()):
            lines += [f"{document_id} {name} {value}" for name, value in sorted(values.items())]
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()

    # --- changing

    def add(self, path: Path, origin: str = "") -> Added:
        """Take a file in under its name, in place of another file of that name.

        Raises:
            UnreadableSourceError: it cannot become a document.
            DuplicateDocumentError: its bytes are in the library under another name.
            UnusableStateError: the state folder cannot be written.
        """
        return self.take_in(read_source(path), origin)

    def take_in(self, given: Source, origin: str = "") -> Added:
        """Take in a file that was read already; the version that it replaces is kept.

        Raises:
            As `add`.
        """
        data = given.data
        source = Source(Path(source_name(given.path)), data)
        sha256 = hashlib.sha256(data).hexdigest()
        same = self._select("sha256 = ?", sha256)
        if same and same[0].source != source.path.name:
            raise DuplicateDocumentError(source.path.name, same[0].source)
        if same:
            return Added(document=same[0], unchanged=True)
        parsed = self.read(source, origin)
        now = self._steps.clock().isoformat()
        try:
            self._keep(sha256, data)
            with self._database.change() as rows:
                rows.execute(KEEP, (now, source.path.name))
                gone = rows.execute("DELETE FROM documents WHERE source = ?", (source.path.name,))
                self._insert(rows, parsed, sha256, now)
        finally:
            self._sweep()
        return Added(document=self.document(parsed[0].id), replaced=gone.rowcount > 0)

    def correct(self, name: str, particular: str, value: str | None) -> Document:
        """Correct a particular by words of the text, "" for none, None for what was found first.

        Raises:
            UnprovedCorrectionError: the text does not say it.
        """
        document = self.document(name)
        if value is None:
            self._corrections.take(document.id, particular)
        else:
            check(document, particular, value)
            now = self._steps.clock().isoformat()
            self._corrections.put(document.id, particular, value, now)
        return self.document(document.id)

    def mark(self, name: str, words: str, *, heading: bool | None) -> Document:
        """Say that a line of the text is a heading, or is none; None takes back what was said.

        Raises:
            UnprovedCorrectionError: no line of the text has these words.
        """
        document = self.document(name)
        line = one_line(words)
        if all(one_line(passage.text) != line for passage in self.passages(document.id)):
            raise UnprovedCorrectionError("outline", words)
        self.outlines.put(document.id, line, heading, self._steps.clock().isoformat())
        parts = laid_out(document, self.outlines.of(document.id))
        with self._database.change() as rows:
            self._lay(rows, (document, parts))
        return document

    def record(self, instruments: Iterable[Instrument]) -> None:
        """Record facts about legal instruments, all or none."""
        self.instruments.put(instruments, self._steps.clock().isoformat())

    def remove(self, name: str) -> Document:
        """Take a document out, with its original file; `name` as for `document`."""
        document = self.document(name)
        with self._database.change() as rows:
            for statement in FORGET:
                rows.execute(statement, (document.id,))
        self._sweep()
        self._database.flush()
        return document

    def reparse(self) -> int:
        """Read every original again, all or none, and return how many there are.

        Raises:
            DamagedLibraryError: an original is missing or was changed.
        """
        kept = self._database.rows("SELECT source, sha256, added_at, origin FROM documents")
        parsed = [
            self.read(Source(Path(source), self._originals.read(sha256)), origin)
            for source, sha256, _, origin in kept
        ]
        with self._database.change() as rows:
            rows.execute("DELETE FROM documents")
            for (_, sha256, added_at, _), one in zip(kept, parsed, strict=True):
                self._insert(rows, one, sha256, added_at)
        return len(kept)

    def close(self) -> None:
        """Close the database; closing twice does nothing."""
        self._database.close()

    # --- the first start

    def is_new(self) -> bool:
        """Tell whether `settle` was never called on this library."""
        return bool(self._database.rows("SELECT 1 FROM marks WHERE name = ?", (NEW,)))

    def settle(self) -> None:
        """Say that the library has had its first texts."""
        with self._database.change() as rows:
            rows.execute("DELETE FROM marks WHERE name = ?", (NEW,))

    # --- within

    def _select(self, where: str, *values: str) -> tuple[Document, ...]:
        return self._documents(f"{DOCUMENTS} WHERE {where}", values)

    def _documents(self, sql: str, values: tuple[str, ...] = ()) -> tuple[Document, ...]:
        """Return the documents of a query, their particulars as people corrected them."""
        known = self._corrections.every()
        found = map(document_of, self._database.rows(sql, values))
        return tuple(corrected(one, known.get(one.id, {})) for one in found)

    def read(self, source: Source, origin: str = "") -> Parsed:
        """Return the document and the passages that a file holds; nothing is changed.

        Raises:
            UnreadableSourceError: it cannot become a document.
        """
        found = self._steps.load(source)
        document, parts = self._steps.parse(source.path.name, found.text, origin)
        marks = self.outlines.of(document.id)
        document = replace(document, reading=found.reading(document.reading))
        return document, laid_out(document, marks) if marks else parts

    def _insert(self, rows: sqlite3.Connection, parsed: Parsed, sha256: str, at: str) -> None:
        document, passages = parsed
        digest = digest_of(document, passages)
        rows.execute(PUT_DOCUMENT, (*document_row(document), sha256, at, digest))
        self._lay(rows, parsed)
        rows.execute("DELETE FROM loose WHERE sha256 = ?", (sha256,))

    def _lay(self, rows: sqlite3.Connection, parsed: Parsed) -> None:
        """Put the passages of a document in the place of those that it had."""
        document, passages = parsed
        rows.execute("DELETE FROM passages WHERE document_id = ?", (document.id,))
        every = ((*passage_row(passage), place) for place, passage in enumerate(passages))
        rows.executemany(PUT_PASSAGE, every)
        digest = digest_of(document, passages)
        rows.execute("UPDATE documents SET digest = ? WHERE id = ?", (digest, document.id))

    def _keep(self, sha256: str, data: bytes) -> None:
        """Store an original; it is noted as loose before, so that a kill leaves nothing behind."""
        with self._database.change() as rows:
            rows.execute("INSERT OR IGNORE INTO loose VALUES (?)", (sha256,))
        self._originals.keep(sha256, data)

    def _sweep(self) -> None:
        """Remove the originals that no version has; one that cannot be removed waits."""
        for (sha256,) in self._database.rows(UNUSED):
            with suppress(UnusableStateError), self._database.change() as rows:
                self._originals.drop(sha256)
                rows.execute("DELETE FROM loose WHERE sha256 = ?", (sha256,))
