"""Embedding entries, taking what the previous generation has embedded already."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from corpus.errors import DamagedIndexError
from index.card import read_card
from index.embedder import Embedder, Progress, Vectors
from index.entry import Entry

VECTORS = "vectors.npy"
TEXTS = "texts.txt"


def embed(
    entries: Sequence[Entry],
    embedder: Embedder,
    previous: Path | None,
    progress: Progress | None = None,
) -> Vectors:
    """Return the vectors of `entries`, `(n, dim)` float32 unit rows, in their order.

    `progress` counts every entry, those that are taken over too.
    """
    known = _known(previous, embedder) if previous is not None else {}
    keys = [_key(entry.embedded) for entry in entries]
    wanted = {k: e.embedded for k, e in zip(keys, entries, strict=True) if k not in known}
    done = len(entries) - len(wanted)

    def told(some: int, _all: int) -> None:
        if progress is not None:
            progress(done + some, len(entries))

    told(0, len(wanted))
    made = embedder.embed_passages(list(wanted.values()), told)
    known |= dict(zip(wanted, made, strict=True))
    return np.array([known[key] for key in keys], np.float32).reshape(-1, embedder.dim)


def keep(folder: Path, entries: Sequence[Entry], vectors: Vectors) -> None:
    """Write the vectors and the hashes of their texts, for the next generation."""
    np.save(folder / VECTORS, vectors, allow_pickle=False)
    keys = [_key(entry.embedded) for entry in entries]
    (folder / TEXTS).write_text("\n".join(keys), "ascii")


def _known(previous: Path, embedder: Embedder) -> dict[str, Vectors]:
    """Return the vectors of a generation by the hash of their text; none when it cannot serve."""
    try:
        card = read_card(previous)
        card.check_files(previous)
    except DamagedIndexError:
        return {}
    if card.embedder_digest != embedder.digest:
        return {}
    keys = (previous / TEXTS).read_text("ascii").split()
    return dict(zip(keys, np.load(previous / VECTORS, allow_pickle=False), strict=True))


def _key(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
