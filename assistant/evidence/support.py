"""How well a stretch of text, where it stands, supports an answer."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from assistant.evidence.match import Positions, positions, shares_in, weighed
from assistant.reading.reading import Chunk, Reading, Wording
from assistant.reading.scope import dated, years_of
from assistant.shelf import Shelf
from corpus.document import Document
from corpus.passage import Passage, PassageKind
from corpus.syllables import syllables
from corpus.vocabulary import Phrase

Shares = tuple[float, float, float]  # of a chunk: with all around, here alone, in the heading
NOTHING: Shares = (0.0, 0.0, 0.0)
MOST_PLACED = 20_000  # texts whose syllables are remembered with their positions

# What a match counts for by where it stands: as the name of the section, in what introduces the
# words, in the headings above, in the particulars of the document; 1 in the words themselves.
NAMED, LEAD, HEADING, HEAD = 1.1, 0.95, 0.9, 0.7
WEIGHTY = 0.15  # the share of a question's weight from which a chunk has to be supported itself
# a year that only another is compared with; where nothing changed it is told of, too
_COMPARED = re.compile(
    r"(?<!không thay đổi )(?<!không đổi )\bso\s+với\s+"
    r"(?:\d+ tháng đầu |cùng k[ỳì] |cả )*(?:năm )?(?:trước |liền kề |ngoái )?"
    r"\(?(?:năm )?"
    r"(?:19|20)\d{2}\b(?:(?:,| và) (?:năm )?(?:19|20)\d{2}\b)*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """Shares in [0, 1] of a question that are supported.

    `score` of its firm chunks, weighed (of all when none is firm); `weakest` of the least
    supported of the weighty ones; `soft` of the others; `body` is the score of the words alone,
    without what stands around them; `under` what the nearest heading adds to them.
    """

    score: float
    weakest: float
    soft: float = 0.0
    body: float = 0.0
    under: float = 0.0


PROVED = Support(score=1.0, weakest=1.0)  # of what code has found to be the answer


@dataclass(frozen=True, slots=True)
class Place:
    """The words around a stretch of text: what introduces it, headings, the document's head."""

    leads: tuple[Phrase, ...]
    headings: tuple[Phrase, ...]
    head: Phrase


class Judge:
    """Knows the words around each passage, and the years it is about."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._heads = {
            key: (*head_words(document), *self._called(key), *shelf.opening(key))
            for key, document in shelf.documents.items()
        }
        self.place = cache(self._make_place)
        self.positions = lru_cache(MOST_PLACED)(positions)
        self._places: dict[Place, Place] = {}  # the same one for all that stand in it
        self._heading = cache(syllables)  # the same tuple for the same heading

    def _called(self, document_id: str) -> Phrase:
        """Return the words of the name that a registered instrument has."""
        instrument = self._shelf.instruments.get(document_id)
        return syllables(f"{instrument.label} ; {instrument.name}") if instrument else ()

    def around(self, passage: Passage) -> frozenset[str]:
        """Return every syllable of what stands above a passage and of the head of its document."""
        place = self.place(passage.id)
        return frozenset(
            word for text in (*place.leads, *place.headings, place.head) for word in text
        )

    def in_scope(self, reading: Reading, text: str, passage: Passage) -> bool:
        """Tell whether a stretch lies within the documents and years that the question names."""
        scope = reading.scope
        if scope.documents and passage.document_id not in scope.documents:
            return False
        return not scope.years or self._in_years(scope.years, text, passage)

    def _in_years(self, years: frozenset[int], text: str, passage: Passage) -> bool:
        """A stretch that names years must name one asked for; else what stands above it decides.

        A year that another is compared with is not what a stretch is about; the day of a document
        that it cites may be what is asked.
        """
        above = self._shelf.above(passage)
        for nearer in (text, *(p.text for p in above)):
            found = years_of(_COMPARED.sub("", nearer))
            if found:
                return bool(found & years or (nearer is text and dated(text) & years))
        return bool(years & years_of_document(self._shelf.documents[passage.document_id]))

    def _make_place(self, passage_id: str) -> Place:
        passage = self._shelf.passages[passage_id]
        above = self._shelf.above(passage)
        leads = [p for p in above if p.kind is not PassageKind.HEADING]
        place = Place(
            tuple(self._shelf.words(p) for p in leads),
            tuple(self._heading(heading) for heading in passage.headings),
            self._heads[passage.document_id],
        )
        return self._places.setdefault(place, place)


class Gauge:
    """Measures how much of one question stretches of text support."""

    def __init__(self, judge: Judge, reading: Reading) -> None:
        self._judge = judge
        self._reading = reading
        self._matched: dict[tuple[int, int], tuple[float, ...]] = {}
        self._around: dict[tuple[int, int], tuple[tuple[float, ...], Shares]] = {}

    def support(self, words: Phrase, passage: Passage) -> Support:
        """Return how much of the question `words`, which stand in `passage`, are about."""
        place = self._judge.place(passage.id)
        text = self._judge.positions(words)
        shares = [(c, self._shares(c, text, place)) for c in self._reading.chunks]
        firm = [(c.weight, share) for c, share in shares if not c.soft]
        soft = [(c.weight, share[0]) for c, share in shares if c.soft]
        counted = firm or [(c.weight, share) for c, share in shares]
        score = _mean((weight, share[0]) for weight, share in counted)
        total = sum(weight for weight, _ in firm)
        weighty = [share[0] for weight, share in firm if weight >= WEIGHTY * total]
        return Support(
            score=score,
            weakest=min(weighty, default=score),
            soft=_mean(soft),
            body=_mean((weight, share[1]) for weight, share in counted),
            under=_mean((weight, share[2]) for weight, share in counted),
        )

    def _shares(self, chunk: Chunk, text: Positions, place: Place) -> Shares:
        """Return how much of a chunk stands here with all around, here alone, in the heading."""
        best = NOTHING
        for wording in chunk.wordings:
            around, alone = self._known(chunk, wording, place)
            own = shares_in(wording, text)
            if any(own):
                whole = weighed(wording, map(max, own, around))
                best = _better(best, (whole, weighed(wording, own), alone[2]))
            else:
                best = _better(best, alone)
        return best

    def _known(
        self, chunk: Chunk, wording: Wording, place: Place
    ) -> tuple[tuple[float, ...], Shares]:
        """Return what the texts around hold of a wording, by syllable and weighed.

        Remembered for the question: many stretches stand in one place.
        """
        key = (id(wording), id(place))
        if key not in self._around:
            fields = self._fields(wording, place, frozenset(chunk.words))
            best = tuple(
                max(worth * shares[k] for worth, shares in fields)
                for k in range(len(wording.places))
            )
            _, nearest = fields[-1]
            self._around[key] = best, (weighed(wording, best), 0.0, weighed(wording, nearest))
        return self._around[key]

    def _fields(
        self, wording: Wording, place: Place, named: frozenset[str]
    ) -> list[tuple[float, tuple[float, ...]]]:
        """Return the shares that each text around holds, with what a match in it counts for.

        A heading that says nothing but the chunk names who or what its section is about. The
        nearest heading comes last.
        """
        texts = [(LEAD, lead) for lead in place.leads]
        texts.append((HEAD, place.head))
        texts += [(NAMED if named.issuperset(h) else HEADING, h) for h in place.headings]
        return [(worth, self._standing(wording, text)) for worth, text in texts]

    def _standing(self, wording: Wording, text: Phrase) -> tuple[float, ...]:
        """Match a text that stands above many stretches; remembered for the question."""
        key = (id(wording), id(text))
        if key not in self._matched:
            self._matched[key] = shares_in(wording, self._judge.positions(text))
        return self._matched[key]


def _better(one: Shares, other: Shares) -> Shares:
    return max(one[0], other[0]), max(one[1], other[1]), max(one[2], other[2])


def _mean(shares: Iterable[tuple[float, float]]) -> float:
    """Return the weighted mean of shares, 0 without any."""
    known = list(shares)
    total = sum(weight for weight, _ in known)
    return sum(weight * share for weight, share in known) / total if total else 0.0


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
