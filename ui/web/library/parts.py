"""Small parts of the pages of the library."""

from __future__ import annotations

from collections.abc import Iterable

from corpus.document import Document
from corpus.passage import Passage, PassageKind
from ui.markup import Html, tag
from ui.web.library import wording as w

ROOT = "/van-ban"


def notice_box(words: str, *, good: bool = False) -> Html:
    """Return what went wrong, or well, with the last gesture; nothing for no words."""
    look = "notice-box good" if good else "notice-box"
    return tag("p", words, class_=look, role="status" if good else "alert") if words else Html("")


def address_of(document_id: str) -> str:
    """Return the address of the page of a document."""
    return f"{ROOT}/{document_id}"


def how_read(document: Document, passages: Iterable[Passage] = ()) -> Html:
    """Return how a document was read out of its file: what was mended, joined and set apart."""
    lines = [*_facts(document), *_counted(tuple(passages))]
    lines += [w.mended(one) for one in document.reading.mended] or [w.NOTHING_MENDED]
    return tag("ul", *(tag("li", line) for line in lines), class_="how-read")


def _facts(document: Document) -> Iterable[str]:
    reading = document.reading
    yield w.FORMATS_NAMED.get(reading.format, reading.format)
    if reading.encoding:
        yield w.ENCODING.format(reading.encoding)
    if reading.pages:
        yield w.PAGES.format(len(reading.pages))
    if reading.recognised:
        yield w.RECOGNISED
    if reading.unread:
        yield w.UNREAD.format(reading.unread)


def _counted(passages: tuple[Passage, ...]) -> Iterable[str]:
    counts = (
        (w.JOINED, sum(p.continues is not None for p in passages)),
        (w.FOOTNOTES, sum(p.kind is PassageKind.FOOTNOTE for p in passages)),
        (w.FURNITURE, sum(p.kind is PassageKind.FURNITURE for p in passages)),
    )
    return (words.format(count).capitalize() for words, count in counts if count)
