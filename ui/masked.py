"""Masking: personal addresses and mobile numbers, hidden where answers and texts are read.

A hidden character becomes one dot, so every offset of a text still holds; what is kept and
searched is the text itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.fluent.speaker import Step
from assistant.question import Question
from assistant.reply import Answer, Citation, Claim, Part, Refusal, Reply
from assistant.written import Generation, Written
from corpus.document import Document
from corpus.passage import Passage
from index.hit import Hit
from ui.application import Asking, Library

_DOT = "•"
# ten digits that begin as mobile numbers do; those of offices begin with 02
_MOBILE = re.compile(r"(?<!\d)(?P<head>0[35789])(?P<rest>(?:[ .-]?\d){8})(?!\d)")
_EMAIL = re.compile(r"(?P<head>\w)(?P<rest>[\w.+-]*)(?P<host>@[\w-]+(?:\.[\w-]+)+)")
_DIGIT = re.compile(r"\d")


def masked(text: str) -> str:
    """Return `text`, as long as before, with the middle of every personal contact hidden.

    >>> masked("Gửi loandtm@tayninh.gov.vn, 0912 345 678, (0276) 3822 233.")
    'Gửi l••••••@tayninh.gov.vn, 09•• ••• •••, (0276) 3822 233.'
    """
    hidden = _EMAIL.sub(lambda m: f"{m['head']}{_DOT * len(m['rest'])}{m['host']}", text)
    return _MOBILE.sub(lambda m: f"{m['head']}{_DIGIT.sub(_DOT, m['rest'])}", hidden)


def masked_document(document: Document) -> Document:
    """Return a document with its contacts hidden."""
    return replace(document, text=masked(document.text))


def masked_reply(reply: Reply) -> Reply:
    """Return a reply with the contacts hidden in every claim and quote."""
    if isinstance(reply, Refusal):
        return replace(reply, nearest=tuple(map(_citation, reply.nearest)))
    written = _written(reply.written) if reply.written else None
    return replace(reply, parts=tuple(map(_part, reply.parts)), written=written)


def _written(written: Written) -> Written:
    withheld = tuple(replace(one, text=masked(one.text)) for one in written.withheld)
    made = written.generation
    return replace(written, withheld=withheld, generation=_generation(made) if made else None)


def _generation(made: Generation) -> Generation:
    told = tuple(replace(one, text=masked(one.text)) for one in made.passages)
    return replace(made, output=masked(made.output), passages=told)


def masked_hit(hit: Hit) -> Hit:
    """Return a hit with the contacts hidden in its passage."""
    return replace(hit, passage=replace(hit.passage, text=masked(hit.passage.text)))


def _part(part: Part) -> Part:
    claims = tuple(map(_claim, part.claims))
    return replace(part, document=masked_document(part.document), claims=claims)


def _claim(claim: Claim) -> Claim:
    citations = tuple(map(_citation, claim.citations))
    return replace(claim, text=masked(claim.text), citations=citations)


def _citation(citation: Citation) -> Citation:
    return replace(citation, quote=masked(citation.quote))


@dataclass(frozen=True, slots=True)
class MaskedLibrary:
    """A library as it is read where contacts are hidden."""

    library: Library

    def documents(self) -> tuple[Document, ...]:
        """Return every document."""
        return tuple(map(masked_document, self.library.documents()))

    def document(self, document_id: str) -> Document:
        """Return one document."""
        return masked_document(self.library.document(document_id))

    def passages(self, document_id: str) -> tuple[Passage, ...]:
        """Return the passages of a document."""
        return tuple(
            replace(one, text=masked(one.text)) for one in self.library.passages(document_id)
        )


@dataclass(frozen=True, slots=True)
class MaskedAssistant:
    """An assistant whose replies hide contacts."""

    assistant: Asking

    def ask(self, question: Question) -> Answer | Refusal:
        """Answer, or refuse with the reason."""
        return masked_reply(self.assistant.ask(question))

    def steps(self, question: Question) -> Iterator[Step]:
        """Yield the reply as it grows."""
        for step in self.assistant.steps(question):
            yield replace(step, reply=masked_reply(step.reply))
