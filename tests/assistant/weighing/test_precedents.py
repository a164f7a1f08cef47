"""Questions that were written about a text before."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from assistant.options import AskOptions
from assistant.question import Question
from assistant.shelf import Shelf
from assistant.weighing.asked import Asked, Text, asked_about, texts
from assistant.weighing.precedents import NONE, NOWHERE, Precedent, Precedents, Written
from assistant.weighing.tuning import Tuning
from corpus.parse import parse
from corpus.shipped import shipped_texts
from corpus.span import Span
from corpus.syllables import syllables
from evals.goldfile import load
from tests.assistant.world import assistant_on

RULES = """\
NỘI QUY CƠ QUAN

1. Giờ giấc

Công chức đến cơ quan lúc 7 giờ. Cửa phụ đóng vào lúc tan tầm.

2. Xe cộ

Xe máy gửi ở sân sau. Bảo vệ giữ chìa khóa phòng họp.
"""
SHELF = Shelf([parse("noi_quy.txt", RULES)])
DOCUMENT = next(iter(SHELF.documents.values()))


def stretch(words: str) -> tuple[int, int]:
    start = DOCUMENT.text.index(words)
    return start, start + len(words)


def asked(question: str, *proofs: str, near: tuple[str, ...] = ()) -> Asked:
    where = tuple(map(stretch, proofs))
    return Asked(text=DOCUMENT.source, question=question, proofs=where, also=(), near=near)


PARKING, ROOM = "Xe máy gửi ở sân sau.", "Bảo vệ giữ chìa khóa phòng họp."
WRITTEN = (
    asked("Đi làm thì để con ngựa sắt chỗ nào?", PARKING, near=("Gửi xe tháng hết mấy đồng?",)),
    asked("Muốn mở chỗ hội ý thì tìm ai?", ROOM),
    asked("Mấy giờ phải có mặt?", "Công chức đến cơ quan lúc 7 giờ."),
)
PRECEDENTS = Precedents(SHELF, Written.of({DOCUMENT.id: WRITTEN}))
EVERY = frozenset(SHELF.documents)


def span(words: str) -> Span:
    return Span(*stretch(words))


def test_what_answers_the_nearest_question_is_worth_most() -> None:
    near = PRECEDENTS.near(["để con ngựa sắt ở đâu"], EVERY).of(DOCUMENT.id)

    assert near.worth([span(PARKING)]) > 0.9
    assert near.worth([span(ROOM)]) < 0.1
    assert 0.3 < near.likeness < 1


def test_what_is_quoted_beside_an_answer_lowers_its_worth() -> None:
    near = PRECEDENTS.near([WRITTEN[0].question], EVERY).of(DOCUMENT.id)
    alone, more = [span(PARKING)], [span(PARKING), span(ROOM)]

    assert near.worth(more) == pytest.approx(near.worth(alone) * 0.8)


def test_a_near_miss_is_answered_by_nothing() -> None:
    near = PRECEDENTS.near(["gửi xe tháng bao nhiêu đồng"], EVERY).of(DOCUMENT.id)

    assert near.answered < 0.1
    assert not near.sure
    assert near.worth([span(PARKING)]) < 0.1


def test_the_same_question_is_sure() -> None:
    assert PRECEDENTS.near(["Mấy giờ phải có mặt ạ?"], EVERY).of(DOCUMENT.id).sure


def test_the_passages_that_answer_the_nearest_are_found() -> None:
    near = PRECEDENTS.near(["Mấy giờ phải có mặt?"], EVERY)
    key, where = next(iter(PRECEDENTS.places(near)))

    assert where.of(DOCUMENT.text) == "Công chức đến cơ quan lúc 7 giờ."
    assert SHELF.passages[key].span.contains(where)


def test_nothing_is_known_of_other_documents_or_in_other_words() -> None:
    assert PRECEDENTS.near(["Mấy giờ phải có mặt?"], {"another"}) is NOWHERE
    assert PRECEDENTS.near(["Mấy giờ phải có mặt?"], EVERY, most=0) is NOWHERE
    assert not PRECEDENTS.near(["xyz"], EVERY).documents
    assert Precedents(SHELF, Written.of({})).near(["Mấy giờ?"], EVERY) is NOWHERE


RIDE = Question("Tôi đi làm thì để con ngựa sắt chỗ nào vậy?")


def test_those_of_one_document_say_nothing_of_another() -> None:
    near = PRECEDENTS.near(["Mấy giờ phải có mặt?"], EVERY)

    assert near.of(DOCUMENT.id).likeness == pytest.approx(1.0)
    assert near.of("another") is NONE
    assert NONE.said_of([span(PARKING)]) == dict.fromkeys(
        ("precedent", "answering", "silent", "likeness"), 0.0
    )


def test_what_a_precedent_tells_is_a_candidate_though_the_text_lacks_the_words() -> None:
    chosen = assistant_on(SHELF, AskOptions(precedents=PRECEDENTS)).considered(RIDE)

    assert chosen[0].candidate.stretches == (span(PARKING),)
    assert chosen[0].candidate.told
    assert chosen[0].features.answering > 0.9
    assert all(one.rank < chosen[0].rank - 1 for one in chosen[1:])


def test_precedents_can_be_left_out() -> None:
    without = AskOptions(Tuning(precedents=0), precedents=PRECEDENTS)
    assert assistant_on(SHELF, without).considered(RIDE) == assistant_on(SHELF).considered(RIDE)
    assert all(not one.candidate.told for one in assistant_on(SHELF).considered(RIDE))


def test_they_say_nothing_where_the_best_candidate_is_of_another_document() -> None:
    other = parse("quy_che.txt", "QUY CHẾ\n\nMấy giờ phải có mặt do trưởng phòng định.\n")
    shelf = Shelf([parse("noi_quy.txt", RULES), other])
    precedents = Precedents(shelf, Written.of({DOCUMENT.id: WRITTEN}))
    chosen = assistant_on(shelf, AskOptions(precedents=precedents)).considered(
        Question("Mấy giờ phải có mặt do ai định?")
    )
    alone = assistant_on(shelf).considered(Question("Mấy giờ phải có mặt do ai định?"))

    assert chosen[0].candidate.head.document_id == other[0].id
    assert chosen[0].rank == pytest.approx(alone[0].rank)


# --- the questions that ship


@pytest.fixture(scope="module")
def shipped() -> Shelf:
    return Shelf(parse(path.name, path.read_text("utf-8")) for path in shipped_texts())


def test_each_shipped_text_has_questions_and_they_are_about_its_words(shipped: Shelf) -> None:
    precedents = Precedents.about(shipped)
    assert precedents.documents == frozenset(shipped.documents)

    known = {text.text: text for text in texts()}
    for document in shipped.documents.values():
        questions = list(asked_about(known[document.source]))
        assert len(questions) > 500
        assert all(end <= len(document.text) for one in questions for _, end in one.proofs)


def test_a_text_with_other_words_has_none(shipped: Shelf) -> None:
    document = next(iter(shipped.documents.values()))
    text = next(text for text in texts() if text.text == document.source)

    assert text.says(document.text)
    assert not text.says(document.text.replace("a", "b", 1))
    assert not text.says(document.text[1:])
    assert not replace(text, sha256="0").says(document.text)


def test_no_written_question_is_one_of_a_gold_set_in_nearly_the_same_words() -> None:
    folder = Path(__file__).parents[3] / "evals" / "gold"
    gold = sorted({item.question for path in folder.glob("*.jsonl") for item in load(path).items})
    written = (one for text in texts() for one in asked_about(text))
    questions = [question for one in written for question in (one.question, *one.near)]

    assert copies([gold[0], "Câu này không có ở đâu cả"], gold) == [gold[0]]
    assert copies(questions, gold) == []


def copies(questions: list[str], gold: list[str]) -> list[str]:
    """Return the questions that share three quarters of all words with one of the others."""
    numbers: dict[str, int] = {}
    rows, columns = counted(questions, numbers), counted(gold, numbers)
    shape = len(numbers)
    rows.resize((len(questions), shape))
    columns.resize((len(gold), shape))
    shared = (rows @ columns.T).tocoo()
    sizes, others = rows.sum(axis=1).A1, columns.sum(axis=1).A1
    every = sizes[shared.row] + others[shared.col] - shared.data
    return [questions[n] for n in sorted(set(shared.row[shared.data >= 0.75 * every].tolist()))]


def counted(questions: list[str], numbers: dict[str, int]) -> csr_matrix:
    words = [set(syllables(question)) for question in questions]
    columns = [numbers.setdefault(word, len(numbers)) for some in words for word in some]
    ends = np.cumsum([0, *map(len, words)])
    return csr_matrix((np.ones(len(columns), np.int32), columns, ends))


def test_files_are_found_by_the_text_that_they_are_about() -> None:
    assert len(texts()) == len({text.text for text in texts()})
    assert all(isinstance(text, Text) and text.characters > 1000 for text in texts())


def test_what_nothing_answers_for_another_year_warns_of_nothing() -> None:
    near_miss = Precedent("Kinh phí hội nghị năm 2023 bao nhiêu?")
    answered = Precedent("Hội nghị năm 2023 họp ngày nào?", ((Span(0, 9),),))

    assert near_miss.is_of(frozenset({2023}))
    assert not near_miss.is_of(frozenset({2024}))
    assert not near_miss.is_of(frozenset())
    assert answered.is_of(frozenset({2024}))
