"""The card of a generation: what it was built from, and the hash of each of its files."""

from __future__ import annotations

import hashlib
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from corpus.errors import DamagedIndexError, StaleIndexError
from index.embedder import Embedder
from index.tokens import VERSION as TERMS

CARD = "card.json"
# 2: the entry (what a passage is found by) and the layout of the folder
VERSION = f"2.{TERMS}"


class Card(BaseModel):
    """What a generation is; every field is checked before it is used."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: str = VERSION
    library: str
    embedder: str
    embedder_digest: str
    dim: int
    passages: int
    documents: int
    created: str
    files: dict[str, str]

    def write(self, folder: Path) -> None:
        """Write the card into its folder."""
        (folder / CARD).write_text(self.model_dump_json(indent=2) + "\n", "utf-8")

    def check_use(self, library_digest: str, embedder: Embedder) -> None:
        """Raise `StaleIndexError` unless it was built here, by this embedder, of this library."""
        facts = (
            ("version", self.version, VERSION),
            ("embedder", self.embedder_digest, embedder.digest),
            ("dimension", str(self.dim), str(embedder.dim)),
            ("library", self.library, library_digest),
        )
        for what, built, now in facts:
            if built != now:
                raise StaleIndexError(what, built, now)

    def check_files(self, folder: Path) -> None:
        """Raise `DamagedIndexError` unless `folder` holds the card's files, byte for byte."""
        found = hashes(folder)
        for name in sorted({*self.files, *found}):
            if name not in found:
                raise DamagedIndexError(folder, f"{name} is missing")
            if name not in self.files:
                raise DamagedIndexError(folder, f"{name} does not belong there")
            if found[name] != self.files[name]:
                raise DamagedIndexError(folder, f"{name} was changed")


def read_card(folder: Path) -> Card:
    """Read the card of a generation.

    Raises:
        DamagedIndexError: there is none, or it cannot be read.
    """
    try:
        return Card.model_validate_json((folder / CARD).read_bytes())
    except (OSError, ValidationError) as error:
        raise DamagedIndexError(folder, f"{CARD} cannot be read") from error


def hashes(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of each file under `folder` but the card, by its relative name."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != CARD)
    return {path.relative_to(folder).as_posix(): _sha256(path) for path in files}


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
