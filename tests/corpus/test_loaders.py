"""What each format becomes: plain lines that one outline parser reads."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from pypdfium2 import PdfDocument

from corpus.errors import Unreadable, UnreadableSourceError
from corpus.loaders.flow import Drawn, flowed
from corpus.loaders.load import load, loaded
from corpus.loaders.source import Source
from corpus.parse import parse
from corpus.reading import Mended, Mending
from tests.corpus.files import (
    W,
    changed,
    define_numbers,
    numbered,
    paragraphs,
    part,
    pdf,
    tcvn3,
    word,
)
from tests.corpus.made.codes import vni
from tests.corpus.made.formats import pdf as made_pdf
from tests.corpus.made.formats import scan
from tests.corpus.made.word97 import word97

SCAN = scan(["Kế hoạch"], dots=40)

PAGE = """<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>Thực hiện dân chủ | Cổng thông tin</title></head><body>
<nav><ul><li><a href="/">Trang chủ</a></li><li><a href="/t">Tin tức</a></li></ul></nav>
<main><h1>Thực hiện dân chủ ở cơ sở</h1>
<p><b>Điều 1.</b> Quy chế này quy định việc thực hiện dân chủ trong hoạt động của cơ quan.<br>
Áp dụng cho công chức, viên chức và người lao động của cơ quan.</p>
<h2>II. NỘI DUNG</h2>
<p>Thủ trưởng công khai cho công chức biết các nội dung sau đây:</p>
<ul><li>Chủ trương của Đảng và pháp luật của Nhà nước;</li>
<li>Kế hoạch công tác <em>hằng năm</em>;<ul><li>Kế hoạch quý;</li></ul></li></ul>
<ol><li>Họp cơ quan</li><li>Ghi biên bản</li></ol>
<table><tr><th>STT</th><th>Nội dung</th></tr><tr><td>1</td><td>Quỹ<br>phúc lợi</td></tr></table>
<p>Trụ sở rộng 587 m<sup>2</sup>, theo kế hoạch<sup>1</sup>; xem <a href="http://x">tại đây</a>.</p>
</main><footer>Bản quyền thuộc về Sở</footer></body></html>"""


def lines_of(name: str, data: bytes) -> list[str]:
    return [line for line in loaded(Source(Path(name), data)).text.splitlines() if line]


def test_a_table_of_the_old_word_format_keeps_its_rows() -> None:
    rows = [["TT", "Nội dung"], ["1", "Quỹ"], ["2", ""]]
    expected = ["KẾ HOẠCH", "Quỹ", "TT | Nội dung", "1 | Quỹ", "2 |"]
    assert lines_of("a.doc", word97("KẾ HOẠCH\nQuỹ", rows)) == expected


def test_a_table_of_the_old_word_format_that_cannot_be_made_out_is_a_cell_a_line() -> None:
    data = word97("KẾ HOẠCH", [["TT", "Nội dung"], ["1", "Quỹ"]])
    bent = data.replace(b"\x16\x24\x01\x17\x24\x01", b"\x16\x24\x01\x17\x24\x00")
    assert bent != data
    assert lines_of("a.doc", bent) == ["KẾ HOẠCH", "TT", "Nội dung", "1", "Quỹ"]


def test_a_text_file_is_taken_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "quy-che.md"
    path.write_text("# Quy chế\n\n- **Dân** biết;\n", "utf-8")
    assert load(path) == "# Quy chế\n\n- **Dân** biết;\n"


def test_a_page_gives_its_main_text_with_lists_tables_and_raised_digits() -> None:
    assert lines_of("trang.txt", PAGE.encode()) == [
        "Thực hiện dân chủ ở cơ sở",
        "Điều 1. Quy chế này quy định việc thực hiện dân chủ trong hoạt động của cơ quan.",
        "Áp dụng cho công chức, viên chức và người lao động của cơ quan.",
        "II. NỘI DUNG",
        "Thủ trưởng công khai cho công chức biết các nội dung sau đây:",
        "- Chủ trương của Đảng và pháp luật của Nhà nước;",
        "- Kế hoạch công tác hằng năm;",
        "+ Kế hoạch quý;",
        "1. Họp cơ quan",
        "2. Ghi biên bản",
        "STT | Nội dung",
        "1 | Quỹ phúc lợi",
        "Trụ sở rộng 587 m², theo kế hoạch¹; xem tại đây.",
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_page_is_read_in_any_encoding(encoding: str) -> None:
    page = PAGE.replace('<meta charset="utf-8">', "")
    assert "Điều 1." in lines_of("trang.html", page.encode(encoding))[1]


def test_numbers_that_word_draws_are_written_out() -> None:
    def write(document: WordDocument) -> None:
        define_numbers(document)
        document.add_paragraph("QUY CHẾ")
        for level, text in (
            (0, "Phạm vi"),
            (1, "Nội dung"),
            (2, "Việc công khai"),
            (2, "Việc bàn"),
        ):
            numbered(document, level, text)
        numbered(document, 3, "Quỹ phúc lợi")
        numbered(document, 1, "Hình thức")
        numbered(document, 0, "Trách nhiệm")
        numbered(document, 1, "Của thủ trưởng")

    assert lines_of("quy-che.docx", word(write)) == [
        "QUY CHẾ",
        "Điều 1. Phạm vi",
        "1. Nội dung",
        "a) Việc công khai",
        "b) Việc bàn",
        "- Quỹ phúc lợi",
        "2. Hình thức",
        "Điều 2. Trách nhiệm",
        "1. Của thủ trưởng",
    ]


def test_typed_labels_and_signs_of_markdown_stay_as_typed() -> None:
    typed = [
        "Điều 1. Phạm vi",
        "1. Cán bộ * công_chức [x] <b> #5 \\ 3+4",
        "a) Viên chức!",
        "- Gạch",
        "+ Cộng",
        "_____",
        "**",
    ]
    assert lines_of("a.docx", paragraphs(*typed)) == typed


def test_a_table_gives_a_row_a_line() -> None:
    def write(document: WordDocument) -> None:
        table = document.add_table(2, 3)
        texts = ("STT", "Nội dung", "Kinh phí"), ("1", "Hội nghị\nngười lao động", "")
        for row, cells in zip(table.rows, texts, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text

    assert lines_of("bang.docx", word(write)) == [
        "STT | Nội dung | Kinh phí",
        "1 | Hội nghị người lao động |",
    ]


def test_the_head_in_a_table_gives_its_particulars() -> None:
    head = (
        ("UBND TỈNH MẪU\nSỞ CÔNG VIỆC", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do"),
        ("Số: 12/KH-SCV", "Thị Trấn, ngày 05 tháng 3 năm 2024"),
    )

    def write(document: WordDocument) -> None:
        table = document.add_table(2, 2)
        for row, cells in zip(table.rows, head, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
        document.add_paragraph("KẾ HOẠCH")
        document.add_paragraph("Thực hiện dân chủ ở cơ sở năm 2024")
        document.add_paragraph("Căn cứ quy định, Sở xây dựng kế hoạch như sau:")

    document, _ = parse("a.docx", loaded(Source(Path("a.docx"), word(write))).text)
    known = document.particulars
    assert known.number is not None
    assert known.number.value == "12/KH-SCV"
    assert known.issued_on is not None
    assert (known.issued_on.day, known.issued_on.month) == (5, 3)


def test_line_breaks_and_raised_digits_of_word_stay() -> None:
    def write(document: WordDocument) -> None:
        document.add_paragraph("KẾ HOẠCH\nThực hiện dân chủ")
        paragraph = document.add_paragraph("Rộng 20 m")
        paragraph.add_run("2").font.superscript = True

    assert lines_of("a.docx", word(write)) == ["KẾ HOẠCH", "Thực hiện dân chủ", "Rộng 20 m²"]


def test_tracked_insertions_count_and_deletions_do_not() -> None:
    def write(document: WordDocument) -> None:
        paragraph = document.add_paragraph("Gửi báo cáo ")
        for tag, inner in (("del", "<w:delText>quý</w:delText>"), ("ins", "<w:t>năm</w:t>")):
            mark = f'<w:{tag} {W} w:id="1" w:author="A"><w:r>{inner}</w:r></w:{tag}>'
            paragraph._p.append(parse_xml(mark))  # noqa: SLF001  python-docx writes none

    assert lines_of("a.docx", word(write)) == ["Gửi báo cáo năm"]


def test_the_lines_of_a_pdf_flow_and_pages_are_parted() -> None:
    first = [
        "Điều 1. Phạm vi điều chỉnh",
        "Quy chế này quy định việc thực hiện dân chủ trong hoạt động",
        "của cơ quan, đơn vị.",
        "a) Công khai, minh bạch;",
        "1",
    ]
    pages = pdf([first, ["2", "Điều 2. Trách nhiệm của thủ trưởng", "Thủ trưởng đối thoại."]])
    joined = "Quy chế này quy định việc thực hiện dân chủ trong hoạt động của cơ quan, đơn vị."
    assert loaded(Source(Path("a.bin"), pages)).text.split("\n\f") == [
        f"Điều 1. Phạm vi điều chỉnh\n{joined}\na) Công khai, minh bạch;\n1",
        "2\nĐiều 2. Trách nhiệm của thủ trưởng\nThủ trưởng đối thoại.",
    ]


def test_letters_beyond_the_first_plane_do_no_harm_in_a_pdf() -> None:
    lines = ["Điều 1. Phạm vi 𝐀 điều chỉnh", "Trách nhiệm của thủ trưởng cơ quan"]
    text = loaded(Source(Path("a.pdf"), pdf([lines]))).text
    assert text.splitlines()[1] == lines[1]


def test_a_wide_gap_in_a_pdf_parts_paragraphs_and_a_line_with_room_left_ends() -> None:
    drawn = [
        Drawn(text="Một hai ba", right=100, bottom=200, first=30),
        Drawn(text="bốn năm", right=60, bottom=180, first=30),  # 100 + 30 > 100: no room above
        Drawn(text="sáu bảy tám", right=100, bottom=160, first=30),  # 60 + 30 <= 100: there was
        Drawn(text="chín", right=40, bottom=120, first=30),  # 40 is more than 1.25 times 20
        Drawn(text="mười", right=95, bottom=118, first=70),  # beside, not below
    ]
    assert flowed(drawn, margin=100) == "Một hai ba bốn năm\nsáu bảy tám\n\nchín\nmười"


def test_a_line_with_a_name_and_what_is_filled_in_is_not_joined_to_another() -> None:
    texts = ["Thời gian: 8 giờ", "Địa điểm: Hội trường", "thôn Mẫu, nay là: thôn Một"]
    drawn = [
        Drawn(text=text, right=99, bottom=100 - 20 * at, first=20) for at, text in enumerate(texts)
    ]
    assert flowed(drawn, margin=100) == f"{texts[0]}\n{texts[1]} {texts[2]}"


def test_a_scan_is_told_apart_from_an_empty_file() -> None:
    for data, why in ((pdf([["1"], ["2"]]), Unreadable.EMPTY), (SCAN, Unreadable.SCAN)):
        with pytest.raises(UnreadableSourceError) as caught:
            loaded(Source(Path("chup.pdf"), data), recognising=lambda: False)
        assert caught.value.reason is why


def test_a_stamp_in_the_page_header_of_word_is_seen() -> None:
    def write(document: WordDocument) -> None:
        document.sections[0].header.paragraphs[0].text = "T Ố I  M Ậ T"
        document.add_paragraph("BÁO CÁO")

    with pytest.raises(UnreadableSourceError) as caught:
        loaded(Source(Path("a.docx"), word(write)))
    assert caught.value.reason is Unreadable.SECRET


def test_footnotes_stand_under_their_raised_number() -> None:
    def write(document: WordDocument) -> None:
        paragraph = document.add_paragraph("Ban hành kế hoạch")
        run = f'<w:r {W}><w:footnoteReference w:id="2"/></w:r>'
        paragraph._p.append(parse_xml(run))  # noqa: SLF001  python-docx writes none

    package = word(write)
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    place = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    types = part(package, "[Content_Types].xml").replace(
        b"</Types>",
        f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'.encode(),
    )
    link = f'<Relationship Id="rId99" Type="{place}" Target="footnotes.xml"/></Relationships>'
    links = part(package, "word/_rels/document.xml.rels").replace(
        b"</Relationships>", link.encode()
    )
    notes = (
        f'<w:footnotes {W}><w:footnote w:id="2"><w:p><w:r><w:t>Kế hoạch số 3</w:t></w:r></w:p>'
        "</w:footnote></w:footnotes>"
    ).encode()
    parts = {
        "[Content_Types].xml": types,
        "word/_rels/document.xml.rels": links,
        "word/footnotes.xml": notes,
    }
    lines = lines_of("a.docx", changed(package, parts))
    assert lines == ["Ban hành kế hoạch¹", "¹ Kế hoạch số 3"]


def test_runs_in_older_fonts_become_unicode_and_the_others_stay() -> None:
    def write(document: WordDocument) -> None:
        styled = document.styles.add_style("Cũ", 1)
        styled.font.name = ".VnTimeH"
        paragraph = document.add_paragraph("Kế hoạch ")
        for font, words in (
            (".VnTime", tcvn3("dân chủ").decode("latin-1")),
            ("VNI-Times", vni(" ở cơ sở").decode("cp1252")),
            (".VnTime", " và của dân"),  # Unicode already, whatever the font
        ):
            paragraph.add_run(words).font.name = font
        document.add_paragraph(tcvn3("điều khoản chung").decode("latin-1"), style=styled)

    found = loaded(Source(Path("a.docx"), word(write)))
    assert [line for line in found.text.splitlines() if line] == [
        "Kế hoạch dân chủ ở cơ sở và của dân",
        "ĐIỀU KHOẢN CHUNG",
    ]
    [done] = found.mended
    assert done == Mended(what=Mending.FONT, count=3, before=done.before, after="dân chủ")


def test_a_page_that_is_a_picture_is_counted_where_it_cannot_be_read() -> None:
    words = "Điều 1. Quy chế này quy định việc thực hiện dân chủ trong hoạt động của cơ quan."
    two = merged(made_pdf([words]), SCAN)
    found = loaded(Source(Path("a.pdf"), two), recognising=lambda: False)
    assert (found.unread, words in found.text.replace("\n", " ")) == (1, True)


def merged(*files: bytes) -> bytes:
    """Return one PDF file with the pages of all."""
    whole = PdfDocument.new()
    for data in files:
        with PdfDocument(data) as one:
            whole.import_pages(one)
    kept = BytesIO()
    whole.save(kept)
    return kept.getvalue()


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n"])
def test_a_table_is_read_whatever_ends_its_lines(end: str) -> None:
    rows = ["TT;Nội dung;Đơn vị", *(f"{n};Việc {n};Sở {n}" for n in range(60))]
    read = loaded(Source(Path("a.csv"), end.join(rows).encode()))
    assert read.text.split("\n\n")[-1] == "59 | Việc 59 | Sở 59"


@pytest.mark.parametrize("odd", ["60;Lời\rhai dòng;Sở", f"60;{'chữ ' * 40_000};Sở", '60;"chữ;Sở'])
def test_an_odd_row_far_down_loses_no_other(odd: str) -> None:
    rows = ["TT;Nội dung;Đơn vị", *(f"{n};Việc {n};Sở {n}" for n in range(60)), odd, "61;Hết;Sở"]
    text = loaded(Source(Path("a.csv"), "\n".join(rows).encode())).text
    assert "Việc 59" in text
    assert "Hết" in text
