"""Names in quotes: movements, mottos and slogans that a text speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.quiz.field import Field
from assistant.quiz.point import Point
from assistant.quiz.points.inplace import Asked, in_place
from corpus.passage import PassageKind
from corpus.span import Span
from corpus.syllables import syllables

_NAMED = re.compile(
    r"(?:phong trào(?: thi đua)?|cuộc vận động|việc|chương trình|chủ đề|mô hình|đợt thi đua)"
    r" “(?P<name>[A-ZĐ][^“”]{12,90})”",
    re.IGNORECASE,
)
_ASKED = Asked(family="name", noun="tên phong trào, cuộc vận động", tier=2)
SHORTEST = 3  # syllables


def names(field: Field) -> Iterator[Point]:
    """Yield a gap for each name in quotes that its sentence says once."""
    for passage, span in field.sentences():
        if passage.kind is PassageKind.FOOTNOTE:
            continue
        text = span.of(field.text(passage.document_id))
        for hit in _NAMED.finditer(text):
            once = text.count(hit["name"]) == 1 and len(syllables(hit["name"])) >= SHORTEST
            value = Span(*hit.span("name"))
            point = in_place(field, (passage, span), value, _ASKED) if once else None
            if point:
                yield point
