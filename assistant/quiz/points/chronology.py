"""The order in which the documents that a text cites were issued."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.quiz.field import Field
from assistant.quiz.frame import Frame, Proof
from assistant.quiz.point import Point, Sequence
from assistant.quiz.points.references import Reference, cited

_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_TELLS = re.compile(r"\d+/\d{4}/")  # the number tells the year
SIZE = 4
LONGEST = 130  # characters of an option


def chronology(field: Field) -> Iterator[Point]:
    """Yield one sequence for each document that cites enough others with different years."""
    found: dict[str, dict[str, Reference]] = {}
    for one in cited(field):
        told = _TELLS.match(one.number) or len(_shown(one)) > LONGEST
        if one.day and not told and not one.in_note:
            found.setdefault(one.source.document_id, {}).setdefault(one.fact, one)
    for references in found.values():
        point = _sequence(list(references.values()))
        if point:
            yield point


def _sequence(found: list[Reference]) -> Sequence | None:
    by_year = {one.day[-4:]: one for one in reversed(found)}
    chosen = sorted(by_year.values(), key=lambda one: day_of(one.day))
    if len(chosen) < SIZE:
        return None
    step = (len(chosen) - 1) / (SIZE - 1)
    kept = [chosen[round(k * step)] for k in range(SIZE)]
    return Sequence(
        parts=tuple(_shown(one) for one in kept),
        question="hãy sắp xếp các văn bản sau theo thứ tự thời gian ban hành, từ sớm nhất đến muộn"
        " nhất",
        frame=Frame(Proof.ORDER, "ngày"),
        source=kept[0].source,
        also=tuple(one.source for one in kept[1:]),
        facts=tuple(f"{one.fact}:day" for one in kept),
        tier=3,
    )


def _shown(one: Reference) -> str:
    issuer = f" của {one.issuer}" if one.issuer else ""
    return f"{one.kind} số {one.written}{issuer} {one.subject}"


def day_of(text: str) -> tuple[int, int, int]:
    """Return year, month and day of the first date in a text, zeros without one.

    >>> day_of("ngày 01/7/2023")
    (2023, 7, 1)
    """
    found = _DAY.search(text)
    return (int(found[3]), int(found[2]), int(found[1])) if found else (0, 0, 0)
