"""Replies as rows keep them. Quotes are kept whole: an answer outlives the document it cites."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from assistant.reply import (
    Answer,
    Citation,
    Claim,
    ClaimStatus,
    Part,
    Refusal,
    RefusalReason,
    Reply,
)
from assistant.written import Generation, Told, Withheld, Written
from corpus.document import Document, Fact, Particulars
from corpus.errors import UnknownDocumentError
from corpus.span import Span

Json = dict[str, Any]
DocumentOf = Callable[[str], Document]


def reply_row(reply: Reply | None) -> str:
    """Return what is kept of a reply."""
    told: Json = {}
    if isinstance(reply, Refusal):
        told = {"reason": reply.reason.value, "missing": reply.missing}
        told["nearest"] = [_citation(one) for one in reply.nearest]
    elif reply:
        told = {"warnings": list(reply.warnings), "parts": [_part(one) for one in reply.parts]}
        told |= {"written": asdict(reply.written)} if reply.written else {}
    if reply:
        told |= {"understood": reply.understood, "confidence": reply.confidence}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def reply_of(row: str, document_of: DocumentOf) -> Reply | None:
    """Return the reply that was kept; a document that is gone is named by what was kept of it."""
    told = json.loads(row)
    if not told:
        return None
    common = {"understood": told["understood"], "confidence": told["confidence"]}
    if "reason" in told:
        nearest = tuple(_citation_of(one) for one in told["nearest"])
        reason = RefusalReason(told["reason"])
        return Refusal(reason=reason, missing=told["missing"], nearest=nearest, **common)
    parts = tuple(_part_of(one, document_of) for one in told["parts"])
    written = _written_of(told["written"]) if told.get("written") else None
    return Answer(parts=parts, warnings=tuple(told["warnings"]), written=written, **common)


def _written_of(told: Json) -> Written:
    withheld = tuple(Withheld(**one) for one in told["withheld"])
    made = _generation_of(told["generation"]) if told["generation"] else None
    return Written(told["mode"], told["fault"], withheld=withheld, generation=made)


def _generation_of(told: Json) -> Generation:
    return Generation(**{**told, "passages": tuple(Told(**one) for one in told["passages"])})


def _part(part: Part) -> Json:
    kind = part.document.particulars.kind
    return {
        "document": part.document.id,
        "source": part.document.source,
        "title": part.document.title,
        "kind": kind.value if kind else "",
        "lead": part.lead,
        "claims": [_claim(claim) for claim in part.claims],
    }


def _part_of(told: Json, document_of: DocumentOf) -> Part:
    try:
        document = document_of(told["document"])
    except UnknownDocumentError:
        document = _gone(told)
    return Part(document=document, lead=told["lead"], claims=tuple(map(_claim_of, told["claims"])))


def _gone(told: Json) -> Document:
    """Return what is left of a document that is gone: its name, with the title for text."""
    title = told["title"] or told["source"]
    whole = Span(0, len(title))
    kind = Fact(told["kind"], whole) if told["kind"] else None
    known = Particulars(title=Fact(title, whole), kind=kind)
    return Document(id=told["document"], source=told["source"], text=title, particulars=known)


def _claim(claim: Claim) -> Json:
    cited = [_citation(one) for one in claim.citations]
    told: Json = {"text": claim.text, "status": claim.status.value, "bullet": claim.bullet}
    return told | {"citations": cited}


def _claim_of(told: Json) -> Claim:
    cited = tuple(_citation_of(one) for one in told["citations"])
    status = ClaimStatus(told["status"])
    return Claim(text=told["text"], citations=cited, status=status, bullet=told["bullet"])


def _citation(citation: Citation) -> list[object]:
    span = citation.span
    place = [citation.n, citation.document_id, span.start, span.end]
    return [*place, citation.quote, citation.address]


def _citation_of(told: list[Any]) -> Citation:
    n, document_id, start, end, quote, address = told
    span = Span(start, end)
    return Citation(n=n, document_id=document_id, span=span, quote=quote, address=address)
