"""Documents that a text cites: their numbers, dates, issuers and what they are about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType

from assistant.quiz.field import Field
from assistant.quiz.frame import Frame, Proof
from assistant.quiz.item import Source
from assistant.quiz.point import Gap, Pair, Point
from assistant.quiz.wording import clean, lowered, raised, whole
from corpus.forms import KINDS
from corpus.numbers import find_numbers
from corpus.passage import Passage
from corpus.span import Span

_BEFORE = re.compile(r"(?P<kind>" + "|".join(KINDS) + r")(?:\s+số)?\s*:?\s*$", re.IGNORECASE)
_AFTER = re.compile(
    r"\s*,?\s*(?:ngày\s+(?P<day>\d{1,2}/\d{1,2}/\d{4}))?\s*,?"
    r"(?:\s*của (?P<issuer>[^;,.“(]{3,60}?)(?:\s*\(khóa [IVXL]+\))?)??"
    r"\s*[“\"*]*(?P<subject>(?:về|Về|ban hành|hướng dẫn|quy định|triển khai)\b)"
)
_END = re.compile(r";|\.(?=\s|$)|\s\(qua |\svà các văn bản|\sđến công chức|\n\n")
SHORTEST, LONGEST = 25, 150  # characters of a subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A document as another one cites it; `subject` is what it is about, in the text's words."""

    kind: str
    number: str
    written: str  # the number as the text writes it
    day: str
    issuer: str
    subject: str
    source: Source

    @property
    def fact(self) -> str:
        """The same for every citation of this document."""
        return f"ref:{_digits(self.number)}"

    @property
    def in_note(self) -> bool:
        """Whether only a footnote cites it: nobody need know it."""
        return self.source.address.startswith("chú thích")

    @property
    def called(self) -> str:
        """Kind and number, with the date and the issuer where they are stated."""
        day = f" ngày {self.day}" if self.day else ""
        issuer = f" của {self.issuer}" if self.issuer else ""
        return f"{self.kind} số {self.written}{day}{issuer}"


def references(field: Field) -> Iterator[Point]:
    """Yield gaps for number, subject, issuer and day of each cited document, and a pair."""
    found = list(cited(field))
    told: dict[str, set[tuple[str, str]]] = {}
    for one in found:
        told.setdefault(_digits(one.number), set()).add((one.number, one.day))
    for one in found:
        known = len(told[_digits(one.number)]) == 1  # told in two ways it is no sound question
        if known and not one.in_note:
            yield from _points(one)


def cited(field: Field) -> Iterator[Reference]:
    """Yield the cited documents whose kind stands before the number."""
    for passage, span in field.sentences():
        yield from _in(field, passage, span)


def _in(field: Field, passage: Passage, span: Span) -> Iterator[Reference]:
    text = span.of(field.text(passage.document_id))
    for number in find_numbers(text):
        kind = _BEFORE.search(text, max(0, number.span.start - 30), number.span.start)
        if kind is None:
            continue
        rest = text[number.span.end :]
        told = _AFTER.match(rest)
        end = _subject_end(rest, told.start("subject")) if told else 0
        subject = clean(rest[told.start("subject") : end]) if told else ""
        fit = SHORTEST <= len(subject) <= LONGEST and whole(subject) and not find_numbers(subject)
        if not told or not fit:
            continue
        while rest[end : end + 1] in ("”", "*"):  # the quote is whole
            end += 1
        cut = Span(kind.start(), number.span.end + end).shifted(span.start)
        yield Reference(
            kind=kind["kind"][:1].upper() + kind["kind"][1:].lower(),
            number=number.value,
            written=number.value,
            day=told["day"] or "",
            issuer=clean(told["issuer"] or ""),
            subject=subject[:1].lower() + subject[1:],
            source=field.source(passage, cut),
        )


def _subject_end(rest: str, start: int) -> int:
    quoted = rest[:start].rstrip().endswith(("“", "“*", '"'))
    stop = rest.find("”", start) if quoted else -1
    found = _END.search(rest, start)
    ends = [end for end in (stop, found.start() if found else -1) if end > 0]
    return min(ends, default=len(rest))


def _points(one: Reference) -> Iterator[Point]:
    kind = one.kind.casefold()
    yield _number(one)
    about, asks = _about(one)
    if about:
        yield Gap(
            family=f"subject:{asks}",
            value=about,
            question=f"{one.called} {asks}?",
            statement=f"{one.called} {_SAYS[asks]} {{}}",
            frame=Frame(Proof.PAIR, one.written),
            source=one.source,
            fact=one.fact,
            tier=2,
        )
        yield Pair(
            family=f"subject:{one.source.document_id}:{kind}:{asks}",
            left=f"{one.kind} số {one.written}",
            right=about,
            question="hãy ghép mỗi văn bản với nội dung tương ứng",
            frame=Frame(Proof.PAIR, one.written),
            source=one.source,
            fact=one.fact,
            tier=2,
        )
    if one.issuer and one.number.endswith("TW"):  # elsewhere the sign of the number tells
        yield _issuer(one)
    if one.day:
        yield _day(one)


def _number(one: Reference) -> Gap:
    gap = clean(one.source.quote.replace(one.written, "{}", 1))
    return Gap(
        family=f"number:{one.kind.casefold()}",
        value=one.written,
        question=f"{one.kind.casefold()} {one.subject} có số, ký hiệu nào?",
        statement=f"{one.kind.casefold()} {one.subject} có số, ký hiệu là {{}}",
        cloze=raised(gap) if whole(gap) else "",
        frame=Frame(Proof.PAIR, one.subject),
        source=one.source,
        accepts=(one.written.split("/")[0].split("-")[0],),
        fact=one.fact,
        tier=2,
    )


def _issuer(one: Reference) -> Gap:
    day = f" ngày {one.day}" if one.day else ""
    called = f"{one.kind} số {one.written}{day} {one.subject}"
    return Gap(
        family="issuer:TW",
        value=one.issuer,
        question=f"{called} do cơ quan nào ban hành?",
        statement=f"{called} do {{}} ban hành",
        frame=Frame(Proof.PAIR, one.written),
        source=one.source,
        fact=f"{one.fact}:issuer",
        tier=2,
    )


def _day(one: Reference) -> Gap:
    by = f" của {one.issuer}" if one.issuer else ""
    called = f"{one.kind} số {one.written}{by} {one.subject}"
    return Gap(
        family=f"day:{one.day[-4:]}",
        value=one.day,
        question=f"{called} được ban hành ngày nào?",
        statement=f"{called} được ban hành ngày {{}}",
        cloze=f"{one.kind} số {one.written} ngày {{}}{by} {one.subject}",
        frame=Frame(Proof.PAIR, one.written),
        source=one.source,
        fact=f"{one.fact}:day",
        asked=False,  # the day of a document is nothing to know by heart
    )


_ISSUES, _ABOUT = "ban hành văn bản nào", "được ban hành về việc gì"
_SAYS = MappingProxyType({_ISSUES: "ban hành", _ABOUT: "được ban hành về việc"})
_LEADS = re.compile(r"(?P<about>về việc |về )?(?P<issues>ban hành )?", re.IGNORECASE)


def _about(one: Reference) -> tuple[str, str]:
    """Return what a document is about without "về" or "ban hành", and how that is asked."""
    lead = _LEADS.match(one.subject)
    rest = one.subject[lead.end() :] if lead else ""
    if lead is None or not lead.group():
        return "", ""
    words = rest.strip("“”") if rest.startswith("“") else rest
    return lowered(words), _ISSUES if lead["issues"] else _ABOUT


def _digits(number: str) -> str:
    """Return a number without its strokes, for texts mix them up."""
    return re.sub(r"\W", "", number)
