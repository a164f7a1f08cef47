"""An embedder that embeds no text twice: vectors kept in a folder by the hash of their text."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import numpy as np

from corpus.errors import UnusableStateError
from index.embedder import Embedder, Progress, Vectors

TABLE = "CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, vector BLOB) WITHOUT ROWID"
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
        self.name, self.dim, self.digest = embedder.name, embedder.dim, embedder.digest
        self.made = 0  # passages that were embedded, not looked up

    def embed_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Return the rows as the embedder makes them; `progress` counts every text.

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
        return np.array([known[key] for key in keys], np.float32).reshape(-1, self.dim)

    def embed_question(self, text: str) -> Vectors:
        """Embed what is asked."""
        return self._embedder.embed_question(text)

    def _made(self, texts: dict[bytes, str]) -> Iterator[dict[bytes, Vectors]]:
        """Yield the vectors of some texts after others, those of one length together."""
        order = sorted(texts, key=lambda key: (-len(texts[key]), key))
        for start in range(0, len(order), BATCH):
            some = order[start : start + BATCH]
            vectors = self._embedder.embed_passages([texts[key] for key in some])
            self.made += len(some)
            yield dict(zip(some, vectors, strict=True))

    def _opened(self) -> sqlite3.Connection:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        try:
            return _database(self._path)
        except sqlite3.OperationalError:
            raise  # in use or out of reach: not for us to remove
        except sqlite3.DatabaseError:
            self._path.unlink()
            return _database(self._path)

    def _known(self, rows: sqlite3.Connection, keys: Sequence[bytes]) -> dict[bytes, Vectors]:
        found: dict[bytes, Vectors] = {}
        for start in range(0, len(keys), BATCH):
            some = keys[start : start + BATCH]
            marks = ",".join("?" * len(some))
            query = f"SELECT key, vector FROM vectors WHERE key IN ({marks})"  # noqa: S608 - marks only
            found |= {key: np.frombuffer(row, "<f4") for key, row in rows.execute(query, some)}
        return {key: row for key, row in found.items() if len(row) == self.dim}


def _database(path: Path) -> sqlite3.Connection:
    rows = sqlite3.connect(path, timeout=BUSY)
    try:
        rows.execute(TABLE)
    except sqlite3.Error:
        rows.close()
        raise
    return rows


def _keep(rows: sqlite3.Connection, vectors: dict[bytes, Vectors]) -> None:
    with rows:
        rows.executemany(
            "INSERT OR REPLACE INTO vectors VALUES (?, ?)",
            [(key, vector.astype("<f4").tobytes()) for key, vector in vectors.items()],
        )
