"""An index that grows: the rest is shared, the answers are those of one built at once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from corpus.errors import MissingIndexError, StaleIndexError
from index.draft import Place, SegmentOptions
from index.entry import Entry, entries
from index.fakes import HashEmbedder
from index.generation import Change, Generation, build_index, open_index, update_index
from index.publish import published
from tests.index.embedders import Blank, Remembering
from tests.index.world import document, passage, shelf

HASH = HashEmbedder()
PLAN, NEWS = entries(shelf())[:5], entries(shelf())[5:]
QUESTIONS = ("báo cáo Sở Nội vụ", "công khai thanh tra", "24 xã, thị trấn", "dân chủ")


def law(number: int, words: str = "") -> Entry:
    """Return the only entry of a document of its own."""
    made = document(f"luat-{number}", words or f"Điều {number}. Công chức báo cáo việc {number}.")
    return Entry(passage=passage(made, made.text), title=f"Luật {number}")


def build(place: Path | Place, *some: Entry) -> Generation:
    return build_index(place, some, HASH, library_digest="any")


def grow(place: Path | Place, *some: Entry, removed: tuple[str, ...] = ()) -> Generation:
    change = Change(entries=some, removed=frozenset(removed))
    return update_index(place, change, HASH, library_digest="any")


def texts(generation: Generation) -> set[str]:
    return {entry.passage.text for entry in generation.entries}


def found(generation: Generation) -> dict[str, dict[str, tuple[float, float]]]:
    """Return what both legs give each passage, by question."""
    told = {}
    for question in QUESTIONS:
        vector = HASH.embed_question(question).vector
        words = generation.lexical.scores(question)
        nearest = generation.vectors.cosines(vector, np.arange(len(generation.entries)))
        ids = [entry.passage.id for entry in generation.entries]
        pairs = zip(words.tolist(), nearest.round(6).tolist(), strict=True)
        told[question] = dict(zip(ids, pairs, strict=True))
    return told


def names(folder: Path) -> list[str]:
    home = published(folder)
    assert home is not None
    return sorted(path.name for path in home.iterdir() if path.is_dir())


def test_an_index_that_grew_finds_as_one_that_was_built_at_once(tmp_path: Path) -> None:
    old = replace(NEWS[0], title="Tin cũ")
    build(tmp_path / "grown", *PLAN, old, law(1)).close()
    grown = grow(tmp_path / "grown", *NEWS, law(2), removed=("luat-1",))
    whole = build(tmp_path / "whole", *PLAN, *NEWS, law(2))
    assert found(grown) == found(whole)
    assert (grown.card.passages, grown.card.documents) == (7, 3)
    grown.close()
    whole.close()


def test_a_build_with_everything_writes_only_what_changed(tmp_path: Path) -> None:
    build(tmp_path, *PLAN, *NEWS).close()
    again = build(tmp_path, law(1), *PLAN, *NEWS)
    assert texts(again) == {entry.passage.text for entry in (law(1), *PLAN, *NEWS)}
    assert names(tmp_path) == ["s000001", "s000002"]
    again.close()


def test_a_build_without_a_document_leaves_it_out(tmp_path: Path) -> None:
    build(tmp_path, *PLAN, *NEWS).close()
    left = build(tmp_path, *PLAN)
    assert texts(left) == {entry.passage.text for entry in PLAN}
    assert left.vectors.count() == len(left.entries) == len(PLAN)
    left.close()


def test_the_files_of_what_did_not_change_are_shared(tmp_path: Path) -> None:
    build(tmp_path, *PLAN).close()
    before = (tmp_path / "g000001" / "s000001" / "vectors.npy").stat().st_ino
    grow(tmp_path, *NEWS).close()
    assert (tmp_path / "g000002" / "s000001" / "vectors.npy").stat().st_ino == before


def test_what_is_removed_is_found_by_neither_leg(tmp_path: Path) -> None:
    build(tmp_path, *PLAN, *NEWS).close()
    left = grow(tmp_path, removed=("tin",))
    assert texts(left) == {entry.passage.text for entry in PLAN}
    vector = HASH.embed_question("Huyện có 24 xã").vector
    assert NEWS[0].passage.id not in left.vectors.nearest(vector, 10)
    assert not left.lexical.scores("huyện xã thị trấn").any()
    left.close()


def test_a_segment_of_which_all_is_removed_goes(tmp_path: Path) -> None:
    build(tmp_path, *PLAN).close()
    grow(tmp_path, *NEWS).close()
    grow(tmp_path, removed=("ke-hoach",)).close()
    assert names(tmp_path) == ["s000002"]


def test_a_segment_of_which_more_than_half_is_removed_is_written_anew(tmp_path: Path) -> None:
    build(tmp_path, *PLAN, *NEWS).close()
    left = grow(tmp_path, removed=("ke-hoach",))
    assert texts(left) == {NEWS[0].passage.text}
    assert left.card.segments["s000002"].removed == ()
    left.close()


def test_many_small_segments_become_one(tmp_path: Path) -> None:
    place = Place(folder=tmp_path, options=SegmentOptions(fan=3))
    build(place, law(1)).close()
    for number in range(2, 8):
        grow(place, law(number)).close()
    assert len(names(tmp_path)) == 1
    merged = open_index(place, library_digest="any", embedder=HASH)
    assert texts(merged) == {law(number).passage.text for number in range(1, 8)}
    merged.close()


def test_a_segment_grows_no_larger_than_it_may(tmp_path: Path) -> None:
    place = Place(folder=tmp_path, options=SegmentOptions(largest=2, fan=2))
    made = build(place, *map(law, range(5)))
    assert len(names(tmp_path)) == 3
    assert len(made.entries) == 5
    made.close()


def test_only_what_was_added_is_embedded(tmp_path: Path) -> None:
    embedder = Remembering()
    build_index(tmp_path, PLAN, embedder, library_digest="one").close()
    embedder.seen.clear()
    update_index(tmp_path, Change(entries=NEWS), embedder, library_digest="two").close()
    assert embedder.seen == [NEWS[0].embedded]


def test_an_index_that_is_missing_or_of_another_embedder_cannot_grow(tmp_path: Path) -> None:
    with pytest.raises(MissingIndexError):
        grow(tmp_path, *PLAN)
    build(tmp_path, *PLAN).close()
    with pytest.raises(StaleIndexError):
        update_index(tmp_path, Change(), HashEmbedder(32), library_digest="any")


def test_the_rows_of_documents_are_told_over_all_segments(tmp_path: Path) -> None:
    build(tmp_path, *PLAN, law(1)).close()
    grown = grow(tmp_path, *NEWS, law(1, "Điều 1 mới."))
    assert grown.entries.rows(frozenset({"tin", "luat-1"})).tolist() == [5, 6]
    assert grown.entries[6].passage.text == "Điều 1 mới."
    assert grown.entries[-1] == grown.entries[1:][-1]
    with pytest.raises(IndexError):
        grown.entries[7]
    grown.close()


def quick(folder: Path) -> Place:
    """Return a place where Chroma's own search is asked from the first row on."""
    return Place(folder=folder, options=SegmentOptions(approximate=1))


def test_chroma_finds_what_exact_search_finds(tmp_path: Path) -> None:
    build(quick(tmp_path), *PLAN, *NEWS).close()
    grown = grow(quick(tmp_path), law(1), removed=("tin",))
    assert {part.recall for part in grown.card.segments.values()} == {1.0}
    exact = open_index(tmp_path, library_digest="any", embedder=HASH)
    for question in QUESTIONS:
        vector = HASH.embed_question(question).vector
        for n in (1, 3, 10):
            right, told = exact.vectors.best(vector, n), grown.vectors.best(vector, n)
            assert told.scores.tolist() == pytest.approx(right.scores.tolist(), abs=1e-6)
    exact.close()
    grown.close()


def test_a_store_that_misses_too_much_is_not_asked(tmp_path: Path) -> None:
    place = Place(folder=tmp_path, options=SegmentOptions(approximate=1, recall=1.01))
    made = build(place, *PLAN)
    home = published(tmp_path)
    assert home is not None
    (home / "s000001" / "chroma" / "chroma.sqlite3").unlink()  # nobody opens it
    assert len(made.vectors.nearest(HASH.embed_question("báo cáo").vector, 3)) == 3
    made.close()


def test_many_equal_rows_make_an_index(tmp_path: Path) -> None:
    """Chroma's graph of so many equals leads to no other row; nobody asks it."""
    register = document("so-truc", "Ca | Nội dung" + "\nTrực | Không có việc phát sinh" * 300)
    first, *others = register.text.split("\n")
    rows = [Entry(passage=passage(register, first), title="Sổ trực")]
    span = passage(register, others[0])
    rows += [Entry(passage=replace(span, id=f"dong-{n}"), title="Sổ trực") for n in range(300)]
    made = build(tmp_path, *rows)
    best = made.vectors.best(HASH.embed_passages([rows[0].embedded])[0].vector, 1)
    assert made.entries[int(best.rows[0])].passage.text == first
    made.close()


def test_of_a_large_segment_some_vectors_may_be_out_of_chromas_reach(tmp_path: Path) -> None:
    """The segment stands, and every row of it is looked at instead."""
    made = build_index(quick(tmp_path), [*PLAN, *NEWS], Blank(), library_digest="any")
    assert [part.recall for part in made.card.segments.values()] == [0.0]
    made.close()
