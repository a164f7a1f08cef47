"""Mentions: where a text speaks of another document, and what it says of it there.

A mention is a number (số, ký hiệu) or the name of a law. What stands around it is read with it: the
kind before, date and issuer behind. Nothing is added that the text does not say there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from corpus import forms
from corpus.document import Document, Fact
from corpus.numbers import find_numbers
from corpus.registry import Registry
from corpus.span import Span


class Relation(StrEnum):
    """What a document does to one that it mentions."""

    BASIS = "căn cứ"
    CITES = "viện dẫn"
    REPLACES = "thay thế"
    AMENDS = "sửa đổi"
    REPEALS = "bãi bỏ"


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
    blanks, or the name. `issued_on` and `issuer` are what follows, None where the text is silent.
    """

    span: Span
    value: str
    kind: str | None = None
    issued_on: Dated | None = None
    issuer: str | None = None
    relation: Relation = Relation.CITES

    @property
    def by_name(self) -> bool:
        """Tell whether it is a law that is mentioned by its name."""
        return not self.value[0].isdigit()


_KINDS = "|".join(sorted(forms.KINDS, key=len, reverse=True))
_KIND = re.compile(rf"(?P<kind>{_KINDS})(?:\s+số)?\s*:?\s*$", re.IGNORECASE)
_DATE = re.compile(
    r"[\s,(]*ngày\s+(?:(?P<d>\d{1,2})(?:\s*/\s*|\s+tháng\s+)|\s*tháng\s+)"
    r"(?P<m>\d{1,2})(?:\s*/\s*|\s+năm\s+)(?P<y>\d{4})"
)
_YEAR = re.compile(r"\s+năm\s+(?P<y>\d{4})\b")
_STOP = (  # what goes on with what the document is about, or with the sentence
    r"\s(?:về|quy định|ban hành|hướng dẫn|phê duyệt|phê chuẩn|triển khai|tăng cường|và|đến|với|để"
    r"|công bố|đã|được)\b|\s-\s|\n|[(“”\"*;.:–]|,(?! Chủ nhiệm)"
)
_ISSUER = re.compile(rf"[\s,]*của\s+(?P<issuer>(?:(?!{_STOP}).){{3,80}})", re.IGNORECASE)
_AGENCY = re.compile(rf"{forms.AGENCY}|Bộ trưởng|Chánh|Giám đốc", re.IGNORECASE)
_BASIS = re.compile(r"\W*Căn cứ\b")
_BEFORE = (
    (Relation.REPLACES, re.compile(r"\bthay thế(?: cho)?\b[^.;]{0,80}$", re.IGNORECASE)),
    (Relation.REPEALS, re.compile(r"\bbãi bỏ\b[^.;]{0,80}$", re.IGNORECASE)),
    (Relation.AMENDS, re.compile(r"\bsửa đổi(?:, bổ sung)?\b[^.;]{0,80}$", re.IGNORECASE)),
)
_ENDED = re.compile(r"[^.;]{0,250}\bhết hiệu lực (?:thi hành )?(?:kể )?từ ngày\b", re.IGNORECASE)
_AROUND = 120  # characters before a mention in which its relation is said
_KIND_LONGEST = 40


def mentions(document: Document, registry: Registry) -> tuple[Mention, ...]:
    """Return every mention of another document, in order; they do not overlap.

    The document's own number in its head is none.
    """
    text, own = document.text, document.particulars.number
    found = sorted(_found(text, registry), key=lambda fact: fact.span.start)
    return tuple(
        _mention(text, fact) for fact in found if own is None or not fact.span.overlaps(own.span)
    )


def _found(text: str, registry: Registry) -> Iterable[Fact]:
    """Yield numbers and names; a name that goes with its number is one mention, not two."""
    numbers = find_numbers(text)
    taken = [number.span for number in numbers]
    yield from numbers
    yield from (name for name in registry.names_in(text) if not any(map(name.span.overlaps, taken)))


def _mention(text: str, fact: Fact) -> Mention:
    start, end = fact.span.start, fact.span.end
    before = text[max(0, start - _KIND_LONGEST) : start]
    kind = _KIND.search(before)
    by_name = not fact.value[0].isdigit()
    issued_on, after = _issued_on(text, end, by_name=by_name)
    return Mention(
        span=Span(start - (len(before) - kind.start()), end) if kind else fact.span,
        value=fact.value,
        kind=kind["kind"].capitalize() if kind else None,
        issued_on=issued_on,
        issuer=_issuer(text, after),
        relation=_relation(text, start, end),
    )


def _issued_on(text: str, end: int, *, by_name: bool) -> tuple[Dated | None, int]:
    """Return the date that follows `end`, and where it ends."""
    found = _DATE.match(text, end)
    if found:
        day = int(found["d"]) if found["d"] else None
        return Dated(year=int(found["y"]), month=int(found["m"]), day=day), found.end()
    year = _YEAR.match(text, end) if by_name else None
    return (Dated(year=int(year["y"])), year.end()) if year else (None, end)


def _issuer(text: str, end: int) -> str | None:
    found = _ISSUER.match(text, end)
    if found is None or not _AGENCY.match(found["issuer"]):
        return None
    return " ".join(found["issuer"].split())


def _relation(text: str, start: int, end: int) -> Relation:
    """Return what is done to the document that is mentioned from `start` to `end`."""
    line = text.rfind("\n", 0, start) + 1
    before = text[max(line, start - _AROUND) : start]
    for relation, form in _BEFORE:
        if form.search(before):
            return relation
    if _ENDED.match(text, end):
        return Relation.REPEALS
    return Relation.BASIS if _BASIS.match(text, line) else Relation.CITES
