"""The particulars of a document: what its head, its foot and its first sentence say about it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from corpus import forms
from corpus.document import Fact, IssueDate, Particulars
from corpus.errors import InvalidSpanError
from corpus.frame import Role
from corpus.issuer import issuer
from corpus.labels import words_of
from corpus.passage import Passage, PassageKind
from corpus.span import Span

_PERSON = re.compile(
    r"[*_]*(?:(?:TS|ThS|PGS|GS|BS|KS|Ông|Bà)\.?\s*)*"
    r"(?P<name>[^\W\d_a-z][^\W\d_]*(?: [^\W\d_a-z][^\W\d_]*){1,5})[*_]*"
)
_OPENINGS: dict[tuple[str, ...], re.Pattern[str]] = {
    (Role.RECIPIENTS.value,): re.compile(rf"(?:{forms.RECIPIENTS.pattern})?", re.IGNORECASE),
    (Role.HEAD.value,): forms.ADDRESSEE,
}
_NAMES = re.compile(r"[\s;*_•–-]*([^;\n]*[^;,\n\s*_.])")
_DASHES = str.maketrans("–−", "--")
_GOES_ON = re.compile(r"[\w/&+-]")
_FILED = re.compile(r"Lưu\b", re.IGNORECASE)
_Known = TypeVar("_Known", Fact, IssueDate)
_Value = TypeVar("_Value")


def particulars(text: str, passages: Sequence[Passage]) -> Particulars:
    """Return what the text proves about itself; None where it is blank or silent."""
    head = _in(passages, Role.HEAD) + _in(passages, Role.TITLE)
    named = _in(passages, Role.HEAD) if _is_page(passages) else head
    return Particulars(
        kind=_proved(lambda: _first(named, _kind), None),
        number=_proved(lambda: _first(head, _number), None),
        issuer=_proved(lambda: issuer(text, passages), None),
        place=_proved(lambda: _first(head, _place), None),
        issued_on=_proved(lambda: _first(head, _date), None),
        title=_proved(lambda: _title(text, passages), None),
        signer=_proved(lambda: _signer(_in(passages, Role.SIGNATURE)), None),
        recipients=_proved(lambda: tuple(_recipients(passages)), ()),
        annexes=_proved(lambda: tuple(_annexes(passages)), ()),
    )


def _proved(read: Callable[[], _Value], silent: _Value) -> _Value:
    """Return what `read` finds; a particular without a span is left out, its document is not."""
    try:
        return read()
    except InvalidSpanError:
        return silent


def _is_page(passages: Sequence[Passage]) -> bool:
    """Tell whether this is a web page, whose title may begin with any word in capitals."""
    posted = any(forms.POSTED.fullmatch(p.text) for p in _in(passages, Role.HEAD))
    return posted or any(p.kind is PassageKind.FURNITURE for p in passages)


def _in(passages: Sequence[Passage], role: Role) -> list[Passage]:
    return [p for p in passages if p.path == (role.value,)]


def _first(passages: Sequence[Passage], read: Callable[[Passage], _Known | None]) -> _Known | None:
    found = (read(passage) for passage in passages)
    return next((known for known in found if known), None)


def _fact(passage: Passage, found: re.Match[str], group: str, value: str = "") -> Fact:
    return Fact(value or found[group], Span(*found.span(group)).shifted(passage.span.start))


def _kind(passage: Passage) -> Fact | None:
    found = forms.KIND.match(passage.text)
    return _fact(passage, found, "kind", found["kind"].capitalize()) if found else None


def _number(passage: Passage) -> Fact | None:
    """Return the number; one that goes on in a way no number does is left blank, not cut."""
    found = forms.NUMBER_LINE.match(passage.text)
    if found is None or not found["n"] or _GOES_ON.match(passage.text, found.end()):
        return None
    value = re.sub(r"[.…_]+(?=[-–−/])|\s", "", found["number"].rstrip("."))
    return _fact(passage, found, "number", value.translate(_DASHES))


def _place(passage: Passage) -> Fact | None:
    found = _place_date(passage)
    return _fact(passage, found, "place") if found else None


def _place_date(passage: Passage) -> re.Match[str] | None:
    return forms.PLACE_DATE.search(passage.text) or forms.DATED_LINE.match(passage.text)


def _date(passage: Passage) -> IssueDate | None:
    found = _place_date(passage) or forms.POSTED.search(passage.text)
    if found is None:
        return None
    said = {name.rstrip("_"): number for name, number in found.groupdict().items() if number}
    return IssueDate(
        year=int(said["year"]),
        month=int(said["month"]) if "month" in said else None,
        day=int(said["day"]) if "day" in said else None,
        span=Span(*found.span("date")).shifted(passage.span.start),
    )


def _title(text: str, passages: Sequence[Passage]) -> Fact | None:
    """Return the trích yếu: after the kind on its line, and the lines that go on with it."""
    named = [p.span for p in _in(passages, Role.TITLE)]
    kind = next((p for p in _in(passages, Role.HEAD) if forms.KIND.match(p.text)), None)
    inline = _after(kind, forms.KIND) if kind else None
    below = [span for span in named if kind and span.start >= kind.span.end]
    # what stands above a kind with words of its own is another line of the head
    spans = [inline, *below] if inline else below or named
    if not spans:
        return None
    span = Span(spans[0].start, spans[-1].end)
    subject = forms.SUBJECT.match(span.of(text))
    span = Span(span.start + (subject.end() if subject else 0), span.end)
    return Fact(words_of(span.of(text)), span)


def _after(passage: Passage, form: re.Pattern[str]) -> Span | None:
    """Return the span of the words of `passage` after `form`, None when nothing is left."""
    found = form.match(passage.text)
    end = found.end() if found else 0
    rest = passage.text[end:]
    start = end + len(rest) - len(rest.lstrip(" *_:"))
    stop = len(passage.text.rstrip(" *_"))
    return Span(start, stop).shifted(passage.span.start) if stop > start else None


def _signer(foot: Sequence[Passage]) -> Fact | None:
    return _first(foot, _author) or _first(list(reversed(foot)), _person)


def _author(passage: Passage) -> Fact | None:
    byline = forms.BYLINE.match(passage.text)
    if byline and byline.end() < len(passage.text):
        span = Span(byline.end(), len(passage.text)).shifted(passage.span.start)
        return Fact(passage.text[byline.end() :], span)
    comrade = forms.COMRADE.match(passage.text)
    named = _PERSON.match(passage.text, comrade.end()) if comrade else None
    return _fact(passage, named, "name") if named else None


def _person(passage: Passage) -> Fact | None:
    found = _PERSON.fullmatch(passage.text)
    if found is None or not found["name"].istitle():
        return None
    return _fact(passage, found, "name")


def _annexes(passages: Sequence[Passage]) -> Iterator[Fact]:
    """Yield the headings of what is attached to the document."""
    for passage in passages:
        first = passage.path[:1]
        attached = first[:1] and (first[0].startswith("Phụ lục") or first[0] in forms.KINDS)
        if passage.kind is PassageKind.HEADING and len(passage.path) == 1 and attached:
            yield Fact(words_of(passage.text), passage.span)


def _recipients(passages: Sequence[Passage]) -> Iterator[Fact]:
    """Yield who gets the document; where it is filed ("Lưu: VT") is no recipient."""
    for passage in passages:
        opening = _OPENINGS.get(passage.path)
        found = opening.match(passage.text) if opening else None
        if found is None:
            continue
        for name in _NAMES.finditer(passage.text, found.end()):
            if not _FILED.match(name[1]):
                yield Fact(name[1], Span(*name.span(1)).shifted(passage.span.start))
