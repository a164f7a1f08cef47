"""Figures that a text gives: how many, how much, what share."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.quiz.field import Field
from assistant.quiz.frame import GAP, Frame, Proof
from assistant.quiz.point import Gap, Point, fact_at
from assistant.quiz.points.leadin import is_complete, led
from assistant.quiz.points.number import Number, numbers
from assistant.quiz.wording import clean, joined, lowered, nested, points_outside, raised, whole
from corpus.passage import Passage, PassageKind
from corpus.span import Span, trimmed
from corpus.syllables import syllables

_STOP = re.compile(
    r"[;:.¹²³](?=\s|$|[;,.])|\s?[(),](?=\s(?:với|gồm|bao gồm|trong đó|đã|đang|có|không|nhằm|để|góp"
    r"|từ đó|qua đó|dân số|hoàn thành|và|trở lên)\b)|\s\(|\)|\s[–-]\s|¹|²|³"
)
_MORE = re.compile(
    r",? (?:và đã|trong đó|đã)\b[^,;]*\d.*$"
    r"|, (?:dân số|trong đó|gồm|với|trong|cấp|đơn vị)\b[^,]*\d.*$"
)
_RANGE = re.compile(r"(?:từ \d+ đến|từ|đến)$")
SHORTEST, LONGEST, FAR = 24, 260, 170  # characters of the words that are asked, and after a number


def figures(field: Field) -> Iterator[Point]:
    """Yield a gap for each number that counts something and whose words stand alone."""
    for passage, span in field.sentences():
        if passage.kind is PassageKind.FOOTNOTE:
            continue
        text = span.of(field.text(passage.document_id))
        for number, left in led(text):
            point = _gap(field, (passage, span), number, left)
            if point:
                yield point


def _gap(field: Field, place: tuple[Passage, Span], number: Number, left: str) -> Gap | None:
    passage, span = place
    text = span.of(field.text(passage.document_id))
    right = _right(text, number)
    left = " ".join(left.replace("*", "").split())
    value = " ".join(number.span.of(text).split())
    said = f"{left} {value} {right}".strip()
    fit = SHORTEST <= len(said) <= LONGEST and whole(said) and not points_outside(said)
    if not fit or len(right) > FAR or _RANGE.search(left):
        return None
    cut = _cut(text, left, number, right)
    source = field.source(passage, cut.shifted(span.start))
    shown = left.replace(GAP, f"[{GAP}]")
    unit = "" if number.unit == "đ" else number.unit
    after = right.replace(GAP, f"[{GAP}]")
    gap = raised(joined(shown, "{}", unit, after))
    asked = lowered(joined(shown, _asks(number), after))
    whole_question = is_complete(left) and GAP not in asked  # a gap belongs in a quotation only
    return Gap(
        family=f"figure:{number.sort}",
        value=value,
        question=f"{asked}?" if whole_question else _filling(gap),
        statement=_statement(text, cut, number),
        cloze=gap,
        frame=Frame(Proof.WORDS, left, right),
        source=source,
        accepts=tuple(dict.fromkeys((number.digits, *syllables(number.digits)))),
        fact=fact_at(source, f"{number.digits}@{span.start + number.span.start}"),
    )


def _statement(text: str, cut: Span, number: Number) -> str:
    """Return the words of the source with a gap in place of the number.

    "" when they are long or leave a bracket open: a statement leaves nothing out.
    """
    left, right = text[cut.start : number.span.start], text[number.span.end : cut.end]
    whole_words = clean(f"{left}{{}}{right}")
    return raised(whole_words) if len(whole_words) <= LONGEST and whole(whole_words) else ""


def _right(text: str, number: Number) -> str:
    """Return the words after a number that belong to it."""
    stop = _STOP.search(text, number.span.end)
    rest = text[number.span.end : stop.start() if stop else None]
    rest = _MORE.sub("", rest)
    again = f", {number.unit}"  # "10 đồng chí, đồng chí Bí thư …"
    rest = rest.split(again)[0] if rest.startswith(again) else rest
    words = clean(_without_numbers(rest))
    return f", {words}" if words and rest.lstrip().startswith(",") else words


def _without_numbers(text: str) -> str:
    """Return words with a gap in place of each number that counts something."""
    for number in reversed(list(numbers(text))):
        start = number.span.start
        text = f"{text[:start]}{GAP}{text[start + len(number.digits) :]}"
    return text


def _cut(text: str, left: str, number: Number, right: str) -> Span:
    """Return the span from the first of the leading words to the last of `right`."""
    first = left.split(GAP, maxsplit=1)[0].split()[:3]
    at = re.search(r"\W+".join(map(re.escape, first)), text) if first else None
    last = right.rsplit(GAP, maxsplit=1)[-1].split()[-3:]
    end = re.compile(r"\W+".join(map(re.escape, last))).search(text, number.span.end)
    stop = end.end() if last and end else number.span.end
    return trimmed(text, at.start() if at else number.span.start, stop) or number.span


def _asks(number: Number) -> str:
    if number.unit == "%":
        return "bao nhiêu phần trăm"
    return f"bao nhiêu {'đồng' if number.unit == 'đ' else number.unit}"


def _filling(gap: str) -> str:
    return f"số liệu nào điền đúng vào chỗ trống trong câu: “{nested(gap.replace('{}', '……'))}”?"
