"""What is kept beside a text: older versions, tags, corrections; a library of before has none."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.corrections import UnprovedCorrectionError
from corpus.library import Library
from corpus.passage import PassageKind
from corpus.state import StateFolder

PLAN = """Số: 12/KH-SCV

Thị Trấn, ngày 5 tháng 3 năm 2024

KẾ HOẠCH
Tiếp công dân năm 2024

I. MỤC ĐÍCH

- Sở Công Vụ tiếp công dân vào thứ Năm;
"""


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library.open(tmp_path / "home")
    yield opened
    opened.close()


def put(library: Library, folder: Path, text: str, name: str = "ke-hoach.txt") -> str:
    path = folder / name
    path.write_text(text, "utf-8")
    return library.add(path).document.id


def test_a_version_that_was_replaced_still_says_what_it_said(
    library: Library, tmp_path: Path
) -> None:
    key = put(library, tmp_path, PLAN)
    put(library, tmp_path, PLAN.replace("thứ Năm", "thứ Hai"))
    put(library, tmp_path, PLAN.replace("thứ Năm", "thứ Ba"))
    assert "thứ Ba" in library.document(key).text
    latest, first = library.versions.of(key)
    assert "thứ Hai" in latest.document.text
    assert "thứ Năm" in first.document.text
    assert first.document.facts() == library.document(key).facts()
    assert len(list(StateFolder(tmp_path / "home").originals.iterdir())) == 3


def test_a_version_can_come_back_and_its_original_is_never_lost(
    library: Library, tmp_path: Path
) -> None:
    key = put(library, tmp_path, PLAN)
    put(library, tmp_path, PLAN + "Thêm.")
    put(library, tmp_path, PLAN)
    other = put(library, tmp_path, PLAN + "Thêm.", "khac.txt")
    library.remove(key)
    library.reparse()
    assert library.document(other).text.endswith("Thêm.")


def test_tags_group_documents_and_go_with_them(library: Library, tmp_path: Path) -> None:
    key = put(library, tmp_path, PLAN)
    library.tags.put(key, " tiếp  dân ")
    library.tags.put(key, "2024")
    library.tags.put(key, "2024")
    library.tags.put(key, "  ")
    assert library.tags.every() == {key: ("2024", "tiếp dân")}
    library.tags.take(key, "2024")
    put(library, tmp_path, PLAN + "Thêm.")
    assert library.tags.every() == {key: ("tiếp dân",)}
    library.remove(key)
    assert library.tags.every() == {}


def test_a_correction_points_at_words_of_the_text_and_survives_another_version(
    library: Library, tmp_path: Path
) -> None:
    key = put(library, tmp_path, PLAN)
    before = library.digest()
    document = library.correct(key, "issuer", "Sở Công Vụ")
    issuer = document.particulars.issuer
    assert issuer
    assert issuer.span.of(document.text) == "Sở Công Vụ"
    assert library.digest() != before
    put(library, tmp_path, f"{PLAN}\nThêm.")
    assert library.document(key).particulars.issuer
    library.reparse()
    assert library.document(key).particulars.issuer
    library.correct(key, "issuer", None)
    assert library.document(key).particulars.issuer is None


def test_a_particular_can_be_taken_away_and_a_date_set(library: Library, tmp_path: Path) -> None:
    key = put(library, tmp_path, PLAN + "Họp ngày 06 tháng 3 năm 2024.")
    assert library.correct(key, "place", "").particulars.place is None
    dated = library.correct(key, "issued_on", "ngày 06 tháng 3 năm 2024").particulars.issued_on
    assert str(dated) == "06/3/2024"


def test_a_correction_whose_words_are_gone_rests(library: Library, tmp_path: Path) -> None:
    key = put(library, tmp_path, PLAN)
    library.correct(key, "issuer", "Sở Công Vụ")
    put(library, tmp_path, PLAN.replace("Sở Công Vụ", "Cơ quan"))
    assert library.document(key).particulars.issuer is None


@pytest.mark.parametrize(
    ("name", "value"), [("issuer", "Sở Khác"), ("issued_on", "Sở Công Vụ"), ("màu", "xanh")]
)
def test_a_correction_that_the_text_does_not_bear_out_is_refused(
    library: Library, tmp_path: Path, name: str, value: str
) -> None:
    key = put(library, tmp_path, PLAN)
    with pytest.raises(UnprovedCorrectionError):
        library.correct(key, name, value)


def test_a_library_of_the_first_schema_opens_with_all_that_it_holds(tmp_path: Path) -> None:
    home = tmp_path / "home"
    library = Library.open(home)
    key = put(library, tmp_path, PLAN)
    library.close()
    with sqlite3.connect(StateFolder(home).library) as old:
        for table in ("versions", "tags", "corrections", "instruments", "outlines"):
            old.execute(f"DROP TABLE {table}")
        old.execute("ALTER TABLE documents DROP COLUMN reading")
        old.execute("PRAGMA user_version = 1")
    old.close()
    again = Library.open(home)
    assert again.document(key).particulars.number
    again.tags.put(key, "cũ")
    assert again.tags.every() == {key: ("cũ",)}
    again.close()


def test_a_line_can_be_called_a_heading_or_none_and_it_survives_another_version(
    library: Library, tmp_path: Path
) -> None:
    text = f"{PLAN}\nPhần việc của Văn phòng\n\n- Tổng hợp, báo cáo;\n"
    key = put(library, tmp_path, text)
    before = library.digest()
    library.mark(key, "Phần việc của  Văn phòng", heading=True)
    library.mark(key, "I. MỤC ĐÍCH", heading=False)
    assert library.digest() != before
    put(library, tmp_path, f"{text}\nThêm.")
    library.reparse()
    kinds = {passage.text: passage for passage in library.passages(key)}
    office = kinds["Phần việc của Văn phòng"]
    assert office.kind is PassageKind.HEADING
    assert kinds["I. MỤC ĐÍCH"].kind is PassageKind.PARAGRAPH
    assert kinds["- Tổng hợp, báo cáo;"].parent == office.id
    library.mark(key, "I. MỤC ĐÍCH", heading=None)
    assert "I. MỤC ĐÍCH" in [p.text for p in library.passages(key) if p.path == ("I",)]


def test_a_line_that_the_text_does_not_have_cannot_be_a_heading(
    library: Library, tmp_path: Path
) -> None:
    key = put(library, tmp_path, PLAN)
    with pytest.raises(UnprovedCorrectionError):
        library.mark(key, "Dòng không có", heading=True)


def test_the_pages_of_a_text_still_count_when_a_line_is_called_a_heading(
    library: Library, tmp_path: Path
) -> None:
    pages = (f"{n} BẢN TIN XÃ MẪU\n\nXã nói về việc {n}.\n\nHết" for n in range(1, 5))
    key = put(library, tmp_path, "\n\f".join(pages))
    before = library.passages(key)
    library.mark(key, "Xã nói về việc 2.", heading=True)
    library.reparse()
    assert [p.kind for p in library.passages(key) if p.text.endswith("MẪU")] == [
        p.kind for p in before if p.text.endswith("MẪU")
    ]
    library.mark(key, "Xã nói về việc 2.", heading=None)
    assert library.passages(key) == before
