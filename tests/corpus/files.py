"""Files of every format, made here: no file of another program is needed to test the loaders."""

from __future__ import annotations

import unicodedata
import zipfile
from collections.abc import Callable, Iterable, Mapping
from io import BytesIO

import docx
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph

from corpus.loaders.legacy import TCVN3

W = nsdecls("w")
LEVELS = (("decimal", "Điều %1."), ("decimal", "%2."), ("lowerLetter", "%3)"), ("bullet", "-"))
FONT = (
    "<< /Type /Font /Subtype /Type0 /BaseFont /Any /Encoding /Identity-H /DescendantFonts "
    "[<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Any /DW 600 "
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>] "
    "/ToUnicode 4 0 R >>"
)
RESOURCES = "/MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >>"
TONES = "\u0300\u0301\u0303\u0309\u0323"


def word(write: Callable[[WordDocument], None]) -> bytes:
    """Return a DOCX file that `write` has filled."""
    document = docx.Document()
    write(document)
    kept = BytesIO()
    document.save(kept)
    return kept.getvalue()


def paragraphs(*texts: str) -> bytes:
    """Return a DOCX file of plain paragraphs."""

    def write(document: WordDocument) -> None:
        for text in texts:
            document.add_paragraph(text)

    return word(write)


def define_numbers(document: WordDocument) -> None:
    """Define the numbering of a regulation: "Điều 1.", "1.", "a)", "-", drawn by Word."""
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{label}"/></w:lvl>'
        for at, (kind, label) in enumerate(LEVELS)
    )
    numbering = document.part.numbering_part.element
    numbering.insert(
        0, parse_xml(f'<w:abstractNum {W} w:abstractNumId="77">{levels}</w:abstractNum>')
    )
    numbering.append(parse_xml(f'<w:num {W} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))


def numbered(document: WordDocument, level: int, text: str) -> Paragraph:
    """Add a paragraph to which Word draws the label of `level`."""
    paragraph = document.add_paragraph(text)
    paragraph._p.get_or_add_pPr().append(  # noqa: SLF001  python-docx has no way to set numbering
        parse_xml(f'<w:numPr {W}><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>')
    )
    return paragraph


def changed(package: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Return a zipped document with some parts replaced or added."""
    kept = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(package)) as before,
        zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for name in before.namelist():
            if name not in parts:
                after.writestr(name, before.read(name))
        for name, data in parts.items():
            after.writestr(name, data)
    return kept.getvalue()


def part(package: bytes, name: str) -> bytes:
    """Return one part of a zipped document."""
    with zipfile.ZipFile(BytesIO(package)) as archive:
        return archive.read(name)


def pdf(pages: Iterable[Iterable[str]], trailer: str = "") -> bytes:
    """Return a PDF file with the lines of each page; letters are coded by their UTF-16 value."""
    page_lines = [tuple(lines) for lines in pages]
    kids = " ".join(f"{5 + 2 * at} 0 R" for at in range(len(page_lines)))
    every = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(page_lines)} >>",
        FONT,
        _stream(
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap "
            "1 begincodespacerange <0000> <FFFF> endcodespacerange "
            f"256 beginbfrange {_ranges()} endbfrange endcmap end end"
        ),
    ]
    for at, lines in enumerate(page_lines):
        every += [
            f"<< /Type /Page /Parent 2 0 R {RESOURCES} /Contents {6 + 2 * at} 0 R >>",
            _stream(" ".join(_shown(line, row) for row, line in enumerate(lines))),
        ]
    return _file(every, trailer)


def _ranges() -> str:
    return " ".join(f"<{high:02X}00> <{high:02X}FF> <{high:02X}00>" for high in range(256))


def _shown(line: str, row: int) -> str:
    code = line.encode("utf-16-be").hex()
    return f"BT /F 12 Tf 1 0 0 1 60 {780 - 18 * row} Tm <{code}> Tj ET"


def _stream(content: str) -> str:
    return f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"


def _file(objects: list[str], trailer: str) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    starts = []
    for number, content in enumerate(objects, 1):
        starts.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    table = "".join(f"{start:010d} 00000 n \n" for start in starts)
    size = len(objects) + 1
    end = (
        f"xref\n0 {size}\n0000000000 65535 f \n{table}"
        f"trailer << /Size {size} /Root 1 0 R {trailer} >>\nstartxref\n{len(out)}\n%%EOF\n"
    )
    return bytes(out) + end.encode()


def tcvn3(text: str) -> bytes:
    """Return `text` in the bytes of a TCVN3 file."""
    codes = {letter: 0xA0 + at for at, letter in enumerate(TCVN3)}
    return bytes(codes.get(c, ord(c)) for c in unicodedata.normalize("NFC", text))


def cp1258(text: str) -> bytes:
    """Return `text` in the bytes of Windows' Vietnamese table, where tones stand by themselves."""
    return b"".join(map(_parted, unicodedata.normalize("NFC", text)))


def _parted(letter: str) -> bytes:
    apart = unicodedata.normalize("NFD", letter)
    base = unicodedata.normalize("NFC", "".join(c for c in apart if c not in TONES))
    return (base + "".join(c for c in apart if c in TONES)).encode("cp1258")
