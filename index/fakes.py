"""Test doubles of this package, for every package's fast tests."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from corpus.syllables import folded, syllables
from index.embedder import Progress, Vectors


@dataclass(frozen=True, slots=True)
class HashEmbedder:
    """An `Embedder` without a model: texts with common syllables lie near each other.

    Each syllable, without diacritics, adds 1 at a place chosen by its hash; a text without
    syllables is the first axis. The same text gives the same vector everywhere.
    """

    dim: int = 64

    @property
    def name(self) -> str:
        """What a person calls the model."""
        return "hash"

    @property
    def digest(self) -> str:
        """A fingerprint of the way of embedding."""
        return f"hash-{self.dim}"

    def embed_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Embed passages, as `Embedder` says; `progress` is told after each text."""
        rows = np.zeros((len(texts), self.dim), np.float32)
        for i, text in enumerate(texts):
            rows[i] = self.embed_question(text)
            if progress is not None:
                progress(i + 1, len(texts))
        return rows

    def embed_question(self, text: str) -> Vectors:
        """Embed a question: `(dim,)` float32 of length 1."""
        row = np.zeros(self.dim, np.float32)
        for syllable in map(folded, syllables(text)):
            digest = hashlib.sha256(syllable.encode()).digest()
            row[int.from_bytes(digest[:4], "big") % self.dim] += 1
        if not row.any():
            row[0] = 1
        return np.asarray(row / np.linalg.norm(row), np.float32)
