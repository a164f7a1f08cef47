"""What a question limits itself to: issuers, numbered documents, laws, places, years."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from assistant.reading.absent import is_of, numbers_in, owner, squeezed, stands_in, unheard_agencies
from assistant.reading.cues import Found, find
from assistant.reading.runs import set_beside
from assistant.reading.titles import names_of
from assistant.shelf import Shelf
from corpus.numbers import find_numbers
from corpus.registry import Registry
from corpus.syllables import folded, syllables
from corpus.vocabulary import Phrase, Vocabulary

_YEAR = re.compile(r"(?<![\d/.,-])(?:19|20)\d{2}(?![\d/])")
_DAY = re.compile(r"(?<![\d/])\d{1,2}/\d{1,2}/((?:19|20)\d{2})(?![\d/])")
_LOCAL = re.compile(
    r"(?i:\b(?:huyện|tỉnh|thành phố|thị xã|quận|xã|phường)) "
    r"(?P<name>[A-ZĐ][^\W\d_]+(?: [A-ZĐ][^\W\d_]+)+)"
)
# what begins with a capital behind the name of a place, and is none of it
_BEHIND = re.compile(r" (?:Điều|Khoản|Điểm|Chương|Mục|Phần|Phụ|Luật|Số|Ngày|Năm)\b.*")
_CAPITALS = re.compile(r"(?<![\w/-])[A-ZĐ]{2,4}(?![\w/-])")


@dataclass(frozen=True, slots=True)
class Scope:
    """The documents that a question names and the years it asks about; empty means no limit.

    `groups` holds the documents of each name apart, for a question about several. `absent` are
    the numbers and names of documents that the question names and the library does not have,
    `nowhere` places that no document speaks of, and agencies of a place that none of their
    documents is from.
    """

    documents: frozenset[str] = frozenset()
    years: frozenset[int] = frozenset()
    names: tuple[Phrase, ...] = ()  # the words that named the documents
    stretches: tuple[Found, ...] = ()
    groups: tuple[frozenset[str], ...] = ()
    absent: tuple[str, ...] = ()
    nowhere: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    by_place: bool = False  # nothing but a place limits the documents
    named: tuple[tuple[Found, ...], ...] = ()  # where each of `groups` is named


class Names:
    """By which words a question can name the documents of the library."""

    def __init__(self, shelf: Shelf, vocabulary: Vocabulary, registry: Registry) -> None:
        self._registry = registry
        self._held = frozenset(shelf.instruments.values())
        self._documents = shelf.documents
        self._texts = tuple(document.text for document in shelf.documents.values())
        self._laws = frozenset(shelf.instruments)
        self._places: dict[str, Phrase] = {}
        self._named: dict[Phrase, frozenset[str]] = {}
        self._enacted: dict[str, int] = {}
        for document in shelf.documents.values():
            place = document.particulars.place
            local = not place and document.id not in shelf.instruments
            named = place.value if place else _place_in(document.text) if local else ""
            self._places[document.id] = syllables(named)
            instrument = shelf.instruments.get(document.id)
            if instrument and instrument.issued_on:
                self._enacted[document.id] = instrument.issued_on.year
            for name in names_of(document, instrument, vocabulary):
                for form in (name, _bare(name)):
                    self._named[form] = self._named.get(form, frozenset()) | {document.id}
        self._names = frozenset(self._named)

    def scope(self, text: str, words: Phrase) -> Scope:
        """Return the limits that a question sets.

        A place narrows an issuer's documents by leaving out those of other places; alone it
        limits to its own. The year of a law's name ("Luật Tố cáo năm 2018") is no other limit.
        """
        named = tuple(_outside_numbers(text, find(words, self._names)))
        groups = tuple(dict.fromkeys(self._named[words[at.start : at.end]] for at in named))
        places = self._places_in(text)
        placed = find(words, frozenset(places))
        own, elsewhere = self._numbered(text)
        beside = {
            places[words[at.start : at.end]]: all(set_beside(words, at, name) for name in named)
            for at in placed
        }
        limits = [group - elsewhere for group in self._limits(groups, beside, own)]
        within = [group for group in limits if group]
        documents = frozenset[str]().union(*within)
        if not documents and _THE_LAW.search(text):
            documents = self._laws
        found = (*named, *placed)
        return Scope(
            documents,
            years_of(text) - {self._enacted.get(document, 0) for document in documents},
            tuple(words[at.start : at.end] for at in found),
            found,
            tuple(within),
            tuple(self._absent(text)),
            (*self._nowhere(text, named, placed), *self._unheard(text)),
            tuple(self._unknown(text)),
            by_place=bool(placed) and not groups,
            named=tuple(self._naming(words, found, places, group) for group in within),
        )

    def _limits(
        self, groups: tuple[frozenset[str], ...], beside: Mapping[Phrase, bool], own: frozenset[str]
    ) -> list[frozenset[str]]:
        """Return the documents of each name as the places of a question narrow them.

        A place that is set beside the names ("huyện Lạc Sơn và Sở Công Thương"), which none of
        their documents is from, is a name as well; one that belongs to some of them leaves others.
        """
        here = set(beside)
        at = {place: self._within(frozenset(), {place}) for place in sorted(here)}
        if not groups:
            return list(at.values()) if len(at) > 1 else [self._within(frozenset(), here)]
        within = [self._within(group, here) or group & own for group in groups]
        strangers = [place for place in at if not any(at[place] & group for group in groups)]
        if not all(beside[place] for place in strangers):
            return within
        narrowed = [some or group for some, group in zip(within, groups, strict=True)]
        return [*narrowed, *(at[place] for place in strangers)]

    def _naming(
        self,
        words: Phrase,
        found: Iterable[Found],
        places: Mapping[Phrase, Phrase],
        group: frozenset[str],
    ) -> tuple[Found, ...]:
        """Return which of some stretches, names and places, name a group of documents."""
        named = ((at, words[at.start : at.end]) for at in found)
        return tuple(
            at
            for at, words in named
            if group & (self._named.get(words) or self._within(frozenset(), {places[words]}))
        )

    def _places_in(self, text: str) -> dict[Phrase, Phrase]:
        """Return each way to write a place that a document is from, in capitals "TN" as well."""
        known = [place for place in self._places.values() if place]
        forms = {form: _bare(place) for place in known for form in (place, _bare(place))}
        short = {"".join(word[0] for word in place): _bare(place) for place in known}
        loud = {word.casefold() for word in _CAPITALS.findall(text)}
        return forms | {(word,): place for word, place in short.items() if word in loud}

    def _nowhere(
        self, text: str, named: tuple[Found, ...], placed: tuple[Found, ...]
    ) -> Iterable[str]:
        """Yield "Sở Văn hóa tỉnh Trà Vinh" when the library has the agency of other places only."""
        words = syllables(text)
        for agency in named:
            for place in placed:
                documents = self._named[words[agency.start : agency.end]]
                here = {self._places_in(text)[words[place.start : place.end]]}
                beside = 0 <= place.start - agency.end <= BETWEEN
                if beside and not documents & self._of_place(here):
                    yield _as_written(text, words[agency.start : place.end])

    def _unheard(self, text: str) -> Iterable[str]:
        """Yield "huyện Tân Lạc" or "Sở Y tế" when no document so much as mentions it."""
        for found in _LOCAL.finditer(text):
            name = _BEHIND.sub("", found["name"])
            # a name in plain letters may be typed so: "huyện Lac Son"
            told = folded(name) in self._folded if name.isascii() else False
            if not told and f" {' '.join(syllables(name))} " not in self._compared:
                yield found.group().removesuffix(found["name"]) + name
        yield from unheard_agencies(text, self._compared)

    def _numbered(self, text: str) -> tuple[frozenset[str], frozenset[str]]:
        """Return the documents of the numbers in a question, and which of them it gives elsewhere.

        "Quyết định 12/2022/QĐ-UBND của UBND tỉnh Bắc Ninh" is not that of Lào Cai.
        """
        named = {n.value: self._named.get(syllables(n.value)) for n in find_numbers(text)}
        own = frozenset[str]().union(*(documents or () for documents in named.values()))
        whose = {number: owner(text, number) for number in named}
        elsewhere = (
            document
            for number, said in whose.items()
            for document in named[number] or ()
            if said and not is_of(self._documents[document], said["place"])
        )
        return own, frozenset(elsewhere)

    def _unknown(self, text: str) -> Iterable[str]:
        """Yield the numbers in full that no text has, be it as its own or of another document."""
        for number in find_numbers(text):
            held = syllables(number.value) in self._named
            if not held and not stands_in(number.value, self._squeezed):
                yield number.value

    @cached_property
    def _squeezed(self) -> str:
        return squeezed("\n".join(self._texts))

    @cached_property
    def _compared(self) -> str:
        return f" {' '.join(syllables(' '.join(self._texts)))} "

    @cached_property
    def _folded(self) -> str:
        return folded("\n".join(self._texts))

    def _of_place(self, places: set[Phrase]) -> frozenset[str]:
        """Return the documents of some places, and those that are of no place known."""
        return frozenset(
            key for key, place in self._places.items() if not place or _bare(place) in places
        )

    def _absent(self, text: str) -> Iterable[str]:
        """Yield the documents that a question names and that are not in the library."""
        _, elsewhere = self._numbered(text)
        for number in numbers_in(text):
            named = self._named.get(syllables(number), frozenset())
            if not named:
                yield number
            elif named <= elsewhere:
                whose = owner(text, number)
                yield text[text.find(number) : whose.end()] if whose else number
        for instrument in self._registry.find(text):
            if instrument not in self._held and instrument.number not in text:
                said = (name for name in instrument.names if name.casefold() in text.casefold())
                yield next(said, instrument.label)

    def _within(self, documents: frozenset[str], places: set[Phrase]) -> frozenset[str]:
        if not places:
            return documents
        at = {key for key, place in self._places.items() if _bare(place) in places}
        unplaced = {key for key, place in self._places.items() if not place}
        return frozenset(documents & (at | unplaced) if documents else at)


_THE_LAW = re.compile(  # a law, whichever: then not a plan or report
    r"\b(?:theo|đúng|trái|phạm|theo đúng) (?:pháp )?luật\b(?! [A-ZĐ])"
    r"|(?<!pháp )\bluật (?:quy định|giao|cho|bắt|cấm|buộc|định|nói|yêu cầu|nào)\b",
    re.IGNORECASE,
)
BETWEEN = 1  # syllables between an agency and its place: "tỉnh"


def _outside_numbers(text: str, found: Iterable[Found]) -> Iterable[Found]:
    """Yield what does not stand inside a number: "SVHTTDL" in "32/KH-SVHTTDL" names nobody."""
    numbers = []
    for number in find_numbers(text):
        start = len(syllables(text[: number.span.start]))
        numbers.append((start, start + len(syllables(number.value))))
    for at in found:
        inside = any(
            a <= at.start and at.end <= b and at.end - at.start < b - a for a, b in numbers
        )
        if not inside:
            yield at


def _as_written(text: str, words: Phrase) -> str:
    """Return a phrase as the question has it, or in lower case where it is set otherwise."""
    phrase = " ".join(words)
    at = text.casefold().find(phrase)
    return text[at : at + len(phrase)] if at >= 0 else phrase


def years_of(text: str) -> frozenset[int]:
    """Return the years that stand alone in a text, not inside a date or a document number.

    >>> sorted(years_of("từ năm 2021 - 2030, theo Quyết định 12/2019/QĐ ngày 01/02/2020"))
    [2021, 2030]
    """
    return frozenset(int(year) for year in _YEAR.findall(text))


def dated(text: str) -> frozenset[int]:
    """Return the years of the days in a text.

    >>> dated("Quyết định số 12/2019/QĐ-UBND ngày 01/02/2020")
    frozenset({2020})
    """
    return frozenset(int(year) for year in _DAY.findall(text))


def _place_in(text: str) -> str:
    """Return the place that a text without a letterhead speaks of most, "" when of none."""
    found = Counter(match["name"] for match in _LOCAL.finditer(text)).most_common(1)
    return found[0][0] if found else ""


def _bare(phrase: Phrase) -> Phrase:
    return tuple(folded(word) for word in phrase)
