"""The registry says of each instrument only what its basis says, and finds it in running text."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest

from corpus.agencies import FormerAgencies
from corpus.document import Document, Fact, IssueDate, Particulars
from corpus.instrument import Instrument, LegalStatus, UnfoundedStatusError
from corpus.numbers import find_numbers
from corpus.registry import Registry
from corpus.span import Span
from corpus.table import rows

REGISTRY = Registry.load()
AGENCIES = FormerAgencies.load()


def numbers(text: str) -> list[str]:
    return [instrument.number for instrument in REGISTRY.find(text)]


@pytest.mark.parametrize("instrument", REGISTRY.instruments, ids=lambda i: i.number)
def test_every_number_of_the_table_is_read_as_one_number(instrument: Instrument) -> None:
    for number in instrument.numbers:
        assert [found.value for found in find_numbers(f"số {number} ngày")] == [number]
    for other in (*instrument.replaced_by, *instrument.amended_by):
        kind, _, number = other.rpartition(" ")
        assert kind
        assert [found.value for found in find_numbers(other)] == [number]


@pytest.mark.parametrize("instrument", REGISTRY.instruments, ids=lambda i: i.number)
def test_dates_of_an_instrument_are_in_order(instrument: Instrument) -> None:
    known = (instrument.issued_on, instrument.effective_on, instrument.since)
    stated = [day for day in known if day is not None]

    assert stated == sorted(stated)
    assert all(date(1945, 9, 2) < day < date(2027, 1, 1) for day in stated)


def test_every_row_has_a_basis_and_is_written_in_nfc() -> None:
    for name in ("registry.csv", "agencies.csv"):
        for row in rows(name):
            assert row["basis"]
            assert all(unicodedata.is_normalized("NFC", cell) for cell in row.values())


def test_each_number_and_name_stands_for_one_instrument() -> None:
    keys = [key for i in REGISTRY.instruments for key in (*i.numbers, *i.names)]

    assert len(keys) == len(set(keys))


def test_what_is_not_certain_is_to_be_checked() -> None:
    for instrument in REGISTRY.instruments:
        assert instrument.certain is (instrument.status is not LegalStatus.UNCERTAIN)


def test_decree_04_of_2015_is_never_said_to_have_ended() -> None:
    (decree,) = REGISTRY.find("Nghị định 04/2015/NĐ-CP")

    assert decree.status is LegalStatus.UNCERTAIN
    assert not decree.replaced_by
    assert "hết hiệu lực" not in decree.note


def test_ordinance_34_of_2007_ended_with_the_law_of_2022() -> None:
    (ordinance,) = REGISTRY.find("Pháp lệnh số 34/2007/PL-UBTVQH11 ngày 05/4/2007")

    assert ordinance.status is LegalStatus.ENDED
    assert ordinance.since == date(2023, 7, 1)
    assert ordinance.basis == "Luật 10/2022/QH15, Điều 90 khoản 2"


@pytest.mark.parametrize(
    ("status", "certain", "basis"),
    [
        (LegalStatus.IN_FORCE, True, ""),
        (LegalStatus.IN_FORCE, False, "một trang"),
        (LegalStatus.UNCERTAIN, True, "một trang"),
        (LegalStatus.ENDED, True, "một luật"),
        (LegalStatus.AMENDED, True, "một luật"),
    ],
)
def test_a_status_without_its_proof_cannot_exist(
    status: LegalStatus,
    certain: bool,  # noqa: FBT001  a column of the table above
    basis: str,
) -> None:
    with pytest.raises(UnfoundedStatusError):
        Instrument(
            number="1/2001/NĐ-CP",
            kind="Nghị định",
            name="",
            status=status,
            basis=basis,
            certain=certain,
        )


def test_instruments_come_in_the_order_of_the_text_each_once() -> None:
    text = (
        "Luật Tố cáo; Nghị định số 60/2013/NĐ-CP, Nghị định 149/2018/NĐ-CP; "
        "lại Nghị định 60/2013/NĐ/CP và Luật Tố cáo số 25/2018/QH14"
    )

    assert numbers(text) == ["25/2018/QH14", "60/2013/NĐ-CP", "149/2018/NĐ-CP"]


@pytest.mark.parametrize(
    "text",
    [
        "theo Luật Phòng, chống tham nhũng năm 2018",
        "theo Luật phòng chống tham nhũng.",
        "LUẬT PHÒNG, CHỐNG THAM NHŨNG",
        "Luật Phòng, chống tham nhũng số 36/2018/QH14",
        "Luật Phòng, chống tham nhũng ngày 20 tháng 11 năm 2018",
        "Luật PCTN (2018)",
    ],
)
def test_a_law_is_found_by_its_name_however_it_is_written(text: str) -> None:
    assert numbers(text) == ["36/2018/QH14"]


@pytest.mark.parametrize(
    "text",
    [
        "Luật Phòng, chống tham nhũng năm 2005",
        "Luật Phòng, chống tham nhũng số 55/2005/QH11",
        "Luật Khiếu nại, tố cáo năm 1998",
        "thực hiện pháp luật tiếp công dân",
        "các luật tiếp công dân",
        "vi phạm Luật. Khiếu nại của công dân",
        "Nghị định 104/2015/NĐ-CP",
        "công tác tiếp công dân",
        "",
    ],
)
def test_an_older_law_or_a_common_word_is_not_a_registered_law(text: str) -> None:
    assert numbers(text) == []


def test_both_laws_are_found_when_both_are_named() -> None:
    assert numbers("Luật Khiếu nại, Luật Tố cáo") == ["02/2011/QH13", "25/2018/QH14"]


def test_a_number_without_a_year_counts_only_with_its_date() -> None:
    assert numbers("Chỉ thị số 30-CT/TW, ngày 18/02/1998 của Bộ Chính trị") == ["30-CT/TW"]
    assert numbers("Chỉ thị số 30-CT/TW ngày 18 tháng 2 năm 1998") == ["30-CT/TW"]
    assert numbers("Chỉ thị số 30-CT/TW ngày 22/01/2019") == []
    assert numbers("Chỉ thị số 30-CT/TW của Bộ Chính trị") == []
    assert numbers("Quy định số 11-QĐ/TW, ngày 18/02/2019") == ["11-QĐi/TW"]


def document(issuer: str, place: str, day: IssueDate | None) -> Document:
    span = Span(0, 1)
    return Document(
        id="a",
        source="a.txt",
        text="một văn bản",
        particulars=Particulars(issuer=Fact(issuer, span), place=Fact(place, span), issued_on=day),
    )


def former(issuer: str, place: str, day: IssueDate | None) -> list[str]:
    return [agency.label for agency in AGENCIES.of(document(issuer, place, day))]


def in_year(year: int) -> IssueDate:
    return IssueDate(year=year, span=Span(0, 1))


def test_an_agency_is_former_by_its_own_name_and_by_its_province() -> None:
    assert former("Sở Thông tin và Truyền thông", "Trà Vinh", in_year(2021)) == [
        "tỉnh Trà Vinh",
        "Sở Thông tin và Truyền thông",
    ]
    assert former("UBND huyện Lạc Thủy", "Lạc Thủy", in_year(2020)) == ["cấp huyện"]
    assert former("Ủy ban nhân dân tỉnh Long An", "Tân An", in_year(2020)) == ["tỉnh Long An"]


def test_an_agency_is_not_former_where_that_is_not_certain() -> None:
    assert former("Sở Công Thương", "Tây Ninh", in_year(2024)) == []
    assert former("Ủy ban nhân dân xã Hòa Bình", "Hòa Bình", in_year(2020)) == []
    assert former("Sở Y tế", "Trà Vinh", None) == []
    assert former("Sở Y tế", "Trà Vinh", in_year(2026)) == []
    assert former("Sở Y tế", "Trà Vinh", IssueDate(year=2021, month=13, span=Span(0, 1))) == []
