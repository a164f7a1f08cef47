"""Questions about a document itself: its number, date, place, signer, issuer, recipients, title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assistant.direct.called import Caller
from assistant.lead import dated, lead
from assistant.quote import Numbering, shown
from assistant.reading.kinds import NAMES_KIND, spelled
from assistant.reading.reading import Reader
from assistant.reply import Claim, ClaimStatus, Part
from assistant.shelf import Shelf
from corpus.document import Document, Fact, IssueDate
from corpus.passage import Passage, PassageKind
from corpus.span import Span
from corpus.syllables import folded, syllables

# right behind "60" or "60/KH-SNV", which name the document
_LETTERS = (rf"(?<=-[a-z]{{{n}}})" for n in range(2, 13))
_BEHIND_NUMBER = rf"(?:(?<=\d)|{'|'.join(_LETTERS)})"
# "nơi nhận đơn" is an office, not who gets a document
_TAKEN_IN = "don|thu|ho so|to cao|to giac|khieu nai|kien nghi|phan anh|tin|tien|ket qua"
# By which words (folded) a question asks for a particular; they come with the kind of the
# document, for "số bao nhiêu" alone may ask for anything.
_ASKS = {
    "number": re.compile(
        r"\b(?:(?:mang|co|la|ghi) )?(?:so(?: van ban)?,? (?:ky )?hieu|so (?:may|bao nhieu|nao)"
        r"|ky hieu gi|so van ban)\b(?: (?:la )?(?:gi|nao|may|bao nhieu)\b)?"
    ),
    "issued_on": re.compile(
        r"\b(?:ban hanh|(?<!dinh )ky|dang(?: tai)?|phat hanh|lap|de)\b[^?,]{0,24}?"
        r"\b(?:(?:vao )?(?:ngay|thang|nam|hom) (?:nao|may|bao nhieu|gi)|khi nao|bao gio|luc nao)"
        r"|\b(?:(?:ngay|thang|nam|hom) (?:nao|may)|khi nao|bao gio) (?:thi )?(?:duoc )?"
        r"(?:ban hanh|ky|dang|phat hanh)\b"
        r"|\bngay (?:ban hanh|ky|dang|thang)\b"
        rf"|{_BEHIND_NUMBER} (?:ngay|hom) (?:nao|may)\b(?: (?:ban hanh|ky|phat hanh)\b)?"
    ),
    "signer": re.compile(r"\bai (?:la nguoi |da )?(?:ky|viet|dung ten)\b|\bnguoi ky\b|\btac gia\b"),
    "recipients": re.compile(
        rf"\bnoi nhan\b(?! (?:{_TAKEN_IN})\b)|\bduoc gui (?:cho|toi|den)\b"
        r"|\bkinh gui (?:ai|noi nao|co quan nao)"
        r"|\bgui (?:(?:cho|toi|den) )?(?:(?:nhung|cac) )?(?:ai|noi nao|dau|(?:co quan|don vi) nao)"
    ),
    "issuer": re.compile(
        r"\b(?:co quan|don vi|so) nao (?:da )?ban hanh\b|\bdo (?:ai|co quan nao) ban hanh\b"
    ),
    "place": re.compile(
        r"\b(?:cua|(?:(?:la )?(?:duoc )?(?:ban hanh|lap|lam|viet|ra) )?(?:o|tai|thuoc))"
        r" tinh (?:nao|gi)\b"
        r"|\bdia danh(?: ban hanh)?\b|\bnoi ban hanh\b"
    ),
    "title": re.compile(r"\btrich yeu(?: noi dung)?\b|\bve viec gi\b"),
}
# What is asked beside another particular, in words that alone would ask for anything.
_BESIDE = {
    "number": re.compile(r"(?:,| va) (?:co )?so (?:may|bao nhieu|nao)\b"),
    "issued_on": re.compile(
        r"(?:,| va) (?:ban hanh |ky )?(?:vao )?(?:ngay|hom) (?:nao|may|bao nhieu)\b"
        r"|(?:,| va) (?:ban hanh |ky )?(?:khi nao|bao gio)\b"
    ),
    "signer": re.compile(r"(?:,| va) (?:do )?ai ky\b"),
    "recipients": re.compile(r"(?:,| va) gui (?:cho )?ai\b"),
}
# Both at once, as who has to cite a document asks for them.
_BOTH = re.compile(
    r"\bso(?:,? ky hieu)?(?:,| va| voi| cung) (?:ngay|hom)\b(?: (?:thang|nam))*"
    r"(?: (?:ban hanh|ky))?(?: day du| sao cho dung| the nao| ra sao| nao)*"
)
# "tập trung thực hiện những văn bản nào, cho đủ số hiệu": the numbers of others
_OTHERS = re.compile(r"\b(?:nhung|cac|hai|ba|bon) (?:[a-z]+ ){1,3}(?:nao|gi)\b")
_NAMES = {
    "number": "Số, ký hiệu",
    "issued_on": "Ngày ban hành",
    "signer": "Người ký",
    "recipients": "Nơi nhận",
    "issuer": "Cơ quan ban hành",
    "place": "Địa danh",
    "title": "Trích yếu",
}
_ORDER = tuple(_NAMES)
# Where a blank stands, in the letterhead or at the foot.
_BLANKS = {
    "number": re.compile(r"^\W*Số\s*:"),
    "issued_on": re.compile(r"ngày.{0,6}tháng", re.IGNORECASE),
    "signer": re.compile(r"^\W*(?:KT\.|TL\.|TM\.)?\s*(?:GIÁM ĐỐC|CHỦ TỊCH|TRƯỞNG|PHÓ|CHÁNH)"),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """Particulars that are asked for, and the rest of the question, which names the document."""

    particulars: tuple[str, ...]
    rest: str


def asked_particular(text: str) -> Asked | None:
    """Return which particular a question asks for, None when it asks for something else.

    >>> asked_particular("Kế hoạch của Sở Công Thương do ai ký?")
    Asked(particulars=('signer',), rest='Kế hoạch của Sở Công Thương do  ?')
    >>> asked_particular("Cho biết số và ngày ban hành của Kế hoạch tiếp dân.")
    Asked(particulars=('number', 'issued_on'), rest='  của Kế hoạch tiếp dân.')
    """
    text = spelled(text)
    bare = folded(text)
    if not NAMES_KIND.search(bare):
        return None
    both = _BOTH.search(bare)
    if both and _is_number(text, both):
        return Asked(("number", "issued_on"), _rest(text, both))
    found = _found(text, _ASKS)
    found = {**found, **_found(text, _BESIDE)} if found else {}
    if not found or (set(found) == {"number"} and _OTHERS.search(bare)):
        return None
    return Asked(tuple(name for name in _ORDER if name in found), _without(text, found.values()))


def _found(text: str, patterns: Mapping[str, re.Pattern[str]]) -> dict[str, re.Match[str]]:
    """Return what is asked for by each pattern that stands in a question."""
    bare = folded(text)
    hits = ((name, pattern.search(bare)) for name, pattern in patterns.items())
    return {name: hit for name, hit in hits if hit and (name != "number" or _is_number(text, hit))}


def _is_number(text: str, found: re.Match[str]) -> bool:
    """Tell "số nào" from "sở nào", which are the same without their diacritics."""
    said = text[found.start() : found.end()].casefold()
    return "sở" not in said


def _without(text: str, found: Iterable[re.Match[str]]) -> str:
    """Return a question without its asking words, which names the document."""
    kept, at = [], 0
    for hit in sorted(found, key=lambda hit: hit.start()):
        kept.append(text[at : hit.start()])
        at = max(at, hit.end())
    return " ".join((*kept, text[at:]))


def _rest(text: str, found: re.Match[str]) -> str:
    """Return what names the document: what stands behind the asking words, or else before them."""
    behind = text[found.end() :]
    named = NAMES_KIND.search(folded(behind))
    return f"  {behind.strip()}" if named else text[: found.start()]


def is_about_itself(text: str) -> bool:
    """Tell whether a question asks for a particular of some document, be it named or not.

    >>> is_about_itself("Ai ký?"), is_about_itself("Ai chủ trì?")
    (True, False)
    """
    return any(pattern.search(folded(text)) for pattern in _ASKS.values())


class Registrar:
    """Answers questions about the documents themselves, from their heads and feet."""

    def __init__(self, shelf: Shelf, reader: Reader) -> None:
        self._shelf = shelf
        self._reader = reader
        self._caller = Caller(shelf)

    def answer(self, text: str, documents: frozenset[str]) -> tuple[Part, ...] | None:
        """Return a part for each document that is named; None when none is asked about so.

        Empty when the documents named do not state the particular.
        """
        asked = asked_particular(text)
        if asked is None or not syllables(asked.rest):
            return None
        reading = self._reader.read(asked.rest)
        numbering = Numbering()
        named = self._caller.documents(reading)
        chosen = [d for d in named if not documents or d.id in documents]
        parts = (self._part(document, asked.particulars, numbering) for document in chosen)
        return tuple(part for part in parts if part) if chosen else None

    def _part(
        self, document: Document, particulars: tuple[str, ...], numbering: Numbering
    ) -> Part | None:
        claims = tuple(
            claim
            for particular in particulars
            for claim in self._claims(document, particular, numbering)
        )
        return Part(document=document, lead=lead(document), claims=claims) if claims else None

    def _claims(self, document: Document, particular: str, numbering: Numbering) -> Iterable[Claim]:
        name = _NAMES[particular]
        facts = self._facts(document, particular)
        for fact in facts:
            value = _value(fact)
            yield self._claim(document, fact.span, f"{name}: {value}.", numbering)
        if not facts or _has_blank(facts[0]):
            yield from self._blank(document, particular, numbering)

    def _facts(self, document: Document, particular: str) -> tuple[Fact | IssueDate, ...]:
        if particular == "recipients":
            return document.particulars.recipients
        fact = document.facts().get(particular)
        return (fact,) if fact else ()

    def _blank(self, document: Document, particular: str, numbering: Numbering) -> Iterable[Claim]:
        """Say what the source leaves blank, with the line where it does."""
        pattern = _BLANKS.get(particular)
        if pattern is None:
            return
        for passage in self._shelf.passages.values():
            if passage.document_id == document.id and _is_blank(passage, pattern):
                text = f"{_NAMES[particular]}: nguồn để trống, chỉ ghi “{shown(passage.text)}”."
                yield self._claim(document, passage.span, text, numbering)
                return

    def _claim(self, document: Document, span: Span, text: str, numbering: Numbering) -> Claim:
        passage = self._holding(document, span)
        citation = numbering.cite(document, passage, span)
        return Claim(text=text, citations=(citation,), status=ClaimStatus.PARTICULAR)

    def _holding(self, document: Document, span: Span) -> Passage:
        held_by = (
            p
            for p in self._shelf.passages.values()
            if p.document_id == document.id and p.span.overlaps(span)
        )
        return next(held_by)


def _value(fact: Fact | IssueDate) -> str:
    if isinstance(fact, Fact):
        return fact.value
    return str(fact) if fact.day else dated(fact)


def _is_blank(passage: Passage, pattern: re.Pattern[str]) -> bool:
    return passage.kind is PassageKind.FRAME and bool(pattern.search(passage.text))


def _has_blank(fact: Fact | IssueDate) -> bool:
    return isinstance(fact, IssueDate) and (fact.day is None or fact.month is None)
