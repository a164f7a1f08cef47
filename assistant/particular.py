"""Questions about a document itself: its number, date, signer, issuer, recipients."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.lead import dated, lead
from assistant.match import held
from assistant.quote import Numbering, shown
from assistant.reading import Reader, Reading
from assistant.reply import Claim, ClaimStatus, Part
from assistant.shelf import Shelf
from assistant.support import head_words, years_of_document
from corpus.document import Document, Fact, IssueDate
from corpus.passage import Passage, PassageKind
from corpus.span import Span
from corpus.syllables import folded

# By which words (folded) a question asks for a particular. Those of the number come with the kind
# of the document, for "số bao nhiêu" alone may ask for anything.
_KINDS = (
    r"(?:ke hoach|bao cao|van ban|bai|thong bao|quyet dinh|cong van"
    r"|luat|bo luat|nghi dinh|thong tu)"
)
_ASKS = {
    "number": re.compile(
        r"\bso(?: van ban)?,? (?:ky )?hieu\b|\bso (?:may|bao nhieu|nao)\b"
        r"|\bky hieu gi|\bso van ban\b"
    ),
    "issued_on": re.compile(
        r"\b(?:ban hanh|ky|dang(?: tai)?|phat hanh|lap|de)\b[^?,]{0,24}?"
        r"\b(?:(?:vao )?(?:ngay|thang|nam|hom) (?:nao|may|bao nhieu|gi)|khi nao|bao gio|luc nao)"
        r"|\bngay (?:ban hanh|ky|dang|thang)\b"
    ),
    "signer": re.compile(r"\bai (?:la nguoi )?(?:ky|viet)\b|\bnguoi ky\b|\btac gia\b"),
    "recipients": re.compile(
        r"\bnoi nhan\b|\bduoc gui (?:cho|toi|den)\b"
        r"|\bgui (?:cho|toi|den) (?:nhung )?(?:ai|noi nao|dau)"
    ),
    "issuer": re.compile(
        r"\b(?:co quan|don vi|so) nao (?:da )?ban hanh\b|\bdo (?:ai|co quan nao) ban hanh\b"
    ),
}
# Both at once, as who has to cite a document asks for them.
_BOTH = re.compile(
    r"\bso(?:,? ky hieu)?(?:,| va| voi| cung) (?:ngay|hom)\b(?: (?:thang|nam))*"
    r"(?: (?:ban hanh|ky))?(?: day du| sao cho dung| the nao| ra sao| nao)*"
)
_NAMES = {
    "number": "Số, ký hiệu",
    "issued_on": "Ngày ban hành",
    "signer": "Người ký",
    "recipients": "Nơi nhận",
    "issuer": "Cơ quan ban hành",
}
# Where a blank stands, in the letterhead or at the foot.
_BLANKS = {
    "number": re.compile(r"^\W*Số\s*:"),
    "issued_on": re.compile(r"ngày.{0,6}tháng", re.IGNORECASE),
    "signer": re.compile(r"^\W*(?:KT\.|TL\.|TM\.)?\s*(?:GIÁM ĐỐC|CHỦ TỊCH|TRƯỞNG|PHÓ|CHÁNH)"),
}
NAMED = 0.6  # the share of what the question calls a document that its head must hold


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
    bare = folded(text)
    if not re.search(_KINDS, bare):
        return None
    both = _BOTH.search(bare)
    if both and text[both.start() : both.start() + 2].casefold() in ("số", "so"):  # not "sở"
        return Asked(("number", "issued_on"), _rest(text, both))
    for particular, pattern in _ASKS.items():
        found = pattern.search(bare)
        if found:
            return Asked((particular,), f"{text[: found.start()]} {text[found.end() :]}")
    return None


def _rest(text: str, found: re.Match[str]) -> str:
    """Return what names the document: what stands behind the asking words, or else before them."""
    behind = text[found.end() :]
    named = re.search(_KINDS, folded(behind))
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

    def answer(self, text: str, documents: frozenset[str]) -> tuple[Part, ...] | None:
        """Return a part for each document that is named; None when none is asked about so.

        Empty when the documents named do not state the particular.
        """
        asked = asked_particular(text)
        if asked is None:
            return None
        reading = self._reader.read(asked.rest)
        numbering = Numbering()
        named = self._called(reading)
        chosen = [d for d in named if not documents or d.id in documents]
        parts = (self._part(document, asked.particulars, numbering) for document in chosen)
        return tuple(part for part in parts if part) if chosen else None

    def _called(self, reading: Reading) -> list[Document]:
        """Return the documents that are meant; a law that is named, whatever else is said."""
        known = self._shelf.documents
        laws = reading.scope.documents & self._shelf.instruments.keys()
        if len(laws) == 1:
            return [known[law] for law in laws]
        return [d for d in known.values() if self._named(d, reading)]

    def _named(self, document: Document, reading: Reading) -> bool:
        """Tell whether the question's words are those of the document's head."""
        if not (reading.firm or reading.scope.names or reading.scope.years):
            return False
        scope = reading.scope
        if scope.documents and document.id not in scope.documents:
            return False
        if scope.years and not scope.years & _years(document):
            return False
        head = head_words(document)
        return _same_kind(document, reading) and all(
            held(chunk, head) >= NAMED for chunk in reading.firm
        )

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


def _years(document: Document) -> frozenset[int]:
    date = document.particulars.issued_on
    issued = frozenset({date.year}) if date else frozenset()
    return years_of_document(document) | issued


def _same_kind(document: Document, reading: Reading) -> bool:
    """Tell whether the document is of the kind that the question calls it; news pages have none."""
    bare = folded(reading.text)
    kind = document.particulars.kind
    called = [name for name in ("ke hoach", "bao cao", "bai viet") if name in bare]
    if not called:
        return True
    return folded(kind.value) in called if kind else "bai viet" in called
