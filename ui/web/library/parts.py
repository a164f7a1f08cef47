"""Small parts of the pages of the library."""

from __future__ import annotations

from collections.abc import Iterable

from corpus.document import Document
from corpus.passage import Passage, PassageKind
from ui import reading_words
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
    mended = [reading_words.mended(one) for one in document.reading.mended]
    lines = [*reading_words.facts(document), *_counted(tuple(passages)), *mended]
    lines += [] if mended else [reading_words.NOTHING_MENDED]
    return tag("ul", *(tag("li", line) for line in lines), class_="how-read")


def _counted(passages: tuple[Passage, ...]) -> Iterable[str]:
    counts = (
        (w.JOINED, sum(p.continues is not None for p in passages)),
        (w.FOOTNOTES, sum(p.kind is PassageKind.FOOTNOTE for p in passages)),
        (w.FURNITURE, sum(p.kind is PassageKind.FURNITURE for p in passages)),
    )
    return (words.format(count).capitalize() for words, count in counts if count)
