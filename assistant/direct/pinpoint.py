"""An address in a question: "điểm a khoản 2 Điều 16 Luật …", "mục II.3 của kế hoạch …"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.direct.called import NAMED, Caller
from assistant.evidence.candidate import Candidate
from assistant.evidence.match import held
from assistant.evidence.support import PROVED, head_words
from assistant.reading.absent import is_only
from assistant.reading.kinds import NAMES_KIND, kinds_called
from assistant.reading.reading import Reader, Reading
from assistant.shelf import READ, Sentence, Shelf
from corpus.address import spoken
from corpus.forms import KINDS
from corpus.passage import Passage, PassageKind
from corpus.span import Span
from corpus.syllables import folded, syllables
from corpus.vocabulary import Phrase

_POINT = r"diem\s+(?P<point{n}>[a-z]{{1,2}}\d?)"
_CLAUSE = r"khoan\s+(?P<clause{n}>\d+[a-z]?)"
_ARTICLE = r"dieu\s+(?P<article{n}>\d+[a-z]?)"
_JOINED = r"(?:\s*[,;]?\s*(?:(?:cua|tai|thuoc|trong)\s+)?)"
_OUTWARD = rf"(?:{_POINT}{_JOINED})?(?:{_CLAUSE}{_JOINED})?{_ARTICLE}".format(n=1)
_INWARD = rf"{_ARTICLE}{_JOINED}{_CLAUSE}(?:{_JOINED}{_POINT})?".format(n=2)
_CHAPTER = rf"(?:muc\s+(?P<part>\d+[a-z]?){_JOINED})?chuong\s+(?P<chapter>[ivxl]+|\d+)"
_LAW = re.compile(rf"\b(?:{_INWARD}|{_OUTWARD}|{_CHAPTER})\b")
_SECTION = re.compile(r"\bmuc\s+(?P<path>[ivx]+(?:\s?[.,]\s?\d{1,2})*)\b")
# what asks for a place whole, and nothing in particular of it
_WHOLE = re.compile(
    r"\b(?:quy dinh|noi|neu|ghi|viet|la|gom|co|the nao|nhu|ve|nhung|cac|gi|dieu|noi dung|nguyen van"
    r"|toan van|trich|cho|xem|toi|biet|cua|trong|tai|theo|thi|sao|day du|ban|hoi|xin)\b"
)


_A_LAW = r"(?P<law>(?<!phap )\b(?:bo luat|luat|phap lenh)(?: (?!{ends})[^\W\d_]+,?){{1,14}})"
_ENDS = r"(?:quy dinh|noi|neu|ghi|la|gom|co|the nao|nhu|gi|thi|ve)\b"
_LAW_AHEAD = re.compile(_A_LAW.format(ends=_ENDS) + r"[\s,:]*$")
_LAW_BEHIND = re.compile(r"[\s,]*(?:(?:cua|trong|tai|thuoc|theo) )?" + _A_LAW.format(ends=_ENDS))
_CHAPTERED = re.compile(r"Chương |Mục ")
_BETWEEN = re.compile(r"\s*(?:[,;]|và|với|hoặc|va|voi|hoac)?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pin:
    """A place that a question names: its path, outermost part first, and where it says so."""

    path: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Pinned:
    """What a question names by its addresses.

    `candidates` stand there, `without` are the addresses that the document does not have;
    `has_chapters` says whether its text is divided into chapters at all. `lacking` are the names
    of documents that the library does not have.
    """

    candidates: tuple[Candidate, ...] = ()
    without: tuple[Pin, ...] = ()
    has_chapters: bool = True
    lacking: tuple[str, ...] = ()


def pin_in(text: str) -> Pin | None:
    """Return the first address that `text` names, None when it names none.

    >>> pin_in("Khoản 2, Điều 16 Luật Tố cáo nói gì?").path
    ('Điều 16', 'khoản 2')
    >>> pin_in("muc II.3 ke hoach ghi gi").path
    ('II', '3')
    """
    return next(iter(pins_in(text)), None)


def pins_in(text: str) -> tuple[Pin, ...]:
    """Return every address that `text` names, in order.

    >>> [pin.path for pin in pins_in("Điều 5 khoản 1 và Mục 2 Chương IV")]
    [('Điều 5', 'khoản 1'), ('Chương IV', 'Mục 2')]
    """
    bare = folded(text)
    if len(bare) != len(text):
        return ()
    found = tuple(Pin(tuple(_parts(hit, text)), Span(*hit.span())) for hit in _LAW.finditer(bare))
    return found or tuple(
        Pin(_section(hit["path"]), Span(*hit.span())) for hit in _SECTION.finditer(bare)
    )


def _section(said: str) -> tuple[str, ...]:
    first, *below = re.split(r"\s?[.,]\s?", said)
    return (first.upper(), *below)


def _parts(found: re.Match[str], text: str) -> Iterable[str]:
    """Yield the parts of an address of law, their letters as they were typed."""
    if found["chapter"]:
        yield f"Chương {found['chapter'].upper()}"
        if found["part"]:
            yield f"Mục {found['part']}"
        return
    for name, word in (("article", "Điều"), ("clause", "khoản"), ("point", "điểm")):
        group = next((f"{name}{n}" for n in (1, 2) if found[f"{name}{n}"]), None)
        if group:
            yield f"{word} {text[slice(*found.span(group))].lower()}"


@dataclass(frozen=True, slots=True)
class Within:
    """Where an address is looked up: in some documents, or under one of their annexes."""

    documents: frozenset[str]
    root: tuple[str, ...] = ()


class Pinpointer:
    """Finds what a question names by its address, and nothing else of it is asked."""

    def __init__(self, shelf: Shelf, reader: Reader) -> None:
        self._shelf, self._reader = shelf, reader
        self._caller = Caller(shelf)
        self._annexes: list[Passage] = []
        self._places: dict[tuple[str, ...], list[Passage]] = {}
        for passage in shelf.passages.values():
            if passage.kind is PassageKind.HEADING and passage.path[0] in KINDS:
                self._annexes += [passage] if len(passage.path) == 1 else []
            if passage.continues is None:
                self._places.setdefault(_key(passage.path), []).append(passage)

    def find(self, text: str, within: frozenset[str]) -> Pinned | None:
        """Return the places that a question asks for whole, None for any other question.

        Without the name of a document it has to be the only place of that address.
        """
        pins = pins_in(text)
        if not pins:
            return None
        rest = _rest(text, pins)
        scope = self._reader.read(text).scope
        if scope.absent:
            only = not (scope.documents or within) and is_only(rest, scope.absent)
            whole = only and self._is_whole(_named_less(rest, scope.absent))
            return Pinned(lacking=scope.absent) if whole else None
        place = self._called(rest, scope.documents or within)
        if place is None:
            law = "" if scope.documents or within else self._law_beside(text, pins)
            return Pinned(lacking=(law,)) if law else None
        units = [self._unit(pin, place) for pin in pins]
        found = tuple(self._candidate(unit) for unit in units if unit)
        without = tuple(pin for pin, unit in zip(pins, units, strict=True) if unit is None)
        if not found and not place.documents:
            return None
        chapters = self._has_chapters(place.documents)
        return Pinned(candidates=found, without=without, has_chapters=chapters)

    def _has_chapters(self, documents: frozenset[str]) -> bool:
        """Tell whether the texts have headings of chapters; copies of laws may leave them out."""
        headed = (p for p in self._shelf.passages.values() if p.document_id in documents)
        return any(p.path[-1].startswith("Chương ") for p in headed)

    def _called(self, rest: str, named: frozenset[str]) -> Within | None:
        """Return where to look: where the question says, everywhere when it says nothing.

        None when it asks for more than a place.
        """
        reading = self._reader.read(rest) if syllables(rest) else None
        if reading and kinds_called(rest):
            for annex in self._annexes:
                is_named = not named or annex.document_id in named
                if is_named and self._is_called(annex, reading):
                    return Within(frozenset({annex.document_id}), annex.path)
        if self._is_whole(rest):
            return Within(named)
        called = self._caller.documents(reading) if reading and kinds_called(rest) else []
        known = frozenset(d.id for d in called)
        return Within(known & named if named else known) if len(known) == 1 else None

    def _law_beside(self, text: str, pins: tuple[Pin, ...]) -> str:
        """Return the law beside an address that is none of the library; "" where there is none."""
        ahead, behind = text[: pins[0].span.start], text[pins[-1].span.end :]
        found = _LAW_AHEAD.search(folded(ahead)) or _LAW_BEHIND.match(folded(behind))
        if found is None:
            return ""
        said = behind if found.re is _LAW_BEHIND else ahead
        name = said[slice(*found.span("law"))].strip(" ,")
        return "" if self._caller.documents(self._reader.read(name)) else name

    def _is_called(self, annex: Passage, reading: Reading) -> bool:
        """Tell whether a question calls an annex: by its kind and the words of its heading."""
        document = self._shelf.documents[annex.document_id]
        words = (*self._shelf.words(annex), *head_words(document))
        matter = [chunk for chunk in reading.firm if not self._is_asking(chunk.words)]
        of_kind = folded(annex.path[0]) in kinds_called(reading.text)
        return of_kind and bool(matter) and all(held(c, words) >= NAMED for c in matter)

    def _unit(self, pin: Pin, place: Within) -> Passage | None:
        """Return what stands at an address; None for nothing, or without a document for several."""
        units = [p for p in self._at(pin.path) if p.path[: len(place.root)] == place.root]
        if place.documents:
            units = [p for p in units if p.document_id in place.documents]
        alone = len({unit.document_id for unit in units}) == 1
        return units[0] if alone or (units and place.documents) else None

    def _at(self, path: tuple[str, ...]) -> list[Passage]:
        """Return the passages of an address; "điểm d" typed without its stroke may be "đ"."""
        found = self._places.get(_key(path), [])
        if not found and path[-1] == "điểm d":
            return self._places.get(_key((*path[:-1], "điểm đ")), [])
        return found

    def _is_whole(self, rest: str) -> bool:
        """Tell whether nothing but the place is asked for: no word is left of the question."""
        if not syllables(rest):
            return True
        return all(self._is_asking(chunk.words) for chunk in self._reader.read(rest).firm)

    def _is_asking(self, words: Phrase) -> bool:
        return not NAMES_KIND.sub("", _WHOLE.sub("", folded(" ".join(words)))).strip()

    def _candidate(self, unit: Passage) -> Candidate:
        """Return all that stands at an address: its own words, then what is below it."""
        inside = tuple(
            p
            for p in self._shelf.passages.values()
            if p.document_id == unit.document_id
            and p.path[: len(unit.path)] == unit.path
            and p.kind in READ
            and p.id != unit.id
        )
        if _CHAPTERED.match(unit.path[-1]):
            inside = self._articles(unit) or inside
        heading = unit.kind is PassageKind.HEADING
        sentence = None if heading else Sentence(unit, (unit.span,), self._shelf.words(unit))
        return Candidate(head=unit, sentence=sentence, items=inside, support=PROVED, whole=True)

    def _articles(self, chapter: Passage) -> tuple[Passage, ...]:
        """Return the headings of the articles of a chapter, where they have words."""
        headed = (p for p in self._shelf.below(chapter) if p.kind is PassageKind.HEADING)
        articles = (p for p in headed if p.path[-1].startswith("Điều "))
        return tuple(p for p in articles if syllables(p.text) != syllables(p.path[-1]))


def lacking_places(pinned: Pinned) -> str:
    """Return a sentence that names the addresses which a document does not have, "" for none."""
    chaptered = any(_CHAPTERED.match(pin.path[0]) for pin in pinned.without)
    if chaptered and not pinned.has_chapters:
        return "Bản trong kho không ghi tên các chương; xin hỏi theo điều, khoản, điểm."
    places = ", ".join(spoken(pin.path) for pin in pinned.without)
    return f"Văn bản được hỏi không có {places}." if places else ""


def _rest(text: str, pins: tuple[Pin, ...]) -> str:
    """Return a question without its addresses and what joins them."""
    kept, at = [], 0
    for pin in pins:
        between = text[at : pin.span.start]
        kept.append("" if at and _BETWEEN.fullmatch(between) else between)
        at = pin.span.end
    return " ".join((*kept, text[at:]))


def _named_less(rest: str, absent: tuple[str, ...]) -> str:
    """Return words without the names of absent documents."""
    names = "|".join(re.escape(name) for name in sorted(absent, key=len, reverse=True))
    return re.sub(names, " ", rest, flags=re.IGNORECASE)


def _key(path: tuple[str, ...]) -> tuple[str, ...]:
    """Return the address by which a place is cited: an article without its chapter."""
    for outer in ("Điều ", "Chương "):
        at = next((i for i, part in enumerate(path) if part.startswith(outer)), None)
        if at is not None:
            return path[at:]
    return path
