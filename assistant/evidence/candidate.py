"""Candidates: the sentences and lists that may answer a question."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.evidence.entitled import Entitled, asks_all, rights_asked
from assistant.evidence.members import only_counts
from assistant.evidence.support import Gauge, Judge, Support
from assistant.evidence.values import demands, holds
from assistant.reading.cues import Wanted
from assistant.reading.reading import Reading
from assistant.shelf import READ, Sentence, Shelf
from corpus.passage import Passage, PassageKind
from corpus.sentences import enumeration
from corpus.span import Span
from corpus.syllables import syllables

LONGEST_SECTION = 14  # passages; a longer section is a chapter, not an answer
LONGEST_ARTICLE = 40  # the same of an article of a law
LEADING = 0.5  # the least share of each firm chunk that a lead-in has to support
LEAST = 0.2  # the support below which nothing is a candidate
LEAST_ALIKE = 0.12  # the same where the meaning is near: some of the question has to be there
MOST_CUT = 20_000  # sentences whose enumerations are remembered
_NO_LISTS = frozenset(
    {Wanted.COUNT, Wanted.WHEN, Wanted.WHERE, Wanted.NUMBER, Wanted.PHONE, Wanted.EMAIL}
)
_CLOSING = re.compile(r"\W*Trên đây là\b")  # the last sentence of plans and reports


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Something that may answer: a sentence, or a head with all that it introduces.

    `whole` says that it is a list whose lead-in or heading itself supports the answer, `fits` that
    it holds a value of the sort that is wanted, where the question wants one, `told` that it
    answers a written question that is near.
    """

    head: Passage
    sentence: Sentence | None = None  # None for a section
    items: tuple[Passage, ...] = ()
    support: Support
    whole: bool = False
    fits: bool = True
    told: bool = False

    @property
    def stretches(self) -> tuple[Span, ...]:
        """What is quoted of its document: the sentence, and what is introduced."""
        own = self.sentence.spans if self.sentence else ()
        return (*own, *(item.span for item in self.items))


def said(shelf: Shelf, candidate: Candidate) -> str:
    """Return the words of a candidate itself, without what it introduces."""
    return shelf.text(candidate.sentence) if candidate.sentence else candidate.head.text


@dataclass(frozen=True, slots=True)
class Trusted:
    """What may answer a question though it hardly has its words.

    `alike` are passages whose meaning is near that of the question; `told` passages, by id, with
    stretches that answer written questions near to it.
    """

    alike: frozenset[str] = frozenset()
    told: frozenset[tuple[str, Span]] = frozenset()

    def tells(self, passage: Passage, spans: Sequence[Span]) -> bool:
        """Tell whether some stretches of a passage answer a question that is near."""
        proofs = [proof for key, proof in self.told if key == passage.id]
        return any(span.overlaps(proof) for span in spans for proof in proofs)


TRUSTED = Trusted()


class Finder:
    """Finds the candidates among passages and what stands around them."""

    def __init__(self, shelf: Shelf, least: float = LEAST) -> None:
        self._shelf = shelf
        self._least = least
        self.judge = Judge(shelf)
        self._entitled = Entitled(shelf)
        self._enumeration = lru_cache(MOST_CUT)(enumeration)

    def candidates(
        self, reading: Reading, passages: Iterable[Passage], trusted: Trusted = TRUSTED
    ) -> Iterable[Candidate]:
        """Yield the candidates in `passages` that support the question at all.

        Of those that are `trusted` less is needed.
        """
        gauge = Gauge(self.judge, reading)
        sections = reading.wanted not in _NO_LISTS and not demands(reading)
        for passage in passages:
            least = LEAST_ALIKE if passage.id in trusted.alike else self._least
            if passage.kind in READ:
                found = self._sentences(reading, gauge, passage, trusted)
            elif passage.kind is PassageKind.HEADING and sections:
                found = self._section(reading, gauge, passage)
            else:
                continue
            yield from (
                candidate
                for candidate in found
                if candidate.support.score >= least or candidate.told
            )

    def entitling(self, reading: Reading, found: Iterable[Candidate]) -> list[Candidate]:
        """Return those that give people the right that is asked about; all where none does."""
        every, rights = list(found), rights_asked(reading.text)
        if not rights:
            return every
        giving = [c for c in every if self._entitled.gives(rights, said(self._shelf, c), c.head)]
        if asks_all(reading):  # not the one item that happens to name them
            heads = {c.head.id for c in giving if c.items}
            giving = [
                c for c in giving if heads.isdisjoint(p.id for p in self._shelf.above(c.head))
            ]
        return giving or every

    def _sentences(
        self, reading: Reading, gauge: Gauge, passage: Passage, trusted: Trusted
    ) -> Iterable[Candidate]:
        demanded = demands(reading)
        for sentence in self._shelf.sentences(passage):
            text = self._shelf.text(sentence)
            if _CLOSING.match(text) or not self._in_scope(reading, text, passage):
                continue
            fits, told = holds(text, reading), trusted.tells(passage, sentence.spans)
            if demanded and not fits:
                continue
            support = gauge.support(sentence.words, passage)
            items = self._introduced(passage, sentence)
            if text.rstrip("* ").endswith(":") and not items:
                continue  # what it introduces are sections, which are candidates themselves
            if not items and only_counts(reading.text, text):
                continue
            yield Candidate(
                head=passage,
                sentence=sentence,
                items=items,
                support=support,
                whole=bool(items) or self._leads(gauge, passage, text),
                fits=fits,
                told=told,
            )

    def _in_scope(self, reading: Reading, text: str, passage: Passage) -> bool:
        """Tell whether a stretch is about the documents, the years and the right that are asked."""
        rights, entitled = rights_asked(reading.text), self._entitled
        if entitled.is_other(rights, text, passage) or entitled.is_way(rights, passage):
            return False
        return self.judge.in_scope(reading, text, passage)

    def _leads(self, gauge: Gauge, passage: Passage, text: str) -> bool:
        """Tell whether a sentence is an enumeration whose lead-in is what is asked about."""
        items = self._enumeration(text)
        if not items:
            return False
        lead = syllables(text[: items[0].start])
        return gauge.support(lead, passage).weakest >= LEADING

    def _introduced(self, passage: Passage, sentence: Sentence) -> tuple[Passage, ...]:
        """Return what a lead-in, the last sentence of a passage ending in ":", introduces."""
        last = sentence.spans[-1].end >= passage.span.end - len("**")
        leads = passage.text.rstrip("* ").endswith(":")
        return self._shelf.below(passage) if last and leads else ()

    def _section(self, reading: Reading, gauge: Gauge, heading: Passage) -> Iterable[Candidate]:
        """Yield a heading with all of its section, where the section is short enough."""
        items = tuple(p for p in self._shelf.below(heading) if p.kind in READ)
        longest = LONGEST_ARTICLE if heading.text.startswith("Điều ") else LONGEST_SECTION
        if not 0 < len(items) <= longest or not self._in_scope(reading, heading.text, heading):
            return
        support = gauge.support(self._shelf.words(heading), heading)
        yield Candidate(head=heading, items=items, support=support, whole=True)
