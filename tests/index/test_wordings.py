"""Other wordings of a question."""

from __future__ import annotations

from corpus.vocabulary import Phrase, Vocabulary, load_vocabulary
from index.wordings import Wordings

OTHERS = {
    ("dân", "chủ"): (("làm", "chủ"),),
    ("quy", "chế", "dân", "chủ"): (("qcdc",),),
    ("quy", "chế"): (("nội", "quy"),),
    ("hạn", "chót"): (("chậm", "nhất"), ("thời", "hạn")),
}
WORDINGS = Wordings(Vocabulary(OTHERS, {}))


def test_every_other_wording_of_a_phrase_is_given() -> None:
    assert WORDINGS.of("Hạn chót là khi nào?") == ("chậm nhất", "thời hạn")


def test_the_longest_phrase_counts_and_not_its_parts() -> None:
    assert WORDINGS.of("quy chế dân chủ") == ("qcdc",)


def test_phrases_side_by_side_all_count_each_once() -> None:
    assert WORDINGS.of("dân chủ; quy chế; quy chế") == ("làm chủ", "nội quy")


def test_a_question_without_diacritics_has_the_same_wordings() -> None:
    assert WORDINGS.of("han chot", unaccented=True) == ("chậm nhất", "thời hạn")
    assert WORDINGS.of("han chot") == ()


def test_no_phrase_no_wording() -> None:
    assert WORDINGS.of("") == WORDINGS.of("ai ký?") == ()


def test_the_tables_of_the_project_can_be_used() -> None:
    assert "ủy ban nhân dân" in Wordings(load_vocabulary()).of("UBND")


def test_an_everyday_wording_counts_beside_the_other_wordings_of_the_phrase() -> None:
    lay: dict[Phrase, tuple[Phrase, ...]] = {
        ("hạn", "chót"): (("thời", "hiệu"),),
        ("ly", "dị"): (("ly", "hôn"),),
    }
    wordings = Wordings(Vocabulary(OTHERS, {}, lay=lay))
    assert wordings.of("Hạn chót ly dị?") == ("chậm nhất", "thời hạn", "thời hiệu", "ly hôn")
