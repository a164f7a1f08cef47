"""Laws and articles that a text rests on: "theo Điều 16 Luật Phòng, chống tham nhũng"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.quiz.field import Field
from assistant.quiz.point import Point
from assistant.quiz.points.inplace import Asked, in_place
from corpus.passage import PassageKind
from corpus.span import Span

_LAW = re.compile(
    r"(?:của|theo|hoá|hóa|trong|nghiêm|hiện|tại(?: Điều \d+)?)\s(?P<law>(?:Bộ luật|Bộ Luật|Luật)"
    r"(?: [^\W\d_]+(?:,(?= (?:chống|thể thao|chữa)))?){2,9}?)"
    r"(?=\s(?:và|đảm bảo|năm|có|của|theo|về|quy định)\b|[.,;(]|$)"
)
_ARTICLE = re.compile(
    r"(?P<article>(?:[Kk]hoản \d+ )?Điều \d+)"
    r"(?=(?: của)? (?:Luật|Bộ luật|Nghị định|Thông tư|Quyết định))"
)


def laws(field: Field) -> Iterator[Point]:
    """Yield a gap for each law and each article that a sentence of a plan or report names."""
    for passage, span in field.sentences():
        if passage.kind is PassageKind.FOOTNOTE or passage.path[0].startswith("Điều"):
            continue
        text = span.of(field.text(passage.document_id))
        for form, group, asked in (
            (_LAW, "law", Asked(family="law", noun="tên luật")),
            (_ARTICLE, "article", Asked(family="article", noun="điều, khoản")),
        ):
            for hit in form.finditer(text):
                value = Span(hit.start(group), hit.start(group) + len(hit[group]))
                point = in_place(field, (passage, span), value, asked)
                if point and point.value not in point.cloze:
                    yield point
