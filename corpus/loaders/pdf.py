"""PDF with text: its pages in order, wrapped lines joined. The door to pypdfium2."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pypdfium2

from corpus.errors import Unreadable
from corpus.loaders.flow import Drawn, flowed
from corpus.loaders.source import Source

_FEWEST = 30  # characters a page, on average; a scan has next to none
_MOST_PAGES = 2_000
_HYPHENS = str.maketrans({"\x02": "-", "\ufffe": "-"})  # how PDFium gives a hyphen at a line end
_PASSWORD = 4  # FPDF_ERR_PASSWORD of fpdfview.h


def pdf_text(source: Source) -> str:
    """Return the text of a PDF file, a blank line between pages; running numbers stay.

    Raises:
        EmptySourceError: a scan.
        UnreadableSourceError: damaged, behind a password, or of more than 2,000 pages.
    """
    try:
        document = pypdfium2.PdfDocument(source.data)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code == _PASSWORD
        reason = Unreadable.ENCRYPTED if locked else Unreadable.DAMAGED
        raise source.refused(reason) from error
    with closing(document):
        if len(document) > _MOST_PAGES:
            raise source.refused(Unreadable.TOO_LARGE)
        pages = list(_pages(document))
    if sum(map(len, pages)) < _FEWEST * max(len(pages), 1):
        raise source.refused(Unreadable.SCAN)
    return "\n\n".join(pages)


def _pages(document: pypdfium2.PdfDocument) -> Iterator[str]:
    """Yield the words of each page; pages as wide as each other share their right margin."""
    pages = [(page.get_width(), _lines(page)) for page in document]
    margins: dict[float, float] = {}
    for width, lines in pages:
        margins[width] = max([margins.get(width, 0.0), *(line.right for line in lines)])
    for width, lines in pages:
        yield flowed(lines, margins[width]).translate(_HYPHENS)


def _lines(page: pypdfium2.PdfPage) -> list[Drawn]:
    with closing(page), closing(page.get_textpage()) as words:
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
                right=page.get_charbox(at + len(words) - 1, loose=True)[2],
                bottom=bottom,
                first=(page.get_charbox(at + length - 1, loose=True)[2] - left) * (1 + 1 / length),
            )
        start += len(line) + 2
