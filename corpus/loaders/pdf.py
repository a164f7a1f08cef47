"""PDF with text: its pages in order, lines as they are drawn. The door to pypdfium2."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pypdfium2  # type: ignore[import-untyped]  # it has no types

from corpus.errors import Unreadable
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
    for page in document:
        with closing(page), closing(page.get_textpage()) as words:
            yield words.get_text_range().replace("\r\n", "\n").translate(_HYPHENS).strip()
