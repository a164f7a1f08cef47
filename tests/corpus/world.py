"""A small world for the library: a parser that one can follow by hand, and a clock that stands."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import PurePath

from corpus.document import Document, Fact, IssueDate, Particulars
from corpus.passage import Passage, PassageKind, passage_id
from corpus.span import Span
from corpus.steps import Parsed, Steps

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def parse_words(source: str, raw: str, origin: str = "") -> Parsed:
    """Make a passage of each word; the first is the title and under it stand the others."""
    key = PurePath(source).stem
    spans = []
    start = 0
    for word in raw.split():
        start = raw.index(word, start)
        spans.append(Span(start, start + len(word)))
        start += len(word)
    passages = tuple(
        Passage(
            id=passage_id(key, span, span.of(raw)),
            document_id=key,
            span=span,
            kind=PassageKind.ITEM if at else PassageKind.HEADING,
            path=("II", str(at)) if at else ("II",),
            headings=(raw.split(maxsplit=1)[0],) if at else (),
            text=span.of(raw),
            parent=passage_id(key, spans[0], spans[0].of(raw)) if at else None,
        )
        for at, span in enumerate(spans)
    )
    title = Fact(spans[0].of(raw), spans[0])
    known = Particulars(
        title=title, issued_on=IssueDate(year=2024, month=3, span=spans[0]), recipients=(title,)
    )
    return Document(id=key, source=source, text=raw, particulars=known, origin=origin), passages


def steps() -> Steps:
    """Return the steps of this world; files are read as they are in the product."""
    return Steps(parse=parse_words, clock=lambda: NOON)
