"""Values that differ by the case: which list has them all, and whether one of them is meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.evidence.candidate import LEADING, Candidate, said
from assistant.evidence.support import Gauge, Judge, Support
from assistant.evidence.values import holds
from assistant.reading.cues import Wanted
from assistant.reading.reading import Reading
from assistant.shelf import Shelf
from corpus.passage import Passage
from corpus.syllables import syllables

CASES = frozenset({Wanted.COUNT, Wanted.WHEN})  # of which there may be another in each case
MOST = 2 / 3  # of the items of such a list give it


@dataclass(frozen=True, slots=True)
class Cases:
    """What a question asks for, and the candidate that gives it for a case."""

    shelf: Shelf
    judge: Judge
    reading: Reading
    one: Candidate

    def are_in(self, listed: Candidate) -> bool:
        """Tell whether a list gives it for this case and others, and the question tells none apart.

        It tells one apart by what neither the lead-in nor every other of these items says.
        """
        case, items = self.one.head, listed.items
        if case not in items or any(item.parent != case.parent for item in items):
            return False
        giving = [item for item in items if holds(item.text, self.reading)]
        if case not in giving or len(giving) < max(2, MOST * len(items)):
            return False
        support = self._in_common(listed, giving)
        return support.score >= self.one.support.score and support.weakest >= LEADING

    def _in_common(self, listed: Candidate, items: Sequence[Passage]) -> Support:
        """Return how much of the question a lead-in supports, with what all of the items say."""
        own, *others = (self.shelf.words(item) for item in items)
        shared = (word for word in own if all(word in other for other in others))
        words = (*syllables(said(self.shelf, listed)), *shared)
        return Gauge(self.judge, self.reading).support(words, listed.head)
