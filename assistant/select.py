"""Which candidates answer a question, and when none does."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from assistant.candidate import Candidate, Finder
from assistant.cues import Wanted
from assistant.match import held
from assistant.reading import Reading
from assistant.shelf import Shelf
from corpus.passage import PassageKind
from index.hit import Hit

_LISTS = frozenset({Wanted.LIST, Wanted.DUTIES, Wanted.MEANS, Wanted.WHERE})


@dataclass(frozen=True, slots=True, kw_only=True)
class SelectOptions:
    """The thresholds of selection, chosen on the tuning half of the gold set."""

    score: float = 0.56  # least support of the whole question
    weakest: float = 0.4  # least support of each chunk that has to be there
    near: float = 0.06  # what another document's answer may fall short of the best by
    soft: float = 0.05  # what the words of little matter add, to tell equals apart
    listing: float = 0.12  # what a whole list gains where a list is wanted
    sibling: float = 0.2  # what another item of the same list may fall short by
    length: float = 0.04  # what a sentence of a hundred syllables loses against a short one
    role: float = 0.85  # the share of a role that a sentence must hold to say who has it
    actor: float = 0.8  # the share of an actor's name that the heading of its duties holds


@dataclass(frozen=True, slots=True)
class Selector:
    """Picks the candidates that answer."""

    shelf: Shelf
    finder: Finder
    options: SelectOptions = field(default_factory=SelectOptions)

    def select(self, reading: Reading, hits: tuple[Hit, ...]) -> tuple[Candidate, ...]:
        """Return what answers, best first; empty when the hits do not answer the question."""
        if not reading.chunks:
            return ()
        ranks = self._ranks(hits)
        found = self._enough(reading, ranks)
        if reading.wanted is Wanted.DUTIES:
            found = [c for c in found if self._of_actor(reading, c)] or found
        return tuple(self._best(reading, self._ordered(reading, found)))

    def _ranks(self, hits: tuple[Hit, ...]) -> dict[str, float]:
        """Return the passages to look at, with the score of the hit that led there."""
        ranks: dict[str, float] = {}
        for hit in hits:
            around = (hit.passage, *self.shelf.above(hit.passage))
            for passage in (*around, *self.shelf.children.get(hit.passage.id, ())):
                ranks.setdefault(passage.id, hit.score)
        return ranks

    def _enough(self, reading: Reading, ranks: dict[str, float]) -> list[Candidate]:
        found = self.finder.candidates(reading, ranks)
        return [c for c in found if self._supported(reading, c)]

    def _supported(self, reading: Reading, candidate: Candidate) -> bool:
        support = candidate.support
        if support.score < self.options.score or support.weakest < self.options.weakest:
            return False
        role = reading.asked
        if reading.wanted is not Wanted.WHO or role is None or role.soft or not candidate.sentence:
            return True
        return held(role, candidate.sentence.words) >= self.options.role

    def _of_actor(self, reading: Reading, candidate: Candidate) -> bool:
        """Tell whether a section is that of the actor whose duties are asked for."""
        heading = self.shelf.words(candidate.head)
        named = [held(chunk, heading) >= self.options.actor for chunk in reading.firm]
        return candidate.head.kind is PassageKind.HEADING and any(named)

    def _ordered(self, reading: Reading, found: Iterable[Candidate]) -> list[Candidate]:
        """Sort by value, then by what retrieval gave, then by place in the library."""
        return sorted(
            found,
            key=lambda c: (-self._value(reading, c), -c.rank, self.shelf.order[c.head.id]),
        )

    def _value(self, reading: Reading, candidate: Candidate) -> float:
        value = candidate.support.score + self.options.soft * candidate.support.soft
        if candidate.whole and reading.wanted in _LISTS:
            return round(value + self.options.listing, 3)
        length = len(candidate.sentence.words) if candidate.sentence else 0
        return round(value - self.options.length * min(length, 100) / 100, 3)

    def _best(self, reading: Reading, found: list[Candidate]) -> Iterable[Candidate]:
        """Yield the best candidate, and the best of each other document that is nearly as good."""
        if not found:
            return
        least = self._value(reading, found[0]) - self.options.near
        seen: set[str] = set()
        for candidate in found:
            document = candidate.head.document_id
            if document not in seen and self._value(reading, candidate) >= least:
                seen.add(document)
                yield candidate
                yield from self._siblings(reading, candidate, found)

    def _siblings(
        self, reading: Reading, chosen: Candidate, found: list[Candidate]
    ) -> Iterable[Candidate]:
        """Yield the other items of the same list that answer as well, where a list is wanted."""
        if reading.wanted not in _LISTS or chosen.whole or chosen.head.parent is None:
            return
        least = self._value(reading, chosen) - self.options.sibling
        for other in found:
            same_list = other.head.parent == chosen.head.parent and other.head != chosen.head
            if same_list and not other.whole and self._value(reading, other) >= least:
                yield other
