"""Which registered instrument a text without its head is."""

from __future__ import annotations

import pytest

from corpus.document import Document, Fact, Particulars
from corpus.identity import Identities
from corpus.parse import parse
from corpus.registry import Registry
from corpus.span import Span

IDENTITIES = Identities(Registry.load())
LAW = "Điều 1. Phạm vi điều chỉnh\n\nLuật này quy định về tố cáo và giải quyết tố cáo."


def document(source: str, text: str, number: str = "") -> Document:
    fact = Fact(number, Span(0, 1)) if number else None
    return Document(id="d", source=source, text=text, particulars=Particulars(number=fact))


@pytest.mark.parametrize(
    "source", ["luat-to-cao-25-2018.txt", "Luật Tố cáo 25.2018.docx", "25_2018_qh14.txt"]
)
def test_file_name_and_text_together_tell_which_law_it_is(source: str) -> None:
    found = IDENTITIES.of(document(source, LAW))

    assert found is not None
    assert found.label == "Luật Tố cáo (25/2018/QH14)"


def test_a_file_name_alone_proves_nothing() -> None:
    assert IDENTITIES.of(document("luat-to-cao-25-2018.txt", "Bài viết về tố cáo.")) is None


def test_a_text_alone_is_no_law_in_particular() -> None:
    assert IDENTITIES.of(document("luat.txt", LAW)) is None


def test_the_number_that_a_text_carries_goes_before_its_file_name() -> None:
    found = IDENTITIES.of(document("luat-to-cao-25-2018.txt", LAW, number="42/2013/QH13"))

    assert found is not None
    assert found.number == "42/2013/QH13"


@pytest.mark.parametrize(("year", "known"), [(1998, True), (2021, False)])
def test_a_number_without_its_year_counts_with_the_date(year: int, known: bool) -> None:  # noqa: FBT001
    text = (
        f"Số 30-CT/TW\n\nHà Nội, ngày 18 tháng 02 năm {year}\n\nCHỈ THỊ\nvề việc lớn\n\nNội dung."
    )

    assert (IDENTITIES.of(parse("a.txt", text)[0]) is not None) is known
