"""The made corpus: every format and encoding gives back the words of the shipped texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import UnreadableSourceError
from corpus.loaders.legible import is_syllable
from corpus.loaders.load import loaded, unpacked
from corpus.loaders.picture import can_recognise
from corpus.loaders.source import Source
from corpus.parse import parse
from corpus.reading import Mending
from corpus.repair import repaired
from tests.corpus.made import formats
from tests.corpus.made.codes import CODES
from tests.corpus.made.errors import error_rate
from tests.corpus.made.texts import TEXTS, flat, given, lines_of

ROWS = (
    ("TT", "Nội dung", "Số tiền"),
    ("1", "Quỹ vì người nghèo", "5.480.000"),
    ("2", "Quỹ mái ấm công đoàn", "1.710.000"),
)
TABLE = [" | ".join(cells) for cells in ROWS]
CLEAN_SCAN = 0.015


def found(data: bytes, name: str = "a.bin") -> list[str]:
    """Return the lines that the loader finds."""
    lines = (" ".join(line.split()) for line in loaded(Source(Path(name), data)).text.splitlines())
    return [line for line in lines if line]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem[:3])
@pytest.mark.parametrize("code", CODES)
def test_every_encoding_gives_back_every_character(path: Path, code: str) -> None:
    writable, write = CODES[code]
    text = writable("\n".join(lines_of(path)))
    read = loaded(Source(Path("a.txt"), write(text)))
    assert parse("a.txt", read.text)[0].text == repaired(text).text
    assert read.encoding.lower() == {"nfd": "utf-8"}.get(code, code).lower()


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem[:3])
@pytest.mark.parametrize("kind", ["docx", "rtf", "odt", "html"])
def test_every_document_format_gives_back_every_character(path: Path, kind: str) -> None:
    lines = given(path)
    made = getattr(formats, kind)(lines, ROWS)
    assert found(made) == [*lines, *TABLE]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem[:3])
def test_a_word_document_of_the_old_format_gives_back_every_character(path: Path) -> None:
    lines = given(path)
    assert found(formats.doc(lines)) == lines


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem[:3])
def test_a_pdf_gives_back_every_character_and_knows_its_pages(path: Path) -> None:
    lines = given(path)
    document, _ = parse("a.pdf", loaded(Source(Path("a.pdf"), formats.pdf(lines))).text)
    assert flat(document.text.splitlines()) == repaired(flat(lines)).text
    last = document.text.index(lines[-1])
    assert document.reading.page(0) == 1
    assert document.reading.page(last) == len(document.reading.pages) > 1


def test_a_workbook_a_csv_file_and_a_presentation_keep_their_rows() -> None:
    assert found(formats.xlsx(ROWS)) == TABLE
    for mark in ";,\t|":
        assert found(formats.csv(ROWS, mark)) == TABLE
    assert found(formats.pptx(["Kế hoạch năm", "Quỹ"], ROWS)) == ["Kế hoạch năm", "Quỹ", *TABLE]


def whole(source: Source) -> list[Source]:
    """Return the files that a container holds, all of which can be unpacked."""
    files = unpacked(source)
    assert not [one for one in files if isinstance(one, UnreadableSourceError)]
    return [one for one in files if isinstance(one, Source)]


def test_a_letter_is_a_document_beside_what_is_attached_to_it() -> None:
    plan = formats.docx(["Kế hoạch tiếp công dân"])
    data = formats.eml(["Kính gửi quý cơ quan,", "Đề nghị phổ biến."], {"kế hoạch.docx": plan})
    letter, attached = whole(Source(Path("thu.eml"), data))
    assert found(letter.data)[-2:] == ["Kính gửi quý cơ quan,", "Đề nghị phổ biến."]
    assert "Subject: Gửi tài liệu" in found(letter.data)
    assert (attached.path.name, found(attached.data)) == (
        "kế hoạch.docx", ["Kế hoạch tiếp công dân"],
    )  # fmt: skip


def test_an_archive_gives_the_files_that_it_holds_and_those_of_an_archive_inside() -> None:
    inner = formats.packed({"b.txt": "Báo cáo".encode()})
    data = formats.packed(
        {"thư mục/a.rtf": formats.rtf(["Kế hoạch"]), "x.zip": inner, "__MACOSX/a": b"x", ".y": b"y"}
    )
    files = whole(Source(Path("kho.zip"), data))
    assert [one.path.name for one in files] == ["a.rtf", "b.txt"]
    assert [found(one.data) for one in files] == [["Kế hoạch"], ["Báo cáo"]]


def test_lists_that_an_odt_program_numbers_are_numbered() -> None:
    style = (
        '<text:list-style style:name="L"><text:list-level-style-number text:level="1" '
        'style:num-prefix="Điều " style:num-suffix="." style:num-format="1"/>'
        '<text:list-level-style-number text:level="2" style:num-suffix=")" '
        'style:num-format="a"/></text:list-style>'
    )
    item = "<text:list-item><text:p>{}</text:p>{}</text:list-item>"
    below = f"<text:list>{item.format('Biết', '')}{item.format('Bàn', '')}</text:list>"
    body = (
        f'<text:list text:style-name="L">{item.format("Phạm vi", below)}'
        f"{item.format('Hiệu lực', below)}</text:list>"
    )
    assert found(formats.odt(["Quy chế"], body=body, styles=style)) == [
        "Quy chế", "Điều 1. Phạm vi", "a) Biết", "b) Bàn", "Điều 2. Hiệu lực", "a) Biết", "b) Bàn",
    ]  # fmt: skip


def test_footnotes_of_an_odt_stand_under_their_raised_number() -> None:
    note = (
        "<text:p>Ban hành<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>Kế hoạch số 3</text:p></text:note-body></text:note> kế hoạch</text:p>"
    )
    assert found(formats.odt([], body=note)) == ["Ban hành¹ kế hoạch", "¹ Kế hoạch số 3"]


needs_tesseract = pytest.mark.skipif(
    not can_recognise(), reason="tesseract-ocr and tesseract-ocr-vie are not installed"
)


@needs_tesseract
def test_a_clean_scan_is_recognised_and_marked_so() -> None:
    lines = given(TEXTS[2])[:40]
    scanned = loaded(Source(Path("a.pdf"), formats.scan(lines)))
    rate = error_rate(flat(lines), flat(scanned.text.splitlines()))
    assert scanned.recognised
    assert rate <= CLEAN_SCAN, rate


@needs_tesseract
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "WEBP", "BMP"])
def test_a_picture_of_a_page_is_recognised(kind: str) -> None:
    lines = given(TEXTS[3])[:9]
    seen = loaded(Source(Path("a.png"), formats.picture(lines, kind)))
    assert seen.recognised
    assert error_rate(flat(lines), flat(seen.text.splitlines())) <= CLEAN_SCAN


def test_what_is_certainly_damage_is_mended_and_counted() -> None:
    text = "ĐIỀ U KHO ẢN\u00a01: bổ sungcác n\u0300gày\u200b. Ngư ời lao đ ộng ở TP HCM."
    made = repaired(text)
    assert made.text == "ĐIỀU KHOẢN 1: bổ sung các n̄gày. Người lao động ở TP HCM.".replace(
        "n̄", "\u01f9"
    )
    counts = {one.what: one.count for one in made.mended}
    assert counts == {
        Mending.COMPOSED: 1, Mending.BLANKS: 1, Mending.UNSEEN: 1, Mending.PARTED: 4,
        Mending.GLUED: 1,
    }  # fmt: skip


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem[:3])
def test_no_word_of_a_good_text_is_changed(path: Path) -> None:
    text = path.read_text("utf-8")
    done = {one.what: (one.count, one.before) for one in repaired(text).mended}
    done.pop(Mending.BLANKS, None)
    assert done in ({}, {Mending.GLUED: (1, "sungcác")})
    assert not is_syllable("sungcác")
