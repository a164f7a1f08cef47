"""What a question limits itself to: issuers, places, years."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.cues import Found, find
from corpus.document import Document
from corpus.syllables import folded, syllables
from corpus.vocabulary import Phrase, Vocabulary

_YEAR = re.compile(r"(?<![\d/.,-])(?:19|20)\d{2}(?![\d/])")
_JOINERS = frozenset({"và"})  # "Sở Văn hóa, Thể thao (và) Du lịch"


@dataclass(frozen=True, slots=True)
class Scope:
    """The documents that a question names and the years it asks about; empty means no limit."""

    documents: frozenset[str] = frozenset()
    years: frozenset[int] = frozenset()
    names: tuple[Phrase, ...] = ()  # the words that named the documents
    stretches: tuple[Found, ...] = ()


class Names:
    """By which words a question can name the documents of the library."""

    def __init__(self, documents: Iterable[Document], vocabulary: Vocabulary) -> None:
        self._places: dict[str, Phrase] = {}
        self._issued: dict[Phrase, frozenset[str]] = {}
        for document in documents:
            place = document.particulars.place
            self._places[document.id] = syllables(place.value) if place else ()
            for name in _issuer_names(document, vocabulary):
                for form in (name, _bare(name)):
                    self._issued[form] = self._issued.get(form, frozenset()) | {document.id}

    def scope(self, text: str, words: Phrase) -> Scope:
        """Return the limits that a question sets.

        A place narrows an issuer's documents by leaving out those of other places; alone it
        limits to its own.
        """
        issued = find(words, frozenset(self._issued))
        named = [self._issued[words[at.start : at.end]] for at in issued]
        of_issuer = frozenset[str]().union(*named)
        places = {
            form for place in self._places.values() if place for form in (place, _bare(place))
        }
        placed = find(words, frozenset(places))
        here = {_bare(words[at.start : at.end]) for at in placed}
        found = (*issued, *placed)
        return Scope(
            self._within(of_issuer, here),
            years_of(text),
            tuple(words[at.start : at.end] for at in found),
            found,
        )

    def _within(self, documents: frozenset[str], places: set[Phrase]) -> frozenset[str]:
        if not places:
            return documents
        at = {key for key, place in self._places.items() if _bare(place) in places}
        unplaced = {key for key, place in self._places.items() if not place}
        return frozenset(documents & (at | unplaced) if documents else at)


def years_of(text: str) -> frozenset[int]:
    """Return the years that stand alone in a text, not inside a date or a document number.

    >>> sorted(years_of("từ năm 2021 - 2030, theo Quyết định 12/2019/QĐ ngày 01/02/2020"))
    [2021, 2030]
    """
    return frozenset(int(year) for year in _YEAR.findall(text))


def _issuer_names(document: Document, vocabulary: Vocabulary) -> set[Phrase]:
    issuer = document.particulars.issuer
    if issuer is None:
        return set()
    whole = syllables(issuer.value)
    names = {whole, tuple(word for word in whole if word not in _JOINERS)}
    for long, others in vocabulary.others.items():
        if len(long) > 1 and whole[1:] == long:
            names |= {(*whole[:1], *short) for short in others}
            names |= {short for short in others if len(short) == 1}
    return names


def _bare(phrase: Phrase) -> Phrase:
    return tuple(folded(word) for word in phrase)
