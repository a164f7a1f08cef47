"""A record of what the assistant found and weighed on the way to one answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.weighing.select import Chosen
from corpus.address import address
from corpus.document import Document
from evals.found import Found, Stretch, Weighed
from evals.outcome import Outcome
from index.hit import Hit

MOST_WEIGHED = 10  # candidates kept of each weighing


class Record:
    """An `assistant.weighing.watch.Watch` that keeps what it is told until it is taken.

    It serves one question at a time; `documents` are those of the library, by id.
    """

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self._documents = documents
        self._found: dict[str, tuple[Hit, ...]] = {}
        self._weighed: dict[tuple[Weighed, ...], None] = {}

    def searched(self, text: str, hits: tuple[Hit, ...]) -> None:
        """Keep the hits of a search; the same search is kept once."""
        self._found.setdefault(text, hits)

    def weighed(self, weighed: Sequence[Chosen]) -> None:
        """Keep the best candidates of a weighing; the same candidates are kept once."""
        best = tuple(self._candidate(chosen) for chosen in weighed[:MOST_WEIGHED])
        self._weighed.setdefault(best)

    def taken(self, outcome: Outcome) -> Outcome:
        """Return an outcome with what was kept for it, and forget that."""
        found = tuple(
            self._hit(hit, query) for query, hits in enumerate(self._found.values()) for hit in hits
        )
        weighed = tuple(
            replace(candidate, query=query)
            for query, best in enumerate(self._weighed)
            for candidate in best
        )
        self._found, self._weighed = {}, {}
        return replace(outcome, retrieved=found, weighed=weighed)

    def _hit(self, hit: Hit, query: int) -> Found:
        passage = hit.passage
        return Found(
            passage=passage.id,
            document=passage.document_id,
            source=self._documents[passage.document_id].source,
            address=address(passage),
            start=passage.span.start,
            end=passage.span.end,
            score=round(hit.score, 6),
            lexical=round(hit.parts.lexical, 4),
            dense=round(hit.parts.dense, 4),
            late=round(hit.parts.late, 4),
            query=query,
        )

    def _candidate(self, chosen: Chosen) -> Weighed:
        head = chosen.candidate.head
        source = self._documents[head.document_id].source
        return Weighed(
            stretches=tuple(
                Stretch(source, span.start, span.end) for span in chosen.candidate.stretches
            ),
            rank=round(chosen.rank, 3),
            odds=round(chosen.odds, 3),
        )
