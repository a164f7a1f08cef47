"""Embedders that misbehave or remember, for the tests of generations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from index.embedder import Progress, Read
from index.fakes import HashEmbedder


@dataclass(frozen=True)
class Remembering:
    """A hash embedder that keeps a list of the passages that it embedded."""

    seen: list[str] = field(default_factory=list)
    name: str = "remembering"
    dim: int = 64
    width: int = 64
    digest: str = "remembering"

    def embed_passages(self, texts: Sequence[str], progress: Progress | None = None) -> list[Read]:
        self.seen.extend(texts)
        return HashEmbedder(self.dim).embed_passages(texts, progress)

    def embed_question(self, text: str) -> Read:
        return HashEmbedder(self.dim).embed_question(text)


class FullDiskError(OSError):
    """No space is left."""


@dataclass(frozen=True)
class Failing(Remembering):
    """An embedder that breaks off in the middle of its work."""

    def embed_passages(self, texts: Sequence[str], progress: Progress | None = None) -> list[Read]:
        super().embed_passages(texts[: len(texts) // 2], progress)
        raise FullDiskError


@dataclass(frozen=True)
class Blank(Remembering):
    """An embedder whose vectors are nothing: no search can find them."""

    def embed_passages(self, texts: Sequence[str], progress: Progress | None = None) -> list[Read]:
        read = super().embed_passages(texts, progress)
        return [replace(one, vector=one.vector * np.float32(0)) for one in read]
