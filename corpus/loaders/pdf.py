"""PDF with text: its pages in order, wrapped lines joined. The door to pypdfium2."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from ctypes import c_float, c_int
from dataclasses import dataclass
from itertools import groupby, islice, starmap
from math import sqrt

import pypdfium2
from PIL import Image
from pypdfium2 import raw as pdfium

from corpus.errors import Unreadable
from corpus.loaders.flow import Drawn, flowed
from corpus.loaders.loaded import PAGE, Loaded
from corpus.loaders.picture import DOTS, MOST_DOTS, recognised
from corpus.loaders.raised import rejoined, with_notes, with_raised
from corpus.loaders.ruled import Cell, Rule, Table, rule, tables
from corpus.loaders.source import Source

_FEWEST = 30  # characters of a page, on average; a scan has next to none
_STAMP = 0.04  # of a page; the words of a signature and a page number take less of a scan
_COVERED = 0.25  # of a page; pictures that take more of it than the words hold what it says
_LETTERS = re.compile(r"[^\W\d_]")
_POINTS = 72  # an inch
# letters may have been made pictures, or lines
_DRAWN = (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_SHADING)
_MOST_SIDES = 10_000
_LINE = 3.0  # points: a box so narrow is a line
_Point = tuple[float, float]
_Inside = tuple[Table, Cell]
_REACH = 0.75  # of the room between margins of the same width; text that is wrapped takes more
_MOST_PAGES = 2_000
_HYPHENS = str.maketrans({"\x02": "-", "\ufffe": "-"})  # how PDFium gives a hyphen at a line end
_PASSWORD = 4  # FPDF_ERR_PASSWORD of fpdfview.h


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    """A page: its left and right side in points, its lines, and whether it is a picture instead."""

    sides: tuple[float, float]
    lines: list[Drawn]
    picture: bool


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
        left, _, right, _ = page.get_bbox()
        return _Sheet(sides=(left, right), lines=lines, picture=_is_picture(page, lines))


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
    lines: dict[tuple[float, float], list[Drawn]] = {}
    for sheet in sheets:
        lines.setdefault(sheet.sides, []).extend(sheet.lines)
    margins = {sides: _margin(sides, every) for sides, every in lines.items()}
    return [flowed(sheet.lines, margins[sheet.sides]).translate(_HYPHENS) for sheet in sheets]


def _margin(sides: tuple[float, float], lines: list[Drawn]) -> float:
    """Return where lines end on the right; where all are short, none of them was wrapped."""
    (left, right), edge = sides, min((line.left for line in lines if not line.row), default=0.0)
    room = right - edge - (edge - left)
    return max(edge + _REACH * room, *(line.right for line in lines), 0.0)


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
            return with_notes(rejoined(_drawn(words, text, tables(_rules(page)))))
    # the place of a character is not known: every line ends where it ends
    lines = enumerate(text.split("\r\n"))
    return [Drawn(text=line, right=0.0, bottom=-float(n), first=0.0) for n, line in lines]


def _rules(page: pypdfium2.PdfPage) -> list[Rule]:
    """Return the lines drawn level or upright; none of a page that is a drawing."""
    sides = list(islice(_sides(page), _MOST_SIDES + 1))
    return [one for one in starmap(rule, sides) if one] if len(sides) <= _MOST_SIDES else []


def _sides(page: pypdfium2.PdfPage) -> Iterator[tuple[_Point, _Point]]:
    """Yield the sides of strokes, and of narrow boxes that are filled."""
    for path in page.get_objects((pdfium.FPDF_PAGEOBJ_PATH,), max_depth=1):
        left, bottom, right, top = path.get_bounds()
        if _is_stroke(path) or min(right - left, top - bottom) <= _LINE:
            yield from _sides_of(path)


def _is_stroke(path: pypdfium2.PdfObject) -> bool:
    fill, stroke = c_int(), c_int()
    pdfium.FPDFPath_GetDrawMode(path.raw, fill, stroke)
    return bool(stroke.value)


def _sides_of(path: pypdfium2.PdfObject) -> Iterator[tuple[_Point, _Point]]:
    """Yield the straight sides of a path, in points of the page."""
    matrix, first, before = path.get_matrix(), (0.0, 0.0), (0.0, 0.0)
    x, y = c_float(), c_float()
    for at in range(pdfium.FPDFPath_CountSegments(path.raw)):
        segment = pdfium.FPDFPath_GetPathSegment(path.raw, at)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = matrix.on_point(x.value, y.value)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            first = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            yield before, point
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield point, first
        before = point


def _drawn(page: pypdfium2.PdfTextPage, text: str, ruled: list[Table]) -> Iterator[Drawn]:
    """Yield the lines of a page that are not blank, with where they stand.

    The rows of a ruled table come where the first of its words stands.
    """
    stretches = list(_stretches(page, text, ruled))
    for _, words, inside in stretches:
        if inside:
            inside[0].put(inside[1], words)
    kept = [table for table in ruled if table.parts]
    left = list(kept)
    for start, words, inside in stretches if kept == ruled else _stretches(page, text, kept):
        if inside is None:
            yield _line(page, start, words)
        elif inside[0] in left:
            left.remove(inside[0])
            bottom = page.get_charbox(start, loose=True)[1]
            yield from (
                Drawn(text=row, right=0.0, bottom=bottom, first=0.0, row=True)
                for row in inside[0].lines()
            )


def _stretches(
    page: pypdfium2.PdfTextPage, text: str, ruled: list[Table]
) -> Iterator[tuple[int, str, _Inside | None]]:
    """Yield the words of each line, with where they begin, parted by cells of ruled tables."""
    start = 0
    for line in text.split("\r\n"):
        seen = (start + at for at, letter in enumerate(line) if not letter.isspace())
        for inside, places in groupby(seen, lambda at: _inside(page, at, ruled)):
            every = list(places)
            yield every[0], text[every[0] : every[-1] + 1], inside
        start += len(line) + 2


def _inside(page: pypdfium2.PdfTextPage, at: int, ruled: list[Table]) -> _Inside | None:
    """Return the ruled table in which a letter stands, with its cell."""
    if not ruled:
        return None
    left, bottom, right, top = page.get_charbox(at, loose=True)
    x, y = (left + right) / 2, (bottom + top) / 2
    return next(((one, cell) for one in ruled if (cell := one.cell(x, y))), None)


def _line(page: pypdfium2.PdfTextPage, at: int, words: str) -> Drawn:
    left, bottom, _, top = page.get_charbox(at, loose=True)
    length = len(words.split(maxsplit=1)[0])
    return Drawn(
        text=with_raised(page, words, at),
        left=left,
        height=top - bottom,
        right=page.get_charbox(at + len(words) - 1, loose=True)[2],
        bottom=bottom,
        first=(page.get_charbox(at + length - 1, loose=True)[2] - left) * (1 + 1 / length),
    )
