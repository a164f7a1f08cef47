"""Where the vectors of segments are kept in Chroma: in their folders, or on a server."""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import Protocol

from index.vectors import VectorServerError, VectorStore, delete_collection

CHROMA = "chroma"
COLLECTION = "collection.txt"


class VectorStores(Protocol):
    """Makes and opens the store of a segment."""

    @property
    def name(self) -> str:
        """Where the vectors are; an index of another place must be written anew."""
        ...

    def create(self, segment: Path) -> VectorStore:
        """Make an empty store for the segment in this folder."""
        ...

    def open(self, segment: Path) -> VectorStore:
        """Open it for reading."""
        ...

    def whole(self, folder: Path) -> bool:
        """Tell whether the stores of all segments under `folder`, whose files are whole, exist."""
        ...

    def held(self, folder: Path) -> frozenset[str]:
        """Return the names of what the segments under `folder` have outside their folders."""
        ...

    def remove(self, names: frozenset[str]) -> None:
        """Remove what has these names; what is gone already is no error."""
        ...


class FolderStores:
    """Each segment holds its Chroma folder."""

    name = "its folders"

    def create(self, segment: Path) -> VectorStore:
        """Make an empty store for the segment in this folder."""
        return VectorStore.create(segment / CHROMA)

    def open(self, segment: Path) -> VectorStore:
        """Open it for reading."""
        return VectorStore.open(segment / CHROMA)

    def whole(self, folder: Path) -> bool:  # noqa: ARG002 - the same for every folder
        """Tell that they exist: they are files, which are checked."""
        return True

    def held(self, folder: Path) -> frozenset[str]:  # noqa: ARG002 - the same for every folder
        """Return nothing: all of a segment is in its folder."""
        return frozenset()

    def remove(self, names: frozenset[str]) -> None:
        """Remove nothing: a folder is removed with its segment."""


class ServerStores:
    """Each segment is a collection of one Chroma server, under a name that no other has."""

    def __init__(self, url: str) -> None:
        self.name = self._url = url

    def create(self, segment: Path) -> VectorStore:
        """Make an empty store for the segment in this folder."""
        name = f"hoiquyche-{uuid.uuid4().hex}"
        (segment / COLLECTION).write_text(f"{name}\n", "ascii")
        return VectorStore.connect(self._url, name, new=True)

    def open(self, segment: Path) -> VectorStore:
        """Open it for reading."""
        name = (segment / COLLECTION).read_text("ascii").strip()
        return VectorStore.connect(self._url, name)

    def whole(self, folder: Path) -> bool:
        """Tell whether the server has the collection of every segment under `folder`."""
        try:
            for name in self.held(folder):
                VectorStore.connect(self._url, name).close()
        except VectorServerError:
            return False
        return True

    def held(self, folder: Path) -> frozenset[str]:
        """Return the names of the collections of the segments under `folder`."""
        return frozenset(p.read_text("ascii").strip() for p in folder.rglob(COLLECTION))

    def remove(self, names: frozenset[str]) -> None:
        """Remove collections; a reader that still asks one searches exactly."""
        for name in sorted(names):
            delete_collection(self._url, name)
