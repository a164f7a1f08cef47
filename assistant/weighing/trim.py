"""Trimming: of a long sentence, the clauses that answer a question for one fact."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from assistant.evidence.candidate import Candidate
from assistant.evidence.support import Gauge, Judge
from assistant.evidence.values import holds
from assistant.reading.cues import Wanted
from assistant.reading.reading import Reading
from assistant.shelf import Sentence, Shelf
from assistant.weighing.precedents import NONE, Near
from corpus.numbers import find_numbers
from corpus.passage import PassageKind
from corpus.sentences import clauses, pauses
from corpus.span import Span, trimmed
from corpus.syllables import folded, syllables

# Sorts of question that ask for one fact; a list or an open question gets the whole sentence.
ONE_FACT = frozenset(
    {
        *(Wanted.COUNT, Wanted.WHEN, Wanted.WHERE, Wanted.WHO),
        *(Wanted.NUMBER, Wanted.PHONE, Wanted.YES_NO),
    }
)
LISTED = frozenset({Wanted.LIST, Wanted.DUTIES, Wanted.MEANS})  # quoted whole
_MANY = re.compile(  # "các văn bản nào", "hai văn bản nào" ask for a list, "số mấy" does not
    r"\b(?:nhung|cac|tat ca|liet ke|ke (?:het|du|ra)|nhieu|gom|deu"
    r"|(?<!so )(?<!ngay )(?<!hom )(?<!thang )(?<!nam )may"
    r"|(?:hai|ba|bon|[2-9]) (?:[a-z]+ ){1,3}nao)\b"
)
# what is said beside a rule and belongs to it: a longer deadline, who is exempt
_EXCEPTING = re.compile(r"\s*(?:(?:riêng )?đối với|trường hợp|trừ|nếu)\b", re.IGNORECASE)
_WITHIN = re.compile(r"\s*trong đó\b", re.IGNORECASE)  # the parts of a sum
SHORTER = 0.8  # of a sentence: what is hardly shorter is quoted whole
LOSS = 0.01  # of support, for which words are still kept
LOSS_OF_PROVED = 0.15  # the same where the part answered the very question before
LOSS_OF_NUMBERED = 0.3  # the same where the clause names the very document that is asked about


@dataclass(frozen=True, slots=True)
class Trimmer:
    """Shortens a chosen sentence to the run of clauses that supports the question as well."""

    shelf: Shelf
    judge: Judge

    def trimmed(self, reading: Reading, candidate: Candidate, near: Near = NONE) -> Candidate:
        """Return the candidate with its shortest sufficient run of clauses.

        `near` are the questions near to it that were written about its document: what answers the
        nearest, when it is very near, is enough.
        """
        sentence = candidate.sentence
        if sentence is None or len(sentence.spans) > 1 or candidate.whole or reading.amounts:
            return candidate  # amounts are compared by what stands around them, too
        whole = reading.original or reading.wanted in LISTED
        proved = () if whole else self._proved(sentence, near)
        part = self._best(reading, candidate, [list(proved)], LOSS_OF_PROVED)
        if part:
            return part
        numbers = frozenset(number.value for number in find_numbers(reading.text))
        several = bool(_MANY.search(folded(reading.text)))
        one_fact = reading.wanted in ONE_FACT and not (reading.wanted is Wanted.NUMBER and several)
        # a footnote lists document after document, of which a question is about one
        one_fact |= candidate.head.kind is PassageKind.FOOTNOTE and not (whole or several)
        if not one_fact and (several or not numbers):
            return candidate
        runs = self._runs(sentence, numbers)
        loss = LOSS_OF_NUMBERED if numbers else LOSS
        return self._best(reading, candidate, runs, loss) or candidate

    def _proved(self, sentence: Sentence, near: Near) -> Iterator[Sentence]:
        """Yield the part of a sentence, if any, that answers a very near question."""
        whole, text = sentence.spans[0], self.shelf.text(sentence)
        proofs = [proof for proof in near.sure if proof.overlaps(whole)]
        if not proofs:
            return
        first = max(min(p.start for p in proofs) - whole.start, 0)
        last = min(max(p.end for p in proofs) - whole.start, len(text))
        cuts = pauses(text)
        # a comma may stand between two nouns: one cuts only where a proof begins or ends at it
        commas = {len(text[:first].rstrip()), last, last + 1}.intersection(cuts)
        stops = (0, len(text), *commas, *(cut for cut in cuts if text[cut - 1] != ","))
        start = max(stop for stop in stops if stop <= first)
        end = min(stop for stop in stops if stop >= last and not _EXCEPTING.match(text, stop))
        part = trimmed(text, start, end - (text[end - 1] == ","))
        if part and len(part) <= SHORTER * len(text):
            words = syllables(part.of(text))
            yield Sentence(sentence.passage, (part.shifted(whole.start),), words)

    def _best(
        self, reading: Reading, candidate: Candidate, runs: Iterable[list[Sentence]], loss: float
    ) -> Candidate | None:
        """Return the candidate with the best supported of the first runs that are as good."""
        good = (list(self._as_good(reading, candidate, some, loss)) for some in runs)
        first = next(filter(None, good), [])
        return max(first, key=lambda c: c.support.score, default=None)

    def _as_good(
        self, reading: Reading, candidate: Candidate, runs: Iterable[Sentence], loss: float
    ) -> Iterator[Candidate]:
        """Yield the candidate with each of `runs` that supports the question as well.

        It has to have the value that is wanted, of the year that is asked about.
        """
        gauge = Gauge(self.judge, reading)
        whole = candidate.support
        for run in runs:
            support = gauge.support(run.words, candidate.head)
            as_good = support.score >= whole.score - loss and support.soft >= whole.soft - loss
            text = self.shelf.text(run)
            in_scope = as_good and self.judge.in_scope(reading, text, candidate.head)
            if in_scope and holds(text, reading) >= candidate.fits:
                yield replace(candidate, sentence=run, support=support)

    def _runs(self, sentence: Sentence, numbers: frozenset[str]) -> Iterator[list[Sentence]]:
        """Yield the runs of so many clauses that name the documents of `numbers`, fewest first.

        None parts a rule from its exception, or some parts of a sum from the others.
        """
        start = sentence.spans[0].start
        text = self.shelf.text(sentence)
        cut = clauses(text)
        joined = set(_joined(text, cut))
        for count in range(1, len(cut)):
            inside = (
                Span(cut[first].start, cut[first + count - 1].end)
                for first in range(len(cut) - count + 1)
                if joined.isdisjoint((first, first + count))
            )
            yield [
                Sentence(sentence.passage, (run.shifted(start),), syllables(run.of(text)))
                for run in inside
                if numbers <= {number.value for number in find_numbers(run.of(text))}
            ]


def _joined(text: str, cut: tuple[Span, ...]) -> Iterator[int]:
    """Yield which clauses belong to the one before."""
    within = False
    for n, one in enumerate(cut):
        if n and (within or _EXCEPTING.match(text, one.start)):
            yield n
        within = within or bool(_WITHIN.match(text, one.start))
