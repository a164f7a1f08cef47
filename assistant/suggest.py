"""Questions to go on with, each of which was asked and is answered from the place it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Protocol

from assistant.question import Question
from assistant.reply import Answer, Reply
from assistant.shelf import Shelf
from corpus.passage import Passage, PassageKind

MOST = 3  # suggestions
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


class Suggester:
    """Suggests questions over one state of a library; what it found once it does not ask again."""

    def __init__(self, shelf: Shelf, assistant: Asking) -> None:
        self.shelf, self._assistant = shelf, assistant
        self._known: dict[str, bool] = {}

    def suggest(self, reply: Reply) -> tuple[str, ...]:
        """Return questions about the sections beside those that a reply cites.

        Each was asked, and its answer cites the section whose heading it was made of.
        """
        if not isinstance(reply, Answer):
            return ()
        candidates = islice(_candidates(self.shelf, reply), _TRIED)
        good = (words for words, heading in candidates if self._answers(words, heading))
        return tuple(islice(good, MOST))

    def _answers(self, words: str, heading: Passage) -> bool:
        if heading.id not in self._known:
            self._known[heading.id] = _cites(
                self.shelf, self._assistant.ask(Question(words)), heading
            )
        return self._known[heading.id]


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


def _candidates(shelf: Shelf, answer: Answer) -> Iterator[tuple[str, Passage]]:
    """Yield questions with the headings they are made of: those beside what was cited, nearest."""
    cited = {c.document_id: c.span.start for c in reversed(answer.citations)}
    seen: set[str] = set()
    for document_id, place in cited.items():
        headings = [
            p
            for p in shelf.passages.values()
            if p.document_id == document_id and p.kind is PassageKind.HEADING
        ]
        at = max((n for n, p in enumerate(headings) if p.span.start <= place), default=0)
        for near in (*headings[at + 1 :], *reversed(headings[:at])):
            words = question_of(near.text)
            if words and words not in seen:
                seen.add(words)
                yield words, near


def _cites(shelf: Shelf, reply: Reply, heading: Passage) -> bool:
    """Tell whether an answer cites the section under a heading."""
    if not isinstance(reply, Answer):
        return False
    spans = [one.span for one in (heading, *shelf.below(heading))]
    start, end = min(s.start for s in spans), max(s.end for s in spans)
    cited = [c.span for c in reply.citations if c.document_id == heading.document_id]
    return any(start <= span.start and span.end <= end for span in cited)
