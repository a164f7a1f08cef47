"""Who has which duty: what stands under a heading that is the name of an office."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.quiz.field import Field, tight
from assistant.quiz.frame import Frame, Proof
from assistant.quiz.item import Source
from assistant.quiz.point import Gap, Group, Pair, Point, fact_at
from assistant.quiz.prover import actor
from assistant.quiz.wording import clean, common_run, lowered, nested, raised
from corpus import forms
from corpus.passage import Passage
from corpus.sentences import clauses, sentences
from corpus.span import Span

SHORTEST, LONGEST = 35, 190  # characters of a duty
_OFFICE = re.compile(
    rf"(?:{forms.AGENCY}|Các phòng|Các đơn vị|Các cơ quan|BCH|Ban Chấp hành|Lãnh đạo|Giám đốc"
    r"|Thủ trưởng|Trưởng|Đoàn Thanh niên|Mặt trận)\b"
)
_ASSIGNS = re.compile(r"tổ chức thực hiện|trách nhiệm|phân công|nhiệm vụ", re.IGNORECASE)
_DOES = re.compile(
    r"(?:bố trí|thực hiện|kịp thời|phát hiện|xử lý|xây dựng|tổ chức|phối hợp|đôn đốc|theo dõi"
    r"|kiểm tra|hướng dẫn|báo cáo|tham mưu|quan tâm)\b"
)
LONGEST_NAME = 70  # characters
NAMED = 4  # syllables in a row of its office that a duty must not have


def duties(field: Field) -> Iterator[Point]:
    """Yield a gap and a pair for each duty, and a group for each office with several."""
    offices: dict[str, list[tuple[Passage, str, Source]]] = {}
    for passage in field.passages:
        heading = field.heading(passage)
        if heading is None or not assigns(heading):
            continue
        told = actor(heading)
        found = (duty for duty in _duties(field, passage) if common_run(duty[0], told) < NAMED)
        offices.setdefault(heading.id, []).extend((heading, *duty) for duty in found)
    for given in offices.values():
        if given:
            yield from _points(field, given)


def assigns(heading: Passage) -> bool:
    """Tell whether a heading names an office and those above it give duties out."""
    name = actor(heading)
    above = " ".join(heading.headings)
    return bool(len(name) <= LONGEST_NAME and _OFFICE.match(name) and _ASSIGNS.search(above))


def _duties(field: Field, passage: Passage) -> Iterator[tuple[str, Source]]:
    """Yield the sentences of a duty; of a long one the clauses that say what is to be done."""
    text = field.text(passage.document_id)
    for sentence in sentences(passage.text):
        pieces = [sentence]
        if len(sentence) > LONGEST:
            cut = clauses(sentence.of(passage.text))
            first, *rest = (piece.shifted(sentence.start) for piece in cut)
            pieces = [first, *(p for p in rest if _DOES.match(p.of(passage.text)))]
        for piece in pieces:
            span = tight(text, piece.shifted(passage.span.start))
            words = clean(span.of(text))
            if SHORTEST <= len(words) <= LONGEST:
                yield raised(words), field.source(passage, span)


def _points(field: Field, found: list[tuple[Passage, str, Source]]) -> Iterator[Point]:
    heading = found[0][0]
    name = actor(heading)
    called = field.source(heading, _name_span(heading, name))
    for _, duty, source in found:
        yield from _asked(name, duty, source, called)
        yield Pair(
            family=f"office:{source.document_id}",
            left=name,
            right=duty,
            question="hãy ghép mỗi đơn vị với một nhiệm vụ được giao",
            frame=Frame(Proof.DUTY, name),
            source=source,
            also=(called,),
            fact=fact_at(source),
        )
    yield Group(
        family="duty",
        members=tuple(duty for _, duty, _ in found),
        facts=tuple(fact_at(source) for _, _, source in found),
        asks=f"những nhiệm vụ nào sau đây được giao cho {lowered(name)}?",
        lists=f"hãy nêu các nhiệm vụ được giao cho {lowered(name)}",
        frame=Frame(Proof.DUTY, name),
        source=called,
        also=tuple(source for _, _, source in found),
    )


def _asked(name: str, duty: str, source: Source, called: Source) -> Iterator[Gap]:
    """Yield the two questions about one duty: who has it, and which of several someone has."""
    yield Gap(
        family="office",
        value=name,
        question=f"đơn vị nào được giao nhiệm vụ “{nested(duty)}”?",
        statement=f"{{}} được giao nhiệm vụ “{nested(duty)}”",
        frame=Frame(Proof.HEADING, duty),
        source=source,
        also=(called,),
        fact=fact_at(source),
    )
    yield Gap(
        family="duty",
        value=duty,
        question=f"nhiệm vụ nào sau đây được giao cho {lowered(name)}?",
        statement="",
        frame=Frame(Proof.DUTY, name),
        source=source,
        also=(called,),
        fact=fact_at(source),
    )


def _name_span(heading: Passage, name: str) -> Span:
    """Return the span of the name in its heading."""
    at = heading.text.find(name)
    if at < 0:
        return heading.span
    return Span(at, at + len(name)).shifted(heading.span.start)
