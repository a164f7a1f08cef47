"""The embedder that embeds no text twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest

from corpus.errors import UnusableStateError
from index.cached import BATCH, CachedEmbedder
from index.embedder import Progress, Read
from index.fakes import HashEmbedder

TEXTS = ("Chợ phiên họp vào ngày rằm.", "Thư viện mở cửa.", "Chợ phiên họp vào ngày rằm.")


@dataclass(frozen=True)
class Counting(HashEmbedder):
    """Notes which texts it embeds; `mark` tells two of them apart."""

    mark: str = ""
    asked: list[str] = field(default_factory=list)

    @property
    def digest(self) -> str:
        return f"counting{self.mark}"

    def embed_passages(self, texts: Sequence[str], progress: Progress | None = None) -> list[Read]:
        self.asked.extend(texts)
        return super().embed_passages(texts, progress)


def test_vectors_are_those_of_the_embedder_in_the_order_of_the_texts(tmp_path: Path) -> None:
    cached = CachedEmbedder(HashEmbedder(), tmp_path)
    for _ in range(2):
        assert same(cached.embed_passages(TEXTS), HashEmbedder().embed_passages(TEXTS))
    assert same([cached.embed_question("chợ")], [HashEmbedder().embed_question("chợ")])
    assert (cached.name, cached.dim, cached.digest) == ("hash", 64, "hash-64")
    assert cached.width == HashEmbedder().width


def same(some: Sequence[Read], others: Sequence[Read]) -> bool:
    """Tell whether texts were read alike, to the last bit."""
    return all(
        (one.vector == other.vector).all()
        and one.vector.dtype == np.float32
        and (one.tokens == other.tokens).all()
        for one, other in zip(some, others, strict=True)
    )


def test_no_texts_are_no_rows(tmp_path: Path) -> None:
    assert CachedEmbedder(HashEmbedder(), tmp_path).embed_passages([]) == []


def test_a_text_is_embedded_once_also_over_two_runs(tmp_path: Path) -> None:
    inner = Counting()
    cached = CachedEmbedder(inner, tmp_path)
    cached.embed_passages(TEXTS)
    assert sorted(inner.asked) == sorted(TEXTS[:2])
    assert cached.made == 2
    again = CachedEmbedder(inner, tmp_path)
    again.embed_passages([*TEXTS, "Trạm y tế."])
    assert inner.asked[2:] == ["Trạm y tế."]
    assert again.made == 1


def test_vectors_of_another_embedder_are_not_taken(tmp_path: Path) -> None:
    CachedEmbedder(Counting(), tmp_path).embed_passages(TEXTS)
    other = Counting(mark="-other")
    CachedEmbedder(other, tmp_path).embed_passages(TEXTS)
    assert len(other.asked) == 2


def test_progress_counts_every_text_to_the_end(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    texts = [f"Điều {n}" for n in range(BATCH + 10)]
    cached = CachedEmbedder(HashEmbedder(), tmp_path)
    cached.embed_passages(texts[:5])
    cached.embed_passages(texts, lambda done, total: told.append((done, total)))
    assert told == [(5, BATCH + 10), (BATCH + 5, BATCH + 10), (BATCH + 10, BATCH + 10)]


@pytest.mark.parametrize("damage", [b"no database", b""])
def test_a_damaged_cache_is_begun_anew(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "hash-64.sqlite").write_bytes(damage * 100)
    cached = CachedEmbedder(HashEmbedder(), tmp_path)
    assert same(cached.embed_passages(TEXTS), HashEmbedder().embed_passages(TEXTS))
    assert cached.made == 2


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(UnusableStateError):
        CachedEmbedder(HashEmbedder(), tmp_path / "file").embed_passages(TEXTS)
