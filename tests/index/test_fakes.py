"""The test doubles of the index."""

from __future__ import annotations

from index.fakes import HashEmbedder
from tests.index.contract import check_embedder


def test_the_hash_embedder_is_an_embedder() -> None:
    check_embedder(HashEmbedder())


def test_a_text_without_syllables_still_has_a_unit_vector() -> None:
    assert HashEmbedder(dim=4).embed_question("?").vector.tolist() == [1, 0, 0, 0]
