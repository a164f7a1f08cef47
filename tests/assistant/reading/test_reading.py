"""What a question is understood to ask."""

from __future__ import annotations

import pytest

from assistant.evidence.match import match
from assistant.reading.cues import Wanted, load_cues
from assistant.reading.reading import Reader, Reading
from assistant.reading.scope import Names, years_of
from assistant.shelf import Frequency, Shelf
from corpus.registry import Registry
from corpus.syllables import syllables
from corpus.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()
TEXT = "Công chức được biết, được bàn; quy chế dân chủ; đơn vị sự nghiệp; hồ sơ; nhân dân tham gia"


def reading(question: str, text: str = TEXT) -> Reading:
    frequency = Frequency(dict.fromkeys(syllables(text), 1), 4)
    return Reader(frequency, Names(Shelf(()), VOCABULARY, Registry(())), VOCABULARY).read(question)


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("Công chức được biết những gì?", Wanted.LIST),
        ("Các phong trào nào được nêu?", Wanted.LIST),
        ("Công đoàn có trách nhiệm gì?", Wanted.DUTIES),
        ("Có bao nhiêu hồ sơ?", Wanted.COUNT),
        ("Hạn nộp là ngày mấy?", Wanted.WHEN),
        ("Theo nghị định nào?", Wanted.NUMBER),
        ("Ai làm Trưởng ban?", Wanted.WHO),
        ("Số điện thoại là bao nhiêu?", Wanted.PHONE),
        ("Cho xin số đường dây nóng của Sở", Wanted.PHONE),
        ("Dân chủ ở cơ sở", Wanted.OPEN),
        ("co bao nhieu ho so", Wanted.COUNT),
        ("cong chuc duoc biet nhung gi", Wanted.LIST),
    ],
)
def test_the_asking_words_tell_the_sort_of_answer(question: str, wanted: Wanted) -> None:
    assert reading(question).wanted is wanted


def test_function_words_and_polite_words_carry_no_matter() -> None:
    found = reading("Xin cho biết công chức được bàn những gì ạ?").chunks

    assert [chunk.words for chunk in found] == [("công", "chức"), ("bàn",)]


def test_an_abbreviation_also_stands_for_its_long_form() -> None:
    chunk = reading("QCDC là gì?").chunks[0]

    assert match(chunk, syllables("thực hiện quy chế dân chủ ở cơ sở")).share == 1.0


def test_a_long_form_also_stands_for_its_abbreviation() -> None:
    chunk = reading("Quy chế dân chủ là gì?").chunks[0]

    assert match(chunk, syllables("việc thực hiện QCDC")).share == 1.0


def test_syllables_typed_without_diacritics_stand_for_those_of_the_texts() -> None:
    chunk = reading("ho so").chunks[0]

    assert chunk.wordings[0].places == (frozenset({"ho", "hồ"}), frozenset({"so", "sơ"}))


def test_syllables_far_apart_do_not_make_a_match() -> None:
    chunk = reading("đơn vị").chunks[0]

    assert match(chunk, syllables("đơn xin việc của các vị")).share == pytest.approx(0.25)


def test_years_inside_dates_and_document_numbers_are_not_years_asked_for() -> None:
    assert years_of("Nghị định 04/2015/NĐ-CP ngày 09/01/2015, năm 2023") == frozenset({2023})


def test_every_sort_of_answer_but_the_open_one_has_cues() -> None:
    assert set(load_cues(accented=True).wanted) == set(Wanted) - {Wanted.OPEN}


def test_a_light_word_makes_no_word_with_one_that_no_text_has() -> None:
    """What "mấy cái bảng" asks for are boards; no text must have "cái bảng"."""
    found = reading("Làm mấy cái bảng quy chế?").chunks

    assert [chunk.words for chunk in found][1:3] == [("cái",), ("bảng",)]


def test_what_is_counted_stands_behind_the_asking_words() -> None:
    assert reading("Bao nhiêu hồ sơ của nhân dân?").follows
    assert not reading("Hồ sơ của nhân dân là bao nhiêu?").follows


def test_a_directive_is_no_polite_word() -> None:
    """Without diacritics, "chỉ" in "Chỉ thị" is written as "chị" is."""
    assert reading("Chỉ thị nói gì về hồ sơ?").text.startswith("Chỉ thị")
    assert reading("Chị cho hỏi hồ sơ gồm những gì?").text.startswith("hồ sơ")
