"""What an index of some size costs: to build, to keep, to ask, to add to."""

from __future__ import annotations

import os
import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from pydantic import BaseModel, ConfigDict

from corpus.syllables import folded
from index.embedder import Embedder, Read
from index.generation import Change, Generation, build_index, open_index, update_index
from index.ranked import Ranked, top
from index.scale.base import Base
from index.scale.made import DOCUMENT, MadePassages, MadeReader
from index.searcher import HybridSearcher

CANDIDATES = 100  # of each leg, as the searcher asks for
LIBRARY = "made"
ROUNDS = 3


class Times(BaseModel):
    """Milliseconds: the median and what 95 of 100 questions stay under; the quickest of rounds.

    `cpu` is the latter in milliseconds of a processor, which do not count what others took of it.
    """

    model_config = ConfigDict(frozen=True)

    p50: float
    p95: float
    cpu: float

    @classmethod
    def of(cls, action: Callable[[int], object], questions: int) -> Times:
        """Time `action` for each question, in `ROUNDS` rounds."""
        taken = np.zeros((ROUNDS, questions, 2))
        for at in range(ROUNDS):
            for number in range(questions):
                start = np.array([time.perf_counter(), time.process_time()])
                action(number)
                taken[at, number] = [time.perf_counter(), time.process_time()] - start
        wall, cpu = 1000 * taken.min(axis=0).T
        p50, p95 = np.percentile(wall, [50, 95]).tolist()
        return cls(p50=p50, p95=p95, cpu=float(np.percentile(cpu, 95)))


class Built(BaseModel):
    """What a build took; `memory` is the peak of its process in MB."""

    model_config = ConfigDict(frozen=True)

    passages: int
    seconds: float
    memory: float
    disk: float


class Asked(BaseModel):
    """What questions take on one core; `memory` is the peak of the process in MB.

    `both` is a whole question: embedding it, every leg, their fusion. `recall` is of the ten
    nearest. `added` is the seconds until a document of fifty passages more is found, in which the
    index is opened anew.
    """

    model_config = ConfigDict(frozen=True)

    passages: int
    opened: float
    lexical: Times
    unaccented: Times
    dense: Times
    exact: Times
    both: Times
    recall: float
    added: float
    memory: float


def build(home: Path, base: Base, embedder: Embedder, real: Sequence[Read], passages: int) -> Built:
    """Build the index of so many passages in `home`."""
    made = MadePassages(base.entries, passages)
    vectors = MadeReader(embedder, real, made)
    start = time.perf_counter()
    build_index(home, made, vectors, library_digest=LIBRARY, progress=_told).close()
    seconds = time.perf_counter() - start
    files = [path for path in home.rglob("*") if path.is_file()]
    disk = sum(path.stat().st_size for path in files) / 1e6
    return Built(passages=passages, seconds=seconds, memory=_peak(), disk=disk)


def ask(home: Path, base: Base, embedder: Embedder, real: Sequence[Read]) -> Asked:
    """Ask the index in `home` the questions of the base, then add a document to it."""
    vectors = MadeReader(embedder, real, MadePassages(base.entries, 0))
    start = time.perf_counter()
    opened = open_index(home, library_digest=LIBRARY, embedder=vectors)
    seconds = time.perf_counter() - start
    with _one_core():
        times = _times(opened, base.questions, embedder)
    found = _recall(opened, base.questions, embedder)
    opened.close()
    return Asked(
        passages=opened.card.passages,
        opened=seconds,
        recall=found,
        added=_added(home, base, embedder, real, opened.card.passages),
        memory=_peak(),
        **times,
    )


def _times(index: Generation, questions: Sequence[str], embedder: Embedder) -> dict[str, Times]:
    vectors = [embedder.embed_question(question).vector for question in questions]
    bare = [folded(question) for question in questions]
    searcher = HybridSearcher(index, embedder)

    def words(text: str, *, unaccented: bool = False) -> Ranked:
        return top(index.lexical.scores(text, unaccented=unaccented), CANDIDATES)

    def near(n: int, *, exactly: bool = False) -> Ranked:
        return index.vectors.best(vectors[n], CANDIDATES, exactly=exactly)

    actions: dict[str, Callable[[int], object]] = {
        "lexical": lambda n: words(questions[n]),
        "unaccented": lambda n: words(bare[n], unaccented=True),
        "dense": near,
        "exact": lambda n: near(n, exactly=True),
        "both": lambda n: searcher.search(questions[n], 10),
    }
    return {name: Times.of(action, len(questions)) for name, action in actions.items()}


def _recall(index: Generation, questions: Sequence[str], embedder: Embedder) -> float:
    """Return which share of the ten nearest passages of the questions is found."""
    shares = []
    for question in questions:
        vector = embedder.embed_question(question).vector
        right = index.vectors.best(vector, 10, exactly=True).rows
        found = index.vectors.best(vector, CANDIDATES).rows[:10]
        shares.append(len(np.intersect1d(right, found)) / len(right))
    return float(np.mean(shares))


def _added(home: Path, base: Base, embedder: Embedder, real: Sequence[Read], first: int) -> float:
    """Return how many seconds a document more takes until it can be found."""
    number = -(-first // DOCUMENT) * DOCUMENT  # a document that is not begun yet
    made = MadePassages(base.entries, DOCUMENT, first=max(number, len(base.entries)))
    vectors = MadeReader(embedder, real, made)
    start = time.perf_counter()
    update_index(home, Change(entries=made), vectors, library_digest=LIBRARY).close()
    return time.perf_counter() - start


@contextmanager
def _one_core() -> Iterator[None]:
    """Keep this process on one core, where the system can."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(before)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def _peak() -> float:
    """Return the most memory that this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _told(done: int, total: int) -> None:
    sys.stderr.write(f"\r{done} of {total}")
