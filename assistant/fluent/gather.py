"""What is gathered for a comparison of documents, and for a summary by section."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Protocol

from assistant.fluent.sources import Sources
from assistant.lead import lead
from assistant.mode import Mode
from assistant.question import Question
from assistant.quote import Numbering, shown
from assistant.reply import Answer, Claim, Part, Refusal, RefusalReason, Reply
from assistant.shelf import READ, Shelf
from corpus.document import Document
from corpus.passage import Passage

FEWEST, MOST = 2, 3  # documents that are compared
SECTIONS = 24  # of a document that are summed up
OPENING = 1  # sentences of a section that stand for it


class Extracting(Protocol):
    """What answers in the words of the sources."""

    def ask(self, question: Question) -> Reply:
        """Answer from the library, or refuse with the reason."""
        ...


class Gatherer:
    """Gathers, in the words of the sources, what a mode asks of the documents that were chosen."""

    def __init__(self, shelf: Shelf, sources: Sources) -> None:
        self._shelf, self._sources = shelf, sources

    def gathered(self, question: Question, mode: Mode, assistant: Extracting) -> Reply | None:
        """Return what to word; None where a mode asks for nothing of its own."""
        chosen = sorted(question.documents & frozenset(self._shelf.documents))
        if mode is Mode.COMPARE and FEWEST <= len(chosen) <= MOST:
            return self._compared(question, chosen, assistant)
        if mode is Mode.SUMMARY and len(chosen) == 1:
            return self._summed_up(self._shelf.documents[chosen[0]])
        return None

    def _compared(self, question: Question, chosen: list[str], assistant: Extracting) -> Reply:
        """Ask the same of each document; one that is silent is named."""
        replies = [
            (key, assistant.ask(replace(question, documents=frozenset([key])))) for key in chosen
        ]
        answers = [reply for _, reply in replies if isinstance(reply, Answer)]
        if not answers:
            return replies[0][1]
        silent = [key for key, reply in replies if isinstance(reply, Refusal)]
        first, *others = answers
        for other in others:
            parts = self._sources.renumbered(other.parts, first.citations)
            warnings = tuple(dict.fromkeys((*first.warnings, *other.warnings)))
            first = replace(first, parts=(*first.parts, *parts), warnings=warnings)
        told = tuple(f"{self._named(key)} không nói về điều được hỏi." for key in silent)
        return replace(first, warnings=(*told, *first.warnings))

    def _named(self, key: str) -> str:
        document = self._shelf.documents[key]
        named = lead(document, "", self._shelf.instruments.get(key))
        words = named.removeprefix("Theo ").rstrip(":")
        return f"{words[:1].upper()}{words[1:]}"

    def _summed_up(self, document: Document) -> Reply:
        """Quote how each section begins, under its heading, in the order of the text."""
        numbering = Numbering()
        sections = list(self._sections(document))[:SECTIONS]
        parts = tuple(self._section(document, one, numbering) for one in sections)
        return Answer(parts=parts) if parts else Refusal(reason=RefusalReason.SILENT)

    def _sections(self, document: Document) -> Iterator[tuple[Passage, ...]]:
        """Yield the passages of each section that hold statements."""
        found: dict[tuple[str, ...], list[Passage]] = {}
        for passage in self._shelf.passages.values():
            own = passage.document_id == document.id and passage.kind in READ
            if own and not passage.text.rstrip().endswith(":"):
                found.setdefault(passage.headings, []).append(passage)
        yield from map(tuple, found.values())

    def _section(
        self, document: Document, passages: tuple[Passage, ...], numbering: Numbering
    ) -> Part:
        opening = [s for p in passages for s in self._shelf.sentences(p)][:OPENING]
        claims = tuple(
            Claim(
                text=shown(self._shelf.text(sentence)),
                citations=tuple(
                    numbering.cite(document, sentence.passage, span) for span in sentence.spans
                ),
            )
            for sentence in opening
        )
        instrument = self._shelf.instruments.get(document.id)
        named = lead(document, section_of(passages[0]), instrument)
        return Part(document=document, lead=named, claims=claims)


def section_of(passage: Passage) -> str:
    """Return the heading that a passage stands under, as it is shown; "" when there is none."""
    return f"mục “{shown(passage.headings[-1]).rstrip(':. ')}”" if passage.headings else ""
