"""The lexical leg."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from index.entry import Entry, entries
from index.lexical import OTHERWISE, LexicalIndex, LexicalOptions, Words, WordsBuilder
from tests.index.world import document, passage, shelf


def of_texts(*texts: str) -> list[Entry]:
    """Return an entry for each text, without title or context."""
    made = [document(f"d{i}", text) for i, text in enumerate(texts)]
    return [Entry(passage=passage(d, d.text), title="") for d in made]


def test_a_score_is_the_bm25_of_robertson_and_zaragoza() -> None:
    index = LexicalIndex.build(of_texts("công", "khai", "khai"), LexicalOptions(k1=1.2, b=0.75))
    idf = math.log(1 + (3 - 1 + 0.5) / (1 + 0.5))
    norm = 1 + 1.2 * (1 - 0.75 + 0.75 * 1 / 1)
    assert index.scores("công")[0] == pytest.approx(idf / norm, rel=1e-5)


def test_scores_come_in_the_order_of_the_entries_as_float32() -> None:
    scores = LexicalIndex.build(of_texts("thanh tra", "báo cáo", "thanh niên")).scores("thanh tra")
    assert scores.dtype == np.float32
    assert scores[0] > scores[2] > scores[1] == 0


def test_a_question_without_a_known_word_scores_nothing() -> None:
    index = LexicalIndex.build(of_texts("thanh tra", "báo cáo"))
    assert not index.scores("xyzt").any()
    assert not index.scores("").any()
    assert not index.scores("!?").any()


def test_an_unaccented_question_finds_accented_words() -> None:
    index = LexicalIndex.build(of_texts("thanh tra", "đường dây nóng"))
    assert index.scores("duong day nong", unaccented=True)[1] > 0
    assert index.scores("duong day nong")[1] == 0


def test_a_passage_is_found_by_its_headings_lead_in_and_title() -> None:
    index = LexicalIndex.build(entries(shelf()))
    for words in ("công khai", "công chức biết", "kế hoạch"):
        assert index.scores(words)[3] > 0


def test_an_index_without_entries_scores_nothing() -> None:
    assert LexicalIndex.build([]).scores("công khai").shape == (0,)
    assert LexicalIndex([]).scores("công khai").shape == (0,)


def test_passages_without_a_single_word_make_an_index() -> None:
    assert not LexicalIndex.build(of_texts("---", "…")).scores("báo cáo").any()


def test_a_passage_without_words_is_never_found() -> None:
    index = LexicalIndex.build(of_texts("báo cáo", "---"))
    assert index.scores("báo cáo")[1] == 0


def test_another_wording_counts_less_than_the_words_of_the_question() -> None:
    index = LexicalIndex.build(of_texts("hạn chót", "chậm nhất", "báo cáo"))
    own, other, none = index.scores("hạn chót", otherwise=["chậm nhất"])
    assert own > other > none == 0
    assert other == pytest.approx(OTHERWISE * index.scores("chậm nhất")[1])


def test_familiarity_is_the_share_of_known_words_diacritics_aside() -> None:
    index = LexicalIndex.build(of_texts("hạn chót", "báo cáo"))
    assert index.familiarity("han chot nop bao") == 0.75
    assert index.familiarity("?") == LexicalIndex.build([]).familiarity("hạn") == 0


def of_segments(*segments: list[Entry]) -> list[Words]:
    """Return the inverted files of several segments."""
    made = []
    for some in segments:
        builder = WordsBuilder()
        for entry in some:
            builder.add(entry)
        made.append(builder.finish())
    return made


def test_a_saved_index_scores_as_before(tmp_path: Path) -> None:
    built = of_segments(list(entries(shelf())))
    built[0].save(tmp_path)
    loaded = LexicalIndex([Words.load(tmp_path, built[0].live)])
    for question, unaccented in (("kết luận thanh tra", False), ("ket luan", True)):
        before = LexicalIndex(built).scores(question, unaccented=unaccented)
        assert np.array_equal(before, loaded.scores(question, unaccented=unaccented))


def test_segments_score_as_one_index() -> None:
    some, more = list(entries(shelf()))[:4], list(entries(shelf()))[4:]
    for question in ("báo cáo thanh tra", "công khai"):
        whole = LexicalIndex.build([*some, *more]).scores(question)
        assert np.array_equal(LexicalIndex(of_segments(some, more)).scores(question), whole)


def test_what_was_removed_counts_for_nothing() -> None:
    kept, gone = of_texts("thanh tra", "báo cáo thanh tra"), of_texts("thanh niên", "thanh tra")
    words = of_segments([kept[0], *gone, kept[1]])[0]
    left = LexicalIndex([replace(words, live=np.array([0, 3]))])
    assert np.array_equal(left.scores("thanh tra"), LexicalIndex.build(kept).scores("thanh tra"))
    assert left.familiarity("thanh niên") == 0.5
