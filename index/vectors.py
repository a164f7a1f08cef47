"""Vectors in Chroma, in a folder or on a server; the only door to chromadb."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from corpus.errors import HoiQuyCheError
from index.ranked import Ranked

COLLECTION = "passages"
# Chroma writes into this file though it only reads, and into those of an index that is so small
# that it was never written out.
WRITTEN = "chroma.sqlite3"
LARGE = 16 * 2**20
BATCH = 1000
# Wider than the default search: a near tie at this size is worth more than a millisecond.
SPACE = {"space": "cosine", "ef_construction": 200, "ef_search": 200, "max_neighbors": 32}

Vectors = NDArray[np.float32]


class VectorServerError(HoiQuyCheError):
    """The Chroma server does not answer, or does not have what it was given."""

    def __init__(self, url: str, reason: str) -> None:
        self.url, self.reason = url, reason
        super().__init__(f"the Chroma server at {url} cannot be used: {reason}")


class VectorSearch(Protocol):
    """Unit rows that can be searched; every backend passes `tests/index/backends.py`."""

    def nearest(self, vector: Vectors, n: int, documents: frozenset[str] | None = None) -> Ranked:
        """Return the `n` nearest rows with their cosines, of `documents` if given."""
        ...

    def count(self) -> int:
        """Return how many rows there are."""
        ...

    def close(self) -> None:
        """Let go of files and connections."""
        ...


class VectorStore:
    """A `VectorSearch` over a collection of Chroma; approximate from about a thousand rows on."""

    def __init__(
        self,
        client: Any,  # noqa: ANN401 - opened late
        collection: Any,  # noqa: ANN401
        *,
        run: Path | None = None,
        url: str = "",
    ) -> None:
        self._client, self._collection, self._run, self._url = client, collection, run, url

    @classmethod
    def create(cls, folder: Path) -> VectorStore:
        """Make an empty store in `folder`, which only this process may have open."""
        client = _local(folder)
        return cls(client, _created(client, COLLECTION))

    @classmethod
    def open(cls, folder: Path) -> VectorStore:
        """Open the store in `folder`, whose files were checked: damaged ones end the process.

        The files stay as they are, and may be removed meanwhile: the store works on a copy, of
        which large files that Chroma only reads are links, and are read before this returns.
        """
        run = Path(tempfile.mkdtemp(prefix="hoiquyche-index-"))
        shutil.copytree(folder, run, copy_function=_borrow, dirs_exist_ok=True)
        client = _local(run)
        store = cls(client, _found(client, COLLECTION), run=run)
        store._read_all()
        return store

    @classmethod
    def connect(cls, url: str, name: str, *, new: bool = False) -> VectorStore:
        """Open a collection of the server at `url`, or make a `new` one.

        Raises:
            VectorServerError: the server does not answer, or has no such collection.
        """
        with ExitStack() as opened, _named(url):
            client = _remote(url)
            opened.callback(_close, client)
            store = cls(client, (_created if new else _found)(client, name), url=url)
            opened.pop_all()
        return store

    def add(self, rows: range, documents: Sequence[str], vectors: Vectors) -> None:
        """Add unit rows; `documents` says whose each row is."""
        for start in range(0, len(rows), BATCH):
            stop = start + BATCH
            self._collection.add(
                ids=[str(row) for row in rows[start:stop]],
                embeddings=np.asarray(vectors[start:stop]),
                metadatas=[{"document": document} for document in documents[start:stop]],
            )

    def nearest(self, vector: Vectors, n: int, documents: frozenset[str] | None = None) -> Ranked:
        """Return the `n` nearest rows with their cosines, of `documents` if given.

        Raises:
            VectorServerError: the server does not answer any more, or has lost the collection.
        """
        with _named(self._url):
            count = min(n, self.count())
            if count <= 0 or documents == frozenset():
                return Ranked(np.zeros(0, np.int64), np.zeros(0, np.float32))
            found = self._collection.query(
                query_embeddings=[vector],
                n_results=count,
                include=["distances"],
                where={"document": {"$in": sorted(documents)}} if documents is not None else None,
            )
        rows = np.array([int(row) for row in found["ids"][0]], np.int64)
        cosines = (1 - np.array(found["distances"][0])).astype(np.float32)
        order = np.lexsort((rows, -cosines))
        return Ranked(rows[order], cosines[order])

    def held(self, rows: Sequence[int]) -> Vectors:
        """Return the vectors of those of `rows` that there are, in their order.

        Raises:
            VectorServerError: the server does not answer any more, or has lost the collection.
        """
        with _named(self._url):
            found = self._collection.get(ids=[str(row) for row in rows], include=["embeddings"])
        by_row = dict(zip(map(int, found["ids"]), found["embeddings"], strict=True))
        return np.array([by_row[row] for row in rows if row in by_row], np.float32)

    def count(self) -> int:
        """Return how many rows there are."""
        return int(self._collection.count())

    def close(self) -> None:
        """Let go of files and connections."""
        _close(self._client)
        if self._run is not None:
            shutil.rmtree(self._run, ignore_errors=True)

    def _read_all(self) -> None:
        some = self._collection.peek(1)["embeddings"]
        if len(some):
            self.nearest(np.asarray(some[0], np.float32), 1)


def _created(client: Any, name: str) -> Any:  # noqa: ANN401 - opened late
    space = {"hnsw": SPACE}
    return client.create_collection(name, embedding_function=None, configuration=space)


def _found(client: Any, name: str) -> Any:  # noqa: ANN401 - opened late
    return client.get_collection(name, embedding_function=None)


@contextmanager
def _named(url: str) -> Iterator[None]:
    """Turn what goes wrong with the server at `url` into `VectorServerError`."""
    from chromadb.errors import ChromaError  # noqa: PLC0415 - takes a second
    from httpx import HTTPError  # noqa: PLC0415 - comes with chromadb

    try:
        yield
    except (ValueError, OSError, ChromaError, HTTPError) as error:
        if not url:
            raise
        raise VectorServerError(url, str(error)) from error


def delete_collection(url: str, name: str) -> None:
    """Remove a collection from the server at `url`; one that is gone already is no error.

    Raises:
        VectorServerError: the server does not answer.
    """
    from chromadb.errors import NotFoundError  # noqa: PLC0415 - takes a second

    with _named(url), ExitStack() as opened:
        client = _remote(url)
        opened.callback(_close, client)
        with suppress(NotFoundError):
            client.delete_collection(name)


def _close(client: Any) -> None:  # noqa: ANN401 - opened late
    """Close a client with its connections to a server, which Chroma leaves open."""
    servers = (client._server, client._admin_client._server)  # noqa: SLF001 - no other way to them
    client.close()
    for server in servers:
        if hasattr(server, "_session"):
            server._session.close()  # noqa: SLF001


def _borrow(source: str, target: str) -> None:
    """Link what is large and only read; copy the rest, and all where links are not to be had."""
    if not source.endswith(WRITTEN) and Path(source).stat().st_size >= LARGE:
        with suppress(OSError):
            Path(target).symlink_to(Path(source).resolve())
            return
    shutil.copyfile(source, target)


def _local(folder: Path) -> Any:  # noqa: ANN401 - chromadb is imported only here, and late
    import chromadb  # noqa: PLC0415 - takes a second
    from chromadb.config import Settings  # noqa: PLC0415

    settings = Settings(anonymized_telemetry=False, is_persistent=True)
    return chromadb.PersistentClient(path=str(folder), settings=settings)


def _remote(url: str) -> Any:  # noqa: ANN401 - chromadb is imported only here, and late
    import chromadb  # noqa: PLC0415 - takes a second
    from chromadb.config import Settings  # noqa: PLC0415

    parts = urlsplit(url)
    secure = parts.scheme == "https"
    return chromadb.HttpClient(
        host=parts.hostname or "",
        port=parts.port or (443 if secure else 8000),
        ssl=secure,
        settings=Settings(anonymized_telemetry=False),
    )
