"""What is learnt of one question: which candidates answer it, which do not, and near misses."""

from __future__ import annotations

import os
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from itertools import chain
from multiprocessing import get_context
from pathlib import Path

from assistant.assistant import Assistant
from assistant.candidate import Candidate
from assistant.question import Question
from assistant.settings import load_settings
from assistant.wiring import open_workbench
from assistant.workbench import Workbench
from corpus.document import Document
from corpus.span import Span
from evals.retrieval.beir import bare
from evals.teach.cross.asked import Asked, Stretch
from evals.teach.cross.groups import Sample

RIGHT, WRONG, NEAREST = 2, 5, 2  # candidates of each sort that are learnt from
WEIGHED = 12  # candidates that are looked at
COVERED = 0.7  # the share of a proof that a candidate must hold
PARTLY = 0.5  # the share of the proofs that makes a candidate right where none holds all
BARE = 0.12  # of the questions, which are learnt without their diacritics


@dataclass(frozen=True, slots=True)
class Choice:
    """A question with texts that answer it and others; near misses with what looks like them.

    `name` is that of the document that is asked about.
    """

    name: str
    question: str
    right: tuple[str, ...]
    wrong: tuple[str, ...]
    missed: tuple[Sample, ...]

    @property
    def read(self) -> Iterator[tuple[str, str]]:
        """Every question with every text that is read with it."""
        yield from ((self.question, text) for text in (*self.right, *self.wrong))
        yield from ((one.question, text) for one in self.missed for text in one.passages)


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
    shares = [(_share(c, sources[one.text], one), text) for c, text in found[:WEIGHED]]
    best = max((share for share, _ in shares), default=0.0)
    right = [text for share, text in shares if share == best >= PARTLY][:RIGHT]
    wrong = [text for share, text in shares if share == 0 and text not in right][:WRONG]
    missed = tuple(_missed(assistant, near, right) for near in one.near)
    return Choice(one.text, question, tuple(right), tuple(wrong), missed)


def _missed(assistant: Assistant, near: str, right: Sequence[str]) -> Sample:
    """Return a near miss with what the program would answer, and with what answers the other."""
    question, found = assistant.read_again(Question(near))
    alike = [text for _, text in found if text not in right][:NEAREST]
    return Sample(question, (*alike, *right[:1]))


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


def asked_over(homes: Sequence[Path], asked: Sequence[Asked]) -> Iterator[Choice]:
    """Yield what is learnt of what is asked, each in the first library that has the text."""
    first = {name: home for home in reversed(homes) for name in _texts_in(home)}
    shares = [[one for one in asked if first.get(one.text) == home] for home in homes]
    with ProcessPoolExecutor(len(homes), get_context("spawn")) as pool:
        yield from chain.from_iterable(pool.map(_asked_over, homes, shares))


def _texts_in(home: Path) -> list[str]:
    with _bench(home) as bench:
        return [document.source for document in bench.documents()]


def _bench(home: Path) -> AbstractContextManager[Workbench]:
    settings = load_settings({**os.environ, "HOIQUYCHE_HOME": str(home)})
    return open_workbench(settings, owner="python -m evals.teach.cross")


def _asked_over(home: Path, asked: Sequence[Asked]) -> list[Choice]:
    with _bench(home) as bench:
        bench.prepare(lambda _done, _all: None)
        return list(choices(bench.assistant, bench.documents(), asked))


def some_bare(known: Iterable[Choice], seed: int) -> Iterator[Choice]:
    """Yield choices, some of them with questions as they are typed without diacritics."""
    draw = random.Random(seed)  # noqa: S311 - no secret
    for choice in known:
        if draw.random() < BARE:
            missed = tuple(replace(one, question=bare(one.question)) for one in choice.missed)
            yield replace(choice, question=bare(choice.question), missed=missed)
        else:
            yield choice
