"""The dense leg: vectors in Chroma; the only door to chromadb."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.passage import Passage

COLLECTION = "passages"
BATCH = 1000
# Wider than the default search: a near tie at this size is worth more than a millisecond.
SPACE = {"space": "cosine", "ef_construction": 200, "ef_search": 200, "max_neighbors": 32}

Vectors = NDArray[np.float32]


class VectorStore:
    """The vectors of passages in one folder, which only this process may have open.

    Chroma writes into its folder even when it only reads; hand it a copy of what must not change.
    """

    def __init__(self, client: Any, collection: Any) -> None:  # noqa: ANN401 - opened late
        self._client, self._collection = client, collection

    @classmethod
    def create(cls, folder: Path) -> VectorStore:
        """Make an empty store in `folder`."""
        client = _client(folder)
        made = client.create_collection(
            COLLECTION, embedding_function=None, configuration={"hnsw": SPACE}
        )
        return cls(client, made)

    @classmethod
    def open(cls, folder: Path) -> VectorStore:
        """Open the store in `folder`, whose files were checked: damaged ones end the process."""
        client = _client(folder)
        return cls(client, client.get_collection(COLLECTION, embedding_function=None))

    def add(self, passages: Sequence[Passage], vectors: Vectors) -> None:
        """Add unit rows, one for each passage."""
        for start in range(0, len(passages), BATCH):
            some = passages[start : start + BATCH]
            self._collection.add(
                ids=[passage.id for passage in some],
                embeddings=vectors[start : start + BATCH],
                metadatas=[{"document": passage.document_id} for passage in some],
            )

    def nearest(
        self, vector: Vectors, n: int, documents: frozenset[str] | None = None
    ) -> dict[str, float]:
        """Return the cosine of the `n` nearest passages by id, best first, of `documents` if given.

        The search is approximate from about a thousand passages on.
        """
        count = min(n, self.count())
        if not count or documents == frozenset():
            return {}
        found = self._collection.query(
            query_embeddings=[vector],
            n_results=count,
            include=["distances"],
            where={"document": {"$in": sorted(documents)}} if documents is not None else None,
        )
        return {i: 1.0 - d for i, d in zip(found["ids"][0], found["distances"][0], strict=True)}

    def count(self) -> int:
        """Return how many vectors there are."""
        return int(self._collection.count())

    def close(self) -> None:
        """Let go of the files."""
        self._client.close()


def _client(folder: Path) -> Any:  # noqa: ANN401 - chromadb is imported only here, and late
    import chromadb  # noqa: PLC0415 - takes a second
    from chromadb.config import Settings  # noqa: PLC0415

    settings = Settings(anonymized_telemetry=False, is_persistent=True)
    return chromadb.PersistentClient(path=str(folder), settings=settings)
