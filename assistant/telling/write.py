"""The writer that needs no language model: the words of the sources, arranged by document."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from assistant.evidence.candidate import Candidate
from assistant.lead import lead
from assistant.quote import Numbering, shown
from assistant.reply import Citation, Claim, Part
from assistant.shelf import Sentence, Shelf
from corpus.address import address
from corpus.forms import AGENCY
from corpus.passage import Passage, PassageKind
from corpus.sentences import enumeration
from corpus.span import Span

LONGEST_PART = 20
LONGEST_NAME = 30  # characters; of a longer heading the number will do
# a heading that says who has to do what stands below it
_ACTOR = re.compile(
    r"(?:(?:trách nhiệm|nhiệm vụ|thẩm quyền|quyền hạn|nhiệm vụ, quyền hạn)(?: của)? )?"
    rf"(?:các |những )?(?:(?-i:{AGENCY})|phòng|người|cán bộ|công chức|cá nhân|đơn vị|cơ quan)\b"
    "(?! nghị)",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^(?:[IVX]+|\d+|[a-zđ])[.)]\s*|^Điều \d+[.:]\s*")


def without_label(heading: str) -> str:
    """Return the words of a heading without its number.

    >>> without_label("2. Văn phòng Sở")
    'Văn phòng Sở'
    """
    return _LABEL.sub("", heading).rstrip(":").strip()


@dataclass(frozen=True, slots=True)
class _Quoted:
    document: str
    spans: tuple[Span, ...]

    def is_part_of(self, other: _Quoted) -> bool:
        """Tell whether the other quotes all of this and more."""
        if self.document != other.document or self.spans == other.spans:
            return False
        return all(any(span.contains(own) for span in other.spans) for own in self.spans)


class ExtractiveWriter:
    """Quotes what was selected: a sentence, or a list with its lead-in and every item."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def write(self, candidates: tuple[Candidate, ...], *, actors: bool = False) -> tuple[Part, ...]:
        """Return a part for each candidate, oldest document first, citations numbered from 1.

        Short headings are named, and such as say who acts where `actors` are asked for.
        """
        numbering = Numbering()
        ordered = sorted(
            self._once(candidates), key=lambda c: (self._age(c), self._shelf.order[c.head.id])
        )
        headed = groupby(
            ordered, key=lambda c: (c.head.document_id, self._heading(c.head, actors=actors))
        )
        return tuple(self._part(tuple(group), heading, numbering) for (_, heading), group in headed)

    def _once(self, candidates: tuple[Candidate, ...]) -> Iterable[Candidate]:
        """Yield the candidates but those that are a part of what another quotes."""
        quoted = [self._quoted(candidate) for candidate in candidates]
        for candidate, own in zip(candidates, quoted, strict=True):
            if not any(own.is_part_of(other) for other in quoted):
                yield candidate

    def _quoted(self, candidate: Candidate) -> _Quoted:
        """Return the stretches of a document that a candidate quotes."""
        own = candidate.sentence.spans if candidate.sentence else ()
        items = (span for item in candidate.items for s in self._whole(item) for span in s.spans)
        return _Quoted(candidate.head.document_id, (*own, *items))

    def _age(self, candidate: Candidate) -> tuple[bool, int, int, int, str]:
        document = self._shelf.documents[candidate.head.document_id]
        date = document.particulars.issued_on
        if date is None:
            return (True, 0, 0, 0, document.id)
        return (False, date.year, date.month or 0, date.day or 0, document.id)

    def _part(self, candidates: tuple[Candidate, ...], heading: str, numbering: Numbering) -> Part:
        document = self._shelf.documents[candidates[0].head.document_id]
        several = len(candidates) > 1
        claims = (
            claim for c in candidates for claim in self._claims(c, numbering, several=several)
        )
        named = lead(document, heading, self._shelf.instruments.get(document.id))
        return Part(document=document, lead=named, claims=tuple(claims))

    def _claims(
        self, candidate: Candidate, numbering: Numbering, *, several: bool
    ) -> Iterable[Claim]:
        if candidate.sentence:
            yield from self._sentence(candidate.sentence, numbering, bullet=several)
        yield from self._items(candidate, numbering)

    def _heading(self, passage: Passage, *, actors: bool) -> str:
        """Return the address and the words of the heading that a passage is or stands under."""
        chain = (passage, *self._shelf.above(passage))
        heading = next((p for p in chain if p.kind is PassageKind.HEADING), None)
        if heading is None:
            return ""
        words = without_label(shown(heading.text))
        place = address(heading)
        if words in place:  # a heading without a number: the citation has it, if it is long
            return place if len(words) <= LONGEST_PART else ""
        named = len(words) <= LONGEST_NAME or (actors and _ACTOR.match(words))
        return f"{place} “{words}”" if named else place

    def _items(self, candidate: Candidate, numbering: Numbering) -> Iterable[Claim]:
        single = candidate.sentence is None and len(candidate.items) == 1
        for passage in candidate.items:
            for sentence in self._whole(passage):
                yield self._claim(sentence, numbering, bullet=not single)

    def _whole(self, passage: Passage) -> tuple[Sentence, ...]:
        """Return a passage as one stretch, with its other half where a footnote cut it."""
        if passage.continues:
            return ()
        rest = self._shelf.next_half.get(passage.id)
        spans = (passage.span, rest.span) if rest else (passage.span,)
        return (Sentence(passage, spans, ()),)

    def _sentence(
        self, sentence: Sentence, numbering: Numbering, *, bullet: bool
    ) -> Iterable[Claim]:
        """Return one claim, or lead-in and items where the sentence is an enumeration."""
        items = enumeration(self._shelf.text(sentence)) if len(sentence.spans) == 1 else ()
        if not items:
            return (self._claim(sentence, numbering, bullet=bullet),)
        citations = self._cite(sentence, numbering)
        text = self._shelf.text(sentence)
        bounds = [Span(0, items[0].start), *items]
        texts = [shown(span.of(text)) for span in bounds]
        tail = text[items[-1].end :]
        open_ended = "..." in tail or ". . ." in tail or "…" in tail
        claims = [Claim(text=texts[0], citations=citations)]
        claims += [Claim(text=t, citations=citations, bullet=True) for t in texts[1:]]
        rest = [Claim(text="...", citations=citations, bullet=True)] if open_ended else []
        return [*claims, *rest]

    def _claim(self, sentence: Sentence, numbering: Numbering, *, bullet: bool) -> Claim:
        return Claim(
            text=shown(self._shelf.text(sentence)),
            citations=self._cite(sentence, numbering),
            bullet=bullet,
        )

    def _cite(self, sentence: Sentence, numbering: Numbering) -> tuple[Citation, ...]:
        document = self._shelf.documents[sentence.passage.document_id]
        return tuple(numbering.cite(document, sentence.passage, s) for s in sentence.spans)
