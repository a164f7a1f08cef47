"""Ordering: parts of a phrase, steps, documents by their days."""

from __future__ import annotations

from assistant.quiz.drafts.bench import Bench, quoted
from assistant.quiz.drafts.grade import grade
from assistant.quiz.item import Item, Kind
from assistant.quiz.point import Point, Sequence
from assistant.quiz.wording import raised


def ordering(bench: Bench, point: Point, target: int) -> Item | str:  # noqa: ARG001 — as all kinds
    """Return the item whose options are the parts, mixed by chance."""
    if not isinstance(point, Sequence):
        return ""
    order = list(range(len(point.parts)))
    while order == sorted(order):
        bench.chance.shuffle(order)
    sources = (point.source, *point.also)
    words = "; ".join(f"“{quoted(source.quote)}”" for source in sources)
    name = bench.field.name(point.source.document_id)
    return Item(
        kind=Kind.ORDER,
        stem=f"{bench.stem(point.source, point.question)}.",
        options=tuple(point.parts[k] for k in order),
        key=tuple(order.index(k) for k in range(len(order))),
        explanation=f"{raised(point.source.address)} của {name} ghi: {words}.",
        difficulty=grade(Kind.ORDER, ""),
        source=point.source,
        also=point.also,
        frame=point.frame,
        facts=frozenset(point.facts),
    )
