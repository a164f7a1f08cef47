"""Quotes: from spans of a document to numbered citations and words to show."""

from __future__ import annotations

import re

from assistant.reply import Citation
from corpus.address import address
from corpus.document import Document
from corpus.passage import Passage
from corpus.span import Span

_MARKS = re.compile(r"\*+")
_BULLET = re.compile(r"^(?:[-–+•*]\s*)+")


def shown(text: str) -> str:
    r"""Return quoted words as they are shown: one line, no emphasis marks, no bullet before.

    >>> shown("- Gửi về Sở **chậm nhất\n\nngày 27/10/2023**.")
    'Gửi về Sở chậm nhất ngày 27/10/2023.'
    """
    return _BULLET.sub("", " ".join(_MARKS.sub("", text).split()))


class Numbering:
    """Gives citations their numbers, in order, the same words only once."""

    def __init__(self, given: int = 0) -> None:
        self._before = given  # numbers that are taken
        self._given: dict[tuple[str, Span], Citation] = {}

    def cite(self, document: Document, passage: Passage, span: Span) -> Citation:
        """Return the citation of the words under `span`, with a new number if they are new."""
        key = (document.id, span)
        if key not in self._given:
            self._given[key] = Citation(
                n=self._before + len(self._given) + 1,
                document_id=document.id,
                span=span,
                quote=span.of(document.text),
                address=_placed(document, passage, span),
            )
        return self._given[key]


def _placed(document: Document, passage: Passage, span: Span) -> str:
    """Return the address of a place, with its page where the document has pages."""
    page = document.reading.page(span.start)
    return f"{address(passage)}, trang {page}" if page else address(passage)
