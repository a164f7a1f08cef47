"""A passage: the smallest citable unit of a document, with its address."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from corpus.errors import InvalidSpanError
from corpus.span import Span


class PassageKind(StrEnum):
    """What a passage is in the layout of its document."""

    HEADING = "heading"  # "II. NỘI DUNG THỰC HIỆN", "Điều 46. …", a run-in heading "Công tác …:"
    PARAGRAPH = "paragraph"  # running text; a lead-in ends in ":"
    ITEM = "item"  # a bullet, a numbered point, a khoản or điểm, one of an inline "(1) … (2)" list
    FOOTNOTE = "footnote"
    FRAME = "frame"  # letterhead, recipients, signature: quotable for particulars, not an answer
    FURNITURE = "furniture"  # what a web page or a page break added; never found, never quoted


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of a document with its address; the passages of a document tile its text.

    `path` is the address, outermost first: `("II", "3", "gạch 5")` in a report,
    `("Điều 46", "khoản 1", "điểm a")` in a law. `headings` are the words of the headings above it,
    outermost first. `parent` is the id of the passage that introduces it: the lead-in ending in
    ":" for a list item, else the heading it stands under, None at the top. `continues` is the id
    of the passage whose sentence it goes on with after a footnote cut that sentence in two.
    Invariant: `text == document.text[span.start:span.end]`.
    """

    id: str
    document_id: str
    span: Span
    kind: PassageKind
    path: tuple[str, ...]
    headings: tuple[str, ...]
    text: str
    parent: str | None = None
    continues: str | None = None

    def __post_init__(self) -> None:
        if len(self.text) != len(self.span):
            raise InvalidSpanError(self.span.start, self.span.end)


def passage_id(document_id: str, span: Span, text: str) -> str:
    """Return the stable id of the words under a span: 16 hex digits.

    The same words at the same place of the same document keep their id over every rebuild.
    """
    key = f"{document_id}\0{span.start}\0{span.end}\0{text}"
    return hashlib.sha256(key.encode()).hexdigest()[:16]
