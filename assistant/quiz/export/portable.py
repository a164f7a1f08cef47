"""A printed paper in PDF, which looks the same on every machine.

Set in Source Serif 4 (SIL Open Font License, beside this module), of which the letters that occur
go into the file. A letter that the font lacks is printed as "?".
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from importlib import resources
from typing import TYPE_CHECKING

from assistant.quiz.export.printed import Line, Sheet, sheets
from assistant.quiz.export.question import Exported, Question

if TYPE_CHECKING:
    from fpdf import FPDF

FONT = "Source Serif 4"
_FILES = {"": "source-serif-4-regular.ttf", "B": "source-serif-4-semibold.ttf"}
_MADE = datetime(2000, 1, 1, tzinfo=UTC)  # the same bytes each time
_MARGIN, _LEADING, _SIZE, _TITLE = 20, 5.5, 11, 15  # mm, mm, pt, pt


def portable(asked: Sequence[Question], variants: int = 1, seed: int = 0) -> Exported:
    """Write the sheets of a paper on A4, each beginning on a new page."""
    return Exported(in_pdf(sheets(asked, variants, seed)))


def in_pdf(printed: Sequence[Sheet]) -> bytes:
    """Return sheets as a PDF file on A4, each beginning on a new page; always the same bytes."""
    pdf = _blank()
    for sheet in printed:
        pdf.add_page()
        pdf.set_font(FONT, "B", _TITLE)
        title = _printable(pdf, sheet.title)
        pdf.multi_cell(0, 2 * _LEADING, title, align="C", new_x="LMARGIN", new_y="NEXT")
        for line in sheet.lines:
            _put(pdf, line)
    return bytes(pdf.output())


def _blank() -> FPDF:
    from fpdf import FPDF  # noqa: PLC0415 — loading it takes a while

    pdf = FPDF(format="A4")
    pdf.set_creation_date(_MADE)
    pdf.set_margin(_MARGIN)
    pdf.set_auto_page_break(auto=True, margin=_MARGIN)
    fonts = resources.files("assistant.quiz.export") / "fonts"
    for style, name in _FILES.items():
        with resources.as_file(fonts / name) as path:
            pdf.add_font(FONT, style, path)
    return pdf


def _put(pdf: FPDF, line: Line) -> None:
    """Set a paragraph; one that begins in bold stands apart from what is above it."""
    if line.strong:
        pdf.ln(_LEADING / 2)
    for style, text in (("B", line.strong), ("", line.text)):
        pdf.set_font(FONT, style, _SIZE)
        if text:
            pdf.write(_LEADING, _printable(pdf, text))
    pdf.ln(_LEADING * 1.1)


def _printable(pdf: FPDF, text: str) -> str:
    """Return a text with "?" for each letter that the font, the same in both weights, lacks."""
    from fpdf.fonts import TTFFont  # noqa: PLC0415 — as above

    font = pdf.current_font
    known = font.cmap if isinstance(font, TTFFont) else {}
    return "".join(c if c.isspace() or ord(c) in known else "?" for c in text)
