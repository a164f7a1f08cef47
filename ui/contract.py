"""The JSON of `ask`: the contract that the command line and the API share."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import asdict

from assistant.fluent.gather import Extracting
from assistant.fluent.model import Fault
from assistant.question import Question
from assistant.reply import Answer, Citation, Claim, Refusal, Reply
from assistant.written import Written
from corpus.address import address
from corpus.document import Document
from corpus.passage import Passage
from index.hit import Hit
from ui.plain import reply_text

Json = dict[str, object]
_MODELS_OWN = ("", Fault.CUT)  # the faults with which the words are a model's


def answered(
    assistant: Extracting, question: Question, document_of: Callable[[str], Document]
) -> Json:
    """Answer a question and return it in the form of the contract, with its own time."""
    started = time.perf_counter()
    reply = assistant.ask(question)
    return reply_json(reply, document_of, (time.perf_counter() - started) * 1000)


def reply_json(reply: Reply, document_of: Callable[[str], Document], elapsed_ms: float) -> Json:
    """Return a reply as the contract has it.

    `answer` carries `[n]` markers, each with a citation and each citation with a marker; so a
    refusal has no citations, and its nearest passages stand under `nearest`.
    """
    answer = reply if isinstance(reply, Answer) else None
    written = answer.written if answer else None
    return {
        "answer": reply_text(reply),
        "abstained": isinstance(reply, Refusal),
        "confidence": round(reply.confidence, 4),
        "citations": [_citation(c, document_of(c.document_id)) for c in _cited(reply)],
        "warnings": list(answer.warnings) if answer else [],
        "understood": reply.understood,
        "reason": reply.reason.value if isinstance(reply, Refusal) else "",
        "nearest": [_citation(c, document_of(c.document_id)) for c in _nearest(reply)],
        "claims": [_claim(c) for part in answer.parts for c in part.claims] if answer else [],
        "writer": "llm" if written and written.fault in _MODELS_OWN else "extractive",
        "writing": writing_json(written) if written else None,
        "elapsed_ms": round(elapsed_ms, 1),
    }


def writing_json(written: Written) -> Json:
    """Return how an answer was worded: what is needed to run it again, and what was withheld."""
    made = asdict(written.generation) if written.generation else None
    withheld = [asdict(one) for one in written.withheld]
    told: Json = {"mode": written.mode, "fault": written.fault, "withheld": withheld}
    return {**told, "generation": made}


def _claim(claim: Claim) -> Json:
    cited = [citation.n for citation in claim.citations]
    return {"text": claim.text, "status": claim.status.value, "citations": cited}


def document_json(document: Document) -> Json:
    """Return a document as lists show it; a particular that the source leaves blank is null."""
    facts = {name: getattr(f, "value", None) or str(f) for name, f in document.facts().items()}
    names = ("kind", "number", "issuer", "place", "issued_on", "signer")
    return {
        "id": document.id,
        "source": document.source,
        "title": document.title,
        "origin": document.origin,
        "characters": len(document.text),
        **{name: facts.get(name) for name in names},
    }


def hit_json(hit: Hit, rank: int, document_of: Callable[[str], Document]) -> Json:
    """Return a found passage as `search` shows it; ranks begin at 1."""
    passage = hit.passage
    return {
        "rank": rank,
        "score": round(hit.score, 6),
        "lexical": round(hit.parts.lexical, 6),
        "dense": round(hit.parts.dense, 6),
        "late": round(hit.parts.late, 6),
        **passage_json(passage),
        "source": document_of(passage.document_id).source,
    }


def passage_json(passage: Passage) -> Json:
    """Return a passage with its place."""
    return {
        "passage": passage.id,
        "document": passage.document_id,
        "kind": passage.kind.value,
        "address": address(passage),
        "headings": list(passage.headings),
        "text": passage.text,
        "start": passage.span.start,
        "end": passage.span.end,
    }


def _cited(reply: Reply) -> tuple[Citation, ...]:
    return reply.citations if isinstance(reply, Answer) else ()


def _nearest(reply: Reply) -> tuple[Citation, ...]:
    return reply.nearest if isinstance(reply, Refusal) else ()


def _citation(citation: Citation, document: Document) -> Json:
    number = document.particulars.number
    return {
        "n": citation.n,
        "id": citation.id,
        "document": document.id,
        "source": document.source,
        "title": document.title,
        "number": number.value if number else None,
        "address": citation.address,
        "quote": citation.quote,
        "start": citation.span.start,
        "end": citation.span.end,
    }
