"""The assistant: a question in, a proved answer or a refusal out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.candidate import Candidate, Finder
from assistant.cues import Wanted
from assistant.follow import completed, continued
from assistant.ground import proved
from assistant.missing import missing
from assistant.particular import Registrar
from assistant.parts import readings
from assistant.question import Question, Turn, unanswerable
from assistant.quote import Numbering
from assistant.reading import Reader, Reading
from assistant.repair import Repairer
from assistant.reply import Answer, Citation, Part, Refusal, RefusalReason, Reply
from assistant.select import Selector
from assistant.shelf import READ, Shelf
from assistant.warn import Warner
from assistant.write import ExtractiveWriter
from index.hit import Hit, Searcher

# Sorts of answer that may be left out while the rest still helps, with what is then said.
NOT_STATED = {
    Wanted.WHERE: "Các đoạn trích không nêu rõ nơi được hỏi.",
    Wanted.MEANS: "Các đoạn trích không nêu rõ hình thức được hỏi.",
    Wanted.NUMBER: "Các đoạn trích không nêu số, ký hiệu văn bản được hỏi.",
}
LOOSE = frozenset(NOT_STATED)


@dataclass(frozen=True, slots=True)
class AskOptions:
    """How wide to look: hits that are read for an answer, and passages shown with a refusal."""

    hits: int = 40
    nearest: int = 3


class Assistant:
    """Answers questions over a shelf of documents, each claim with its source."""

    def __init__(
        self,
        shelf: Shelf,
        searcher: Searcher,
        reader: Reader,
        repairer: Repairer,
        warner: Warner,
    ) -> None:
        self._shelf = shelf
        self._searcher = searcher
        self._reader = reader
        self._repairer = repairer
        self._warner = warner
        self._options = AskOptions()
        self._selector = Selector(shelf, Finder(shelf))
        self._writer = ExtractiveWriter(shelf)
        self._registrar = Registrar(shelf, reader)

    def ask(self, question: Question) -> Reply:
        """Answer from the library, or refuse when nothing in it supports an answer."""
        problem = unanswerable(question.text)
        if problem:
            return Refusal(reason=problem)
        if not self._shelf.documents:
            return Refusal(reason=RefusalReason.NO_DOCUMENTS)
        replies = (self._answered(text, question) for text in self._readings(question))
        first = next(replies)
        if isinstance(first, Answer):
            return first
        return next((reply for reply in replies if isinstance(reply, Answer)), first)

    def _readings(self, question: Question) -> Iterator[str]:
        """Yield the question as it may be meant, the likeliest first.

        Its words repaired; as they were typed; going on with the turn before.
        """
        meant = self._meant(question)
        yield completed(meant, self._reader)
        if meant.text != question.text:
            yield completed(question, self._reader)
        if question.history:
            yield continued(meant, self._reader)

    def _meant(self, question: Question) -> Question:
        """Return the question, and those before it, with their words repaired."""
        turns = tuple(
            Turn(turn.role, self._repairer.repaired(turn.content).text)
            if turn.role == "user"
            else turn
            for turn in question.history
        )
        text = self._repairer.repaired(question.text).text
        return Question(text, turns, question.documents)

    def _answered(self, text: str, question: Question) -> Reply:
        understood = text if text != question.text else ""
        particulars = self._registrar.answer(text, question.documents)
        if particulars:
            return self._answer(particulars, understood, confidence=1.0)
        return self._from_passages(text, question, understood)

    def _from_passages(self, text: str, question: Question, understood: str) -> Reply:
        whole = self._reader.read(text)
        hits = self._searcher.search(
            text, self._options.hits, documents=_within(question, whole) or None
        )
        asked = readings(text, self._reader)
        found = [self._selector.select(reading, hits) for reading in asked]
        chosen = tuple(dict.fromkeys(candidate for part in found for candidate in part))
        if chosen:
            return self._quoting(chosen, understood)
        near = replace(asked[0], wanted=Wanted.OPEN)
        about = self._selector.select(near, hits) if asked[0].wanted in LOOSE else ()
        if about:
            return self._quoting(about, understood, (NOT_STATED[asked[0].wanted],))
        return Refusal(
            reason=RefusalReason.SILENT,
            missing=missing(asked[0], hits, self._selector, self._shelf),
            nearest=self._nearest(hits),
            understood=understood,
        )

    def _quoting(
        self, chosen: tuple[Candidate, ...], understood: str, warnings: tuple[str, ...] = ()
    ) -> Answer:
        parts = self._writer.write(chosen)
        answer = self._answer(parts, understood, confidence=_confidence(chosen))
        return replace(answer, warnings=(*warnings, *answer.warnings))

    def _answer(self, parts: tuple[Part, ...], understood: str, *, confidence: float) -> Answer:
        return Answer(
            parts=proved(parts, self._shelf.documents),
            warnings=self._warner.warnings(parts),
            understood=understood,
            confidence=confidence,
        )

    def _nearest(self, hits: tuple[Hit, ...]) -> tuple[Citation, ...]:
        numbering = Numbering()
        shown = [hit.passage for hit in hits if hit.passage.kind in READ][: self._options.nearest]
        return tuple(numbering.cite(self._shelf.documents[p.document_id], p, p.span) for p in shown)


def _within(question: Question, reading: Reading) -> frozenset[str]:
    """Return the documents to search: those chosen by the user, narrowed by those named."""
    named, chosen = reading.scope.documents, question.documents
    return (named & chosen or chosen) if chosen else named


def _confidence(chosen: tuple[Candidate, ...]) -> float:
    return round(min(1.0, max(candidate.support.score for candidate in chosen)), 3)
