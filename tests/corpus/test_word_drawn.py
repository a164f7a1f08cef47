"""What Word draws instead of writing it: equations, ticks, breaks of pages, cells over rows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from docx.document import Document as WordDocument
from docx.oxml import parse_xml

from corpus.loaders.load import loaded
from corpus.loaders.source import Source
from tests.corpus.files import W, word

M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


def read(write: Callable[[WordDocument], None]) -> list[str]:
    text = loaded(Source(Path("a.docx"), word(write))).text
    return [line for line in text.splitlines() if line]


def line(words: str, xml: str) -> Callable[[WordDocument], None]:
    """Return what writes a paragraph of words and of XML behind them."""

    def write(document: WordDocument) -> None:
        paragraph = document.add_paragraph(words)
        paragraph._p.append(parse_xml(xml))  # noqa: SLF001  python-docx writes none of these

    return write


def t(words: str) -> str:
    return f"<m:r><m:t>{words}</m:t></m:r>"


@pytest.mark.parametrize(
    ("equation", "expected"),
    [
        (t("T x 0,5 x K"), "T x 0,5 x K"),
        (f"<m:f><m:num>{t('A + B')}</m:num><m:den>{t('C')}</m:den></m:f>", "(A + B)/C"),
        (f"<m:sSup><m:e>{t('m')}</m:e><m:sup>{t('2')}</m:sup></m:sSup>", "m²"),
        (f"<m:sSub><m:e>{t('K')}</m:e><m:sub>{t('i')}</m:sub></m:sSub>", "K_i"),
        (f"<m:d><m:e>{t('a - b')}</m:e></m:d>{t(' x c')}", "(a - b) x c"),
        (f"<m:rad><m:radPr/><m:deg/><m:e>{t('x')}</m:e></m:rad>", "√x"),
    ],
)
@pytest.mark.parametrize("tags", [("m:oMath",), ("m:oMathPara", "m:oMath")])
def test_an_equation_is_written_on_one_line(
    equation: str, expected: str, tags: tuple[str, ...]
) -> None:
    inner = equation
    for tag in reversed(tags):
        inner = f"<{tag}>{inner}</{tag}>"
    xml = inner.replace(">", f" {W} {M}>", 1)
    assert read(line("Mức hỗ trợ = ", xml)) == [f"Mức hỗ trợ = {expected}"]


def test_ticks_in_fonts_of_pictures_are_ticks() -> None:
    xml = (
        f'<w:r {W}><w:sym w:font="Wingdings" w:char="F0FE"/><w:t xml:space="preserve"> Có </w:t>'
        '<w:sym w:font="Wingdings" w:char="F0A8"/><w:t xml:space="preserve"> Không</w:t></w:r>'
    )
    assert read(line("Đồng ý: ", xml)) == ["Đồng ý: ☑ Có ☐ Không"]


def test_letters_in_a_font_of_pictures_are_what_they_look_like() -> None:
    fonts = '<w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr>'
    assert read(line("Đủ: ", f"<w:r {W}>{fonts}<w:t>ü</w:t></w:r>")) == ["Đủ: ✓"]


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ('<w:default w:val="0"/>', "☐"),
        ('<w:default w:val="1"/>', "☒"),
        ('<w:default w:val="0"/><w:checked/>', "☒"),
        ('<w:default w:val="1"/><w:checked w:val="false"/>', "☐"),
    ],
)
def test_a_box_to_tick_shows_whether_it_is_ticked(state: str, expected: str) -> None:
    box = f"<w:ffData><w:checkBox><w:sizeAuto/>{state}</w:checkBox></w:ffData>"
    xml = f'<w:r {W}><w:fldChar w:fldCharType="begin">{box}</w:fldChar></w:r>'
    assert read(line("Nhất trí ", xml)) == [f"Nhất trí {expected}"]


@pytest.mark.parametrize(
    ("mark", "expected"), [("<w:vanish/>", "Điều 1"), ('<w:vanish w:val="0"/>', "Điều 1 cũ")]
)
def test_hidden_words_are_left_out(mark: str, expected: str) -> None:
    words = '<w:t xml:space="preserve"> cũ</w:t>'
    assert read(line("Điều 1", f"<w:r {W}><w:rPr>{mark}</w:rPr>{words}</w:r>")) == [expected]


def test_the_words_of_two_pages_are_not_one_word() -> None:
    xml = f'<w:r {W}><w:t>cơ sở</w:t><w:br w:type="page"/><w:t>Phụ lục</w:t></w:r>'
    assert read(line("", xml)) == ["cơ sở", "Phụ lục"]


def test_a_row_beside_a_cell_that_goes_on_keeps_its_columns() -> None:
    rows = ("Lĩnh vực", "Việc", "Cách"), ("Tài chính", "Dự toán", "Niêm yết"), ("", "Thu", "Loa")

    def write(document: WordDocument) -> None:
        table = document.add_table(3, 3)
        for at, cells in enumerate(rows):
            for column, words in enumerate(cells):
                table.cell(at, column).text = words
        table.cell(1, 0).merge(table.cell(2, 0))

    assert read(write)[1:] == ["Tài chính | Dự toán | Niêm yết", "| Thu | Loa"]
