"""Candidates: the sentences and lists that may answer a question."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from assistant.cues import Wanted
from assistant.reading import Reading
from assistant.shelf import READ, Sentence, Shelf
from assistant.support import Judge, Support
from assistant.values import holds
from corpus.passage import Passage, PassageKind
from corpus.sentences import enumeration
from corpus.syllables import syllables

LONGEST_SECTION = 14  # passages; a longer section is a chapter, not an answer
_VALUES = frozenset({Wanted.COUNT, Wanted.WHEN, Wanted.NUMBER, Wanted.PHONE, Wanted.EMAIL})


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Something that may answer: a sentence, or a head with all that it introduces.

    `whole` says that it is a list whose lead-in or heading itself supports the answer.
    """

    head: Passage
    sentence: Sentence | None = None  # None for a section
    items: tuple[Passage, ...] = ()
    support: Support
    whole: bool = False
    rank: float = 0.0


class Finder:
    """Finds the candidates among passages and what stands around them."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._judge = Judge(shelf)

    def candidates(self, reading: Reading, ranks: dict[str, float]) -> Iterable[Candidate]:
        """Yield the candidates in and around the passages of `ranks` (passage id to rank)."""
        for key, rank in ranks.items():
            passage = self._shelf.passages[key]
            if passage.kind in READ:
                yield from self._sentences(reading, passage, rank)
            elif passage.kind is PassageKind.HEADING and reading.wanted not in _VALUES:
                yield from self._section(reading, passage, rank)

    def _sentences(self, reading: Reading, passage: Passage, rank: float) -> Iterable[Candidate]:
        for sentence in self._shelf.sentences(passage):
            text = self._shelf.text(sentence)
            if self._judge.in_scope(reading, text, passage) and holds(text, reading):
                items = self._introduced(passage, sentence)
                yield Candidate(
                    head=passage,
                    sentence=sentence,
                    items=items,
                    support=self._judge.support(reading, sentence.words, passage),
                    whole=bool(items) or self._leads(reading, passage, text),
                    rank=rank,
                )

    def _leads(self, reading: Reading, passage: Passage, text: str) -> bool:
        """Tell whether a sentence is an enumeration whose lead-in is what is asked about."""
        items = enumeration(text)
        if not items:
            return False
        lead = syllables(text[: items[0].start])
        return self._judge.support(reading, lead, passage).weakest >= LEADING

    def _introduced(self, passage: Passage, sentence: Sentence) -> tuple[Passage, ...]:
        """Return what a lead-in, the last sentence of a passage ending in ":", introduces."""
        last = sentence.spans[-1].end >= passage.span.end - len("**")
        leads = passage.text.rstrip("* ").endswith(":")
        return self._shelf.below(passage) if last and leads else ()

    def _section(self, reading: Reading, heading: Passage, rank: float) -> Iterable[Candidate]:
        """Yield a heading with all of its section, where the section is short enough."""
        items = tuple(p for p in self._shelf.below(heading) if p.kind in READ)
        fits = 0 < len(items) <= LONGEST_SECTION
        if fits and self._judge.in_scope(reading, heading.text, heading):
            words = self._shelf.words(heading)
            support = self._judge.support(reading, words, heading)
            yield Candidate(head=heading, items=items, support=support, whole=True, rank=rank)


LEADING = 0.5  # the least share of each firm chunk that a lead-in has to support
