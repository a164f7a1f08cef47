"""Mentions: where a text speaks of another document, and what it says of it there.

A mention is a number (số, ký hiệu) or the name of a law. What stands around it is read with it: the
kind before, date and issuer behind. Nothing is added that the text does not say there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from corpus import forms
from corpus.changes import Relation, relation_of
from corpus.document import Document, Fact
from corpus.lawtitles import NUMBERED, titled
from corpus.numbers import find_numbers
from corpus.registry import Registry
from corpus.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A date of issue as a mention says it; a law named with its year has nothing more."""

    year: int
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        """Write it as offices do."""
        parts = (f"{self.day}/" if self.day else "", f"{self.month}/" if self.month else "")
        return f"{''.join(parts)}{self.year}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A place where a document speaks of another.

    `span` holds the kind, where it is said, and the number or name; `value` is the number without
    blanks, or the name. `issued_on` and `issuer` are what follows, None where the text is silent;
    `particulars` is the stretch of all these.
    """

    span: Span
    value: str
    particulars: Span
    kind: str | None = None
    issued_on: Dated | None = None
    issuer: str | None = None
    relation: Relation = Relation.CITES

    @property
    def by_name(self) -> bool:
        """Tell whether it is a law that is mentioned by its name."""
        return not self.value[0].isdigit()


_KIND = re.compile(rf"(?P<kind>{forms.ANY_KIND})(?:\s+số)?\s*:?\s*$", re.IGNORECASE)
_DATE = re.compile(
    r"[\s,(]*ngày\s+(?:(?P<d>\d{1,2})(?:\s*[/.–-]\s*|\s+tháng\s+)|\s*tháng\s+)"
    r"(?P<m>\d{1,2})(?:\s*[/.–-]\s*|\s+năm\s+)(?P<y>\d{4})"
)
_YEAR = re.compile(r"\s+năm\s+(?P<y>\d{4})\b")
_STOP = (  # what goes on with what the document is about, or with the sentence
    r"\s(?:về|quy định|ban hành|hướng dẫn|phê duyệt|phê chuẩn|triển khai|tăng cường|và|đến|với|để"
    r"|công bố|đã|được|bị|sửa đổi|bổ sung|thay thế|bãi bỏ|h(?:ủy|uỷ) bỏ|hết hiệu lực|có hiệu lực"
    r"|chấm dứt|hợp nhất|đề nghị|trả lời|gửi|kèm theo|nêu)\b|\s-\s|\n|[()“”\"*;.:–]|,(?! Chủ nhiệm)"
)
_ISSUER = re.compile(rf"[\s,]*của\s+(?P<issuer>(?:(?!{_STOP}).){{3,80}})", re.IGNORECASE)
_AGENCY = re.compile(rf"{forms.AGENCY}|Bộ trưởng|Chánh|Giám đốc", re.IGNORECASE)
_LAW = re.compile(r"/(?:QH|PL|UBTVQH)")
_TITLE_LONGEST = 160  # characters of the title of a law before its number


def mentions(document: Document, registry: Registry) -> tuple[Mention, ...]:
    """Return every mention of another document, in order; they do not overlap.

    The document's own number in its head is none.
    """
    text, own = document.text, document.particulars.number
    found = sorted(_found(text, registry), key=lambda fact: fact.span.start)
    return tuple(
        mention_of(document, fact)
        for fact in found
        if own is None or not fact.span.overlaps(own.span)
    )


def _found(text: str, registry: Registry) -> Iterable[Fact]:
    """Yield numbers and names; a name that goes with its number is one mention, not two."""
    numbers = find_numbers(text)
    taken = [Span(_kind(text, number)[0], number.span.end) for number in numbers]
    yield from numbers
    for name in (*registry.names_in(text), *titled(text)):
        if not any(map(name.span.overlaps, taken)):
            taken.append(name.span)
            yield name


def mention_of(document: Document, fact: Fact) -> Mention:
    """Return the mention that a number or name in the text of a document is part of."""
    text = document.text
    start, kind = _kind(text, fact)
    by_name = not fact.value[0].isdigit()
    issued_on, after = _issued_on(text, fact.span.end, by_name=by_name)
    issuer, end = _issuer(text, after)
    return Mention(
        span=Span(start, fact.span.end),
        value=fact.value,
        particulars=Span(start, end),
        kind=kind,
        issued_on=issued_on,
        issuer=issuer,
        relation=relation_of(document, Span(start, fact.span.end)),
    )


def _kind(text: str, fact: Fact) -> tuple[int, str | None]:
    """Return where a mention begins, and the kind that it says before the number.

    The title of a law between the two belongs to it: "Bộ luật … số 91/2015/QH13".
    """
    start = fact.span.start
    before = text[max(0, start - _TITLE_LONGEST) : start]
    found = NUMBERED.search(before) if _LAW.search(fact.value) else None
    found = found or _KIND.search(before)
    if found is None:
        return start, None
    return start - (len(before) - found.start()), found["kind"].capitalize()


def _issued_on(text: str, end: int, *, by_name: bool) -> tuple[Dated | None, int]:
    """Return the date that follows `end`, and where it ends."""
    found = _DATE.match(text, end)
    if found:
        day = int(found["d"]) if found["d"] else None
        return Dated(year=int(found["y"]), month=int(found["m"]), day=day), found.end()
    year = _YEAR.match(text, end) if by_name else None
    return (Dated(year=int(year["y"])), year.end()) if year else (None, end)


def _issuer(text: str, end: int) -> tuple[str | None, int]:
    """Return the issuer that follows `end`, and where it ends."""
    found = _ISSUER.match(text, end)
    if found is None or not _AGENCY.match(found["issuer"]):
        return None, end
    return " ".join(found["issuer"].split()), end + len(found.group().rstrip())
