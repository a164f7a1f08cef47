"""PDF with text: its pages in order, wrapped lines joined. The door to pypdfium2."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from math import sqrt

import pypdfium2
from PIL import Image
from pypdfium2 import raw as pdfium

from corpus.errors import Unreadable
from corpus.loaders.flow import Drawn, flowed
from corpus.loaders.loaded import PAGE, Loaded
from corpus.loaders.picture import DOTS, MOST_DOTS, recognised
from corpus.loaders.raised import rejoined, with_notes, with_raised
from corpus.loaders.source import Source

_FEWEST = 30  # characters of a page, on average; a scan has next to none
_STAMP = 0.04  # of a page; the words of a signature and a page number take less of a scan
_COVERED = 0.25  # of a page; pictures that take more of it than the words hold what it says
_LETTERS = re.compile(r"[^\W\d_]")
_POINTS = 72  # an inch
# letters may have been made pictures, or lines
_DRAWN = (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_SHADING)
_MOST_PAGES = 2_000
_HYPHENS = str.maketrans({"\x02": "-", "\ufffe": "-"})  # how PDFium gives a hyphen at a line end
_PASSWORD = 4  # FPDF_ERR_PASSWORD of fpdfview.h


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    """A page: how wide it is in points, its lines, and whether it is a picture instead."""

    width: float
    lines: list[Drawn]
    picture: bool

    @property
    def margin(self) -> float:
        return max((line.right for line in self.lines), default=0.0)


def pdf_text(source: Source) -> Loaded:
    """Return the text of a PDF file; running numbers stay, pages that are pictures are counted.

    Raises:
        EmptySourceError: a scan.
        UnreadableSourceError: damaged, behind a password, or of more than 2,000 pages.
    """
    with closing(_opened(source)) as document:
        sheets = [_sheet(page) for page in document]
    pictures = sum(sheet.picture for sheet in sheets)
    pages = _words(sheets)
    read = [words for sheet, words in zip(sheets, pages, strict=True) if not sheet.picture]
    if pictures and sum(map(len, read)) < _FEWEST * len(pages):
        raise source.refused(Unreadable.SCAN)
    if not any(map(_LETTERS.search, read)):
        raise source.refused(Unreadable.EMPTY)
    return Loaded(text=_bound(pages), unread=pictures)


def scan_text(source: Source) -> Loaded:
    """Return the text of a PDF file with the words of its pictures recognised.

    What is written on a picture, as the stamp of a signature is, stands below its words.

    Raises:
        UnreadableSourceError: damaged, behind a password, or of more than 2,000 pages.
    """
    with closing(_opened(source)) as document:
        sheets = [_sheet(page) for page in document]
        pages = [
            _joined(recognised(_drawing(document, at)), words) if sheet.picture else words
            for at, (sheet, words) in enumerate(zip(sheets, _words(sheets), strict=True))
        ]
    return Loaded(text=_bound(pages), recognised=True)


def _opened(source: Source) -> pypdfium2.PdfDocument:
    try:
        document = pypdfium2.PdfDocument(source.data)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code == _PASSWORD
        reason = Unreadable.ENCRYPTED if locked else Unreadable.DAMAGED
        raise source.refused(reason) from error
    if len(document) > _MOST_PAGES:
        document.close()
        raise source.refused(Unreadable.TOO_LARGE)
    return document


def _joined(drawn: str, written: str) -> str:
    return "\n\n".join(part for part in (drawn, written) if part.strip())


def _bound(pages: list[str]) -> str:
    return f"\n{PAGE}".join(pages)


def _sheet(page: pypdfium2.PdfPage) -> _Sheet:
    with closing(page):
        lines = _lines(page)
        return _Sheet(width=page.get_width(), lines=lines, picture=_is_picture(page, lines))


def _is_picture(page: pypdfium2.PdfPage, lines: list[Drawn]) -> bool:
    """Tell whether a page has next to no words beside a drawing, or little on top of a picture."""
    if sum(len(line.text) for line in lines) < _FEWEST:
        return any(True for _ in page.get_objects(_DRAWN))
    area = page.get_width() * page.get_height()
    written = sum((line.right - line.left) * line.height for line in lines)
    return written < _STAMP * area and _pictured(page) > _COVERED * area and not _is_layered(page)


def _pictured(page: pypdfium2.PdfPage) -> float:
    """Return the area of all pictures; a scanner may have cut a page into strips."""
    bounds = (picture.get_bounds() for picture in page.get_objects((pdfium.FPDF_PAGEOBJ_IMAGE,)))
    return float(sum((right - left) * (top - bottom) for left, bottom, right, top in bounds))


def _is_layered(page: pypdfium2.PdfPage) -> bool:
    """Tell whether the words of a picture were recognised before, and lie unseen over it."""
    unseen = pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
    words = page.get_objects((pdfium.FPDF_PAGEOBJ_TEXT,))
    return any(pdfium.FPDFTextObj_GetTextRenderMode(one) == unseen for one in words)


def _words(sheets: list[_Sheet]) -> list[str]:
    """Return the words of each page; pages as wide as each other share their right margin."""
    margins: dict[float, float] = {}
    for sheet in sheets:
        margins[sheet.width] = max(margins.get(sheet.width, 0.0), sheet.margin)
    return [flowed(sheet.lines, margins[sheet.width]).translate(_HYPHENS) for sheet in sheets]


def _drawing(document: pypdfium2.PdfDocument, number: int) -> Image.Image:
    """Draw a page as it would be scanned, without the words that can be read as they are."""
    with closing(document[number]) as page:
        for words in list(page.get_objects((pdfium.FPDF_PAGEOBJ_TEXT,), max_depth=1)):
            page.remove_obj(words)
        area = page.get_width() * page.get_height()
        scale = min(DOTS / _POINTS, sqrt(MOST_DOTS / max(area, 1.0)))
        drawn: Image.Image = page.render(scale=scale, grayscale=True).to_pil()
    return drawn


def _lines(page: pypdfium2.PdfPage) -> list[Drawn]:
    with closing(page.get_textpage()) as words:
        text = words.get_text_range()
        if len(text) == words.count_chars():
            return with_notes(rejoined(_drawn(words, text)))
    # the place of a character is not known: every line ends where it ends
    lines = enumerate(text.split("\r\n"))
    return [Drawn(text=line, right=0.0, bottom=-float(n), first=0.0) for n, line in lines]


def _drawn(page: pypdfium2.PdfTextPage, text: str) -> Iterator[Drawn]:
    """Yield the lines of a page that are not blank, with where they stand."""
    start = 0
    for line in text.split("\r\n"):
        words = line.strip()
        if words:
            at = start + line.index(words)
            left, bottom, _, top = page.get_charbox(at, loose=True)
            length = len(words.split(maxsplit=1)[0])
            yield Drawn(
                text=with_raised(page, words, at),
                left=left,
                height=top - bottom,
                right=page.get_charbox(at + len(words) - 1, loose=True)[2],
                bottom=bottom,
                first=(page.get_charbox(at + length - 1, loose=True)[2] - left) * (1 + 1 / length),
            )
        start += len(line) + 2
