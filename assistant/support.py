"""How well a stretch of text, where it stands, supports an answer."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from assistant.match import held_in
from assistant.reading import Chunk, Reading
from assistant.scope import years_of
from assistant.shelf import Shelf
from corpus.document import Document
from corpus.passage import Passage, PassageKind
from corpus.syllables import syllables
from corpus.vocabulary import Phrase

# What a match counts for by where it stands: as the name of the section, in the words themselves,
# in what introduces them, in the headings above, in the particulars of the document.
NAMED, BODY, LEAD, HEADING, HEAD = 1.1, 1.0, 0.95, 0.9, 0.7
WEIGHTY = 0.15  # the share of a question's weight from which a chunk has to be supported itself


@dataclass(frozen=True, slots=True, order=True)
class Support:
    """Shares in [0, 1] of a question that are supported.

    `score` of its firm chunks, weighed (of all when none is firm); `weakest` of the least
    supported of the weighty ones; `soft` of the others.
    """

    score: float
    weakest: float
    soft: float = 0.0


@dataclass(frozen=True, slots=True)
class Place:
    """The words around a stretch of text: what introduces it, headings, the document's head."""

    leads: tuple[Phrase, ...]
    headings: tuple[Phrase, ...]
    head: Phrase


class Judge:
    """Measures support; remembers the words around each passage."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._heads = {
            key: (*head_words(document), *self._called(key), *shelf.opening(key))
            for key, document in shelf.documents.items()
        }
        self._place = cache(self._make_place)

    def support(self, reading: Reading, words: Phrase, passage: Passage) -> Support:
        """Return how much of the question `words`, which stand in `passage`, are about."""
        place = self._place(passage.id)
        shares = [(c, held_in(c, _fields(words, place, c))) for c in reading.chunks]
        firm = [(c.weight, share) for c, share in shares if not c.soft]
        soft = [(c.weight, share) for c, share in shares if c.soft]
        score = _mean(firm or soft)
        total = sum(weight for weight, _ in firm)
        weighty = [share for weight, share in firm if weight >= WEIGHTY * total]
        return Support(score, min(weighty, default=score), _mean(soft))

    def _called(self, document_id: str) -> Phrase:
        """Return the words of the name that a registered instrument has."""
        instrument = self._shelf.instruments.get(document_id)
        return syllables(f"{instrument.label} ; {instrument.name}") if instrument else ()

    def in_scope(self, reading: Reading, text: str, passage: Passage) -> bool:
        """Tell whether a stretch lies within the documents and years that the question names."""
        scope = reading.scope
        if scope.documents and passage.document_id not in scope.documents:
            return False
        return not scope.years or self._in_years(scope.years, text, passage)

    def _in_years(self, years: frozenset[int], text: str, passage: Passage) -> bool:
        """A stretch that names years must name one asked for; else what stands above it decides."""
        above = self._shelf.above(passage)
        for nearer in (text, *(p.text for p in above)):
            found = years_of(nearer)
            if found:
                return bool(found & years)
        return bool(years & years_of_document(self._shelf.documents[passage.document_id]))

    def _make_place(self, passage_id: str) -> Place:
        passage = self._shelf.passages[passage_id]
        above = self._shelf.above(passage)
        leads = [p for p in above if p.kind is not PassageKind.HEADING]
        return Place(
            tuple(self._shelf.words(p) for p in leads),
            tuple(syllables(heading) for heading in passage.headings),
            self._heads[passage.document_id],
        )


def _mean(shares: list[tuple[float, float]]) -> float:
    """Return the weighted mean of shares, 0 without any."""
    total = sum(weight for weight, _ in shares)
    return sum(weight * share for weight, share in shares) / total if total else 0.0


def _fields(words: Phrase, place: Place, chunk: Chunk) -> tuple[tuple[float, Phrase], ...]:
    """Return the texts around a stretch with what a match in each counts for.

    A heading that says nothing but the chunk names who or what its section is about.
    """
    leads = ((LEAD, lead) for lead in place.leads)
    named = frozenset(chunk.words)
    headings = ((NAMED if named.issuperset(h) else HEADING, h) for h in place.headings)
    return ((BODY, words), *leads, *headings, (HEAD, place.head))


def head_words(document: Document) -> Phrase:
    """Return the syllables of the particulars by which a question may name a document."""
    facts = document.facts()
    named = [
        facts[name] for name in ("kind", "number", "issuer", "place", "title") if name in facts
    ]
    return syllables(" ; ".join(str(getattr(fact, "value", "")) for fact in named))


def years_of_document(document: Document) -> frozenset[int]:
    """Return the years that a document is about: those of its title, else that of its date."""
    known = document.particulars
    titled = years_of(known.title.value) if known.title else frozenset()
    dated = frozenset({known.issued_on.year}) if known.issued_on else frozenset()
    return titled or dated
