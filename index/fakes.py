"""Test doubles of this package, for every package's fast tests."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from corpus.syllables import folded, syllables
from index.embedder import Progress, Read
from index.late import packed


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

    @property
    def width(self) -> int:
        """The length of the vector of a token: a syllable is a token, its place the axis."""
        return self.dim

    def embed_passages(self, texts: Sequence[str], progress: Progress | None = None) -> list[Read]:
        """Embed passages, as `Embedder` says; `progress` is told after each text."""
        made = []
        for text in texts:
            made.append(self.embed_question(text))
            if progress is not None:
                progress(len(made), len(texts))
        return made

    def embed_question(self, text: str) -> Read:
        """Embed a question."""
        axes = [self._axis(syllable) for syllable in map(folded, syllables(text))]
        states = np.eye(self.dim, dtype=np.float32)[axes or [0]]
        whole = states.sum(axis=0)
        vector = np.asarray(whole / np.linalg.norm(whole), np.float32)
        return Read(vector=vector, tokens=packed(states[: len(axes)]))

    def _axis(self, syllable: str) -> int:
        digest = hashlib.sha256(syllable.encode()).digest()
        return int.from_bytes(digest[:4], "big") % self.dim
