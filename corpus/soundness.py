"""Whether a library is as it was written: what SQLite itself does not notice."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import closing

from corpus.corrections import corrected
from corpus.database import Database
from corpus.document import Document
from corpus.errors import DamagedLibraryError
from corpus.life import Corrections
from corpus.originals import Originals
from corpus.passage import Passage
from corpus.records import PASSAGES, digest_of, document_of, document_row, passage_of, passage_row
from corpus.state import StateFolder

_ROWS = "SELECT id, source, text, particulars, origin, reading, digest FROM documents"


def check_documents(folder: StateFolder) -> None:
    """See that every document and its passages are as they were written.

    Raises:
        DamagedLibraryError: a letter of one was changed behind the program's back.
    """
    with closing(Database.open(folder.library)) as database:
        known = Corrections(database).every()
        for *row, digest in database.rows(_ROWS):
            try:
                document = document_of(tuple(row))
                passages = _passages(database, document)
                own = corrected(document, known.get(document.id, {}))
                digests = set(_digests(document, own, passages))
            except (ValueError, KeyError, TypeError) as error:
                raise DamagedLibraryError(folder.library, f"{row[0]}: {error}") from error
            if digest not in digests:
                raise DamagedLibraryError(folder.library, f"{row[0]} is not as it was written")


def check_originals(folder: StateFolder) -> None:
    """See that the original of every document is there, byte for byte.

    Raises:
        DamagedLibraryError: one is missing or was changed.
    """
    originals = Originals(folder.originals)
    with closing(Database.open(folder.library)) as database:
        named = database.rows("SELECT sha256 FROM documents UNION SELECT sha256 FROM versions")
    for (sha256,) in named:
        originals.read(sha256)


def _passages(database: Database, document: Document) -> tuple[Passage, ...]:
    rows = database.rows(PASSAGES, (document.id,))
    return tuple(passage_of(row, document.text) for row in rows)


def _digests(document: Document, own: Document, passages: tuple[Passage, ...]) -> Iterator[str]:
    """Yield the digests that may be kept of a document.

    A document whose outline was marked is kept with its corrections, and a library of schema 1
    did not know how a text was read.
    """
    yield digest_of(document, passages)
    yield digest_of(own, passages)
    rows = [document_row(document)[:-1], *map(passage_row, passages)]
    told = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    yield hashlib.sha256(told.encode()).hexdigest()
