"""The card of a generation: what it was built from, and what each of its files is."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from corpus.errors import DamagedIndexError, StaleIndexError
from index.embedder import Embedder
from index.tokens import VERSION as TERMS

CARD = "card.json"
# 5: segments that can be added to, 6: gists of articles without a heading
VERSION = f"6.{TERMS}"
# Hashing is as quick as reading: a gigabyte takes a second or more, at every start. A larger file
# whose size and time of change are those of its build is taken as unchanged; `doctor` reads it.
BIG = 16 * 2**20


class Sealed(BaseModel):
    """What a file was when the generation was built; `changed` is in nanoseconds."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    sha256: str
    size: int
    changed: int

    @classmethod
    def of(cls, path: Path) -> Sealed:
        """Seal a file as it is."""
        stat = path.stat()
        return cls(sha256=_sha256(path), size=stat.st_size, changed=stat.st_mtime_ns)

    def holds(self, path: Path, *, every_byte: bool) -> bool:
        """Tell whether the file is as it was."""
        stat = path.stat()
        if stat.st_size != self.size:
            return False
        if self.size >= BIG and stat.st_mtime_ns == self.changed and not every_byte:
            return True
        return _sha256(path) == self.sha256


class Part(BaseModel):
    """One segment: the documents that were taken out of it since it was built.

    `recall` is the share of the ten nearest that Chroma's search finds; None where the segment is
    so small that it is always searched exactly.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    removed: tuple[str, ...] = ()
    recall: float | None = None


class Card(BaseModel):
    """What a generation is; every field is checked before it is used."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: str = VERSION
    library: str
    embedder: str
    embedder_digest: str
    dim: int
    store: str
    passages: int
    documents: int
    created: str
    segments: dict[str, Part]
    files: dict[str, Sealed]

    def write(self, folder: Path) -> None:
        """Write the card into its folder."""
        (folder / CARD).write_text(self.model_dump_json(indent=2) + "\n", "utf-8")

    def check_library(self, digest: str) -> None:
        """Raise `StaleIndexError` unless it was built from this library."""
        if self.library != digest:
            raise StaleIndexError("library", self.library, digest)

    def check_store(self, name: str) -> None:
        """Raise `StaleIndexError` unless its vectors are in the store of this name."""
        if self.store != name:
            raise StaleIndexError("vectors in", self.store, name)

    def check_embedder(self, embedder: Embedder) -> None:
        """Raise `StaleIndexError` unless it was built by this embedder."""
        facts = (
            ("embedder", self.embedder_digest, embedder.digest),
            ("dimension", str(self.dim), str(embedder.dim)),
        )
        for what, built, now in facts:
            if built != now:
                raise StaleIndexError(what, built, now)

    def check_files(self, folder: Path, *, every_byte: bool = False) -> None:
        """Raise `DamagedIndexError` unless `folder` holds the card's files as they were."""
        found = _files(folder)
        for name in sorted({*self.files, *found}):
            if name not in found:
                raise DamagedIndexError(folder, f"{name} is missing")
            if name not in self.files:
                raise DamagedIndexError(folder, f"{name} does not belong there")
            if not self.files[name].holds(found[name], every_byte=every_byte):
                raise DamagedIndexError(folder, f"{name} was changed")


def read_card(folder: Path) -> Card:
    """Read the card of a generation.

    Raises:
        DamagedIndexError: there is none, or it cannot be read.
        StaleIndexError: another version wrote it.
    """
    try:
        whole = (folder / CARD).read_bytes()
        version = _Version.model_validate_json(whole).version
        if version != VERSION:
            raise StaleIndexError("version", version, VERSION)
        return Card.model_validate_json(whole)
    except (OSError, ValidationError) as error:
        raise DamagedIndexError(folder, f"{CARD} cannot be read") from error


class _Version(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")

    version: str


def seals(folder: Path, known: Mapping[str, Sealed]) -> dict[str, Sealed]:
    """Seal each file under `folder` but the card; those that are `known` are not read again."""
    found = _files(folder)
    return {name: known.get(name) or Sealed.of(path) for name, path in found.items()}


def _files(folder: Path) -> dict[str, Path]:
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != CARD)
    return {path.relative_to(folder).as_posix(): path for path in files}


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
