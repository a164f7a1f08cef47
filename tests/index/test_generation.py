"""Generations: built beside, checked, switched to at once."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.errors import DamagedIndexError, MissingIndexError, StaleIndexError
from index.card import read_card
from index.entry import entries
from index.fakes import HashEmbedder
from index.generation import build_index, open_index
from index.publish import CURRENT, published
from tests.index.embedders import Blank, Failing, FullDiskError, Remembering
from tests.index.world import shelf

ENTRIES = entries(shelf())
HASH = HashEmbedder()


@pytest.fixture
def built(tmp_path: Path) -> Path:
    build_index(tmp_path, ENTRIES, HASH, library_digest="one").close()
    return tmp_path


def current(folder: Path) -> Path:
    """Return the folder of the current generation, which is there."""
    home = published(folder)
    assert home is not None
    return home


def files(folder: Path) -> Iterator[Path]:
    """Give every file of the current generation."""
    return (path for path in sorted(current(folder).rglob("*")) if path.is_file())


def test_what_was_built_can_be_opened(built: Path) -> None:
    generation = open_index(built, library_digest="one", embedder=HASH)
    assert tuple(generation.entries) == ENTRIES
    assert generation.vectors.count() == len(ENTRIES)
    assert generation.lexical.scores("thanh tra")[3] > 0
    generation.close()


def test_the_card_says_what_it_was_built_from(built: Path) -> None:
    card = read_card(current(built))
    assert (card.library, card.embedder, card.dim) == ("one", "hash", 64)
    assert (card.passages, card.documents) == (6, 2)


def test_an_empty_library_has_an_index_too(tmp_path: Path) -> None:
    build_index(tmp_path, [], HASH, library_digest="none").close()
    generation = open_index(tmp_path, library_digest="none", embedder=HASH)
    assert tuple(generation.entries) == ()
    generation.close()


def test_a_folder_without_a_generation_is_missing_an_index(tmp_path: Path) -> None:
    with pytest.raises(MissingIndexError, match="hoiquyche rebuild"):
        open_index(tmp_path, library_digest="one", embedder=HASH)


@pytest.mark.parametrize("pointer", ["", "../elsewhere", "g999999", "\udcff"])
def test_a_pointer_to_nowhere_is_a_missing_index(built: Path, pointer: str) -> None:
    (built / CURRENT).write_bytes(pointer.encode("utf-8", "surrogateescape"))
    with pytest.raises(MissingIndexError):
        open_index(built, library_digest="one", embedder=HASH)


def test_an_index_of_another_library_is_stale(built: Path) -> None:
    with pytest.raises(StaleIndexError, match="library one, now two"):
        open_index(built, library_digest="two", embedder=HASH)


def test_an_index_by_another_embedder_is_stale(built: Path) -> None:
    with pytest.raises(StaleIndexError, match="embedder hash-64, now hash-32"):
        open_index(built, library_digest="one", embedder=HashEmbedder(32))


def test_an_index_by_another_version_is_stale(built: Path) -> None:
    path = current(built) / "card.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"version": "0"}))
    with pytest.raises(StaleIndexError, match="version 0"):
        open_index(built, library_digest="one", embedder=HASH)


def test_each_flipped_byte_is_noticed_before_anything_is_opened(built: Path) -> None:
    for path in files(built):
        whole = path.read_bytes()
        if not whole:
            continue
        middle = len(whole) // 2
        path.write_bytes(whole[:middle] + bytes([whole[middle] ^ 0x80]) + whole[middle + 1 :])
        with pytest.raises(DamagedIndexError, match=path.name):
            open_index(built, library_digest="one", embedder=HASH)
        path.write_bytes(whole)


def test_each_missing_file_is_noticed(built: Path) -> None:
    for path in files(built):
        whole = path.read_bytes()
        path.unlink()
        with pytest.raises(DamagedIndexError, match=path.name):
            open_index(built, library_digest="one", embedder=HASH)
        path.write_bytes(whole)


def test_a_file_too_many_is_noticed(built: Path) -> None:
    (current(built) / "s000001" / "chroma" / "extra.bin").write_bytes(b"?")
    with pytest.raises(DamagedIndexError, match="does not belong there"):
        open_index(built, library_digest="one", embedder=HASH)


def test_reading_leaves_the_published_files_as_they_are(built: Path) -> None:
    before = {path: path.read_bytes() for path in files(built)}
    for _ in range(2):
        generation = open_index(built, library_digest="one", embedder=HASH)
        generation.vectors.nearest(HASH.embed_question("báo cáo").vector, 3)
        generation.close()
    assert {path: path.read_bytes() for path in files(built)} == before


def test_only_the_current_generation_is_kept(built: Path) -> None:
    build_index(built, ENTRIES[:3], HASH, library_digest="two").close()
    assert sorted(path.name for path in built.iterdir()) == [CURRENT, "g000002"]


def test_a_reader_keeps_its_generation_after_the_switch(built: Path) -> None:
    reader = open_index(built, library_digest="one", embedder=HASH)
    build_index(built, ENTRIES[:1], HASH, library_digest="two").close()
    assert len(reader.vectors.nearest(HASH.embed_question("báo cáo").vector, 10)) == len(ENTRIES)
    reader.close()


def test_a_build_that_fails_leaves_the_old_generation(built: Path) -> None:
    with pytest.raises(FullDiskError):
        build_index(built, ENTRIES, Failing(), library_digest="two")
    assert sorted(path.name for path in built.iterdir()) == [CURRENT, "g000001"]
    open_index(built, library_digest="one", embedder=HASH).close()


def test_vectors_that_do_not_find_themselves_are_not_published(tmp_path: Path) -> None:
    with pytest.raises(DamagedIndexError, match="does not find itself"):
        build_index(tmp_path, ENTRIES, Blank(), library_digest="one")
    assert published(tmp_path) is None


def test_what_a_killed_build_left_is_cleared_by_the_next(built: Path) -> None:
    (built / ".building-killed").mkdir()
    build_index(built, ENTRIES, HASH, library_digest="two").close()
    assert not (built / ".building-killed").exists()


def test_an_unchanged_text_is_not_embedded_again(tmp_path: Path) -> None:
    embedder = Remembering()
    build_index(tmp_path, ENTRIES[:5], embedder, library_digest="one").close()
    embedder.seen.clear()
    told: list[tuple[int, int]] = []
    second = build_index(
        tmp_path,
        ENTRIES,
        embedder,
        library_digest="two",
        progress=lambda done, total: told.append((done, total)),
    )
    assert embedder.seen == [ENTRIES[5].embedded]
    assert told == [(5, 6), (6, 6)]
    nearest = second.vectors.nearest(embedder.embed_question(ENTRIES[0].embedded).vector, 1)
    assert nearest == pytest.approx({ENTRIES[0].passage.id: 1.0})
    second.close()


def test_equal_texts_are_embedded_once(tmp_path: Path) -> None:
    embedder = Remembering()
    build_index(tmp_path, ENTRIES, embedder, library_digest="one").close()
    assert len(embedder.seen) == len({entry.embedded for entry in ENTRIES})


def test_another_embedder_embeds_everything_again(built: Path) -> None:
    embedder = Remembering()
    build_index(built, ENTRIES, embedder, library_digest="one").close()
    assert len(embedder.seen) == 6


@pytest.mark.parametrize("name", ["s000001/vectors.npy", "s000001/keys.npy", "card.json"])
def test_a_damaged_generation_can_be_built_over(built: Path, name: str) -> None:
    (current(built) / name).write_bytes(b"")
    build_index(built, ENTRIES, HASH, library_digest="one").close()
    open_index(built, library_digest="one", embedder=HASH).close()


def test_a_generation_without_its_folder_of_vectors_is_damaged(built: Path) -> None:
    shutil.rmtree(current(built) / "s000001" / "chroma")
    with pytest.raises(DamagedIndexError, match="is missing"):
        open_index(built, library_digest="one", embedder=HASH)
