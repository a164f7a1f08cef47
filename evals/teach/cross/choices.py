"""What is learnt of one question: which candidates answer it, which do not, and a near miss."""

from __future__ import annotations

import os
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path

from assistant.assistant import Assistant
from assistant.candidate import Candidate
from assistant.question import Question
from assistant.settings import load_settings
from assistant.wiring import open_workbench
from corpus.document import Document
from corpus.span import Span
from evals.retrieval.beir import bare
from evals.teach.cross.asked import Asked, Stretch, read_asked

RIGHT, WRONG, NEAREST = 2, 5, 2  # candidates of each sort that are learnt from
WEIGHED = 12  # candidates that are looked at
COVERED = 0.7  # the share of a proof that a candidate must hold
PARTLY = 0.5  # the share of the proofs that makes a candidate right where none holds all
BARE = 0.12  # of the questions, which are learnt without their diacritics


@dataclass(frozen=True, slots=True)
class Choice:
    """A question with texts that answer it and others; a near miss with what looks like it.

    `name` is that of the document that is asked about.
    """

    name: str
    question: str
    right: tuple[str, ...]
    wrong: tuple[str, ...]
    near: str
    nearest: tuple[str, ...]

    @property
    def read(self) -> Iterator[tuple[str, str]]:
        """Every question with every text that is read with it."""
        yield from ((self.question, text) for text in (*self.right, *self.wrong))
        yield from ((self.near, text) for text in self.nearest)


def choices(
    assistant: Assistant, documents: Iterable[Document], asked: Sequence[Asked]
) -> Iterator[Choice]:
    """Yield a choice for each question about one of the documents that finds what answers it."""
    sources = {document.source: document.id for document in documents}
    for one in asked:
        if one.text in sources:
            choice = _choice(assistant, sources, one)
            if choice.right:
                yield choice


def _choice(assistant: Assistant, sources: Mapping[str, str], one: Asked) -> Choice:
    question, found = assistant.read_again(Question(one.question))
    near, nearest = assistant.read_again(Question(one.near))
    shares = [(_share(c, sources[one.text], one), text) for c, text in found[:WEIGHED]]
    best = max((share for share, _ in shares), default=0.0)
    right = [text for share, text in shares if share == best >= PARTLY][:RIGHT]
    wrong = [text for share, text in shares if share == 0 and text not in right][:WRONG]
    alike = [text for _, text in nearest if text not in right][:NEAREST]
    return Choice(one.text, question, tuple(right), tuple(wrong), near, (*alike, *right[:1]))


def _share(candidate: Candidate, document: str, one: Asked) -> float:
    """Return the share of the proofs of a question that a candidate holds."""
    if candidate.head.document_id != document:
        return 0.0
    own = candidate.sentence.spans if candidate.sentence else (candidate.head.span,)
    spans = (*own, *(item.span for item in candidate.items))
    if any(_holds(spans, proof) for proof in one.also):
        return 1.0
    return sum(_holds(spans, proof) for proof in one.proofs) / len(one.proofs)


def _holds(spans: Sequence[Span], proof: Stretch) -> bool:
    start, end = proof
    shared = (min(span.end, end) - max(span.start, start) for span in spans)
    return sum(max(0, length) for length in shared) >= COVERED * (end - start)


def asked_over(homes: Sequence[Path]) -> Iterator[Choice]:
    """Yield what is learnt of the questions about the texts of libraries, each question once."""
    seen: set[tuple[str, str]] = set()
    with ProcessPoolExecutor(len(homes), get_context("spawn")) as pool:
        for some in pool.map(_asked_over, homes):
            for choice in some:
                if (choice.name, choice.question) not in seen:
                    seen.add((choice.name, choice.question))
                    yield choice


def _asked_over(home: Path) -> list[Choice]:
    settings = load_settings({**os.environ, "HOIQUYCHE_HOME": str(home)})
    with open_workbench(settings, owner="python -m evals.teach.cross") as bench:
        bench.prepare(lambda _done, _all: None)
        return list(choices(bench.assistant, bench.documents(), read_asked()))


def some_bare(known: Iterable[Choice], seed: int) -> Iterator[Choice]:
    """Yield choices, some of them with questions as they are typed without diacritics."""
    draw = random.Random(seed)  # noqa: S311 - no secret
    for choice in known:
        if draw.random() < BARE:
            yield replace(choice, question=bare(choice.question), near=bare(choice.near))
        else:
            yield choice
