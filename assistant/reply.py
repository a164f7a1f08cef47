"""A reply: claims with their citations, or a refusal with its reason."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from assistant.written import Written
from corpus.document import Document
from corpus.errors import HoiQuyCheError
from corpus.span import Span


class UnsupportedClaimError(HoiQuyCheError):
    """A claim without a citation cannot exist."""

    def __init__(self, text: str) -> None:
        self.text = text
        super().__init__(f"the claim {text[:60]!r} has no citation")


class MisquotedError(HoiQuyCheError):
    """A citation whose quote does not stand in its document at its span."""

    def __init__(self, source: str, span: Span) -> None:
        self.source, self.span = source, span
        super().__init__(f"{source}[{span.start}:{span.end}] does not hold the quote")


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """The words of a document that prove a claim: `quote == document.text[span]`.

    `n` is the number of its marker `[n]` in the answer, from 1. `address` is for people:
    "mục II.3, gạch đầu dòng thứ 5".
    """

    n: int
    document_id: str
    span: Span
    quote: str
    address: str

    @property
    def id(self) -> str:
        """A stable id (12 hex digits) of these words at this place; a rebuild keeps it."""
        key = f"{self.document_id}\0{self.span.start}\0{self.span.end}\0{self.quote}"
        return hashlib.sha256(key.encode()).hexdigest()[:12]


class ClaimStatus(StrEnum):
    """How a claim was proved."""

    VERBATIM = "verbatim"  # the claim's words are the quote's words
    PARAPHRASED = "paraphrased"  # other words for the quotes, each checked by code
    CORRECTION = "correction"  # who the source gives it to, proved by the heading of its section
    PARTICULAR = "particular"  # a particular of the document (number, date …), proved by its span


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One statement of an answer with at least one citation.

    `bullet` says that it is an item of a list, to be shown as one under the claim before it.
    """

    text: str
    citations: tuple[Citation, ...]
    status: ClaimStatus = ClaimStatus.VERBATIM
    bullet: bool = False

    def __post_init__(self) -> None:
        if not self.citations:
            raise UnsupportedClaimError(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The claims that come from one document, under one line that names it."""

    document: Document
    lead: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An answer: parts by document, each claim cited, citations numbered from 1 in order.

    `written` tells of the language model that was asked to word it; None when none was.
    """

    parts: tuple[Part, ...]
    warnings: tuple[str, ...] = ()
    understood: str = ""  # "Tôi hiểu là: …" when the question was repaired or completed, else ""
    confidence: float = 1.0
    written: Written | None = None

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every citation once, in the order of its number."""
        found = {c.n: c for part in self.parts for claim in part.claims for c in claim.citations}
        return tuple(found[n] for n in sorted(found))


class RefusalReason(StrEnum):
    """Why nothing is answered."""

    SILENT = "silent"  # the texts say nothing about it
    EMPTY = "empty"  # no question was asked
    TOO_LONG = "too_long"  # longer than a question can be
    UNREADABLE = "unreadable"  # no words in it: binary, symbols only
    NO_DOCUMENTS = "no_documents"  # the library, or the part of it that was chosen, is empty


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A refusal: its reason, what was missing, and the nearest passages, numbered from 1."""

    reason: RefusalReason
    missing: str = ""  # in Vietnamese, what the texts do not say; "" when there is nothing to add
    nearest: tuple[Citation, ...] = ()
    understood: str = ""
    confidence: float = 0.0


Reply = Answer | Refusal
