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
_PIECE = re.compile(  # of a page: an element that also ends
    rb"<(center|span|font|strong|b|em|i|u|big|section|main|header|ul|ol|h[2-6]|blockquote|form)"
    rb"(?:\s[^>]*)?>.*?</\1\s*>", re.IGNORECASE | re.DOTALL
)  # fmt: skip
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_PICTURE = re.compile(
    rb"\x89PNG|\xff\xd8\xff|II\*\x00|MM\x00\*|GIF8|RIFF.{4}WEBP"
    rb"|BM.{4}\x00{4}.{4}[\x0c\x28\x6c\x7c]\x00{3}", re.DOTALL
)  # fmt: skip
_BINARY = (
    b"RIFF", b"OggS", b"7z\xbc\xaf", b"Rar!", b"\x1f\x8b", b"\x7fELF", b"MZ\x90",
    b"SQLite format 3",
)  # fmt: skip
_FIELD = re.compile(rb"([!-9;-~]+):(?:[ \t\r]|$)")  # RFC 5322, 2.2
_KNOWN = re.compile(
    rb"from|to|cc|bcc|sender|subject|date|received(?:-spf)?|return-path|message-id|mime-version"
    rb"|delivered-to|content-(?:type|transfer-encoding|language)|reply-to|in-reply-to|references"
    rb"|authentication-results|dkim-signature|domainkey-signature|arc-[\w-]+|list-[\w-]+"
    rb"|thread-[\w-]+|snapshot-content-location|x-[\w-]+", re.IGNORECASE
)  # fmt: skip
_FIELDS = 3  # of a letter, at least
_ENVELOPE = re.compile(rb"\A(?:\xef\xbb\xbf)?(?:From \S+@[^\n]*\n)?")  # of a file of many letters


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
_TYPES = "[Content_Types].xml"
_MOST_TYPES = 1024 * 1024  # bytes
_PACKAGES = (  # the type of the main part, whatever its name; ECMA-376, part 1, 11 to 13
    (rb"wordprocessingml\.[a-z]+\.main\+xml|ms-word\.[a-zA-Z.]+\.main\+xml", Format.DOCX),
    (rb"spreadsheetml\.[a-z]+\.main\+xml|ms-excel\.[a-zA-Z.]+\.main\+xml", Format.SHEETS),
    (rb"presentationml\.[a-z]+\.main\+xml|ms-powerpoint\.[a-zA-Z.]+\.main\+xml", Format.SLIDES),
)
_PARTS = {
    "word/document.xml": Format.DOCX,
    "xl/workbook.xml": Format.SHEETS,
    "ppt/presentation.xml": Format.SLIDES,
}
_OPEN_DOCUMENT = frozenset({"mimetype", "content.xml"})
_ODT = b"application/vnd.oasis.opendocument.text"


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
    return _drawn(head) or _written(head)


def _drawn(head: bytes) -> Format | None:
    """Tell what is a picture, or of no use here; None for what consists of letters."""
    if _PICTURE.match(head):
        return Format.PICTURE
    return Format.OTHER if head.startswith(_BINARY) else None


def _written(head: bytes) -> Format:
    """Tell apart what consists of letters; whether they make a table is seen when it is decoded."""
    if head.startswith(b"{\\rtf"):
        return Format.RTF
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
            if _TYPES in names:
                return _package(archive.open(_TYPES).read(_MOST_TYPES), names)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, zlib.error):
        names = {part for part in _PARTS if part.encode() in data}
        if _ODT in data[:200]:
            return Format.ODT
    return next((kind for part, kind in _PARTS.items() if part in names), Format.ARCHIVE)


def _package(types: bytes, names: set[str]) -> Format:
    """Tell apart what is packed as Office does it; what it does not write is no archive either."""
    for pattern, kind in _PACKAGES:
        if re.search(pattern, types):
            return kind
    return next((kind for part, kind in _PARTS.items() if part in names), Format.OTHER)


def _is_letter(head: bytes) -> bool:
    """Tell whether a text begins with the head of a letter: nothing but fields up to a blank line.

    The fields that servers add before those of the sender may fill all that is looked at.
    """
    block, blank, _ = _ENVELOPE.sub(b"", head).replace(b"\r\n", b"\n").partition(b"\n\n")
    lines = block.split(b"\n") if blank or len(head) < _HEAD else block.split(b"\n")[:-1]
    fields = [_FIELD.match(line) for line in lines if line[:1] not in (b" ", b"\t")]
    names = [field[1] for field in fields if field]
    known = sum(_KNOWN.fullmatch(name) is not None for name in names)
    return len(names) == len(fields) and known >= _FIELDS


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
    return bool(_HTML.match(start) or _PIECE.match(start))
