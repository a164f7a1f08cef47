"""Words that may be damaged are told; the symbols of documents are none of them."""

from __future__ import annotations

from corpus.document import Document
from corpus.doubts import doubts


def test_the_symbol_of_a_number_is_no_damage() -> None:
    text = "Quy định số 11-QĐi/TW ngày 18/02/2019, các đồng chíỏa hiệu"
    assert [one.word for one in doubts(Document(id="d", source="d", text=text))] == ["chíỏa"]
