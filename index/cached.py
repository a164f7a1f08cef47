"""An embedder that embeds no text twice: vectors kept in a folder by the hash of their text."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import numpy as np

from corpus.errors import UnusableStateError
from index.embedder import Embedder, Progress, Read

TABLE = (
    "CREATE TABLE IF NOT EXISTS read (key BLOB PRIMARY KEY, vector BLOB, tokens BLOB) WITHOUT ROWID"
)
BATCH = 512  # texts between two writes: what an interrupted run loses at most
BUSY = 60.0  # seconds to wait for another process that writes


class CachedEmbedder:
    """An `Embedder` over another; passages are looked up in `folder` first, questions are not.

    A file for each digest of an embedder, so that vectors of two are never mixed. Several processes
    may share the folder. A file that is no database any more is begun anew.
    """

    def __init__(self, embedder: Embedder, folder: Path) -> None:
        self._embedder = embedder
        self._path = folder / f"{embedder.digest}.sqlite"
        self.name, self.digest = embedder.name, embedder.digest
        self.dim, self.width = embedder.dim, embedder.width
        self.made = 0  # passages that were embedded, not looked up

    def embed_passages(self, texts: Sequence[str], progress: Progress | None = None) -> list[Read]:
        """Return the texts as the embedder makes them; `progress` counts every text.

        Raises:
            UnusableStateError: the folder cannot be read or written.
        """
        told = progress or (lambda _done, _total: None)
        keys = [hashlib.sha256(text.encode()).digest() for text in texts]
        try:
            with closing(self._opened()) as rows:
                known = self._known(rows, keys)
                missing = {k: t for k, t in zip(keys, texts, strict=True) if k not in known}
                done = len(texts) - len(missing)
                told(done, len(texts))
                for made in self._made(missing):
                    _keep(rows, made)
                    known |= made
                    done += len(made)
                    told(done, len(texts))
        except (OSError, sqlite3.Error) as error:
            raise UnusableStateError(self._path, str(error)) from error
        return [known[key] for key in keys]

    def embed_question(self, text: str) -> Read:
        """Embed what is asked."""
        return self._embedder.embed_question(text)

    def _made(self, texts: dict[bytes, str]) -> Iterator[dict[bytes, Read]]:
        """Yield some texts after others, those of one length together."""
        order = sorted(texts, key=lambda key: (-len(texts[key]), key))
        for start in range(0, len(order), BATCH):
            some = order[start : start + BATCH]
            read = self._embedder.embed_passages([texts[key] for key in some])
            self.made += len(some)
            yield dict(zip(some, read, strict=True))

    def _opened(self) -> sqlite3.Connection:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        try:
            return _database(self._path)
        except sqlite3.OperationalError:
            raise  # in use or out of reach: not for us to remove
        except sqlite3.DatabaseError:
            self._path.unlink()
            return _database(self._path)

    def _known(self, rows: sqlite3.Connection, keys: Sequence[bytes]) -> dict[bytes, Read]:
        found: dict[bytes, Read] = {}
        for start in range(0, len(keys), BATCH):
            some = keys[start : start + BATCH]
            marks = ",".join("?" * len(some))
            query = f"SELECT key, vector, tokens FROM read WHERE key IN ({marks})"  # noqa: S608 - marks only
            for key, vector, tokens in rows.execute(query, some):
                if len(vector) == 4 * self.dim:
                    found[key] = self._read(vector, tokens)
        return found

    def _read(self, vector: bytes, tokens: bytes) -> Read:
        flat = np.frombuffer(tokens, np.int8)
        shape = (len(flat) // self.width, self.width) if self.width else (0, 0)
        return Read(vector=np.frombuffer(vector, "<f4"), tokens=flat.reshape(shape))


def _database(path: Path) -> sqlite3.Connection:
    rows = sqlite3.connect(path, timeout=BUSY)
    try:
        rows.execute(TABLE)
    except sqlite3.Error:
        rows.close()
        raise
    return rows


def _keep(rows: sqlite3.Connection, read: dict[bytes, Read]) -> None:
    with rows:
        rows.executemany(
            "INSERT OR REPLACE INTO read VALUES (?, ?, ?)",
            [
                (k, one.vector.astype("<f4").tobytes(), one.tokens.tobytes())
                for k, one in read.items()
            ],
        )
