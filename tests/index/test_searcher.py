"""The hybrid searcher."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from corpus.vocabulary import Vocabulary
from index.entry import entries
from index.fakes import HashEmbedder
from index.generation import Generation, build_index
from index.searcher import HybridSearcher
from index.wordings import Wordings
from tests.index.world import shelf

HASH = HashEmbedder()


@pytest.fixture(scope="module")
def generation(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Generation]:
    folder: Path = tmp_path_factory.mktemp("index")
    built = build_index(folder, entries(shelf()), HASH, library_digest="one")
    yield built
    built.close()


@pytest.fixture(scope="module")
def searcher(generation: Generation) -> HybridSearcher:
    return HybridSearcher(generation, HASH)


def test_the_passage_that_answers_comes_first(searcher: HybridSearcher) -> None:
    hits = searcher.search("Gửi báo cáo về Sở Nội vụ trước ngày nào?")
    assert hits[0].passage.text.startswith("Báo cáo gửi về")


def test_hits_are_ordered_by_score_between_0_and_1(searcher: HybridSearcher) -> None:
    scores = [hit.score for hit in searcher.search("công khai kết luận thanh tra")]
    assert scores == sorted(scores, reverse=True)
    assert 0 <= scores[-1] <= scores[0] <= 1


def test_at_most_k_are_returned(searcher: HybridSearcher) -> None:
    assert len(searcher.search("công khai", 2)) == 2
    assert searcher.search("công khai", 0) == ()


def test_both_parts_of_a_score_are_told(searcher: HybridSearcher) -> None:
    parts = searcher.search("kết luận thanh tra", 1)[0].parts
    assert parts.lexical > 0
    assert 0 < parts.dense <= 1


def test_only_the_documents_asked_for_are_searched(searcher: HybridSearcher) -> None:
    only = frozenset({"tin"})
    for question in ("công khai thanh tra", "cong khai thanh tra"):
        found = {hit.passage.document_id for hit in searcher.search(question, documents=only)}
        assert found <= only
    assert searcher.search("công khai", documents=frozenset()) == ()


def test_an_unaccented_question_is_answered_by_words_alone(searcher: HybridSearcher) -> None:
    hits = searcher.search("nang bac luong, nang ngach")
    assert hits[0].passage.text == "- Nâng bậc lương, nâng ngạch;"
    assert all(hit.parts.dense == 0 for hit in hits)


def test_a_question_in_another_language_is_answered_by_meaning_alone(
    searcher: HybridSearcher,
) -> None:
    hits = searcher.search("When must the report reach the department?")
    assert hits
    assert all(hit.parts.lexical == 0 for hit in hits)


def test_a_question_is_also_looked_up_by_other_wordings(
    generation: Generation,
) -> None:
    table = Vocabulary({("hạn", "chót"): (("trước", "ngày"),)}, {})
    plain = HybridSearcher(generation, HASH).search("hạn chót", 1)[0]
    wordy = HybridSearcher(generation, HASH, wordings=Wordings(table)).search("hạn chót", 1)[0]
    assert plain.parts.lexical == 0
    assert wordy.passage.text.startswith("Báo cáo gửi về")


def test_a_document_number_written_otherwise_is_found(searcher: HybridSearcher) -> None:
    assert "23-QĐ/TW" in searcher.search("23/QĐ-TW nói gì?", 1)[0].passage.text


def test_words_that_are_nowhere_have_no_lexical_part(searcher: HybridSearcher) -> None:
    assert {hit.parts.lexical for hit in searcher.search("ốc sên bò ngược")} == {0.0}


@pytest.mark.parametrize("question", ["", "  ", "\n", "?!", "\x00\u202e\u200b", "🙂"])
def test_nothing_asked_is_nothing_found(searcher: HybridSearcher, question: str) -> None:
    assert searcher.search(question) == ()


@pytest.mark.parametrize(
    "question", ["a" * 100_000, "ế" * 100_000, '" OR 1=1 --', "khai\x00\u202e"]
)
def test_any_text_can_be_searched_for(searcher: HybridSearcher, question: str) -> None:
    assert all(0 <= hit.score <= 1 for hit in searcher.search(question))


def test_the_same_question_gets_the_same_hits(searcher: HybridSearcher) -> None:
    assert searcher.search("quy chế dân chủ") == searcher.search("quy chế dân chủ")


def test_many_can_search_at_once(searcher: HybridSearcher) -> None:
    questions = ["kết luận thanh tra", "nang bac luong", "báo cáo Sở Nội vụ", "24 xã"] * 10
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(searcher.search, questions)) == [*map(searcher.search, questions)]
