"""The terms of the lexical leg."""

from __future__ import annotations

import unicodedata

import pytest

from index.tokens import bare, exact, is_unaccented, whole_numbers


def test_both_ways_of_placing_a_tone_are_one_term() -> None:
    assert exact("hoà giải, uỷ ban") == exact("hòa giải, ủy ban")


def test_a_tone_stays_where_the_vowel_is_closed_or_follows_q() -> None:
    assert exact("quý")[0] == "quý"
    assert exact("hoàn")[0] == "hoàn"


def test_decomposed_text_has_the_terms_of_composed_text() -> None:
    text = "Quyết định về dân chủ ở cơ sở"
    assert exact(unicodedata.normalize("NFD", text)) == exact(text)


def test_a_footnote_mark_and_bold_stars_are_not_part_of_a_word() -> None:
    assert "hoạch" in exact("**kế hoạch**¹")


def test_neighbours_make_a_pair() -> None:
    assert exact("dân chủ cơ sở")[4:] == ["dân_chủ", "chủ_cơ", "cơ_sở"]


@pytest.mark.parametrize("written", ["765/KH-UBND", "765-KH/UBND", "765 /KH-UBND"])
def test_a_document_number_is_one_term_however_it_is_joined(written: str) -> None:
    assert "765/kh/ubnd" in exact(f"Kế hoạch số {written} của tỉnh")


def test_a_document_number_keeps_its_parts_as_terms() -> None:
    terms = exact("Nghị định số 04/2015/NĐ-CP")
    assert {"4", "2015", "nđ", "cp", "4/2015/nđ/cp"} <= set(terms)


def test_leading_zeros_do_not_tell_numbers_apart() -> None:
    assert exact("05 hồ sơ") == exact("5 hồ sơ")
    assert whole_numbers("05/04/2007") == whole_numbers("5/4/2007")


def test_a_date_in_words_has_the_term_of_a_date_in_digits() -> None:
    assert whole_numbers("ngày 27 tháng 10 năm 2023") == ["27/10/2023"]


def test_a_lone_number_and_a_word_are_no_document_number() -> None:
    assert whole_numbers("24 xã, năm 2021 - 2030; kế hoạch 5 năm") == ["2021/2030"]


def test_bare_terms_have_no_diacritics_not_even_on_d() -> None:
    assert bare("Đường dây nóng")[:3] == ["duong", "day", "nong"]
    assert bare("23-QĐ/TW")[-1] == "23/qd/tw"


def test_a_question_is_unaccented_only_without_a_single_diacritic() -> None:
    assert is_unaccented("nguoi dan duoc biet gi")
    assert not is_unaccented("nguoi dân duoc biet gi")
    assert not is_unaccented(unicodedata.normalize("NFD", "người"))
    assert not is_unaccented("41")
