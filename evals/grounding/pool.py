"""The sentences of the texts, each with what may prove it, in two halves."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from assistant.grounding.checker import Checker
from assistant.grounding.evidence import Collector, Stretch
from assistant.grounding.words import load_speller
from assistant.quote import shown
from assistant.shelf import READ, Shelf
from corpus.parse import parse
from corpus.passage import Passage
from evals.gold import Split

FEWEST, MOST = 5, 130  # syllables of a sentence that is used
BESIDE = 3  # passages on each side that are evidence too: an answer quotes several


@dataclass(frozen=True, slots=True)
class Sample:
    """A sentence, the one that introduces it ("" when none does), and its evidence."""

    text: str
    lead: str
    document: str  # what the document is called, "" when it says nothing of it
    evidence: tuple[Stretch, ...]
    split: Split


class Pool:
    """The sentences of texts, and the checker that an answer over them would be checked by."""

    def __init__(self, files: Iterable[Path]) -> None:
        self.shelf = Shelf(parse(path.name, path.read_text("utf-8")) for path in files)
        speller = load_speller()
        self.collector = Collector(self.shelf, speller)
        self.checker = Checker(speller, self.collector.weigh)

    def with_least(self, least: float) -> Checker:
        """Return a checker that asks for another share of a sentence to be covered."""
        return Checker(load_speller(), self.collector.weigh, least)

    def samples(self, split: Split) -> tuple[Sample, ...]:
        """Return the sentences of a half; a section stands in one half with all its sentences."""
        return tuple(one for one in self._samples() if one.split is split)

    def _samples(self) -> Iterator[Sample]:
        for passage in self.shelf.passages.values():
            if passage.kind not in READ:
                continue
            evidence = self.collector.collect(self._near(passage))
            lead = self._lead(passage)
            for sentence in self.shelf.sentences(passage):
                text = shown(self.shelf.text(sentence))
                if FEWEST <= len(sentence.words) <= MOST and not text.endswith(":"):
                    yield Sample(text, lead, self._called(passage), evidence, _half(passage))

    def _near(self, passage: Passage) -> list[Passage]:
        """Return a passage with those beside it under the same heading, in order."""
        same = [p for p in self.shelf.passages.values() if _section(p) == _section(passage)]
        at = same.index(passage)
        return same[max(0, at - BESIDE) : at + BESIDE + 1]

    def _lead(self, passage: Passage) -> str:
        parent = self.shelf.passages.get(passage.parent or "")
        return shown(parent.text) if parent and parent.text.rstrip().endswith(":") else ""

    def _called(self, passage: Passage) -> str:
        known = self.shelf.documents[passage.document_id].particulars
        if known.kind is None:
            return ""
        return f"{known.kind.value} của {known.issuer.value}" if known.issuer else known.kind.value


def _section(passage: Passage) -> tuple[str, str]:
    return passage.document_id, " ".join(passage.headings)


def _half(passage: Passage) -> Split:
    name = "\0".join(_section(passage))
    even = int(hashlib.sha256(name.encode()).hexdigest(), 16) % 2 == 0
    return Split.TUNE if even else Split.REPORT
