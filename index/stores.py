"""Where the vectors of segments are kept in Chroma: in their folders, or on a server."""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import Protocol

from index.vectors import VectorStore

CHROMA = "chroma"
COLLECTION = "collection.txt"


class VectorStores(Protocol):
    """Makes and opens the store of a segment."""

    def create(self, segment: Path) -> VectorStore:
        """Make an empty store for the segment in this folder."""
        ...

    def open(self, segment: Path) -> VectorStore:
        """Open it for reading."""
        ...


class FolderStores:
    """Each segment holds its Chroma folder."""

    def create(self, segment: Path) -> VectorStore:
        """Make an empty store for the segment in this folder."""
        return VectorStore.create(segment / CHROMA)

    def open(self, segment: Path) -> VectorStore:
        """Open it for reading."""
        return VectorStore.open(segment / CHROMA)


class ServerStores:
    """Each segment is a collection of one Chroma server, under a name that no other has."""

    def __init__(self, url: str) -> None:
        self._url = url

    def create(self, segment: Path) -> VectorStore:
        """Make an empty store for the segment in this folder."""
        name = f"hoiquyche-{uuid.uuid4().hex}"
        (segment / COLLECTION).write_text(f"{name}\n", "ascii")
        return VectorStore.connect(self._url, name, new=True)

    def open(self, segment: Path) -> VectorStore:
        """Open it for reading."""
        name = (segment / COLLECTION).read_text("ascii").strip()
        return VectorStore.connect(self._url, name)
