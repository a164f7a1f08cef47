"""Vectors in Chroma."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from index.entry import entries
from index.vectors import VectorStore
from tests.index.world import shelf

PASSAGES = [entry.passage for entry in entries(shelf())]
ROWS = np.eye(6, 8, dtype=np.float32)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[VectorStore]:
    made = VectorStore.create(tmp_path)
    made.add(PASSAGES, ROWS)
    yield made
    made.close()


def test_the_nearest_come_with_their_cosine_best_first(store: VectorStore) -> None:
    question = np.array([0.6, 0.8, 0, 0, 0, 0, 0, 0], np.float32)
    found = store.nearest(question, 3)
    assert list(found)[:2] == [PASSAGES[1].id, PASSAGES[0].id]
    assert list(found.values()) == pytest.approx([0.8, 0.6, 0.0], abs=1e-6)


def test_a_filter_leaves_only_the_documents_asked_for(store: VectorStore) -> None:
    assert list(store.nearest(ROWS[0], 6, frozenset({"tin"}))) == [PASSAGES[5].id]
    assert store.nearest(ROWS[0], 6, frozenset({"missing"})) == {}
    assert store.nearest(ROWS[0], 6, frozenset()) == {}


def test_more_than_there_are_gives_all(store: VectorStore) -> None:
    assert len(store.nearest(ROWS[0], 100)) == store.count() == 6


def test_an_empty_store_finds_nothing(tmp_path: Path) -> None:
    empty = VectorStore.create(tmp_path)
    assert empty.nearest(ROWS[0], 5) == {}
    empty.close()


def test_a_store_opened_again_finds_the_same(tmp_path: Path) -> None:
    first = VectorStore.create(tmp_path)
    first.add(PASSAGES, ROWS)
    before = first.nearest(ROWS[2], 6)
    first.close()
    again = VectorStore.open(tmp_path)
    assert again.nearest(ROWS[2], 6) == before
    again.close()
