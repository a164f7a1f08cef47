"""How often something is done, and who holds an office in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.quiz.field import Field
from assistant.quiz.frame import Frame, Proof
from assistant.quiz.point import Gap, Point, fact_at
from assistant.quiz.wording import clean, joined, lowered, points_outside, raised, whole
from corpus.passage import Passage, PassageKind
from corpus.span import Span

_OFTEN = re.compile(
    r"(?P<value>(?:(?:mỗi|một|hằng|hàng) (?:ngày|tuần|tháng|quý|năm)"
    r"|\d+ (?:tuần|tháng|quý|năm)),? (?:một|hai|\d+) lần)\b",
    re.IGNORECASE,
)
_HOLDS = re.compile(
    r"(?P<value>(?:đồng chí|ông|bà)? ?(?:Phó )?(?:Bí thư|Giám đốc|Chủ tịch|Trưởng|Phó|Chánh|Thủ"
    r" trưởng)[^,;.]{0,40}?) làm (?P<office>(?:Phó )?(?:Trưởng|Chủ tịch|Tổ trưởng|Chủ nhiệm|Thư ký)"
    r"(?: ban| hội đồng| đoàn| tổ)?)\b"
)
_STOP = re.compile(r"[.;,](?=\s|$)|$")
SHORTEST, LONGEST = 30, 240  # characters of the words that are asked


def habits(field: Field) -> Iterator[Point]:
    """Yield a gap for each frequency and for each holder of an office."""
    for passage, span in field.clauses():
        if passage.kind is PassageKind.FOOTNOTE:
            continue
        text = span.of(field.text(passage.document_id))
        for family, asks, form in (
            ("often", "bao lâu một lần", _OFTEN),
            ("holder", "ai", _HOLDS),
        ):
            for hit in form.finditer(text):
                point = _gap(field, (passage, span), hit, (family, asks))
                if point:
                    yield point


def _gap(
    field: Field, place: tuple[Passage, Span], hit: re.Match[str], asked: tuple[str, str]
) -> Gap | None:
    passage, span = place
    text = hit.string
    lead = re.match(r"[\s\-–+*•]*(?:\(\d+\)\s*)?", text)
    start = lead.end() if lead else 0
    left = clean(text[start : hit.start("value")])
    stop = _STOP.search(text, hit.end())
    end = stop.start() if stop else len(text)
    right = clean(text[hit.end("value") : end])
    left = f"{left}," if text[: hit.start("value")].rstrip().endswith(",") else left
    value = clean(hit["value"])
    said = joined(left, value, right)
    one_act = "," not in left or not right  # of several, nobody sees which is asked about
    fit = SHORTEST <= len(said) <= LONGEST and whole(left) and whole(right) and one_act
    if not fit or points_outside(said):
        return None
    family, asks = asked
    source = field.source(passage, Span(start, end).shifted(span.start))
    return Gap(
        family=family,
        value=value,
        accepts=(value.removeprefix("đồng chí "),),
        question=f"{lowered(joined(left, asks, right))}?",
        statement=raised(joined(left, "{}", right)),
        frame=Frame(Proof.WORDS, left, right),
        source=source,
        fact=fact_at(source, family),
    )
