"""Measuring one system over a collection: build it, ask every question, judge what it found."""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from assistant.settings import Settings
from assistant.wiring import load_embedder
from evals.report import Times
from evals.retrieval.beir import Collection
from evals.retrieval.bm25 import bm25
from evals.retrieval.engine import Engine, Found
from evals.retrieval.judge import judge
from evals.retrieval.product import product
from evals.retrieval.report import Report, System
from evals.retrieval.run import DEPTH, Ranking, Run, ranked
from evals.retrieval.tutorial import model_folder, tutorial
from index.cached import CachedEmbedder
from index.embedder import Progress, SentenceEmbedder

PRODUCT = "product"
PEERS = ("tutorial", "bm25")
EMBEDDED = "embedded"  # the folder of the cache that holds vectors
WIDTH = 100  # units that are asked for first


@dataclass(frozen=True, slots=True)
class Measured:
    """The figures of a system, and the run that they are of."""

    system: System
    run: Run


def measured(name: str, collection: Collection, settings: Settings, progress: Progress) -> Measured:
    """Measure the product, or the peer of that name, in this process."""
    with system(name, collection, settings, progress) as engine:
        run, times = asked(engine.find, collection)
        figures = System(
            name=name,
            values=judge(collection, run),
            times=times,
            build=engine.build,
            short=sum(len(ranking) < DEPTH for ranking in run.values()),
            memory=peak_memory(),
        )
    return Measured(figures, run)


def system(
    name: str, collection: Collection, settings: Settings, progress: Progress
) -> AbstractContextManager[Engine]:
    """Return what builds the product, or the peer of that name; models are loaded by then.

    Raises:
        MissingPeerError: what the peer needs is not installed.
        UnsafeModelError: the product's embedder is refused.
    """
    if name == "bm25":
        return bm25(collection)
    cache = settings.cache / EMBEDDED
    if name == "tutorial":
        model = CachedEmbedder(SentenceEmbedder(model_folder()), cache)
        return tutorial(collection, model, progress)
    return product(collection, CachedEmbedder(load_embedder(settings), cache), progress)


def asked(find: Callable[[str, int], Found], collection: Collection) -> tuple[Run, Times]:
    """Ask every question that can be scored, one after the other, and time each.

    The first is asked once before, which sets things up.
    """
    run, taken = {}, []
    for query in collection.judged[:1]:
        ranking(find, query.text)
    for query in collection.judged:
        started = time.perf_counter()
        run[query.id] = ranking(find, query.text)
        taken.append(1000 * (time.perf_counter() - started))
    p50, p95 = np.percentile(np.asarray(taken), [50, 95])
    return run, Times(float(p50), float(p95))


def ranking(find: Callable[[str, int], Found], question: str) -> Ranking:
    """Return the best rows for a question, asking for more units until they fill the ranking."""
    width, found = WIDTH, find(question, WIDTH)
    while found.units == width and len(ranked(found.rows)) < DEPTH:
        width *= 2
        found = find(question, width)
    return ranked(found.rows)


def report(
    collection: Collection,
    systems: tuple[System, ...],
    *,
    unaccented: bool = False,
    limit: int | None = None,
) -> Report:
    """Return the report of systems that were measured over a collection."""
    judged = collection.judged
    return Report(
        collection=collection.name,
        digest=collection.digest,
        rows=len(collection.rows),
        queries=len(judged),
        unjudged=len(collection.queries) - len(judged),
        systems=systems,
        unaccented=unaccented,
        limit=limit,
    )


def peak_memory() -> float:
    """Return the most memory that this process has held, in MB.

    Linux counts for a new process what the one that started it held, except in its status.
    """
    status = Path("/proc/self/status")
    if status.exists():
        held = next(line for line in status.read_text("ascii").splitlines() if "VmHWM" in line)
        return int(held.split()[1]) / 2**10
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 2**20 if sys.platform == "darwin" else peak / 2**10
