"""Trimming: of a long sentence, the clauses that answer a question for one fact."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.candidate import Candidate
from assistant.cues import Wanted
from assistant.reading import Reading
from assistant.shelf import Sentence, Shelf
from assistant.support import Gauge, Judge
from assistant.values import holds
from corpus.sentences import clauses
from corpus.span import Span
from corpus.syllables import folded, syllables

# Sorts of question that ask for one fact; a list or an open question gets the whole sentence.
ONE_FACT = frozenset({Wanted.COUNT, Wanted.WHEN, Wanted.NUMBER, Wanted.WHO, Wanted.PHONE})
_MANY = re.compile(  # "các văn bản nào" asks for a list after all, "số mấy" does not
    r"\b(?:nhung|cac|tat ca|liet ke|ke (?:het|du|ra)|nhieu|(?<!so )may|gom|deu)\b"
)
LOSS = 0.01  # of support, for which words are still kept


@dataclass(frozen=True, slots=True)
class Trimmer:
    """Shortens a chosen sentence to the run of clauses that supports the question as well."""

    shelf: Shelf
    judge: Judge

    def trimmed(self, reading: Reading, candidate: Candidate) -> Candidate:
        """Return the candidate with its shortest sufficient run of clauses."""
        sentence = candidate.sentence
        if sentence is None or len(sentence.spans) > 1 or candidate.whole:
            return candidate
        several = reading.wanted is Wanted.NUMBER and _MANY.search(folded(reading.text))
        if reading.wanted not in ONE_FACT or several:
            return candidate
        gauge = Gauge(self.judge, reading)
        for run in self._runs(sentence):
            text = self.shelf.text(run)
            support = gauge.support(run.words, candidate.head)
            whole = candidate.support
            as_good = support.score >= whole.score - LOSS and support.soft >= whole.soft - LOSS
            if as_good and holds(text, reading) >= candidate.fits:
                return replace(candidate, sentence=run, support=support)
        return candidate

    def _runs(self, sentence: Sentence) -> Iterator[Sentence]:
        """Yield every run of clauses, fewest clauses first."""
        start = sentence.spans[0].start
        text = self.shelf.text(sentence)
        cut = clauses(text)
        for count in range(1, len(cut)):
            for first in range(len(cut) - count + 1):
                inside = Span(cut[first].start, cut[first + count - 1].end)
                words = syllables(inside.of(text))
                yield Sentence(sentence.passage, (inside.shifted(start),), words)
