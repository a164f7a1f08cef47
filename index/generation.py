"""A generation: one whole state of the index, built beside the others and switched to at once.

    index/
      CURRENT            the name of the generation in use
      g000002/           never changed once it is named in CURRENT
        card.json        what it was built from, and the hash of every other file
        entries.json     what is indexed, passages included
        vectors.npy      (n, dim) float32, rows in the order of the entries
        texts.txt        the hash of the text behind each row, so that it is embedded once
        lexical/  chroma/

Chroma writes into its folder even when it only reads, so an open generation works on a copy of
`chroma/`: the checked files stay as they are, a read-only folder serves, and an older generation
can be removed while somebody still reads it.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pydantic import TypeAdapter

from corpus.errors import DamagedIndexError, MissingIndexError
from index.card import VERSION, Card, hashes, read_card
from index.embedder import Embedder, Progress, Vectors
from index.entry import Entry
from index.lexical import LexicalIndex
from index.publish import publish, published, unpublished
from index.reuse import embed, keep
from index.vectors import VectorStore

ENTRIES = "entries.json"
LEXICAL = "lexical"
CHROMA = "chroma"
CHECKED = 500  # at most this many vectors are looked up again after a build


@dataclass(frozen=True, slots=True, kw_only=True)
class Generation:
    """An open generation; it holds its own files until it is closed."""

    card: Card
    entries: tuple[Entry, ...]
    lexical: LexicalIndex
    vectors: VectorStore
    run: Path

    def close(self) -> None:
        """Let go of the vectors and remove the working copy."""
        self.vectors.close()
        shutil.rmtree(self.run, ignore_errors=True)


def open_index(folder: Path, *, library_digest: str, embedder: Embedder) -> Generation:
    """Open the current generation, after checking that its files are what its card says.

    Raises:
        MissingIndexError: nothing was built yet.
        StaleIndexError: it was built from another library, by another embedder or version.
        DamagedIndexError: a file is missing, changed or too many.
    """
    home = published(folder)
    if home is None:
        raise MissingIndexError(folder)
    card = read_card(home)
    card.check_use(library_digest, embedder)
    card.check_files(home)
    return _opened(home, card)


def _opened(home: Path, card: Card) -> Generation:
    run = Path(tempfile.mkdtemp(prefix="hoiquyche-index-"))
    shutil.copytree(home / CHROMA, run / CHROMA)
    return Generation(
        card=card,
        entries=TypeAdapter(tuple[Entry, ...]).validate_json((home / ENTRIES).read_bytes()),
        lexical=LexicalIndex.load(home / LEXICAL),
        vectors=VectorStore.open(run / CHROMA),
        run=run,
    )


def build_index(
    folder: Path,
    entries: Sequence[Entry],
    embedder: Embedder,
    *,
    library_digest: str,
    progress: Progress | None = None,
) -> Generation:
    """Build a generation of `entries`, switch to it, and return it open.

    Until the switch the old generation stands; a build that fails leaves it as it was. Texts that
    the old one embedded with the same embedder are taken from it.

    Raises:
        DamagedIndexError: what was built does not find its own vectors.
    """
    with unpublished(folder) as beside:
        vectors = embed(entries, embedder, published(folder), progress)
        _write(beside, entries, vectors)
        Card(
            library=library_digest,
            version=VERSION,
            embedder=embedder.name,
            embedder_digest=embedder.digest,
            dim=embedder.dim,
            passages=len(entries),
            documents=len({entry.passage.document_id for entry in entries}),
            created=datetime.now(UTC).isoformat(timespec="seconds"),
            files=hashes(beside),
        ).write(beside)
        publish(folder, beside)
    return open_index(folder, library_digest=library_digest, embedder=embedder)


def _write(folder: Path, entries: Sequence[Entry], vectors: Vectors) -> None:
    dumped = TypeAdapter(tuple[Entry, ...]).dump_json(tuple(entries))
    (folder / ENTRIES).write_bytes(dumped)
    keep(folder, entries, vectors)
    LexicalIndex.build(entries).save(folder / LEXICAL)
    store = VectorStore.create(folder / CHROMA)
    try:
        store.add([entry.passage for entry in entries], vectors)
        _check_found(folder, store, vectors)
    finally:
        store.close()


def _check_found(folder: Path, store: VectorStore, vectors: Vectors) -> None:
    """Look vectors up again: Chroma can count a vector that no query reaches."""
    if store.count() != len(vectors):
        raise DamagedIndexError(folder, f"{store.count()} vectors of {len(vectors)}")
    for row in vectors[:: max(1, len(vectors) // CHECKED)]:
        nearest = max(store.nearest(row, 1).values(), default=0.0)
        if nearest < 1 - 1e-3:
            raise DamagedIndexError(folder, "a vector does not find itself")
