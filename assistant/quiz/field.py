"""The field of a quiz: the passages that may be asked about, and all that could contradict them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from assistant.quiz.checks.damage import Usage
from assistant.quiz.errors import EmptyScopeError
from assistant.quiz.item import Source
from assistant.quiz.naming import name_of
from assistant.shelf import READ, Shelf
from corpus.address import address
from corpus.passage import Passage, PassageKind
from corpus.sentences import clauses
from corpus.span import Span, trimmed
from corpus.syllables import syllables

SEEN = READ | {PassageKind.HEADING}


@dataclass(frozen=True, slots=True)
class Scope:
    """What is asked about: documents by id (all when empty), one section of them or all of it.

    A section is the beginning of an address: "III", "III.2", "Điều 46".
    """

    documents: frozenset[str] = frozenset()
    section: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """A clause of a passage with its syllables: the smallest thing that says something."""

    passage: Passage
    span: Span
    words: tuple[str, ...]


class Field:
    """The texts of a scope. Points come from `passages`; checks look at every `unit`."""

    def __init__(self, shelf: Shelf, scope: Scope) -> None:
        self.shelf = shelf
        chosen = scope.documents or frozenset(shelf.documents)
        self.documents = tuple(sorted(chosen & frozenset(shelf.documents)))
        self.all = tuple(
            p for p in shelf.passages.values() if p.document_id in chosen and p.kind in SEEN
        )
        self.whole = not scope.section  # whether all of the documents is asked about
        inside = (p for p in self.all if _within(p, scope.section))
        self.passages = tuple(p for p in inside if p.kind in READ)
        if not self.passages:
            raise EmptyScopeError(scope.section)
        self._names = {key: name_of(shelf.documents[key], shelf) for key in self.documents}

    def name(self, document_id: str) -> str:
        """Return what stems call a document."""
        return self._names[document_id]

    def text(self, document_id: str) -> str:
        """Return the text of a document."""
        return self.shelf.documents[document_id].text

    def source(self, passage: Passage, span: Span) -> Source:
        """Return the citation of the words under `span`."""
        return Source(
            document_id=passage.document_id,
            span=span,
            quote=span.of(self.text(passage.document_id)),
            address=address(passage),
        )

    def sentences(self) -> Iterator[tuple[Passage, Span]]:
        """Yield the sentences of the passages that no footnote cuts in two."""
        for passage in self.passages:
            for sentence in self.shelf.sentences(passage):
                if len(sentence.spans) == 1:
                    yield passage, sentence.spans[0]

    def clauses(self) -> Iterator[tuple[Passage, Span]]:
        """Yield the clauses of those sentences."""
        for passage, span in self.sentences():
            for clause in clauses(span.of(self.text(passage.document_id))):
                yield passage, clause.shifted(span.start)

    def heading(self, passage: Passage) -> Passage | None:
        """Return the nearest heading above a passage."""
        above = self.shelf.above(passage)
        return next((p for p in above if p.kind is PassageKind.HEADING), None)

    def at(self, source: Source) -> Passage:
        """Return the passage in which the words of a source begin."""
        return next(
            p
            for p in self.shelf.passages.values()
            if p.document_id == source.document_id
            and p.span.start <= source.span.start < p.span.end
        )

    @cached_property
    def usage(self) -> Usage:
        """Which syllables stand beside each other, and how often."""
        return Usage(syllables(passage.text) for passage in self.all)

    @cached_property
    def name_words(self) -> frozenset[str]:
        """What stands in quotes in the names of the documents."""
        names = " ".join(self._names.values())
        return frozenset(re.findall(r"“([^“”]+)”", names))

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """Every clause of every document of the scope, the sections not chosen too."""
        return tuple(unit for passage in self.all for unit in self._units(passage))

    def _units(self, passage: Passage) -> Iterator[Unit]:
        for sentence in self.shelf.sentences(passage):
            for span in sentence.spans:
                text = span.of(self.text(passage.document_id))
                for clause in clauses(text):
                    yield Unit(passage, clause.shifted(span.start), syllables(clause.of(text)))


def _within(passage: Passage, section: str) -> bool:
    wanted = tuple(part for part in section.split(".") if part)
    return passage.path[: len(wanted)] == wanted


def tight(text: str, span: Span) -> Span:
    """Return a span without its outer white space and bullets."""
    start = span.start
    while start < span.end - 1 and text[start] in " \n-–+*•":
        start += 1
    return trimmed(text, start, span.end) or span
