"""An index whose vectors are on a Chroma server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from corpus.errors import StaleIndexError
from index.draft import Place, SegmentOptions
from index.entry import entries
from index.fakes import HashEmbedder
from index.generation import Change, build_index, open_index, update_index
from index.publish import published
from index.stores import ServerStores
from index.vectors import VectorServerError, VectorStore
from tests.index.chroma_server import chroma_server
from tests.index.embedders import Blank, Remembering
from tests.index.world import shelf

HASH = HashEmbedder()
ENTRIES = entries(shelf())
VECTOR = HASH.embed_question("báo cáo Sở Nội vụ").vector
ALWAYS = SegmentOptions(approximate=1)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with chroma_server(tmp_path_factory.mktemp("server")) as url:
        yield url


def at(folder: Path, url: str) -> Place:
    return Place(folder=folder, stores=ServerStores(url), options=ALWAYS)


def held(place: Place) -> frozenset[str]:
    home = published(place.folder)
    return place.stores.held(home) if home else frozenset()


def test_an_index_on_a_server_finds_what_one_in_a_folder_finds(tmp_path: Path, server: str) -> None:
    place = at(tmp_path / "server", server)
    build_index(place, ENTRIES[:5], HASH, library_digest="one").close()
    grown = update_index(place, Change(entries=ENTRIES[5:]), HASH, library_digest="one")
    local = build_index(tmp_path / "folder", ENTRIES, HASH, library_digest="one")
    right, found = local.vectors.best(VECTOR, 4), grown.vectors.best(VECTOR, 4)
    assert np.allclose(right.scores, found.scores, atol=1e-6)
    assert len(held(place)) == 2
    local.close()
    grown.close()


def test_a_collection_goes_with_the_generation_that_used_it(tmp_path: Path, server: str) -> None:
    place = at(tmp_path, server)
    build_index(place, ENTRIES[:5], HASH, library_digest="one").close()
    reader = open_index(place, library_digest="one", embedder=HASH)
    (old,) = held(place)
    build_index(place, ENTRIES[5:], HASH, library_digest="two").close()
    with pytest.raises(VectorServerError):
        VectorStore.connect(server, old)
    assert len(reader.vectors.best(VECTOR, 5).rows) == 5  # exactly, from its own file
    reader.close()


def test_a_build_that_fails_leaves_nothing_on_the_server(tmp_path: Path, server: str) -> None:
    place = at(tmp_path, server)
    taken: list[str] = []

    class Noted(ServerStores):
        def create(self, segment: Path) -> VectorStore:
            made = super().create(segment)
            taken.extend(self.held(segment))
            return made

    noted = Place(folder=place.folder, stores=Noted(server))  # so few have to be found, all of them
    with pytest.raises(Exception, match="does not find itself"):
        build_index(noted, ENTRIES, Blank(), library_digest="one")
    with pytest.raises(VectorServerError):
        VectorStore.connect(server, taken[0])


def test_an_index_whose_server_is_gone_names_it(tmp_path: Path) -> None:
    (tmp_path / "server").mkdir()
    with chroma_server(tmp_path / "server") as url:
        place = at(tmp_path / "index", url)
        build_index(place, ENTRIES, HASH, library_digest="one").close()
        reader = open_index(place, library_digest="one", embedder=HASH)
    assert len(reader.vectors.best(VECTOR, 5).rows) == 5
    reader.close()
    with pytest.raises(VectorServerError, match=url):
        open_index(place, library_digest="one", embedder=HASH)


def test_vectors_can_move_to_a_server_without_being_made_again(tmp_path: Path, server: str) -> None:
    embedder = Remembering()
    build_index(tmp_path, ENTRIES, embedder, library_digest="one").close()
    embedder.seen.clear()
    place = at(tmp_path, server)
    with pytest.raises(StaleIndexError, match=server):
        open_index(place, library_digest="one", embedder=embedder)
    moved = build_index(place, ENTRIES, embedder, library_digest="one")
    assert embedder.seen == []
    assert len(held(place)) == 1
    assert len(moved.vectors.best(VECTOR, 5).rows) == 5
    moved.close()


def test_a_build_repairs_what_the_server_has_lost(tmp_path: Path, server: str) -> None:
    place = at(tmp_path, server)
    build_index(place, ENTRIES, HASH, library_digest="one").close()
    place.stores.remove(held(place))
    with pytest.raises(VectorServerError):
        open_index(place, library_digest="one", embedder=HASH)
    build_index(place, ENTRIES, HASH, library_digest="one").close()
    open_index(place, library_digest="one", embedder=HASH).close()
