"""The same lines and rows in each format that documents come in."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

from docx.document import Document as WordDocument
from fpdf import FPDF
from openpyxl import Workbook
from PIL import Image
from pptx import Presentation
from pptx.util import Cm
from pypdfium2 import PdfDocument

from tests.corpus.files import word
from tests.corpus.made.word97 import word97

Rows = tuple[tuple[str, ...], ...]
FONT = Path("assistant/quiz/export/fonts/source-serif-4-regular.ttf")
_ODT = "application/vnd.oasis.opendocument.text"
_NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "table", "style")
)


def rtf(lines: list[str], rows: Rows = ()) -> bytes:
    """Return an RTF file; a letter beyond ASCII is written by its number."""
    body = "".join(f"{in_rtf(line)}\\par\n" for line in lines)
    table = "".join(
        "\\trowd " + "".join(f"{in_rtf(cell)}\\cell " for cell in cells) + "\\row\n"
        for cells in rows
    )
    return f"{{\\rtf1\\ansi\\ansicpg1252\\deff0\\uc1\n{body}{table}}}".encode("ascii")


def in_rtf(text: str) -> str:
    """Return words as RTF, in ASCII."""
    escaped = text.replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}")
    return "".join(c if c.isascii() else f"\\u{ord(c)}?" for c in escaped)


def odt(lines: list[str], rows: Rows = (), body: str = "", styles: str = "") -> bytes:
    """Return an ODT file; `body` is XML to stand at its end, `styles` such of list styles."""
    words = "".join(f"<text:p>{escape(line)}</text:p>" for line in lines)
    table = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell><text:p>{escape(c)}</text:p></table:table-cell>" for c in r)
        + "</table:table-row>"
        for r in rows
    )
    xml = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_NAMES}>'
        f"<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>"
        f"{words}<table:table>{table}</table:table>{body}"
        "</office:text></office:body></office:document-content>"
    )
    kept = BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", _ODT, zipfile.ZIP_STORED)
        archive.writestr("content.xml", xml)
    return kept.getvalue()


def docx(lines: list[str], rows: Rows = (), after: Iterable[str] = ()) -> bytes:
    """Return a DOCX file: lines, a table, lines."""

    def write(document: WordDocument) -> None:
        for line in lines:
            document.add_paragraph(line)
        table = document.add_table(len(rows), len(rows[0]) if rows else 1)
        for at, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                table.cell(at, column).text = cell
        for line in after:
            document.add_paragraph(line)

    return word(write)


def doc(lines: list[str]) -> bytes:
    """Return a Word document of the old format."""
    return word97("\n".join(lines))


def html(lines: list[str], rows: Rows = ()) -> bytes:
    """Return a page with the lines as paragraphs, and a menu and a footer around them."""
    words = "".join(f"<p>{escape(line)}</p>" for line in lines)
    table = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>" for cells in rows
    )
    return (
        "<!doctype html><html lang=vi><head><meta charset=utf-8><title></title></head><body>"
        f"<nav><a href=/>Trang chủ</a></nav><main><article>{words}<table>{table}</table>"
        "</article></main><footer>Bản quyền</footer></body></html>"
    ).encode()


def pdf(lines: list[str]) -> bytes:
    """Return a PDF file with the lines as paragraphs, wrapped and parted into pages."""
    return bytes(_pages(lines).output())


def _pages(lines: list[str]) -> FPDF:
    made = FPDF()
    made.set_margin(25)
    made.add_font("serif", "", FONT)
    made.set_font("serif", size=13)
    made.add_page()
    for line in lines:
        made.multi_cell(0, 7, line, align="L", new_x="LMARGIN", new_y="NEXT")
        made.ln(3)
    return made


def drawn(lines: list[str], dots: int = 300) -> list[Image.Image]:
    """Return the pages of `pdf` as a scanner would give them, `dots` to the inch."""
    with PdfDocument(pdf(lines)) as document:
        return [page.render(scale=dots / 72, grayscale=True).to_pil() for page in document]


def scan(lines: list[str], dots: int = 300) -> bytes:
    """Return a PDF file whose pages are pictures."""
    first, *rest = drawn(lines, dots)
    kept = BytesIO()
    first.save(kept, "PDF", resolution=dots, save_all=True, append_images=rest)
    return kept.getvalue()


def picture(lines: list[str], kind: str = "PNG") -> bytes:
    """Return the first page as a picture."""
    kept = BytesIO()
    drawn(lines)[0].save(kept, kind)
    return kept.getvalue()


def xlsx(rows: Rows) -> bytes:
    """Return a workbook of one sheet."""
    book = Workbook()
    for cells in rows:
        book.active.append(cells)
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


def csv(rows: Rows, mark: str = ";") -> bytes:
    """Return a CSV file."""
    return "\r\n".join(mark.join(cells) for cells in rows).encode()


def pptx(lines: list[str], rows: Rows = ()) -> bytes:
    """Return a presentation with a line in the title of each slide, the table on the last."""
    made = Presentation()
    for line in lines:
        slide = made.slides.add_slide(made.slide_layouts[5])
        slide.shapes.title.text = line
    if rows:
        frame = slide.shapes.add_table(len(rows), len(rows[0]), Cm(1), Cm(5), Cm(20), Cm(5))
        for at, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                frame.table.cell(at, column).text = cell
    kept = BytesIO()
    made.save(kept)
    return kept.getvalue()


def eml(lines: list[str], attached: dict[str, bytes] | None = None) -> bytes:
    """Return a letter with files attached."""
    letter = EmailMessage()
    letter["From"], letter["To"] = "Văn phòng <vp@example.vn>", "tt@example.vn"
    letter["Date"], letter["Subject"] = "Mon, 23 Nov 2026 08:00:00 +0700", "Gửi tài liệu"
    letter.set_content("\n".join(lines))
    for name, data in (attached or {}).items():
        letter.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return letter.as_bytes()


def packed(files: dict[str, bytes]) -> bytes:
    """Return a ZIP archive."""
    kept = BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return kept.getvalue()
