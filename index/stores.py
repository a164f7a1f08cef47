"""Where the vectors of segments are kept in Chroma: in their folders, or on a server."""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import Protocol

from index.vectors import VectorStore, delete_collection

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

    def held(self, folder: Path) -> frozenset[str]:
        """Return the names of what the segments under `folder` have outside their folders."""
        ...

    def remove(self, names: frozenset[str]) -> None:
        """Remove what has these names; what is gone already is no error."""
        ...


class FolderStores:
    """Each segment holds its Chroma folder."""

    def create(self, segment: Path) -> VectorStore:
        """Make an empty store for the segment in this folder."""
        return VectorStore.create(segment / CHROMA)

    def open(self, segment: Path) -> VectorStore:
        """Open it for reading."""
        return VectorStore.open(segment / CHROMA)

    def held(self, folder: Path) -> frozenset[str]:  # noqa: ARG002 - the same for every folder
        """Return nothing: all of a segment is in its folder."""
        return frozenset()

    def remove(self, names: frozenset[str]) -> None:
        """Remove nothing: a folder is removed with its segment."""


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

    def held(self, folder: Path) -> frozenset[str]:
        """Return the names of the collections of the segments under `folder`."""
        return frozenset(p.read_text("ascii").strip() for p in folder.rglob(COLLECTION))

    def remove(self, names: frozenset[str]) -> None:
        """Remove collections; a reader that still asks one searches exactly."""
        for name in sorted(names):
            delete_collection(self._url, name)
