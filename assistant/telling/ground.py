"""Proving claims: what is not in the sources does not leave the assistant."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.quote import shown
from assistant.reply import (
    Citation,
    Claim,
    ClaimStatus,
    MisquotedError,
    Part,
    UnsupportedClaimError,
)
from corpus.document import Document


def proved(parts: tuple[Part, ...], documents: Mapping[str, Document]) -> tuple[Part, ...]:
    """Return `parts` unchanged when every claim is proved.

    Each quote must stand in its document at its span, and a verbatim claim must be the words of
    its quotes.

    Raises:
        MisquotedError: a quote is not what its document holds there.
        UnsupportedClaimError: a claim's words are not those of its quotes.
    """
    for part in parts:
        for claim in part.claims:
            _prove(claim, documents)
    return parts


def _prove(claim: Claim, documents: Mapping[str, Document]) -> None:
    for citation in claim.citations:
        _prove_quote(citation, documents[citation.document_id])
    quotes = " ".join(shown(citation.quote) for citation in claim.citations)
    if claim.status is ClaimStatus.VERBATIM and claim.text not in quotes:
        raise UnsupportedClaimError(claim.text)


def _prove_quote(citation: Citation, document: Document) -> None:
    if citation.span.of(document.text) != citation.quote:
        raise MisquotedError(document.source, citation.span)
