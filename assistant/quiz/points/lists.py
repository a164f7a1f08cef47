"""Lists with the words that introduce them: "Công khai …: a; b; c", "gồm: a, b, c"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.quiz.field import Field, tight
from assistant.quiz.frame import Frame, Proof
from assistant.quiz.item import Source
from assistant.quiz.point import Gap, Group, Point, fact_at
from assistant.quiz.wording import clean, nested, points_outside, whole
from corpus.passage import Passage, PassageKind
from corpus.sentences import clauses, enumeration, sentences
from corpus.span import Span
from corpus.syllables import syllables

_INLINE = re.compile(
    r"(?P<lead>[^.;:]{16,150}?)(?: như:?|, như:?| gồm:?| bao gồm:?|:)\s+"
    r"(?P<list>[^;:.()…]{24,}?)\s*(?P<end>\.\.\.|…|[;.](?=\s|$)|\(|$)"
)
_PART = re.compile(r",\s+(?:và )?|\svà(?= [^\W\d_]+ [^\W\d_]+(?: [^\W\d_]+)*$)\s")
_LINK = re.compile(r"(?:và|hoặc|của|để|nhằm|đã|góp|từ đó|qua đó|theo|trong đó|với|đặc biệt)\b")
SHORT = (2, 11)  # syllables of a part between commas
_LEAD_TAIL = re.compile(r"[,\s]*(?:như sau|sau đây|sau|như|gồm|bao gồm|cụ thể)?\s*[:,]?\s*$")
LEAD = (16, 150)  # characters of a lead-in
MEMBER = (2, 36)  # syllables of a member
FEWEST = 3
_OPEN = re.compile(r"\.\.\.|…|\. \. \.")


def lists(field: Field) -> Iterator[Point]:
    """Yield a group for each list of things set apart by ";", and for each lead-in with items."""
    for passage, span in field.sentences():
        if passage.kind is not PassageKind.FOOTNOTE:
            found = list(_enumerated(field, passage, span))
            yield from found or _inline(field, passage, span)
    for passage in field.passages:
        yield from _introduced(field, passage)


def _enumerated(field: Field, passage: Passage, span: Span) -> Iterator[Point]:
    text = span.of(field.text(passage.document_id))
    items = enumeration(text)
    if len(items) < FEWEST:
        return
    lead = _lead(text[: items[0].start])
    members = [clean(item.of(text)) for item in items]
    source = field.source(passage, tight(text, Span(0, items[-1].end)).shifted(span.start))
    yield from _points(source, lead, [(member, fact_at(source, member)) for member in members])


def _inline(field: Field, passage: Passage, span: Span) -> Iterator[Point]:
    """Yield the group of a list between commas, when all of its parts are short names."""
    text = span.of(field.text(passage.document_id))
    for hit in _INLINE.finditer(text):
        parts = [clean(part) for part in _PART.split(hit["list"])]
        sizes = [len(syllables(part)) for part in parts]
        fit = all(SHORT[0] <= size <= SHORT[1] for size in sizes)
        if len(parts) < FEWEST + 1 or not fit or any(_LINK.match(part) for part in parts):
            continue
        source = field.source(passage, tight(text, Span(*hit.span())).shifted(span.start))
        found = [(part, fact_at(source, part)) for part in parts]
        yield from _points(source, _lead(hit["lead"]), found)


def _introduced(field: Field, passage: Passage) -> Iterator[Point]:
    below = field.shelf.children.get(passage.id, ())
    items = [p for p in below if p.kind is PassageKind.ITEM and not p.continues]
    if len(items) < FEWEST or passage.kind is PassageKind.HEADING:
        return
    text = field.text(passage.document_id)
    last = sentences(passage.text)[-1].shifted(passage.span.start)
    lead = _lead(last.of(text))
    firsts = [_first(item) for item in items]
    members = [clean(first.of(text)) for first in firsts]
    sources = [
        field.source(item, tight(text, first)) for item, first in zip(items, firsts, strict=True)
    ]
    facts = [fact_at(source) for source in sources]
    whole_list = field.source(passage, Span(last.start, items[-1].span.end))
    yield from _points(whole_list, lead, list(zip(members, facts, strict=True)))


def _first(item: Passage) -> Span:
    """Return the span of the first sentence of an item, of its first clause when it is long."""
    first = sentences(item.text)[0]
    if len(syllables(first.of(item.text))) > MEMBER[1]:
        first = clauses(first.of(item.text))[0].shifted(first.start)
    return first.shifted(item.span.start)


def _lead(text: str) -> str:
    return clean(_LEAD_TAIL.sub("", clean(text)))


def _points(source: Source, lead: str, found: Sequence[tuple[str, str]]) -> Iterator[Point]:
    """Yield the group of a list and a gap for each member, when both read well."""
    kept = [(member, fact) for member, fact in found if _is_member(member)]
    size = LEAD[0] <= len(lead) <= LEAD[1] and len(kept) >= FEWEST
    if not size or points_outside(lead) or not whole(lead) or not lead[:1].isupper():
        return
    where = f"được nêu tại đoạn “{nested(lead)}”"
    yield Group(
        family="list",
        members=tuple(member for member, _ in kept),
        facts=tuple(fact for _, fact in kept),
        asks=f"những nội dung nào sau đây {where}?",
        lists=f"hãy nêu các nội dung tại đoạn “{nested(lead)}”",
        frame=Frame(Proof.MEMBER, lead),
        source=source,
    )
    for member, fact in kept:
        yield Gap(
            family="member",
            value=member,
            question=f"nội dung nào sau đây {where}?",
            statement=f"“{{}}” là một trong những nội dung {where}",
            frame=Frame(Proof.MEMBER, lead),
            source=source,
            fact=fact,
        )


def _is_member(member: str) -> bool:
    size = len(syllables(member))
    return MEMBER[0] <= size <= MEMBER[1] and whole(member) and not points_outside(member)
