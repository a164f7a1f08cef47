"""PDF with text: its pages in order, wrapped lines joined. The door to pypdfium2."""

from __future__ import annotations

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
from corpus.loaders.source import Source

_FEWEST = 30  # characters of a page, on average; a scan has next to none
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
    if sum(map(len, pages)) < _FEWEST * max(len(pages), 1):
        raise source.refused(Unreadable.SCAN if pictures else Unreadable.EMPTY)
    return Loaded(text=_bound(pages), unread=pictures)


def scan_text(source: Source) -> Loaded:
    """Return the text of a PDF file with the words of its pictures recognised.

    Raises:
        UnreadableSourceError: damaged, behind a password, or of more than 2,000 pages.
    """
    with closing(_opened(source)) as document:
        sheets = [_sheet(page) for page in document]
        pages = [
            recognised(_drawing(document, at)) if sheet.picture else words
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


def _bound(pages: list[str]) -> str:
    return f"\n{PAGE}".join(pages)


def _sheet(page: pypdfium2.PdfPage) -> _Sheet:
    with closing(page):
        width, lines = page.get_width(), _lines(page)
        few = sum(len(line.text) for line in lines) < _FEWEST
        picture = few and any(True for _ in page.get_objects(_DRAWN))
    return _Sheet(width=width, lines=lines, picture=picture)


def _words(sheets: list[_Sheet]) -> list[str]:
    """Return the words of each page; pages as wide as each other share their right margin."""
    margins: dict[float, float] = {}
    for sheet in sheets:
        margins[sheet.width] = max(margins.get(sheet.width, 0.0), sheet.margin)
    return [flowed(sheet.lines, margins[sheet.width]).translate(_HYPHENS) for sheet in sheets]


def _drawing(document: pypdfium2.PdfDocument, number: int) -> Image.Image:
    """Draw a page as it would be scanned."""
    with closing(document[number]) as page:
        area = page.get_width() * page.get_height()
        scale = min(DOTS / _POINTS, sqrt(MOST_DOTS / max(area, 1.0)))
        drawn: Image.Image = page.render(scale=scale, grayscale=True).to_pil()
    return drawn


def _lines(page: pypdfium2.PdfPage) -> list[Drawn]:
    with closing(page.get_textpage()) as words:
        text = words.get_text_range()
        if len(text) == words.count_chars():
            return list(_drawn(words, text))
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
            left, bottom, *_ = page.get_charbox(at, loose=True)
            length = len(words.split(maxsplit=1)[0])
            yield Drawn(
                text=words,
                left=left,
                right=page.get_charbox(at + len(words) - 1, loose=True)[2],
                bottom=bottom,
                first=(page.get_charbox(at + length - 1, loose=True)[2] - left) * (1 + 1 / length),
            )
        start += len(line) + 2
