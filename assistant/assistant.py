"""The assistant: a question in, a proved answer or a refusal out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from assistant.direct.ending import endings
from assistant.direct.outright import Outright
from assistant.direct.particular import Registrar
from assistant.direct.pinpoint import Pinned, Pinpointer, lacking_places
from assistant.direct.said import Said
from assistant.direct.standing import asks_standing
from assistant.evidence.candidate import Finder
from assistant.evidence.values import demands
from assistant.follow import completed, continued, gone_on
from assistant.options import AskOptions
from assistant.question import Question, unanswerable
from assistant.quote import Numbering
from assistant.reading.cues import Wanted
from assistant.reading.force import Force, for_day
from assistant.reading.reading import Reading
from assistant.reply import (
    Answer,
    Citation,
    Claim,
    ClaimStatus,
    Part,
    Refusal,
    RefusalReason,
    Reply,
)
from assistant.shelf import READ, Shelf
from assistant.telling.differ import Dates
from assistant.telling.ground import proved
from assistant.telling.missing import (
    LOOSE,
    MATTER,
    NEAREST,
    NOT_STATED,
    is_foreign,
    lacking,
    missing,
)
from assistant.telling.premise import Correction, Premises
from assistant.telling.warn import Warner
from assistant.telling.write import ExtractiveWriter
from assistant.understanding import Understanding
from assistant.weighing.choose import Chooser
from assistant.weighing.crossing import Crossing, heard, told
from assistant.weighing.decision import probability
from assistant.weighing.select import Chosen, Selector
from assistant.weighing.trim import Trimmer
from corpus.passage import Passage
from corpus.span import Span
from index.hit import Hit, Searcher

UNSTATED = "Văn bản được hỏi không ghi điều này ở phần đầu, phần cuối văn bản."
AGAIN = 0.5  # how sure of itself an answer to a question taken otherwise has to be


class Assistant:
    """Answers questions over a shelf of documents, each claim with its source."""

    def __init__(
        self,
        shelf: Shelf,
        searcher: Searcher,
        understanding: Understanding,
        warner: Warner,
        options: AskOptions | None = None,
    ) -> None:
        self._shelf, self._searcher = shelf, searcher
        self._understanding, self._reader = understanding, understanding.reader
        self._warner, self._standing = warner, warner.standing()
        self._options = options or AskOptions()
        tuning, cross = self._options.tuning, self._options.cross
        finder = Finder(shelf, tuning.support)
        crossing = Crossing(shelf, cross) if cross else None
        self._selector = Selector(
            shelf,
            finder,
            tuning.decision(),
            Force(shelf.instruments),
            self._options.watch,
            crossing,
            self._options.precedents,
            tuning.precedents,
        )
        trimmer = Trimmer(shelf, finder.judge)
        self._chooser = Chooser(self._reader, self._selector, trimmer)
        self._outright = Outright(shelf, self._reader, trimmer)
        self._dates, self._premises = Dates(shelf), Premises(shelf)
        self._writer = ExtractiveWriter(shelf)
        self._registrar = Registrar(shelf, self._reader)
        self._pinpointer = Pinpointer(shelf, self._reader)

    def ask(self, question: Question) -> Reply:
        """Answer from the library, or refuse when nothing in it supports an answer."""
        problem = unanswerable(question.text)
        if problem:
            return Refusal(reason=problem)
        if not self._shelf.documents:
            return Refusal(reason=RefusalReason.NO_DOCUMENTS)
        replies = (self._answered(text, question) for text in self._readings(question))
        first = self._gone_on(question) or next(replies)
        if isinstance(first, Answer):
            return first
        return next(filter(_sure, replies), first)

    def _gone_on(self, question: Question) -> Reply | None:
        """Return a sure answer of the document spoken of, to a question that names none."""
        text = gone_on(self._understanding.meant(question), self._reader)
        reply = self._answered(text, question) if text else None
        return reply if reply and _sure(reply) else None

    def considered(self, question: Question) -> tuple[Chosen, ...]:
        """Return every candidate for a question about one thing, best first; () for any other."""
        text = next(self._readings(question))
        asked = self._understanding.parts(text, question)
        if len(asked) > 1 or self._registrar.answer(text, question.documents) is not None:
            return ()
        return tuple(self._selector.weighed(asked[0], self._hits(text, question)))

    def read_again(self, question: Question) -> tuple[str, tuple[tuple[Chosen, str], ...]]:
        """Return a question and every candidate as a cross-encoder reads them.

        They come as they rank before that; none for a question about a document itself.
        """
        text = next(self._readings(question))
        asked = self._understanding.parts(text, question)
        reading = asked[0] if len(asked) == 1 else self._reader.read(text)
        if self._registrar.answer(text, question.documents) is not None:
            return heard(reading), ()
        before = replace(self._selector, crossing=None, precedents=None)
        weighed = before.weighed(reading, self._hits(text, question))
        texts = told(self._shelf, reading, [chosen.candidate for chosen in weighed])
        return heard(reading), tuple(zip(weighed, texts, strict=True))

    def quoting(self, chosen: tuple[Chosen, ...], wanted: Wanted = Wanted.OPEN) -> tuple[Part, ...]:
        """Return what is quoted when these candidates are chosen."""
        found = tuple(choice.candidate for choice in chosen)
        return self._writer.write(found, actors=wanted is Wanted.WHO)

    def _hits(self, text: str, question: Question) -> tuple[Hit, ...]:
        within = _within(question, self._reader.read(text)) or None
        original = self._understanding.original(text, question)
        wide = self._options.tuning.hits
        hits = self._searcher.search(text, wide, documents=within, original=original)
        self._options.watch.searched(text, hits)
        return hits

    def _readings(self, question: Question) -> Iterator[str]:
        """Yield the question as it may be meant, the likeliest first.

        Its words repaired; as they were typed; going on with the turn before, unless it speaks of
        something else altogether: the weather has nothing to do with what was asked before.
        """
        meant = self._understanding.meant(question)
        yield completed(meant, self._reader)
        if meant.text != question.text and not self._understanding.original(meant.text, question):
            yield completed(question, self._reader)
        if question.history and not self._is_foreign(meant):
            yield continued(meant, self._reader)

    def _is_foreign(self, question: Question) -> bool:
        hits = self._hits(question.text, question)
        return is_foreign(self._reader.read(question.text), hits, self._shelf)

    def _answered(self, text: str, question: Question) -> Reply:
        understood = text if text != question.text else ""
        particulars = self._registrar.answer(text, question.documents)
        if particulars:
            return self._answer(particulars, understood, confidence=1.0)
        if particulars is not None:
            return self._silent(Said(missing=UNSTATED), self._hits(text, question), understood)
        pinned = self._pinpointer.find(text, question.documents)
        if pinned:
            return self._at_address(pinned, text, question, understood)
        said = self._outright.said(text, question)
        if said.candidates:
            return self._answer(self._writer.write(said.candidates), understood, confidence=1.0)
        if said.missing:
            hits = () if said.near else self._hits(text, question)
            return self._silent(said, hits, understood)
        reply = self._from_passages(text, question, understood)
        return self._standing_of(text, question, reply) if asks_standing(text) else reply

    def _standing_of(self, text: str, question: Question, reply: Reply) -> Reply:
        """Tell of the force of an instrument what the registry knows, where no text states it."""
        scope = self._reader.read(text).scope
        absent = () if scope.documents else scope.absent
        told = self._standing.told(text, absent)
        quoted = isinstance(reply, Answer) and self._standing.is_told_by(reply, text, absent)
        if quoted or not told:
            return reply
        ending = endings(self._shelf, self._standing.numbers(text, absent))
        if ending:
            return self._answer(self._writer.write(ending[:1]), reply.understood, confidence=1.0)
        hits = self._hits(text, question)
        return self._silent(Said(missing=told), hits, reply.understood)

    def _at_address(self, pinned: Pinned, text: str, question: Question, understood: str) -> Reply:
        """Quote what stands at the addresses, or say that the document has no such place."""
        without = lacking_places(pinned)
        if pinned.candidates:
            parts = self._writer.write(pinned.candidates)
            answer = self._answer(parts, understood, confidence=1.0)
            return replace(answer, warnings=(*filter(None, [without]), *answer.warnings))
        hits = self._hits(text, question)
        if pinned.lacking:
            without = lacking(text, pinned.lacking, hits, self._shelf)
        return self._silent(Said(missing=without), hits, understood)

    def _silent(self, said: Said, hits: tuple[Hit, ...], understood: str) -> Refusal:
        """Refuse with what is missing, and show what is near to it, else the best of the hits."""
        near = [(c.head, span) for c in said.near[:NEAREST] for span in c.stretches]
        return Refusal(
            reason=RefusalReason.SILENT,
            missing=said.missing,
            nearest=self._cited(near) or self._nearest(hits),
            understood=understood,
        )

    def _from_passages(self, text: str, question: Question, understood: str) -> Reply:
        asked = self._understanding.parts(text, question)
        search = cache(lambda words: self._hits(words, question))
        chosen = self._chooser.choose(text, asked, search)
        if chosen:
            return self._answering(asked[0], chosen, understood)
        hits = search(text)
        near = replace(asked[0], wanted=Wanted.OPEN)
        about = self._selector.select(near, hits) if asked[0].wanted in LOOSE else ()
        if about and about[0].odds >= MATTER and not demands(asked[0]):
            return self._quoting(about, understood, (NOT_STATED[asked[0].wanted],))
        without = missing(asked[0], hits, self._selector, self._shelf)
        return self._silent(Said(missing=without), hits, understood)

    def _answering(self, reading: Reading, chosen: tuple[Chosen, ...], understood: str) -> Answer:
        """Quote what was chosen, with what contradicts it or the question's premise."""
        differing = self._dates.differing(reading, chosen)
        if differing:
            return self._quoting(differing.chosen, understood, (differing.warning,))
        answer = self._quoting(chosen, understood, for_day(reading.day), reading.wanted)
        wrong = self._premises.correction(reading, chosen[0].candidate)
        return self._corrected(answer, wrong) if wrong else answer

    def _corrected(self, answer: Answer, wrong: Correction) -> Answer:
        """Add to an answer who has what the question gives to somebody else."""
        document = self._shelf.documents[wrong.heading.document_id]
        numbering = Numbering(len(answer.citations))
        citation = numbering.cite(document, wrong.heading, wrong.heading.span)
        told = Claim(text=wrong.text, citations=(citation,), status=ClaimStatus.CORRECTION)
        parts = tuple(
            replace(part, claims=(*part.claims, told)) if part.document == document else part
            for part in answer.parts
        )
        return replace(answer, parts=proved(parts, self._shelf.documents))

    def _quoting(
        self,
        chosen: tuple[Chosen, ...],
        understood: str,
        warnings: tuple[str, ...] = (),
        wanted: Wanted = Wanted.OPEN,
    ) -> Answer:
        sure = probability(max(choice.odds for choice in chosen))
        parts = self.quoting(chosen, wanted)
        answer = self._answer(parts, understood, confidence=round(sure, 3))
        return replace(answer, warnings=(*warnings, *answer.warnings))

    def _answer(self, parts: tuple[Part, ...], understood: str, *, confidence: float) -> Answer:
        return Answer(
            parts=proved(parts, self._shelf.documents),
            warnings=self._warner.warnings(parts),
            understood=understood,
            confidence=confidence,
        )

    def _nearest(self, hits: tuple[Hit, ...]) -> tuple[Citation, ...]:
        shown = [hit.passage for hit in hits if hit.passage.kind in READ][:NEAREST]
        return self._cited((passage, passage.span) for passage in shown)

    def _cited(self, places: Iterable[tuple[Passage, Span]]) -> tuple[Citation, ...]:
        known, numbering = self._shelf.documents, Numbering()
        return tuple(numbering.cite(known[p.document_id], p, span) for p, span in places)


def _sure(reply: Reply) -> bool:
    return isinstance(reply, Answer) and reply.confidence >= AGAIN


def _within(question: Question, reading: Reading) -> frozenset[str]:
    """Return the documents to search: those chosen by the user, narrowed by those named."""
    named, chosen = reading.scope.documents, question.documents
    return (named & chosen or chosen) if chosen else named
