"""Evidence: the sentences of the passages that a text may rest on, each where it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from assistant.grounding.words import FACTS, Sort, Speller, Words
from assistant.lead import lead
from assistant.shelf import READ, Sentence, Shelf
from corpus.document import Document
from corpus.passage import Passage, PassageKind


@dataclass(frozen=True)
class Stretch:
    """A sentence that may prove something.

    `lead` are the words of the sentence that introduces its list, `setting` those of the headings
    above it and of what the document is called.
    """

    sentence: Sentence
    text: str
    own: Words
    lead: Words
    setting: Words

    @property
    def document_id(self) -> str:
        """The document that it stands in."""
        return self.sentence.passage.document_id

    @cached_property
    def says(self) -> bool:
        """Whether it is a statement by itself: neither a heading nor what introduces a list."""
        heading = self.sentence.passage.kind is PassageKind.HEADING
        return not heading and not self.text.rstrip("* ").endswith(":")

    @cached_property
    def run(self) -> Words:
        """The lead-in and the sentence, as one run of words."""
        return (*self.lead, *self.own)

    @cached_property
    def keys(self) -> frozenset[str]:
        """What the lead-in and the sentence say."""
        return frozenset(word.key for word in self.run)

    @cached_property
    def around(self) -> frozenset[str]:
        """What its setting says."""
        return frozenset(word.key for word in self.setting)

    @cached_property
    def facts(self) -> frozenset[str]:
        """Figures, dates and numbers of documents in all of it."""
        return frozenset(w.key for w in (*self.run, *self.setting) if w.sort in FACTS)

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Which words stand within two words of each other, links left out."""
        found: set[tuple[str, str]] = set()
        for part in (self.run, self.setting):
            keys = [word.key for word in part if word.sort is not Sort.LINK]
            for step in (1, 2):
                found.update(zip(keys, keys[step:], strict=False))
        return frozenset(found)


Weigh = Callable[[str], float]


class Collector:
    """Collects the evidence of passages; each sentence of the shelf is taken apart once."""

    def __init__(self, shelf: Shelf, speller: Speller) -> None:
        self._shelf = shelf
        self._speller = speller
        self._known: dict[str, tuple[Stretch, ...]] = {}
        self._called: dict[str, Words] = {}

    @property
    def weigh(self) -> Weigh:
        """Tells how much a word says: the inverse of how many passages have it."""
        return self._shelf.frequency.weight

    def collect(self, passages: Iterable[Passage]) -> tuple[Stretch, ...]:
        """Return the sentences of `passages`, of their lead-ins and headings, in order, once."""
        wanted = dict.fromkeys(
            p.id for passage in passages for p in (passage, *self._shelf.above(passage))
        )
        kept = (self._shelf.passages[key] for key in sorted(wanted, key=self._shelf.order.get))  # type: ignore[arg-type] # every id has an order
        return tuple(stretch for passage in kept for stretch in self._of(passage))

    def _of(self, passage: Passage) -> tuple[Stretch, ...]:
        if passage.kind not in READ and passage.kind is not PassageKind.HEADING:
            return ()
        if passage.id not in self._known:
            self._known[passage.id] = tuple(self._stretches(passage))
        return self._known[passage.id]

    def _stretches(self, passage: Passage) -> Iterator[Stretch]:
        above = self._shelf.above(passage)
        leads = [p for p in above if p.kind is not PassageKind.HEADING]
        lead_in = self._speller.words("\n".join(map(self._last, reversed(leads))))
        headings = " \n".join(p.text for p in above if p.kind is PassageKind.HEADING)
        document = self._shelf.documents[passage.document_id]
        setting = (*self._speller.words(headings), *self._names(document))
        for sentence in self._shelf.sentences(passage):
            text = self._shelf.text(sentence)
            yield Stretch(sentence, text, self._speller.words(text), lead_in, setting)

    def _last(self, passage: Passage) -> str:
        """Return the sentence that ends a passage, which introduces what comes under it."""
        found = self._shelf.sentences(passage)
        return self._shelf.text(found[-1]) if found else ""

    def _names(self, document: Document) -> Words:
        """Return the words by which a document may be called."""
        if document.id not in self._called:
            known = document.particulars
            facts = (known.title, known.place, known.number, known.issuer, known.signer)
            named = " \n".join(fact.value for fact in facts if fact)
            instrument = self._shelf.instruments.get(document.id)
            text = f"{lead(document, '', instrument)} \n{named} \n{document.title}"
            self._called[document.id] = self._speller.words(text)
        return self._called[document.id]
