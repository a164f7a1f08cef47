"""The parts of a question, and the two things that one sets beside each other."""

from __future__ import annotations

import pytest

from assistant.question import Question
from assistant.reading.cues import Wanted
from assistant.reading.parts import readings
from assistant.reading.reading import Reader, Reading
from assistant.reading.runs import characters
from assistant.reading.scope import Names
from assistant.shelf import Shelf
from corpus.parse import parse
from corpus.registry import Registry
from corpus.vocabulary import load_vocabulary
from tests.assistant.world import PLAN, assistant_over, words

RULES = """
NỘI QUY
Trực cơ quan

Điều 1. Lãnh đạo phòng

Lãnh đạo phòng trực cơ quan mỗi tháng 01 ngày.

Điều 2. Nhân viên phòng

Nhân viên phòng trực cơ quan mỗi tháng 04 ngày.

Điều 3. Trang phục

Mặc trang phục gọn gàng, đeo thẻ.
"""


def read(question: str, texts: dict[str, str]) -> tuple[Reading, ...]:
    shelf, vocabulary = Shelf([parse(*text) for text in texts.items()]), load_vocabulary()
    reader = Reader(shelf.frequency, Names(shelf, vocabulary, Registry(())), vocabulary)
    return readings(question, reader)


def sides(question: str) -> list[list[str]]:
    read_apart = read(question, {"noi-quy.txt": RULES})
    return [[" ".join(chunk.words) for chunk in part.firm] for part in read_apart]


@pytest.mark.parametrize(
    "question",
    [
        "Lãnh đạo phòng và nhân viên phòng, mỗi người trực mấy ngày?",
        "So với lãnh đạo phòng thì nhân viên phòng trực mấy ngày?",
        "Lãnh đạo phòng trực khác nhân viên phòng chỗ nào?",
        "Lich truc cua lanh dao phong khac nhan vien phong cho nao?",
    ],
)
def test_two_things_that_are_compared_are_read_one_after_the_other(question: str) -> None:
    one, other = sides(question)

    assert any("lãnh đạo" in chunk or "lanh dao" in chunk for chunk in one)
    assert not any("lãnh đạo" in chunk or "lanh dao" in chunk for chunk in other)
    assert any("nhân viên" in chunk or "nhan vien" in chunk for chunk in other)


def test_the_name_of_the_document_is_found_again_when_one_side_is_left_out() -> None:
    parts = read("Văn phòng và Thanh tra khác nhau thế nào ở Sở Nội vụ?", {"plan.txt": PLAN})

    assert len(parts) == 2
    for part in parts:
        named = [part.text[a:b] for a, b in characters(part.text, part.scope.stretches)]
        assert named == ["Sở Nội vụ"]


def test_things_that_share_two_syllables_need_no_word_that_compares() -> None:
    assert len(sides("Trực cơ quan sáng và trực cơ quan chiều từ mấy giờ?")) == 2
    assert len(sides("Trang phục và thẻ thế nào?")) == 1


def test_each_of_two_things_is_answered_where_it_stands() -> None:
    asked = Question("Lãnh đạo phòng và nhân viên phòng, mỗi người trực mấy ngày?")

    assert words(assistant_over(noi_quy=RULES).ask(asked)) == [
        "Lãnh đạo phòng trực cơ quan mỗi tháng 01 ngày.",
        "Nhân viên phòng trực cơ quan mỗi tháng 04 ngày.",
    ]


DISTRICT = "BÁO CÁO\n\nHuyện @ có 18 xã.\n\nNhân dân huyện @ được hỏi ý kiến.\n"
DISTRICTS = {f"{name}.txt": DISTRICT.replace("@", name) for name in ("Sông Mã", "Yên Châu")}


def texts(question: str) -> list[str]:
    return [part.text for part in read(question, DISTRICTS)]


def test_a_question_about_two_documents_is_read_once_for_each() -> None:
    assert texts("Số xã của huyện Sông Mã (năm 2023) và của huyện Yên Châu là bao nhiêu?") == [
        "Số xã của huyện Sông Mã (năm 2023) là bao nhiêu?",
        "Số xã của huyện Yên Châu là bao nhiêu?",
    ]


def test_what_stands_before_a_colon_is_what_every_part_is_about() -> None:
    assert texts("Lấy ý kiến dân: huyện Sông Mã hỏi ai, còn huyện Yên Châu làm gì?") == [
        "Lấy ý kiến dân: huyện Sông Mã hỏi ai",
        "Lấy ý kiến dân: huyện Yên Châu làm gì?",
    ]


def test_two_documents_behind_what_is_asked_of_both_are_asked_about_one_by_one() -> None:
    assert texts(
        "Lấy ý kiến của ai: cán bộ huyện Sông Mã năm 2023 và người dân huyện Yên Châu?"
    ) == [
        "Lấy ý kiến của ai: cán bộ huyện Sông Mã năm 2023",
        "Lấy ý kiến của ai: người dân huyện Yên Châu?",
    ]


def test_the_year_of_one_document_is_not_that_of_another() -> None:
    question = "Huyện Sông Mã năm 2023 có mấy xã, huyện Yên Châu có mấy xã?"

    assert [set(part.scope.years) for part in read(question, DISTRICTS)] == [{2023}, set()]


@pytest.mark.parametrize(
    "question",
    [
        "Phòng nào trực nhiều nhất?",
        "Trực nhiều nhất là phòng nào?",
        "Ai trực ít hơn: lãnh đạo phòng hay nhân viên phòng?",
        "Lãnh đạo phòng trực ít hơn nhân viên phòng mấy ngày?",
        "Lãnh đạo phòng và nhân viên phòng trực chênh nhau thế nào?",
        "lanh dao phong hay nhan vien phong truc nhieu hon",
        "Nhân viên phòng trực gấp mấy lần lãnh đạo phòng?",
    ],
)
def test_a_comparison_of_amounts_asks_for_the_amounts_and_not_for_words_of_degree(
    question: str,
) -> None:
    parts = read(question, {"noi-quy.txt": RULES})

    said = {word for part in parts for chunk in part.firm for word in chunk.words}
    assert all(part.wanted is Wanted.COUNT and part.amounts for part in parts)
    assert not said & {"nhiều", "ít", "hơn", "nhất", "chênh", "gấp", "nhieu", "hon"}


@pytest.mark.parametrize(
    "question",
    [
        "Nhân viên phòng phải trực ít nhất mấy ngày?",
        "Mỗi phòng được cử nhiều nhất bao nhiêu người?",
        "Lãnh đạo phòng gặp nhân viên mấy lần?",
        "Ai phải trực nhiều nhất 04 ngày?",
        "Ai có chức vụ cao nhất phòng?",
        "Trường hợp nào được trực ít hơn quy định?",
    ],
)
def test_a_limit_or_a_rank_is_no_comparison(question: str) -> None:
    assert not any(part.amounts for part in read(question, {"noi-quy.txt": RULES}))
