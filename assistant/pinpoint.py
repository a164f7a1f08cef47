"""An address in a question: "điểm a khoản 2 Điều 16 Luật …", "mục II.3 của kế hoạch …"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.candidate import Candidate
from assistant.reading import Reader
from assistant.shelf import READ, Sentence, Shelf
from assistant.support import Support
from corpus.passage import Passage, PassageKind
from corpus.span import Span
from corpus.syllables import folded, syllables

_POINT = r"diem\s+(?P<point{n}>[a-z]{{1,2}}\d?)"
_CLAUSE = r"khoan\s+(?P<clause{n}>\d+[a-z]?)"
_ARTICLE = r"dieu\s+(?P<article{n}>\d+[a-z]?)"
_JOINED = r"(?:\s*[,;]?\s*(?:(?:cua|tai|thuoc|trong)\s+)?)"
_OUTWARD = rf"(?:{_POINT}{_JOINED})?(?:{_CLAUSE}{_JOINED})?{_ARTICLE}".format(n=1)
_INWARD = rf"{_ARTICLE}{_JOINED}{_CLAUSE}(?:{_JOINED}{_POINT})?".format(n=2)
_LAW = re.compile(rf"\b(?:{_INWARD}|{_OUTWARD})\b")
_SECTION = re.compile(r"\bmuc\s+(?P<path>[ivx]+(?:\s?[.,]\s?\d{1,2})*)\b")
_PROVED = Support(score=1.0, weakest=1.0)
# what asks for a place whole, and nothing in particular of it
_WHOLE = re.compile(
    r"\b(?:quy dinh|noi|neu|ghi|viet|la|gom|co|the nao|nhu|ve|nhung|cac|gi|dieu|noi dung|nguyen van"
    r"|toan van|trich|cho|xem|toi|biet|cua|trong|tai|theo|thi|sao|day du|ban|hoi|xin)\b"
)


@dataclass(frozen=True, slots=True)
class Pin:
    """A place that a question names: its path, outermost part first, and where it says so."""

    path: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Pinned:
    """What a question names by its address; `candidates` are empty where there is no such place."""

    pin: Pin
    candidates: tuple[Candidate, ...]


def pin_in(text: str) -> Pin | None:
    """Return the address that `text` names, None when it names none.

    >>> pin_in("Khoản 2, Điều 16 Luật Tố cáo nói gì?").path
    ('Điều 16', 'khoản 2')
    >>> pin_in("muc II.3 ke hoach ghi gi").path
    ('II', '3')
    """
    bare = folded(text)
    found = _LAW.search(bare) if len(bare) == len(text) else None
    if found:
        return Pin(tuple(_parts(found, text)), Span(*found.span()))
    found = _SECTION.search(bare) if len(bare) == len(text) else None
    if found:
        path = re.split(r"\s?[.,]\s?", found["path"])
        return Pin((path[0].upper(), *path[1:]), Span(*found.span()))
    return None


def _parts(found: re.Match[str], text: str) -> Iterable[str]:
    """Yield the parts of an address of law, their letters as they were typed."""
    for name, word in (("article", "Điều"), ("clause", "khoản"), ("point", "điểm")):
        group = next((f"{name}{n}" for n in (1, 2) if found[f"{name}{n}"]), None)
        if group:
            yield f"{word} {text[slice(*found.span(group))].lower()}"


class Pinpointer:
    """Finds what a question names by its address, and nothing else of it is asked."""

    def __init__(self, shelf: Shelf, reader: Reader) -> None:
        self._shelf, self._reader = shelf, reader
        self._places: dict[tuple[str, ...], list[Passage]] = {}
        for passage in shelf.passages.values():
            if passage.continues is None:
                self._places.setdefault(_key(passage.path), []).append(passage)

    def find(self, text: str, within: frozenset[str]) -> Pinned | None:
        """Return the place that a question asks for whole, None for any other question.

        Without the name of a document it has to be the only place of that address.
        """
        pin = pin_in(text)
        if pin is None:
            return None
        reading = self._reader.read(text)
        documents = reading.scope.documents or within
        if reading.scope.absent or not self._is_whole(text, pin):
            return None
        units = [p for p in self._at(pin.path) if not documents or p.document_id in documents]
        if documents and not units:
            return Pinned(pin=pin, candidates=())
        if not units or len({unit.document_id for unit in units}) > 1:
            return None
        return Pinned(pin=pin, candidates=(self._candidate(units[0]),))

    def _at(self, path: tuple[str, ...]) -> list[Passage]:
        """Return the passages of an address; "điểm d" typed without its stroke may be "đ"."""
        found = self._places.get(_key(path), [])
        if not found and path[-1] == "điểm d":
            return self._places.get(_key((*path[:-1], "điểm đ")), [])
        return found

    def _is_whole(self, text: str, pin: Pin) -> bool:
        """Tell whether nothing but the place is asked for: no word is left of the question."""
        rest = f"{text[: pin.span.start]} {text[pin.span.end :]}"
        if not syllables(rest):
            return True
        left = (" ".join(chunk.words) for chunk in self._reader.read(rest).firm)
        return not any(_WHOLE.sub("", folded(words)).strip() for words in left)

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
        heading = unit.kind is PassageKind.HEADING
        sentence = None if heading else Sentence(unit, (unit.span,), self._shelf.words(unit))
        return Candidate(head=unit, sentence=sentence, items=inside, support=_PROVED, whole=True)


def _key(path: tuple[str, ...]) -> tuple[str, ...]:
    """Return the address by which a place is cited: an article without its chapter."""
    at = next((i for i, part in enumerate(path) if part.startswith("Điều ")), 0)
    return path[at:]
