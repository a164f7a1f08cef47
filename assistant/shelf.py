"""The library as it is read: everything in memory, with what joins one passage to the next."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from corpus.document import Document
from corpus.instrument import Instrument
from corpus.passage import Passage, PassageKind
from corpus.sentences import sentences
from corpus.span import Span
from corpus.syllables import folded, syllables

PREAMBLE = 1500  # characters at most
OPENING = 60  # syllables, about two sentences
READ = frozenset({PassageKind.PARAGRAPH, PassageKind.ITEM, PassageKind.FOOTNOTE})


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a passage, as spans of its document.

    There are two spans where a footnote stands in the middle of the sentence.
    """

    passage: Passage
    spans: tuple[Span, ...]
    words: tuple[str, ...]


class Shelf:
    """Documents, passages and what stands above, below and after each passage.

    `instruments` says, by document id, which documents are registered instruments.
    """

    def __init__(
        self,
        texts: Iterable[tuple[Document, tuple[Passage, ...]]],
        instruments: Mapping[str, Instrument] | None = None,
    ) -> None:
        self.instruments = instruments or {}
        self.documents: dict[str, Document] = {}
        self.passages: dict[str, Passage] = {}
        self.children: dict[str, tuple[Passage, ...]] = {}
        self.next_half: dict[str, Passage] = {}
        for document, passages in texts:
            self.documents[document.id] = document
            for passage in passages:
                self._put(passage)
        self.order = {key: place for place, key in enumerate(self.passages)}
        self._sentences: dict[str, tuple[Sentence, ...]] = {}
        self._words: dict[str, tuple[str, ...]] = {}

    def _put(self, passage: Passage) -> None:
        self.passages[passage.id] = passage
        if passage.continues:
            self.next_half[passage.continues] = passage
        elif passage.parent:
            self.children[passage.parent] = (*self.children.get(passage.parent, ()), passage)

    def words(self, passage: Passage) -> tuple[str, ...]:
        """Return the compared syllables of a passage."""
        if passage.id not in self._words:
            self._words[passage.id] = syllables(passage.text)
        return self._words[passage.id]

    def sentences(self, passage: Passage) -> tuple[Sentence, ...]:
        """Return the sentences of a passage; the last one goes on into its other half."""
        if passage.id not in self._sentences:
            self._sentences[passage.id] = tuple(self._cut(passage))
        return self._sentences[passage.id]

    def read(self, document_id: str) -> Iterable[Sentence]:
        """Yield the sentences of a document that may be quoted, in the order of its text."""
        for passage in self.passages.values():
            if passage.document_id == document_id and passage.kind in READ:
                yield from self.sentences(passage)

    def _cut(self, passage: Passage) -> Iterable[Sentence]:
        inside = sentences(passage.text)
        spans: list[tuple[Span, ...]] = [(s.shifted(passage.span.start),) for s in inside]
        rest = self.next_half.get(passage.id)
        if rest and spans:
            first = sentences(rest.text)[0].shifted(rest.span.start)
            spans[-1] = (*spans[-1], first)
        if passage.continues:
            spans = spans[1:]  # its first sentence belongs to the first half
        text = self.documents[passage.document_id].text
        for parts in spans:
            words = tuple(word for part in parts for word in syllables(part.of(text)))
            yield Sentence(passage, parts, words)

    def text(self, sentence: Sentence) -> str:
        """Return the words of a sentence, its halves joined by a blank."""
        text = self.documents[sentence.passage.document_id].text
        return " ".join(span.of(text) for span in sentence.spans)

    def above(self, passage: Passage) -> tuple[Passage, ...]:
        """Return what introduces a passage: lead-in, headings; nearest first."""
        chain = []
        while passage.parent:
            passage = self.passages[passage.parent]
            chain.append(passage)
        return tuple(chain)

    def below(self, passage: Passage) -> tuple[Passage, ...]:
        """Return everything that a passage introduces, in the order of the text."""
        found: list[Passage] = []
        for child in self.children.get(passage.id, ()):
            found += [child, *self.below(child)]
        return tuple(found)

    def opening(self, document_id: str) -> tuple[str, ...]:
        """Return the first syllables of the running text, which say what a document is about."""
        running = (
            passage
            for passage in self.passages.values()
            if passage.document_id == document_id and passage.kind is PassageKind.PARAGRAPH
        )
        first = next(running, None)
        return self.words(first)[:OPENING] if first else ()

    @cached_property
    def preambles(self) -> dict[str, str]:
        """What stands before the first heading of each document: its title, what it is based on."""
        ends = {document.id: PREAMBLE for document in self.documents.values()}
        for passage in self.passages.values():
            if passage.kind is PassageKind.HEADING:
                at = ends[passage.document_id]
                ends[passage.document_id] = min(at, passage.span.start)
        return {key: self.documents[key].text[:end] for key, end in ends.items()}

    @cached_property
    def frequency(self) -> Frequency:
        """How many passages each syllable stands in."""
        counts: Counter[str] = Counter()
        pairs: set[tuple[str, str]] = set()
        for passage in self.passages.values():
            if passage.kind is not PassageKind.FURNITURE:
                counts.update(set(self.words(passage)))
                pairs.update(pairwise(self.words(passage)))
        return Frequency(counts, len(self.passages), pairs)


class Frequency:
    """Document frequencies of syllables over all passages, and which stand beside each other."""

    def __init__(
        self, counts: dict[str, int], passages: int, pairs: Iterable[tuple[str, str]] = ()
    ) -> None:
        self.counts = counts
        self.pairs = frozenset(pairs)
        self.bare_pairs = frozenset((folded(a), folded(b)) for a, b in self.pairs)
        self.passages = passages
        self.accented: dict[str, frozenset[str]] = {}
        for word in counts:
            bare = folded(word)
            self.accented[bare] = self.accented.get(bare, frozenset()) | {word}

    def rarest(self, words: frozenset[str]) -> float:
        """Return the weight of the rarest of the syllables that a typed one may stand for."""
        return max(map(self.weight, words))

    def weight(self, word: str) -> float:
        """Return the inverse document frequency of a syllable; the highest for an unknown one."""
        return math.log(1 + self.passages / (self.counts.get(word, 0) + 0.5))
