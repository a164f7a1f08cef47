"""The passages that an answer rests on: told to a model, taken as evidence, cited."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace

from assistant.grounding.checker import Finding
from assistant.grounding.evidence import Collector, Stretch
from assistant.lead import lead
from assistant.quote import Numbering
from assistant.reply import Answer, Citation, Claim, Part
from assistant.shelf import Shelf
from corpus.address import address
from corpus.passage import Passage
from corpus.span import Span

MOST_TOLD = 8000  # characters of passages that a model is told


class Sources:
    """Finds the passages of citations, and gives citations their numbers."""

    def __init__(self, shelf: Shelf, collector: Collector, most: int = MOST_TOLD) -> None:
        self._shelf, self._collector, self._most = shelf, collector, most
        self._starts: dict[str, tuple[list[int], list[Passage]]] = {}
        for passage in shelf.passages.values():
            starts, passages = self._starts.setdefault(passage.document_id, ([], []))
            starts.append(passage.span.start)
            passages.append(passage)

    def at(self, citation: Citation) -> Passage:
        """Return the passage in which a quote begins."""
        starts, passages = self._starts[citation.document_id]
        return passages[max(0, bisect_right(starts, citation.span.start) - 1)]

    def told(self, answer: Answer) -> tuple[Citation, ...]:
        """Return the quotes of an answer in its order, as many as a model is told."""
        kept: list[Citation] = []
        room = self._most
        for citation in answer.citations:
            room -= len(citation.quote)
            if room < 0 and kept:
                break
            kept.append(citation)
        return tuple(kept)

    def evidence(self, told: Iterable[Citation]) -> tuple[Stretch, ...]:
        """Return what may prove a sentence that was written from these quotes.

        That is the sentences that are quoted, their lead-ins and their headings: what else stands
        in a passage did not answer the question, and may even be meant for the model.
        """
        quoted = list(told)
        found = self._collector.collect(dict.fromkeys(map(self.at, quoted)))
        cited = dict.fromkeys(self.at(citation).id for citation in quoted)
        return tuple(
            stretch
            for stretch in found
            if stretch.sentence.passage.id not in cited
            or any(_overlaps(stretch, citation) for citation in quoted)
        )

    def place(self, citation: Citation) -> str:
        """Return what a model is told of where a quote stands."""
        document = self._shelf.documents[citation.document_id]
        named = lead(document, "", self._shelf.instruments.get(document.id)).removeprefix("Theo ")
        return f"{named.rstrip(':')}, {address(self.at(citation))}"

    def cited(self, finding: Finding, numbering: Numbering) -> tuple[Citation, ...]:
        """Return the citations of what proves a sentence, in the order of the text."""
        ordered = sorted(
            finding.stretches,
            key=lambda s: (self._shelf.order[s.sentence.passage.id], s.sentence.spans[0].start),
        )
        return tuple(
            numbering.cite(self._shelf.documents[s.document_id], s.sentence.passage, span)
            for s in ordered
            for span in s.sentence.spans
        )

    def renumbered(self, parts: tuple[Part, ...], given: tuple[Citation, ...]) -> tuple[Part, ...]:
        """Return parts whose citations go on after those `given`; the same words keep a number."""
        known: dict[tuple[str, Span], int] = {(c.document_id, c.span): c.n for c in given}

        def again(citation: Citation) -> Citation:
            key = (citation.document_id, citation.span)
            return replace(citation, n=known.setdefault(key, len(known) + 1))

        def claimed(claim: Claim) -> Claim:
            return replace(claim, citations=tuple(map(again, claim.citations)))

        return tuple(replace(part, claims=tuple(map(claimed, part.claims))) for part in parts)


def _overlaps(stretch: Stretch, citation: Citation) -> bool:
    """Tell whether a sentence is quoted, at least in part."""
    quoted = citation.span
    return stretch.document_id == citation.document_id and any(
        span.start < quoted.end and quoted.start < span.end for span in stretch.sentence.spans
    )
