"""Who gets a document: the names under "Nơi nhận"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.quiz.field import Field
from assistant.quiz.frame import Frame, Proof
from assistant.quiz.item import Source
from assistant.quiz.point import Group, Point, fact_at
from assistant.quiz.wording import clean
from corpus.span import Span

_NOTE = re.compile(r"\s*\([^)]*\)$")
_LEADERS = re.compile(r"Lãnh đạo|Ban Giám đốc|Ban lãnh đạo", re.IGNORECASE)  # one and the same
FEWEST = 2


def recipients(field: Field) -> Iterator[Point]:
    """Yield a group of the recipients of each document that names them."""
    for document_id in field.documents if field.whole else ():
        document = field.shelf.documents[document_id]
        found = document.particulars.recipients
        written = (clean(_NOTE.sub("", fact.value)) for fact in found)
        names = tuple(name for name in written if not _LEADERS.match(name))
        if len(names) < FEWEST:
            continue
        span = Span(found[0].span.start, found[-1].span.end)
        source = Source(
            document_id=document_id,
            span=span,
            quote=span.of(document.text),
            address="nơi nhận",
        )
        yield Group(
            family="recipient",
            members=names,
            facts=tuple(fact_at(source, name) for name in names),
            asks="những nơi nào sau đây có tên trong phần “Nơi nhận”?",
            lists="hãy kể tên các nơi nhận văn bản",
            frame=Frame(Proof.MEMBER, "Nơi nhận"),
            source=source,
            tier=3,
        )
