"""Vectors in Chroma, in a folder and on a server, and searched exactly: one contract."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from index.exact import ExactSearch
from index.vectors import VectorServerError, VectorStore
from tests.index.backends import OWNERS, QUESTION, ROWS, check_vectors
from tests.index.chroma_server import chroma_server

DOCUMENTS = {"plan": range(3), "law": range(3, 5), "news": range(5, 6)}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with chroma_server(tmp_path_factory.mktemp("server")) as url:
        yield url


def filled(store: VectorStore) -> VectorStore:
    """Return a store with the rows of the contract."""
    store.add(range(6), OWNERS, ROWS)
    return store


def test_exact_search_keeps_the_contract() -> None:
    check_vectors(ExactSearch(ROWS, DOCUMENTS))


def test_chroma_in_a_folder_keeps_the_contract(tmp_path: Path) -> None:
    store = filled(VectorStore.create(tmp_path))
    check_vectors(store)
    store.close()


def test_a_folder_opened_again_keeps_the_contract(tmp_path: Path) -> None:
    filled(VectorStore.create(tmp_path)).close()
    again = VectorStore.open(tmp_path)
    check_vectors(again)
    again.close()


def test_chroma_on_a_server_keeps_the_contract(server: str) -> None:
    store = filled(VectorStore.connect(server, "contract", new=True))
    check_vectors(store)
    store.close()
    again = VectorStore.connect(server, "contract")
    check_vectors(again)
    again.close()


def test_a_collection_that_the_server_does_not_have_is_named(server: str) -> None:
    with pytest.raises(VectorServerError, match="missing-one"):
        VectorStore.connect(server, "missing-one")


def test_a_server_that_does_not_answer_is_named() -> None:
    with pytest.raises(VectorServerError, match=r"127\.0\.0\.1:9 cannot"):
        VectorStore.connect("http://127.0.0.1:9", "passages")


def test_an_empty_store_finds_nothing(tmp_path: Path) -> None:
    empty = VectorStore.create(tmp_path)
    assert len(empty.nearest(ROWS[0], 5).rows) == 0
    empty.close()


def test_reading_leaves_a_folder_as_it_is(tmp_path: Path) -> None:
    filled(VectorStore.create(tmp_path)).close()
    before = {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    store = VectorStore.open(tmp_path)
    store.nearest(QUESTION, 3)
    store.close()
    assert {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()} == before


def test_rows_that_were_removed_are_never_found_exactly() -> None:
    search = ExactSearch(ROWS, DOCUMENTS, np.array([1, 4, 5]))
    assert search.count() == 3
    assert search.nearest(QUESTION, 6).rows.tolist() == [1, 4, 5]
    assert search.nearest(QUESTION, 6, frozenset({"plan", "law"})).rows.tolist() == [1, 4]


def test_exact_cosines_come_in_the_order_of_the_rows_asked_for() -> None:
    cosines = ExactSearch(ROWS, DOCUMENTS).cosines(QUESTION, np.array([1, 5, 0]))
    assert cosines.tolist() == pytest.approx([0.8, 0.0, 0.6])
