"""The five families of document numbers."""

from __future__ import annotations

import pytest

from corpus.numbers import find_numbers
from tests.corpus.sources import SEEDS, parsed


@pytest.mark.parametrize(
    "number",
    [
        "10/2022/QH15",
        "34/2007/PL-UBTVQH11",
        "55/1998/NQ-UBTVQH10",
        "04/2015/NĐ-CP",
        "01/2016/TT-BNV",
        "76/NQ-CP",
        "765/KH-UBND",
        "33/CT-TTg",
        "22/2018/QĐ-TTg",
        "30/KH-STTTT-VP",
        "575/UBND-NC",
        "1753/SNV-XDCQCCTN",
        "88/STTTT-TTBCXB",
        "30-CT/TW",
        "11-QĐi/TW",
        "22-KH/ĐUK",
        "03-HD/LNKT",
        "765-KH/UBND",
        "595/NQ-UBTVQH15",
        "1022/UBND-NV1",
        "100/KH-BCĐ389",
        "403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN",
        "03-TT/TU",
        "28-CTHĐ/TU",
        "12-Ctr/TU",
        "215/SNV",
        "5/P.VHTT",
        "05/2022/L-CTN",
        "77a/KH-UBND",
    ],
)
def test_a_number_is_found_whole(number: str) -> None:
    assert [n.value for n in find_numbers(f"Theo số {number}, ngày 05/4/2007 của")] == [number]


def test_words_that_touch_a_party_number_are_no_part_of_it() -> None:
    text = "Chỉ thị số 31-CT/TUQuyết định số 1528-QĐ/TU"
    assert [n.value for n in find_numbers(text)] == ["31-CT/TU", "1528-QĐ/TU"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Số: 60 /KH-SVHTTDL", "60/KH-SVHTTDL"),
        ("Công văn số 4595/UBND-CN XD ngày 29/9/2021", "4595/UBND-CNXD"),
        ("Nghị định số 04/2015/NĐ–CP", "04/2015/NĐ-CP"),
        ("QĐ số 15/QĐ−UBND", "15/QĐ-UBND"),
    ],
)
def test_a_number_written_with_spaces_or_long_dashes_has_a_value_without(
    text: str, value: str
) -> None:
    (fact,) = find_numbers(text)
    assert fact.value == value
    words = fact.span.of(text).translate(str.maketrans("–−", "--"))
    assert words.replace(" ", "") == value


@pytest.mark.parametrize(
    "text",
    [
        "Số: /KH-SCT",
        "ngày 20/3/2023",
        "02/02 đơn thư",
        "5/5 đơn vị",
        "đạt 12/THPT",
        "Tổng số 12/TTHC",
    ],
)
def test_what_is_no_number_of_a_document_is_not_found(text: str) -> None:
    assert find_numbers(text) == ()


def test_the_source_texts_cite_112_numbers_and_bear_one() -> None:
    assert [len(find_numbers(parsed(path)[0].text)) for path in SEEDS] == [3, 7, 11, 70, 22]
