"""Days that a text sets: deadlines and days from which something is in force."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.quiz.field import Field
from assistant.quiz.frame import GAP, Frame, Proof
from assistant.quiz.point import Gap, Point, fact_at
from assistant.quiz.wording import clean, joined, lowered, points_outside, raised, whole
from corpus.passage import Passage, PassageKind
from corpus.span import Span

_DAY = re.compile(
    r"(?P<way>chậm nhất(?: là)?(?: vào)?|trước|có hiệu lực(?: thi hành)?(?: kể)? từ"
    r"|hoàn thành trước|đến hết|kể từ)\s+(?P<ngay>ngày\s+)?(?P<day>\d{1,2}/\d{1,2}/\d{4}"
    r"|\d{1,2} tháng \d{1,2} năm \d{4})",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\s(?:theo (?:nội dung|quy định|yêu cầu|hướng dẫn)|tại|ban hành kèm|của Chủ tịch)\b.*$",
    re.DOTALL,
)
_TO = re.compile(r"\s(?=(?:gửi về|gửi|về|và gửi) (?:[A-ZĐ]|file|địa chỉ))")
_LAW = re.compile(
    r"(?:Luật|Bộ luật|Nghị định|Thông tư|Nghị quyết|Quy chế|Quyết định)[^,;()“]{3,80}$"
)
SHORTEST, LONGEST = 25, 260  # characters of the words that are asked
_MAIL = re.compile(r"\S+@\S+")


def dates(field: Field) -> Iterator[Point]:
    """Yield a gap for each day that a text sets."""
    for passage, span in field.sentences():
        if passage.kind is PassageKind.FOOTNOTE:
            continue
        text = span.of(field.text(passage.document_id))
        for hit in _DAY.finditer(text):
            point = _gap(field, (passage, span), hit)
            if point:
                yield point


def _gap(field: Field, place: tuple[Passage, Span], hit: re.Match[str]) -> Gap | None:
    passage, span = place
    text = hit.string
    start, left = _left(text, hit)
    way = clean(hit["way"]) + " ngày"
    said = joined(left, way, hit["day"])
    fit = SHORTEST <= len(said) <= LONGEST and whole(left) and not points_outside(left)
    if not fit or _MAIL.search(left):
        return None
    source = field.source(passage, Span(start, hit.end()).shifted(span.start))
    shown = left.replace(GAP, f"[{GAP}]")
    told = way if hit["ngay"] else clean(hit["way"])
    return Gap(
        family=f"day:{hit['day'][-4:]}",
        value=hit["day"],
        question=f"{lowered(shown)} {way} nào?",
        statement=raised(f"{shown} {way} {{}}"),
        cloze=raised(f"{shown} {told} {{}}"),  # it is quoted: in the words of the source
        frame=Frame(Proof.WORDS, f"{left} {told}"),
        source=source,
        fact=fact_at(source, hit["day"]),
    )


def _left(text: str, hit: re.Match[str]) -> tuple[int, str]:
    """Return where the words before a day begin, and the words, shortened by gaps."""
    before = text[: hit.start()]
    if "hiệu lực" in hit["way"].casefold():
        law = _LAW.search(before.rstrip(" (*"))
        return (law.start(), clean(law.group())) if law else (0, "")
    lead = re.match(r"[\s\-–+*•]*", before)
    start = lead.end() if lead else 0
    return start, _short(before[start:])


def _short(before: str) -> str:
    """Return long words without their middle: what is done, then where it goes."""
    plain = " ".join(before.replace("*", "").split())
    if len(plain) <= LONGEST - 40:
        return clean(plain)
    first = _BY.sub("", plain)
    goals = list(_TO.finditer(plain))
    last = plain[goals[0].end() :] if goals else ""
    short = re.split(r" và gửi ", last)[0]
    tail = f" {GAP}" if short != last else ""
    made = f"{clean(first)} {GAP} {clean(short)}{tail}"
    return made if last and len(first) < len(plain) else plain
