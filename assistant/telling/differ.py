"""Places that disagree on the date of a document that they cite."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.reading.cues import Wanted
from assistant.reading.reading import Reading
from assistant.shelf import READ, Sentence, Shelf
from assistant.weighing.select import Chosen
from corpus.numbers import find_numbers
from corpus.passage import PassageKind

_DAY = re.compile(r"[\s,(]*ngày\s+(?P<day>\d{1,2}/\d{1,2}/\d{4})")


@dataclass(frozen=True, slots=True)
class Differing:
    """Another place that dates a cited document otherwise, and what is then said."""

    chosen: tuple[Chosen, ...]
    warning: str


@dataclass(frozen=True, slots=True)
class Dates:
    """Finds, for a question about the date of a cited document, every date that it is given."""

    shelf: Shelf

    def differing(self, reading: Reading, chosen: tuple[Chosen, ...]) -> Differing | None:
        """Return what disagrees with the choice, None when nothing does."""
        numbers = [n for n in reading.scope.absent if find_numbers(n)]
        if reading.wanted is not Wanted.WHEN or not numbers or not chosen:
            return None
        stated = self._stated(numbers[0])
        if len(stated) < 2:  # noqa: PLR2004 - one date, no disagreement
            return None
        named = " và ".join(stated)
        return Differing(
            chosen=tuple(self._quoted(chosen[0], sentence) for sentence in stated.values()),
            warning=f"Các đoạn trích ghi ngày của {numbers[0]} khác nhau: {named}.",
        )

    def _stated(self, number: str) -> dict[str, Sentence]:
        """Return each date that a sentence gives the document, with the first that does."""
        found: dict[str, Sentence] = {}
        for sentence in self._sentences(number):
            text = self.shelf.text(sentence)
            for mention in find_numbers(text) if number in text else ():
                day = _DAY.match(text, mention.span.end)
                if mention.value == number and day:
                    found.setdefault(day["day"], sentence)
        return found

    def _sentences(self, number: str) -> Iterator[Sentence]:
        """Yield the sentences of the passages that hold a number; no other passage is cut."""
        for passage in self.shelf.passages.values():
            quotable = passage.kind in READ or passage.kind is PassageKind.HEADING
            if quotable and number in passage.text:
                yield from self.shelf.sentences(passage)

    def _quoted(self, like: Chosen, sentence: Sentence) -> Chosen:
        """Return a choice of the sentence, as sure as the one it stands beside."""
        candidate = replace(like.candidate, head=sentence.passage, sentence=sentence, items=())
        return replace(like, candidate=replace(candidate, whole=False))
