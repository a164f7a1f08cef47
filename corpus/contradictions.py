"""Contradictions: what documents say of another, or of themselves, that cannot all be so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from corpus.document import Document
from corpus.labels import Rank, label_of
from corpus.mentions import Dated
from corpus.passage import Passage, PassageKind
from corpus.registry import Registry
from corpus.relations import Cited, cited_in, number_key, place_key
from corpus.series import yeared
from corpus.span import Span

_ROMAN = {"I": 1, "V": 5, "X": 10}


class Sort(StrEnum):
    """In what they disagree."""

    DATES = "dates"  # one instrument with several dates of issue
    SPELLINGS = "spellings"  # one number written in several ways
    GAP = "gap"  # a heading is missing from a numbered series


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where one of the things that disagree is said, in the words of the text."""

    document_id: str
    span: Span
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """What does not agree; `about` names the document or the heading, `places` tell where."""

    sort: Sort
    about: str
    places: tuple[Place, ...]


def contradictions(
    shelf: Sequence[tuple[Document, Sequence[Passage]]], registry: Registry
) -> tuple[Contradiction, ...]:
    """Return what does not agree within and between documents, in a fixed order."""
    cited = cited_in((document for document, _ in shelf), registry)
    gaps = (gap for document, passages in shelf for gap in _gaps(document, passages))
    return (*_dates(cited), *_spellings(cited), *gaps)


def _dates(cited: Iterable[Cited]) -> Iterator[Contradiction]:
    """Yield the instruments, known by a number with its year, that have several dates."""
    days: dict[tuple[str, str], dict[Dated, Place]] = defaultdict(dict)
    for one in cited:
        mention = one.mention
        if mention.issued_on and mention.issued_on.day and yeared(mention.value):
            place = Place(
                document_id=one.document.id, span=mention.span, said=str(mention.issued_on)
            )
            days[(mention.value, place_key(one))].setdefault(mention.issued_on, place)
    for number, where in sorted(days):
        places = tuple(days[(number, where)].values())
        if len(places) > 1:
            yield Contradiction(sort=Sort.DATES, about=number, places=places)


def _spellings(cited: Iterable[Cited]) -> Iterator[Contradiction]:
    """Yield the numbers that are written in several ways with one date."""
    ways: dict[tuple[str, str, Dated | None], dict[str, Place]] = defaultdict(dict)
    for one in cited:
        mention = one.mention
        if not mention.by_name:
            place = Place(document_id=one.document.id, span=mention.span, said=mention.value)
            key = (number_key(mention.value), place_key(one), mention.issued_on)
            ways[key].setdefault(mention.value, place)
    for key in sorted(ways, key=str):
        places = ways[key]
        if len(places) > 1:
            yield Contradiction(
                sort=Sort.SPELLINGS, about=next(iter(places)), places=tuple(places.values())
            )


def _gaps(document: Document, passages: Iterable[Passage]) -> Iterator[Contradiction]:
    """Yield the sections in Roman numbers that a series of headings leaves out."""
    last = 0
    for passage in passages:
        label = label_of(passage.text) if passage.kind is PassageKind.HEADING else None
        if label is None or label.rank is not Rank.ROMAN:
            continue
        number = roman(label.name)
        if last and number > last + 1:
            place = Place(document_id=document.id, span=passage.span, said=label.name)
            yield Contradiction(sort=Sort.GAP, about=in_roman(last + 1), places=(place,))
        last = number


def roman(name: str) -> int:
    """Return the number that a Roman numeral up to XXXIX stands for.

    >>> roman("IV"), roman("IX"), roman("XII")
    (4, 9, 12)
    """
    values = [_ROMAN[letter] for letter in name]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)


def in_roman(number: int) -> str:
    """Return a number up to 39 as a Roman numeral.

    >>> in_roman(5), in_roman(14)
    ('V', 'XIV')
    """
    ones = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    return "X" * (number // 10) + ones[number % 10]
