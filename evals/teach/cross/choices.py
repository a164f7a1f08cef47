"""What is learnt of one question: its candidates, how good each is, and those of near misses."""

from __future__ import annotations

import os
import random
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from itertools import chain, compress
from multiprocessing import get_context
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.assistant import Assistant
from assistant.evidence.candidate import Candidate
from assistant.question import Question
from assistant.settings import load_settings
from assistant.weighing.asked import Asked, Stretch
from assistant.weighing.features import NAMES, vector
from assistant.weighing.select import Chosen
from assistant.wiring import open_workbench
from assistant.workbench import Workbench
from corpus.document import Document
from corpus.span import Span
from evals.candidates import quoted, right_among, worth
from evals.measures.evidence import place_of
from evals.retrieval.beir import bare
from evals.sources import Place
from evals.teach.cross.groups import Sample

BEST, LESS, WRONG, NEAREST = 2, 2, 5, 2  # candidates of each sort that are read
READ, WEIGHED = 12, 24  # candidates of which these are; that are looked at
COVERED = 0.7  # the share of a proof that a candidate must hold
BARE = 0.12  # of the questions, which are learnt without their diacritics


@dataclass(frozen=True, slots=True, eq=False)
class Weighed:
    """A question as it is read, with its candidates as they rank before they are read.

    `texts` are the candidates as they are read, `rewards` how good each is as an answer, in
    [0, 1], and `known` what is known of each, `(candidates, features)`.
    """

    question: str
    texts: tuple[str, ...]
    rewards: NDArray[np.float32]
    known: NDArray[np.float32]

    @property
    def right(self) -> NDArray[np.bool_]:
        """Which candidates are as good as the best, when any is good enough."""
        return right_among(self.rewards)


@dataclass(frozen=True, slots=True)
class Choice:
    """A question that candidates answer, and near misses, which none does.

    `name` is that of the document that is asked about.
    """

    name: str
    asked: Weighed
    near: tuple[Weighed, ...]

    @property
    def question(self) -> str:
        """The question as it is read."""
        return self.asked.question

    @property
    def best(self) -> tuple[str, ...]:
        """What answers best."""
        return self._of(self.asked.right, BEST)

    @property
    def less(self) -> tuple[str, ...]:
        """What answers less well: a part of the answer, or more than it."""
        return self._of((self.asked.rewards > 0) & ~self.asked.right, LESS)

    @property
    def wrong(self) -> tuple[str, ...]:
        """What does not answer."""
        return self._of(self.asked.rewards == 0, WRONG)

    @property
    def missed(self) -> tuple[Sample, ...]:
        """Each near miss with what looks like its answer, and with what answers the other."""
        best = self.best
        alike = ([text for text in one.texts if text not in best][:NEAREST] for one in self.near)
        return tuple(
            Sample(one.question, (*some, *best[:1]))
            for one, some in zip(self.near, alike, strict=True)
        )

    @property
    def read(self) -> Iterator[tuple[str, str]]:
        """Every question with every text that is read with it."""
        yield from ((self.question, text) for text in (*self.best, *self.less, *self.wrong))
        yield from ((one.question, text) for one in self.missed for text in one.passages)

    def _of(self, which: NDArray[np.bool_], most: int) -> tuple[str, ...]:
        return tuple(compress(self.asked.texts[:READ], which[:READ]))[:most]


def choices(
    assistant: Assistant, documents: Iterable[Document], asked: Sequence[Asked]
) -> Iterator[Choice]:
    """Yield a choice for each question about one of the documents that finds what answers it."""
    sources = {document.source: document.id for document in documents}
    for one in asked:
        if one.text in sources:
            choice = _choice(assistant, sources[one.text], one)
            if choice.best:
                yield choice


def _choice(assistant: Assistant, document: str, one: Asked) -> Choice:
    heard, found = assistant.read_again(Question(one.question))
    rewards = [_reward(assistant, choice, document, one) for choice, _ in found[:WEIGHED]]
    asked = _weighed(heard, found, rewards)
    near = (assistant.read_again(Question(question)) for question in one.near)
    return Choice(one.text, asked, tuple(_weighed(*miss, [0.0] * WEIGHED) for miss in near))


def _weighed(heard: str, found: Sequence[tuple[Chosen, str]], rewards: Sequence[float]) -> Weighed:
    known = np.array([vector(choice.features) for choice, _ in found[:WEIGHED]], np.float32)
    texts = tuple(text for _, text in found[:WEIGHED])
    good = np.array(rewards[: len(texts)], np.float32)
    return Weighed(heard, texts, good, known.reshape(len(texts), len(NAMES)))


def _reward(assistant: Assistant, choice: Chosen, document: str, one: Asked) -> float:
    """Return how good a candidate is as an answer; 0 when it holds none of the proofs."""
    share = _share(choice.candidate, document, one)
    if not share:
        return 0.0
    cited = [place_of(c) for c in quoted(assistant, choice, "").citations if c.start < c.end]
    proofs, also = ([Place(one.text, Span(*p)) for p in some] for some in (one.proofs, one.also))
    met = [any(proof.meets(place) for place in cited) for proof in proofs]
    enough = any(proof.meets(place) for place in cited for proof in also)
    precise = [any(proof.meets(place) for proof in (*proofs, *also)) for place in cited]
    return worth(share, 1.0 if enough else _mean(met), _mean(precise))


def _mean(some: Sequence[bool]) -> float:
    return sum(some) / len(some) if some else 0.0


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
            near = tuple(replace(one, question=bare(one.question)) for one in choice.near)
            asked = replace(choice.asked, question=bare(choice.question))
            yield replace(choice, asked=asked, near=near)
        else:
            yield choice
