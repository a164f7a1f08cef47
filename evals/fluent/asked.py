"""One question asked of the speaker, and what is noted of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.fluent.speaker import Speaker
from assistant.lead import lead
from assistant.mode import Mode
from assistant.question import Question
from assistant.reply import Answer, Claim, ClaimStatus, Refusal
from assistant.written import Generation
from corpus.document import Document
from evals.fluent.tape import Tape
from evals.gold import GoldItem
from evals.measures.forbidden import violations
from evals.outcome import Outcome

_FIGURE = re.compile(r"\d+(?:[.,/]\d+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What came of a question; `shown` are sentences with their quotes and what is wrong with them.

    `wrong` is found without the checker that let a sentence pass: a quote that does not stand in
    its document, a figure that no quote and no name of the document has, words that the gold item
    forbids.
    """

    id: str
    answerable: bool
    refused: bool
    fault: str
    shown: tuple[dict[str, object], ...] = ()
    withheld: tuple[tuple[str, str], ...] = ()  # the check that failed, the sentence
    generation: Generation | None = None
    first: float = 0.0  # seconds to the first sentence shown, 0 when there was none
    total: float = 0.0


def ask(speaker: Speaker, tape: Tape, item: GoldItem, documents: dict[str, Document]) -> Asked:
    """Ask a question in fluent mode, of a speaker whose model is the tape."""
    question, first = Question(item.question, item.history, mode=Mode.FLUENT), 0.0
    for step in speaker.steps(question):
        reply = step.reply
        if not step.whole:
            first = first or tape.now
    if isinstance(reply, Refusal):
        return Asked(id=item.id, answerable=item.answerable, refused=True, fault="")
    written = reply.written
    withheld = written.withheld if written else ()
    worded = written is not None and written.fault in ("", "cut")
    return Asked(
        id=item.id,
        answerable=item.answerable,
        refused=False,
        fault=written.fault if written else "not worded",
        shown=tuple(_shown(reply, item, documents)) if worded else (),
        withheld=tuple((one.check, one.text) for one in withheld),
        generation=written.generation if written else None,
        first=first,
        total=tape.now,
    )


def _shown(
    answer: Answer, item: GoldItem, documents: dict[str, Document]
) -> Iterator[dict[str, object]]:
    for part in answer.parts:
        for claim in part.claims:
            yield {
                "text": claim.text,
                "status": claim.status.value,
                "quotes": [citation.quote for citation in claim.citations],
                "wrong": list(_wrong(claim, item, documents)),
            }


def _wrong(claim: Claim, item: GoldItem, documents: dict[str, Document]) -> Iterator[str]:
    for citation in claim.citations:
        if citation.span.of(documents[citation.document_id].text) != citation.quote:
            yield "misquoted"
    told = " ".join(c.quote for c in claim.citations)
    for key in {c.document_id for c in claim.citations}:
        told += f" {lead(documents[key])} {documents[key].title} {documents[key].text[:600]}"
    if claim.status is ClaimStatus.PARAPHRASED:
        known = {_bare(figure) for figure in _FIGURE.findall(told)}
        said = {_bare(figure) for figure in _FIGURE.findall(claim.text)}
        yield from (f"figure {figure}" for figure in sorted(said - known))
    outcome = Outcome(id=item.id, answer=claim.text, abstained=False, confidence=1.0, citations=())
    if item.forbidden and violations(item, outcome):
        yield "forbidden"


def _bare(figure: str) -> str:
    return "/".join(part.lstrip("0") for part in figure.split("/"))


def table(asked: Iterable[Asked], extractive_refusals: int) -> str:
    """Return the figures as a Markdown table."""
    every = list(asked)
    answerable = [one for one in every if one.answerable]
    not_answerable = [one for one in every if not one.answerable]
    shown = [one for row in every for one in row.shown]
    statuses = Counter(str(one["status"]) for one in shown)
    checks = Counter(check for row in every for check, _ in row.withheld)
    faults = Counter(row.fault for row in every if row.fault)
    made = [row.generation for row in every if row.generation]
    timed = [row for row in every if row.generation and row.total]
    first = [row.first for row in timed if row.first]
    speed = [row.generation.tokens / row.total for row in timed if row.generation]
    rows = [
        ("questions: answerable, not answerable", f"{len(answerable)}, {len(not_answerable)}"),
        ("not answerable: refused, fluent", f"{sum(r.refused for r in not_answerable)}"),
        ("not answerable: refused, extractive", f"{extractive_refusals}"),
        ("generations", f"{len(made)}"),
        ("sentences shown", ", ".join(f"{k} {v}" for k, v in sorted(statuses.items()))),
        ("shown and wrong", f"{sum(bool(one['wrong']) for one in shown)}"),
        ("sentences withheld", ", ".join(f"{k} {v}" for k, v in checks.most_common())),
        (
            "answers in the words of the source after all",
            ", ".join(f"{k} {v}" for k, v in faults.most_common()),
        ),
        ("seconds to the first sentence shown, p50 / p95", _spread(first)),
        ("seconds of a whole answer, p50 / p95", _spread([row.total for row in timed])),
        ("tokens per second of the model, p50 / p95", _spread(speed)),
    ]
    return "\n".join(["| what | figure |", "|---|---|", *(f"| {a} | {b} |" for a, b in rows)])


def _spread(values: list[float]) -> str:
    if not values:
        return "–"
    ordered = sorted(values)
    return f"{ordered[len(ordered) // 2]:.1f} / {ordered[int(len(ordered) * 0.95)]:.1f}"
