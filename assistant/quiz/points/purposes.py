"""What things are done for: "nhằm nâng cao kết quả chỉ số cải cách hành chính"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.quiz.field import Field
from assistant.quiz.frame import Frame, Proof
from assistant.quiz.point import Gap, Point, fact_at
from assistant.quiz.wording import clean, joined, nested, points_outside, raised, whole
from corpus.forms import KINDS
from corpus.passage import Passage, PassageKind
from corpus.span import Span

_FOR = re.compile(
    r",?\s(?P<way>nhằm(?: mục đích)?|để(?= (?:tạo|nâng|đánh giá|bảo đảm|phục vụ|kịp thời|thực hiện"
    r"|tháo gỡ|góp phần|giúp)))\s(?P<aim>[^;.“”]{25,130})(?=[;.]|$)"
)
_THING = re.compile("|".join(KINDS))
SHORTEST, LONGEST = 40, 200  # characters of what is done


def purposes(field: Field) -> Iterator[Point]:
    """Yield a gap for each clause that ends in what it is for."""
    for passage, span in field.clauses():
        if passage.kind is PassageKind.FOOTNOTE:
            continue
        text = span.of(field.text(passage.document_id))
        hit = _FOR.search(text)
        point = _gap(field, (passage, span), hit) if hit else None
        if point:
            yield point


def _gap(field: Field, place: tuple[Passage, Span], hit: re.Match[str]) -> Gap | None:
    passage, span = place
    left, aim = clean(hit.string[: hit.start()]), clean(hit["aim"])
    fit = SHORTEST <= len(left) <= LONGEST and whole(left) and whole(aim)
    if not fit or points_outside(joined(left, aim)) or not left[:1].isupper():
        return None
    if _THING.match(left) or left.endswith("không") or " nhằm " in aim:
        return None
    source = field.source(passage, Span(span.start + _bullet(hit.string), span.start + hit.end()))
    return Gap(
        family="aim",
        value=aim,
        question=f"việc “{nested(raised(left))}” nhằm mục đích gì?",
        statement=f"Việc “{nested(raised(left))}” nhằm mục đích {{}}",
        frame=Frame(Proof.WORDS, f"{left} {hit['way']}"),
        source=source,
        fact=fact_at(source, "aim"),
        tier=2,
    )


def _bullet(text: str) -> int:
    lead = re.match(r"[\s\-–+*•]*(?:\(\d+\)\s*)?", text)
    return lead.end() if lead else 0
