"""What answers a whole question, whose parts may be about different things or documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from assistant.reading.reading import Reader, Reading
from assistant.weighing.select import Chosen, Selector
from assistant.weighing.trim import Trimmer
from index.hit import Hit

PART = 1.0  # what the answer to one part may fall short in odds of that to the whole question
Search = Callable[[str], tuple[Hit, ...]]  # finds the hits for a question in words


@dataclass(frozen=True, slots=True)
class Chooser:
    """Chooses for each part of a question, trimmed to what was asked."""

    reader: Reader
    selector: Selector
    trimmer: Trimmer

    def choose(self, text: str, asked: tuple[Reading, ...], search: Search) -> tuple[Chosen, ...]:
        """Return what answers the parts `asked` of the question `text`; empty when nothing does."""
        if len({reading.scope.documents for reading in asked}) > 1:
            return _once(c for part in self._apart(asked, search) for c in part)
        if len(asked) > 1 and asked[0].compared is not None:
            sides = self._apart(asked, search)
            if all(sides):
                return _once(c for side in sides for c in side)
            asked = (self.reader.read(text),)
        hits = search(text)
        parts = _once(self._by_part(asked, hits))
        if len(asked) == 1:
            return parts
        reading = self.reader.read(text)
        whole = self.selector.select(reading, hits)
        if not whole:
            return parts
        return _once(
            [*self._trimmed(reading, whole), *(c for c in parts if c.odds >= whole[0].odds - PART)]
        )

    def _apart(self, asked: tuple[Reading, ...], search: Search) -> list[list[Chosen]]:
        """Return what answers each part, each searched for by itself.

        Beside one that is answered, another needs less.
        """
        weighed = [self.selector.weighed(part, search(part.text)) for part in asked]
        found = [self.selector.best(*one) for one in zip(asked, weighed, strict=True)]
        if any(found):
            beside = (self.selector.beside(some) for some in weighed)
            found = [some or less for some, less in zip(found, beside, strict=True)]
        return [list(self._trimmed(*one)) for one in zip(asked, found, strict=True)]

    def _by_part(self, asked: tuple[Reading, ...], hits: tuple[Hit, ...]) -> Iterator[Chosen]:
        """Yield what answers each part, from the documents that answer them all, if any does."""
        weighed = [self.selector.weighed(reading, hits) for reading in asked]
        answering = [self.selector.answering(some) for some in weighed]
        common = answering[0].intersection(*answering) if len(asked) > 1 else frozenset()
        for reading, some in zip(asked, weighed, strict=True):
            inside = [c for c in some if c.candidate.head.document_id in common]
            meant = replace(reading, several=True) if common else reading
            yield from self._trimmed(meant, self.selector.best(meant, inside or some))

    def _trimmed(self, reading: Reading, chosen: Iterable[Chosen]) -> Iterator[Chosen]:
        for choice in chosen:
            candidate = self.trimmer.trimmed(reading, choice.candidate, choice.near)
            yield replace(choice, candidate=candidate)


def _once(chosen: Iterable[Chosen]) -> tuple[Chosen, ...]:
    """Return what was chosen without what two parts of a question both chose."""
    once: dict[tuple[str, object], Chosen] = {}
    for choice in chosen:
        once.setdefault((choice.candidate.head.id, choice.candidate.sentence), choice)
    return tuple(once.values())
