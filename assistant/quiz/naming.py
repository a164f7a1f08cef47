"""What a stem calls a document, from the particulars that the document itself states."""

from __future__ import annotations

import re

from assistant.lead import called, dated
from assistant.quiz.wording import clean, lowered
from assistant.shelf import Shelf
from corpus.document import Document, Fact
from corpus.passage import PassageKind

_YEAR = re.compile(r"\bnăm (?:19|20)\d{2}\b", re.IGNORECASE)
_AREA = re.compile(
    r"\b(?P<level>[Hh]uyện|[Tt]ỉnh|[Tt]hành phố|[Tt]hị xã|[Qq]uận|[Xx]ã|[Pp]hường|[Tt]hị trấn)"
    r" (?P<name>[^\W\d_a-z]\w*(?: [^\W\d_a-z]\w*){0,3})"
)
LONGEST_TITLE = 110  # characters


def name_of(document: Document, shelf: Shelf) -> str:
    """Return the name by which stems call a document, without "Theo".

    A text without a head is called by the registered instrument that it is, else a "bài viết" by
    its author or issuer, its date and the area that its first sentence is about.
    """
    known = document.particulars
    instrument = shelf.instruments.get(document.id)
    if instrument and not (known.kind or known.number):
        return instrument.label
    if known.number:
        date = f" {dated(known.issued_on)}" if known.issued_on else ""
        return f"{called(document)} số {known.number.value}{date}{_by(document)}"
    if known.kind is None:
        return _article(document, shelf)
    return f"{known.kind.value} {_subject(document)}{_by(document)}"


def _by(document: Document) -> str:
    """Return "của Sở Nội vụ Tây Ninh": a provincial office has its place in its name."""
    issuer = document.particulars.issuer
    if issuer is None:
        return ""
    place = document.particulars.place
    local = place and issuer.value.startswith("Sở ") and place.value not in issuer.value
    return f" của {issuer.value} {place.value}" if place and local else f" của {issuer.value}"


def _subject(document: Document) -> str:
    """Return the title up to its year, else the date; the issuer is not named twice."""
    title = document.particulars.title
    if title is None:
        date = document.particulars.issued_on
        return dated(date) if date else ""
    words = _until_year(title, document)
    issuer = document.particulars.issuer
    if issuer and words.endswith(f" của {issuer.value}"):
        words = words.removesuffix(f" của {issuer.value}")
    return lowered(words.capitalize() if words.isupper() else words)


def _until_year(title: Fact, document: Document) -> str:
    lines = title.span.of(document.text)
    years = list(_YEAR.finditer(lines))
    ends = [found.end() for found in years if lines[found.end() : found.end() + 1] in ("", "\n")]
    return clean(lines[: ends[0]] if ends else title.value)


def _article(document: Document, shelf: Shelf) -> str:
    known = document.particulars
    parts = ["bài viết"]
    if known.issued_on:
        parts.append(f"đăng {dated(known.issued_on)}")
    maker = known.issuer or known.signer
    if maker:
        parts.append(f"của {maker.value}")
    area = _area(document, shelf)
    if area and not known.issuer:
        parts.append(f"về {area}")
    if len(parts) == 1:
        parts.append(f"“{clean(document.title)}”")
    return " ".join(parts)


def _area(document: Document, shelf: Shelf) -> str:
    """Return the area that the first words of the running text name: "huyện Lạc Sơn"."""
    own = (p for p in shelf.passages.values() if p.document_id == document.id)
    first = next((p for p in own if p.kind is PassageKind.PARAGRAPH), None)
    found = _AREA.search(first.text[:120]) if first else None
    return f"{found['level'].lower()} {found['name']}" if found else ""
