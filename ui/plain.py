"""A reply as plain text: for the command line, the JSON contract and the clipboard."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.reply import Answer, Citation, Claim, Refusal, Reply
from corpus.address import address
from corpus.document import Document
from corpus.passage import Passage
from ui import messages
from ui.letter import closing, opening

EMPHASIS = re.compile(r"(?<!\*)\*{1,3}(?!\*)")  # how the sources mark bold and italic words


def reply_text(reply: Reply) -> str:
    """Return the reply with its `[n]` markers: lead lines, claims, "- " before bullets.

    A refusal is its reason and what is missing, without markers.
    """
    if isinstance(reply, Refusal):
        return refusal_text(reply)
    lines = (line for part in reply.parts for line in (part.lead, *map(claim_text, part.claims)))
    return "\n".join(line for line in lines if line)


def claim_text(claim: Claim) -> str:
    """Return one claim with its markers."""
    markers = "".join(f"[{citation.n}]" for citation in claim.citations)
    return f"{'- ' if claim.bullet else ''}{claim.text} {markers}"


def refusal_text(refusal: Refusal) -> str:
    """Return why nothing is answered and what is missing."""
    return " ".join(filter(None, (messages.refusal(refusal.reason), refusal.missing)))


def copied_text(answer: Answer) -> str:
    """Return an answer with its sources listed under it, as it goes to the clipboard."""
    names = {part.document.id: named(part.document) for part in answer.parts}
    sources = (source_line(c, names.get(c.document_id, c.document_id)) for c in answer.citations)
    told = (*opening(answer), reply_text(answer), *closing(answer))
    return "\n".join((*told, "", messages.SOURCES, *sources, "", messages.NOTICE))


def source_line(citation: Citation, title: str) -> str:
    """Return one line of a list of sources: number, title, address."""
    return f"[{citation.n}] {_filled((folded(title), citation.address))}"


def quotation(document: Document, words: str, passage: Passage | None) -> str:
    """Return cited words with where they stand, as they are put into another text."""
    number = document.particulars.number
    numbered = f"{messages.NUMBER.lower()} {number.value}" if number else ""
    day = document.particulars.issued_on
    dated = f"{messages.DAY} {day}" if day else ""
    place = address(passage) if passage else ""
    return f"“{shown(words)}” ({_filled((place, named(document), numbered, dated))})"


def understood_line(understood: str) -> str:
    """Return "Tôi hiểu là: …", whether or not the reply carries these words itself."""
    lead = messages.UNDERSTOOD.strip()
    return understood if understood.startswith(lead.rstrip(":")) else f"{lead} {understood}"


def named(document: Document) -> str:
    """Return what to call a document: its kind and its title, or the file name without a title.

    A title that is in capitals, or names its kind itself, is left as it is.
    """
    title = folded(document.title)
    kind = document.particulars.kind
    if not document.particulars.title or not kind or title.isupper():
        return title
    if title.casefold().startswith(kind.value.casefold()):
        return title
    return f"{kind.value} {title[0].lower()}{title[1:]}"


def shown(words: str) -> str:
    r"""Return words as they are displayed: without emphasis marks, white space folded.

    >>> shown("**chậm nhất\nngày 01/11/2023**")
    'chậm nhất ngày 01/11/2023'
    """
    return folded(EMPHASIS.sub("", words))


def folded(words: str) -> str:
    r"""Return words on one line.

    >>> folded("KẾ HOẠCH\nThực hiện  dân chủ")
    'KẾ HOẠCH Thực hiện dân chủ'
    """
    return " ".join(words.split())


def _filled(parts: Iterable[str]) -> str:
    return ", ".join(part for part in parts if part)
