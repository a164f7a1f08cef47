"""Questions to go on with, each of which was asked and is answered from the place it is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import Protocol

from assistant.question import Question
from assistant.reply import Answer, Citation, Refusal, RefusalReason, Reply
from assistant.shelf import Shelf
from assistant.weighing.precedents import Precedents
from corpus.passage import Passage, PassageKind
from corpus.span import Span

MOST = 3  # suggestions
LIKE = 0.35  # how alike a written question is that may stand for one that is refused
_TRIED = 6  # questions that are asked to find them: each takes as long as an answer
_LONGEST = 90  # characters of a heading that makes a question
_NUMBER = re.compile(
    r"^(?:Điều \d+[a-zđ]?|[IVXLC]+|\d+(?:\.\d+)*|[a-zđ])\s*[.)\-–:]\s*", re.IGNORECASE
)
_MARKS = re.compile(r"[*_]+|[.:;,\s]+$")
_OFFICE = re.compile(
    r"^(?:các )?(?:văn phòng|phòng|thanh tra|ban|bch|công đoàn|trung tâm|sở|ủy ban|hội|chi cục)\b",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^Điều \d+", re.IGNORECASE)


class Asking(Protocol):
    """Answers questions."""

    def ask(self, question: Question) -> Reply:
        """Answer, or refuse with the reason."""
        ...


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A question, and the stretches of a document that its answer has to cite one of."""

    words: str
    document: str
    spans: tuple[Span, ...]


class Suggester:
    """Suggests questions over one state of a library; what it found once it does not ask again."""

    def __init__(self, shelf: Shelf, assistant: Asking, precedents: Precedents) -> None:
        self.shelf, self._assistant, self._precedents = shelf, assistant, precedents
        self._known: dict[Question, bool] = {}

    def suggest(self, question: Question, reply: Reply) -> tuple[str, ...]:
        """Return questions about the sections beside those that the reply to a question cites.

        Where nothing answers it, they are those like it that were written about the documents, and
        questions about the sections of the nearest passages. Each was asked within the documents
        that `question` is limited to, and its answer cites the place that it was made of.
        """
        within = question.documents
        found = self._candidates(question, reply)
        known = (one for one in found if not within or one.document in within)
        good = (one.words for one in islice(known, _TRIED) if self._answers(one, within))
        return tuple(islice(good, MOST))

    def _candidates(self, question: Question, reply: Reply) -> Iterable[Suggestion]:
        if isinstance(reply, Answer):
            return _beside(self.shelf, reply.citations)
        if reply.reason is RefusalReason.SILENT:
            return chain(self._like(question, reply), _above(self.shelf, reply.nearest))
        return ()

    def _like(self, question: Question, reply: Refusal) -> Iterator[Suggestion]:
        """Yield the questions that were written about the documents and are like a refused one."""
        words = {question.text, reply.understood or question.text}
        near = self._precedents.near(sorted(words), question.documents or self.shelf.documents)
        for one in near.answered(_TRIED):
            if one.question not in words and -one.unlike >= LIKE:
                yield Suggestion(one.question, one.document, one.spans)

    def _answers(self, one: Suggestion, within: frozenset[str]) -> bool:
        asked = Question(one.words, documents=within)
        if asked not in self._known:
            self._known[asked] = _cites(self._assistant.ask(asked), one)
        return self._known[asked]


def question_of(heading: str) -> str:
    """Return the question that a heading answers; "" where it makes none.

    >>> question_of("2. Văn phòng Sở:"), question_of("Điều 7. Hình thức công khai")
    ('Văn phòng Sở có nhiệm vụ gì?', 'Hình thức công khai được quy định thế nào?')
    """
    words = _MARKS.sub("", _NUMBER.sub("", " ".join(heading.split()))).strip()
    words = _MARKS.sub("", words)
    if not words or len(words) > _LONGEST or len(words.split()) < 2:  # noqa: PLR2004 - one word names nothing
        return ""
    if words.isupper():
        words = words[0] + words[1:].lower()
    if _OFFICE.match(words):
        return f"{words} có nhiệm vụ gì?"
    form = "được quy định thế nào" if _ARTICLE.match(heading.strip()) else "gồm những nội dung gì"
    return f"{words} {form}?"


def _beside(shelf: Shelf, cited: Iterable[Citation]) -> Iterator[Suggestion]:
    """Yield what the headings beside the places cited first make, the nearest of each first."""
    places = {c.document_id: c.span.start for c in reversed(tuple(cited))}
    seen: set[str] = set()
    for document, place in places.items():
        headings = _headings(shelf, document)
        at = _under(headings, place)
        for near in (*headings[at + 1 :], *reversed(headings[:at])):
            yield from _made_of(shelf, near, seen)


def _above(shelf: Shelf, near: Iterable[Citation]) -> Iterator[Suggestion]:
    """Yield what the headings make that passages stand under."""
    seen: set[str] = set()
    for citation in near:
        headings = _headings(shelf, citation.document_id)
        at = _under(headings, citation.span.start)
        for heading in headings[at : at + 1]:
            yield from _made_of(shelf, heading, seen)


def _headings(shelf: Shelf, document: str) -> list[Passage]:
    every = shelf.passages.values()
    return [p for p in every if p.document_id == document and p.kind is PassageKind.HEADING]


def _under(headings: list[Passage], place: int) -> int:
    """Return the index of the last heading that begins before a place, or there; 0 for none."""
    return max((n for n, heading in enumerate(headings) if heading.span.start <= place), default=0)


def _made_of(shelf: Shelf, heading: Passage, seen: set[str]) -> Iterator[Suggestion]:
    words = question_of(heading.text)
    if words and words not in seen:
        seen.add(words)
        spans = [one.span for one in (heading, *shelf.below(heading))]
        whole = Span(min(s.start for s in spans), max(s.end for s in spans))
        yield Suggestion(words, heading.document_id, (whole,))


def _cites(reply: Reply, suggestion: Suggestion) -> bool:
    """Tell whether an answer cites what a suggestion is about."""
    if not isinstance(reply, Answer):
        return False
    cited = [c.span for c in reply.citations if c.document_id == suggestion.document]
    return any(span.overlaps(other) for span in cited for other in suggestion.spans)
