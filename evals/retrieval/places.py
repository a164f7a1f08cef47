"""Where the rows of a corpus stand in the documents that were made of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from corpus.document import Document
from corpus.normalise import normalised
from corpus.passage import Passage
from corpus.span import Span
from evals.retrieval.texts import Text


@dataclass(frozen=True, slots=True)
class Places:
    """The range of each row; rows of the same words share one."""

    _starts: dict[str, list[int]] = field(default_factory=dict)
    _held: dict[str, list[tuple[Span, list[str]]]] = field(default_factory=dict)

    def put(self, document: Document, text: Text) -> None:
        """Note where the rows of a file stand; its document may have been put for others before.

        A row whose words are not in the document has no place: the product changed them.
        """
        at = 0
        for block in text.blocks:
            words = normalised(block.words)
            start = document.text.find(words, at) if words else -1
            if start >= 0:
                at = start + len(words)
                self._note(document.id, Span(start, at), block.row)

    def _note(self, document: str, span: Span, row: str) -> None:
        starts, held = self._starts.setdefault(document, []), self._held.setdefault(document, [])
        at = bisect_right(starts, span.start)
        if at and held[at - 1][0] == span:
            held[at - 1][1].append(row)
        else:
            starts.insert(at, span.start)
            held.insert(at, (span, [row]))

    def rows_of(self, passage: Passage) -> Sequence[str]:
        """Return the rows that hold the whole of a passage: one, but for rows of the same words."""
        at = bisect_right(self._starts.get(passage.document_id, []), passage.span.start)
        if not at:
            return ()
        span, rows = self._held[passage.document_id][at - 1]
        return rows if passage.span.end <= span.end else ()

    def without(self, rows: Iterable[str], passages: Iterable[Passage]) -> frozenset[str]:
        """Return the rows that no passage belongs to: they cannot be found."""
        reached = {row for passage in passages for row in self.rows_of(passage)}
        return frozenset(rows) - reached
