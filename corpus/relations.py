"""Relations: which documents speak of which, as a graph over the library and the registry.

A number is not a key. One of the whole country that holds its year ("10/2022/QH15") is; any other
begins anew each year or term and in each province, so it is known by its number, its date and,
where the number is that of a local body, the place of the issuer that is named, else of who cites
it. A mention that says less joins the one reference that it can mean, and stands by itself where
it could mean several.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from corpus.changes import Relation
from corpus.document import Document
from corpus.identity import Identities
from corpus.instrument import Instrument
from corpus.mentions import Dated, Mention, mentions
from corpus.registry import Registry
from corpus.series import NATION, Area, area_in, area_of, central, is_key, yeared
from corpus.span import Span

_STROKES = str.maketrans("-–−_", "////")


class Held(StrEnum):
    """What is known of a document that is spoken of."""

    LIBRARY = "library"
    REGISTERED = "registered"  # not in the library, but its legal status is on record
    MISSING = "missing"  # được viện dẫn nhưng chưa có trong kho


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A document of the graph. `id` is a document's own, else made of number, date and place."""

    id: str
    label: str
    held: Held
    number: str | None = None
    issued_on: Dated | None = None
    document_id: str | None = None
    instrument: Instrument | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """What one document of the library does to another, and the places where it says so."""

    source: str
    target: str
    relation: Relation
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """Every document that is held or spoken of, in order of id, and what joins them."""

    references: tuple[Reference, ...]
    links: tuple[Link, ...]

    def about(self, document_id: str) -> Graph:
        """Return the part of the graph around one document: what it cites and what cites it."""
        links = tuple(one for one in self.links if document_id in (one.source, one.target))
        near = {document_id, *(end for one in links for end in (one.source, one.target))}
        return Graph(
            references=tuple(one for one in self.references if one.id in near), links=links
        )


@dataclass(frozen=True, slots=True)
class Cited:
    """A mention, with the document that it stands in."""

    document: Document
    mention: Mention


def cited_in(documents: Iterable[Document], registry: Registry) -> tuple[Cited, ...]:
    """Return every mention of every document, in the order of the documents."""
    return tuple(Cited(one, mention) for one in documents for mention in mentions(one, registry))


def graph(documents: Sequence[Document], registry: Registry) -> Graph:
    """Return the graph of `documents` and of all that they mention."""
    cited = cited_in(documents, registry)
    resolver = _Resolver(documents, registry, cited)
    spans: dict[tuple[str, str, Relation], list[Span]] = defaultdict(list)
    for one in cited:
        target = resolver.of(one)
        if target.id != one.document.id:
            key = (one.document.id, target.id, one.mention.relation)
            spans[key].append(one.mention.span)
    links = tuple(
        Link(source=source, target=target, relation=relation, spans=tuple(places))
        for (source, target, relation), places in sorted(spans.items())
    )
    return Graph(references=resolver.references(), links=links)


def number_key(number: str) -> str:
    """Return a number with one kind of stroke and one case: spellings of it are one.

    >>> number_key("765-KH/UBND") == number_key("765/KH-UBND")
    True
    """
    return number.translate(_STROKES).casefold()


def place_key(cited: Cited) -> str:
    """Return the place that the number of a mention belongs to, "" for the whole country."""
    return _area(cited).name


class _Resolver:
    """Finds the document that a mention means."""

    def __init__(
        self, documents: Sequence[Document], registry: Registry, cited: Iterable[Cited]
    ) -> None:
        self._registry, identities = registry, Identities(registry)
        self._made: dict[str, Reference] = {}
        self._by_instrument: dict[str, Reference] = {}
        self._own: dict[str, list[tuple[Reference, Area]]] = defaultdict(list)
        for document in documents:
            self._hold(document, identities.of(document))
        self._days = _days_of(cited)

    def references(self) -> tuple[Reference, ...]:
        """Return all that is held or was spoken of, in the order of their ids."""
        return tuple(self._made[key] for key in sorted(self._made))

    def of(self, cited: Cited) -> Reference:
        """Return the document that a mention means."""
        area = _area(cited)
        mention = self._dated(cited.mention, area.name)
        instrument = self._instrument(mention)
        if instrument:
            held = self._by_instrument.get(instrument.number)
            return held or self._put(_registered(instrument))
        own = self._held(mention, area, cited.document)
        return own or self._put(self._missing(mention, area.name))

    def _held(self, mention: Mention, area: Area, citing: Document) -> Reference | None:
        """Return the document of the library that is meant, None where it could be several.

        One of another town is meant when number and day are its own and no other's: the town
        above a date need not be the place that the issuer is called by.
        """
        same = self._own.get(number_key(mention.value), [])
        if is_key(mention.value):
            return same[0][0] if same else None
        near = [one for one, home in same if home.name == area.name and home.may_be(area)]
        near = [one for one in near if _agree(mention.issued_on, one.issued_on)]
        if mention.issued_on is None and len(near) > 1:
            near = [one for one in near if one.document_id == citing.id]
        if not near and mention.issued_on and mention.issued_on.day:
            near = [one for one, home in same if home.may_be(area)]
            near = [one for one in near if one.issued_on == mention.issued_on]
        return near[0] if len({one.issued_on for one in near}) == 1 else None

    def _hold(self, document: Document, instrument: Instrument | None) -> None:
        number, day = document.particulars.number, document.particulars.issued_on
        dated = Dated(year=day.year, month=day.month, day=day.day) if day else None
        held = Reference(
            id=document.id,
            label=document.title,
            held=Held.LIBRARY,
            number=number.value if number else instrument.number if instrument else None,
            issued_on=dated,
            document_id=document.id,
            instrument=instrument,
        )
        self._put(held)
        if instrument:
            self._by_instrument[instrument.number] = held
        if number:
            home = NATION if central(number.value) else area_of(document)
            self._own[number_key(number.value)].append((held, home))

    def _instrument(self, mention: Mention) -> Instrument | None:
        """Return the registered instrument, if the mention leaves no doubt that it is meant."""
        if mention.by_name:
            return _of_year(self._registry.named(mention.value), mention.issued_on)
        found = self._registry.numbered(mention.value)
        if found is None or is_key(mention.value):
            return found
        day, said = found.issued_on, mention.issued_on
        same = day and said and (said.year, said.month, said.day) == (day.year, day.month, day.day)
        return found if same else None

    def _dated(self, mention: Mention, place: str) -> Mention:
        """Give a mention without a date the one day that is said elsewhere for its number."""
        days = self._days.get((number_key(mention.value), place), frozenset())
        if mention.issued_on or len(days) != 1:
            return mention
        return replace(mention, issued_on=next(iter(days)))

    def _missing(self, mention: Mention, place: str) -> Reference:
        day, known = mention.issued_on, yeared(mention.value)
        parts = [number_key(mention.value), "" if known or day is None else str(day), place]
        label = f"{mention.kind} {mention.value}" if mention.kind else mention.value
        return Reference(
            id=" · ".join(part for part in parts if part),
            label=label,
            held=Held.MISSING,
            number=None if mention.by_name else mention.value,
            issued_on=day,
        )

    def _put(self, reference: Reference) -> Reference:
        return self._made.setdefault(reference.id, reference)


def _of_year(law: Instrument | None, said: Dated | None) -> Instrument | None:
    """Return a law that was named, unless the year that is said is that of an older one."""
    day = law.issued_on if law else None
    return law if said is None or day is None or said.year == day.year else None


def _registered(instrument: Instrument) -> Reference:
    day = instrument.issued_on
    return Reference(
        id=number_key(instrument.number),
        label=instrument.label,
        held=Held.REGISTERED,
        number=instrument.number,
        issued_on=Dated(year=day.year, month=day.month, day=day.day) if day else None,
        instrument=instrument,
    )


def _area(cited: Cited) -> Area:
    """Return where a mentioned document comes from; numbers of the whole country have no place."""
    mention = cited.mention
    if mention.by_name or central(mention.value):
        return NATION
    return area_in(cited.document, mention)


def _agree(said: Dated | None, own: Dated | None) -> bool:
    """Tell whether a date that is said can be that of a document; blanks of the document agree."""
    if said is None or own is None:
        return said is None
    pairs = ((said.year, own.year), (said.month, own.month), (said.day, own.day))
    return all(one == other or None in (one, other) for one, other in pairs)


def _days_of(cited: Iterable[Cited]) -> dict[tuple[str, str], frozenset[Dated]]:
    """Return the days that are said for each number, by place."""
    found: dict[tuple[str, str], frozenset[Dated]] = {}
    for one in cited:
        if one.mention.issued_on:
            key = (number_key(one.mention.value), place_key(one))
            found[key] = found.get(key, frozenset()) | {one.mention.issued_on}
    return found
