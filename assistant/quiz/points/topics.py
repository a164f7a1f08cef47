"""Under which heading something stands: the parts of a plan or a report, side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.quiz.field import Field, tight
from assistant.quiz.frame import Frame, Proof
from assistant.quiz.item import Source
from assistant.quiz.point import Gap, Group, Pair, Point, fact_at
from assistant.quiz.points.duties import assigns
from assistant.quiz.prover import actor
from assistant.quiz.wording import clean, nested, points_outside, whole
from corpus.numbers import find_numbers
from corpus.passage import Passage, PassageKind
from corpus.sentences import clauses, sentences
from corpus.span import Span

SHORTEST, LONGEST = 45, 190  # characters of what stands there
LONGEST_NAME, SHORTEST_NAME = 130, 15  # characters of a heading
_DIGITS = re.compile(r"\d{3}")


def topics(field: Field) -> Iterator[Point]:
    """Yield a gap and a pair for each passage under a heading that has siblings, and groups."""
    for heading in _headings(field):
        name = actor(heading)
        found = [made for p in _below(field, heading) if (made := _said(field, p))]
        for said, source in found:
            yield from _points(field, heading, said, source)
        if len(found) > 1:
            yield Group(
                family=f"topic:{heading.document_id}",
                members=tuple(said for said, _ in found),
                facts=tuple(fact_at(source) for _, source in found),
                asks=f"những nội dung nào sau đây thuộc phần “{nested(name)}”?",
                lists=f"hãy nêu các nội dung của phần “{nested(name)}”",
                frame=Frame(Proof.DUTY, name),
                source=field.source(heading, heading.span),
                also=tuple(source for _, source in found),
                tier=2,
            )


def _headings(field: Field) -> Iterator[Passage]:
    for heading in field.all:
        name = actor(heading) if heading.kind is PassageKind.HEADING else ""
        fit = SHORTEST_NAME <= len(name) <= LONGEST_NAME and not find_numbers(name)
        if fit and whole(name) and not assigns(heading) and heading.path[0][:4] != "Điều":
            yield heading


def _below(field: Field, heading: Passage) -> list[Passage]:
    inside = {p.id for p in field.passages}
    below = field.shelf.children.get(heading.id, ())
    return [p for p in below if p.id in inside and p.kind is not PassageKind.HEADING]


def _said(field: Field, passage: Passage) -> tuple[str, Source] | None:
    """Return the first sentence of a passage, or its first clause where that is long."""
    first = sentences(passage.text)[0]
    pieces = [first]
    if len(first) > LONGEST:
        begun = [c.shifted(first.start) for c in clauses(first.of(passage.text))[:1]]
        pieces = [c for c in begun if ":" not in c.of(passage.text)] or [first]
    text = field.text(passage.document_id)
    span = tight(text, pieces[0].shifted(passage.span.start))
    words = clean(span.of(text))
    fit = SHORTEST <= len(words) <= LONGEST and whole(words) and not _DIGITS.search(words)
    if not fit or points_outside(words) or words.endswith(":") or span.of(text)[-1:] == ":":
        return None
    return words, field.source(passage, span)


def _points(field: Field, heading: Passage, said: str, source: Source) -> Iterator[Point]:
    name = actor(heading)
    level = f"{heading.document_id}:{len(heading.path)}:{heading.parent}"
    called = field.source(heading, _name_span(heading, name))
    yield Gap(
        family=f"heading:{level}",
        value=name,
        question=f"nội dung “{nested(said)}” thuộc phần nào?",
        statement=f"Nội dung “{nested(said)}” thuộc phần “{{}}”",
        frame=Frame(Proof.HEADING, said),
        source=source,
        also=(called,),
        fact=fact_at(source),
        tier=2,
    )
    yield Pair(
        family=f"heading:{level}",
        left=name,
        right=said,
        question="hãy ghép mỗi phần với một nội dung thuộc phần đó",
        frame=Frame(Proof.DUTY, name),
        source=source,
        also=(called,),
        fact=fact_at(source),
        tier=2,
    )


def _name_span(heading: Passage, name: str) -> Span:
    at = heading.text.find(name)
    return Span(at, at + len(name)).shifted(heading.span.start) if at >= 0 else heading.span
