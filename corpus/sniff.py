"""What a file is, told from its bytes; its name is not believed."""

from __future__ import annotations

import re
import zipfile
import zlib
from enum import StrEnum
from io import BytesIO

_HEAD = 4096  # bytes that are looked at for a mark of the format
_HTML = re.compile(
    rb"<!doctype\s+html|<html[\s>]|<(?:head|body|meta|title|article|table|div|p|h1)(?:\s[^>]*)?>",
    re.IGNORECASE,
)
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"BM\x36", b"GIF8")
_BINARY = (
    b"RIFF", b"OggS", b"7z\xbc\xaf", b"Rar!", b"\x1f\x8b", b"\x7fELF", b"MZ\x90",
    b"SQLite format 3",
)  # fmt: skip
_HEADER = re.compile(
    rb"(?:from|to|cc|subject|date|received|return-path|message-id|mime-version|delivered-to"
    rb"|content-type|content-transfer-encoding|reply-to|x-[\w-]+):[ \t]", re.IGNORECASE
)  # fmt: skip
_HEADERS = 3  # lines at the top that only a letter begins with


class Format(StrEnum):
    """The formats that are told apart."""

    TEXT = "text"  # TXT or Markdown
    TABLE = "csv"
    HTML = "html"
    DOCX = "docx"
    DOC = "doc"
    RTF = "rtf"
    ODT = "odt"
    PDF = "pdf"
    SHEETS = "xlsx"
    SLIDES = "pptx"
    PICTURE = "picture"
    LETTER = "eml"
    ARCHIVE = "zip"
    LOCKED = "locked"  # an Office document behind a password
    OTHER = "other"  # not read here


CONTAINERS = frozenset({Format.ARCHIVE, Format.LETTER})
_PARTS = {
    "word/document.xml": Format.DOCX,
    "xl/workbook.xml": Format.SHEETS,
    "ppt/presentation.xml": Format.SLIDES,
}
_OPEN_DOCUMENT = frozenset({"mimetype", "content.xml"})
_ODT = b"application/vnd.oasis.opendocument.text"
_STARTS: tuple[tuple[bytes | tuple[bytes, ...], Format], ...] = (
    (b"{\\rtf", Format.RTF),
    (_PICTURES, Format.PICTURE),
    (_BINARY, Format.OTHER),
)


def sniff(data: bytes) -> Format:
    """Return what `data` is.

    >>> sniff(b"%PDF-1.7 ..."), sniff("Quy chế".encode())
    (<Format.PDF: 'pdf'>, <Format.TEXT: 'text'>)
    """
    head = data[:_HEAD]
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(data)
    if b"%PDF-" in head[:1024]:
        return Format.PDF
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        return _compound(data)
    for start, kind in _STARTS:
        if head.startswith(start):
            return kind
    return _written(head)


def _written(head: bytes) -> Format:
    """Tell apart what consists of letters; whether they make a table is seen when it is decoded."""
    if _is_page(head):
        return Format.HTML
    return Format.LETTER if _is_letter(head) else Format.TEXT


def _zipped(data: bytes) -> Format:
    """Tell apart what is packed, by the names of its parts, or by its bytes when it is cut off."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
            if names >= _OPEN_DOCUMENT:
                text = _ODT in archive.open("mimetype").read(len(_ODT) + 10)
                return Format.ODT if text else Format.OTHER
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, zlib.error):
        names = {part for part in _PARTS if part.encode() in data}
        if _ODT in data[:200]:
            return Format.ODT
    return next((kind for part, kind in _PARTS.items() if part in names), Format.ARCHIVE)


def _is_letter(head: bytes) -> bool:
    """Tell whether a text begins with the head of a letter."""
    lines = [line for line in head.split(b"\n") if line[:1] not in b" \t"][:_HEADERS]
    return len(lines) == _HEADERS and all(map(_HEADER.match, lines))


def _compound(data: bytes) -> Format:
    """Tell apart what Office keeps in its old container, by the names of the streams."""
    names = {
        "EncryptedPackage": Format.LOCKED,
        "WordDocument": Format.DOC,
    }
    for name, kind in names.items():
        if name.encode("utf-16-le") in data:
            return kind
    return Format.OTHER


def _is_page(head: bytes) -> bool:
    """Tell whether a text is HTML: a tag of a page stands before any running text."""
    plain = head.replace(b"\x00", b"") if head.startswith(_WIDE) else head
    start = re.sub(
        rb"\A(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?(?:\s|<\?xml[^>]*>|<!--.*?-->)*",
        b"",
        plain,
        flags=re.DOTALL,
    )
    return _HTML.match(start) is not None
