"""The line that names the document an answer comes from, made of its proved particulars only."""

from __future__ import annotations

from corpus.document import Document, IssueDate
from corpus.instrument import Instrument
from corpus.numbers import is_letter


def lead(document: Document, section: str = "", instrument: Instrument | None = None) -> str:
    """Return "Theo Kế hoạch số … ngày … của …, mục …:" as far as the source states these.

    A text without a head is called by the registered `instrument` that it is.
    """
    known = document.particulars
    if instrument and not (known.kind or known.number):
        return f"Theo {instrument.label}" + (f", {section}:" if section else ":")
    parts = [f"Theo {called(document)}"]
    if known.number:
        parts.append(f"số {known.number.value}")
    if known.issued_on:
        posted = "" if known.kind or known.number else "đăng "
        parts.append(f"{posted}{dated(known.issued_on)}")
    if known.issuer:
        parts.append(f"của {known.issuer.value}")
    if not (known.kind or known.issuer):
        parts.append(_told_apart(document))
    return " ".join(parts) + (f", {section}:" if section else ":")


def _told_apart(document: Document) -> str:
    """Return what tells a page of the web apart: its title, else who wrote it, else its file."""
    known = document.particulars
    if known.title:
        return f"“{known.title.value}”"
    if known.signer:
        return f"của {known.signer.value}"
    return f"({document.source})"


def called(document: Document) -> str:
    """Return what a document is called: by its kind, a công văn, which states none, by its number.

    What has neither kind nor number is a page of the web.
    """
    known = document.particulars
    if known.kind:
        return known.kind.value
    if known.number:
        return "Công văn" if is_letter(known.number.value) else "văn bản"
    return "bài viết"


def dated(date: IssueDate) -> str:
    """Return a date with the word for its finest stated part.

    >>> from corpus.span import Span
    >>> dated(IssueDate(year=2024, month=3, span=Span(0, 1)))
    'tháng 3/2024'
    """
    word = "ngày" if date.day else "tháng" if date.month else "năm"
    return f"{word} {date}"
