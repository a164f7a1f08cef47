"""Periods that a text names: "giai đoạn 2021 - 2030", "nhiệm kỳ 2020-2025"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.quiz.field import Field
from assistant.quiz.point import Point
from assistant.quiz.points.inplace import Asked, in_place
from corpus.passage import PassageKind
from corpus.span import Span
from corpus.syllables import syllables

_PERIOD = re.compile(r"(?:giai đoạn|nhiệm kỳ)\s+(?P<years>(?:19|20)\d\d\s*[-–]\s*(?:19|20)\d\d)")
BEFORE = 6  # syllables before a period: the same ones name the same thing
_YEARS = re.compile(r"(?:19|20)\d\d\s*[-–]\s*(?:19|20)\d\d")


def periods(field: Field) -> Iterator[Point]:
    """Yield a gap for each period whose sentence names no other."""
    for passage, span in field.sentences():
        if passage.kind is PassageKind.FOOTNOTE:
            continue
        text = span.of(field.text(passage.document_id))
        for hit in _PERIOD.finditer(text):
            before = " ".join(syllables(text[: hit.start("years")])[-BEFORE:])
            fact = f"period:{passage.document_id}:{before}"
            asked = Asked(family="period", noun="khoảng thời gian", fact=fact)
            point = in_place(field, (passage, span), Span(*hit.span("years")), asked)
            if point and not _YEARS.search(point.cloze):
                yield replace(point, value=re.sub(r"\s*[-–]\s*", "-", point.value))
