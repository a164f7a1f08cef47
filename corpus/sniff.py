"""What a file is, told from its bytes; its name is not believed."""

from __future__ import annotations

import re
from enum import StrEnum

_HEAD = 4096  # bytes that are looked at for a mark of the format
_HTML = re.compile(
    rb"<!doctype\s+html|<html[\s>]|<(?:head|body|meta|title|article|table|div|p|h1)(?:\s[^>]*)?>",
    re.IGNORECASE,
)
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_BINARY = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM\x36", b"II*\x00", b"MM\x00*", b"RIFF", b"OggS",
    b"7z\xbc\xaf", b"Rar!", b"\x1f\x8b", b"\x7fELF", b"MZ\x90", b"SQLite format 3", b"{\\rtf",
)  # fmt: skip


class Format(StrEnum):
    """The formats that are told apart."""

    TEXT = "text"  # TXT or Markdown
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"
    OLD_WORD = "doc"
    LOCKED = "locked"  # an Office document behind a password
    OTHER = "other"  # not read here


def sniff(data: bytes) -> Format:
    """Return what `data` is.

    >>> sniff(b"%PDF-1.7 ..."), sniff("Quy chế".encode())
    (<Format.PDF: 'pdf'>, <Format.TEXT: 'text'>)
    """
    head = data[:_HEAD]
    if b"%PDF-" in head[:1024]:
        return Format.PDF
    if head.startswith(b"PK\x03\x04"):
        return Format.DOCX if b"word/document.xml" in data else Format.OTHER
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        return _compound(data)
    if head.startswith(_BINARY):
        return Format.OTHER
    return Format.HTML if _is_page(head) else Format.TEXT


def _compound(data: bytes) -> Format:
    """Tell apart what Office keeps in its old container, by the names of the streams."""
    names = {
        "EncryptedPackage": Format.LOCKED,
        "WordDocument": Format.OLD_WORD,
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
