"""Where the milliseconds of one question go: `python -m index.profile CACHE [--home FOLDER]`.

The questions are beginnings of passages, of the library whose state folder is named or else of the
texts that ship with the project. The steps of each question are timed one after the other, with its
own reading, so that other work on the machine falls on all of them alike.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

import numpy as np

from index.benchmark import shipped_entries
from index.card import read_card
from index.embedder import Embedder
from index.generation import Generation, build_index, open_index
from index.light import LightEmbedder
from index.packaged import packaged_model
from index.publish import published
from index.searcher import HybridSearcher

ASKED = 60  # questions
OPENING = 80  # characters of a passage, as a question
CANDIDATES = 100  # of each leg, as the searcher asks for
STEPS = ("embed", "lexical leg", "dense leg", "late interaction", "read ten passages")
WHOLE = "the whole search"


def question_rows(
    generation: Generation, embedder: Embedder, questions: Sequence[str]
) -> Iterator[str]:
    """Yield a table: median and 95th percentile of each step in ms, and of the whole search."""
    searcher = HybridSearcher(generation, embedder)
    searcher.search(questions[0])  # the first call sets things up
    taken = [
        (*_timed(generation, embedder, question), _ms(partial(searcher.search, question)))
        for question in questions
    ]
    yield "| step of a question | p50, ms | p95, ms |\n|---|---|---|"
    for name, of in zip((*STEPS, WHOLE), np.array(taken).T, strict=True):
        yield f"| {name} | {np.median(of):.1f} | {np.percentile(of, 95):.1f} |"


def _timed(generation: Generation, embedder: Embedder, question: str) -> tuple[float, ...]:
    read = embedder.embed_question(question)
    words = generation.lexical.scores(question, unaccented=False)
    near = generation.vectors.best(read.vector, CANDIDATES, None).rows
    rows = np.union1d(near, np.argsort(-words)[:CANDIDATES])
    steps: tuple[Callable[[], object], ...] = (
        lambda: embedder.embed_question(question),
        lambda: generation.lexical.scores(question, unaccented=False),
        lambda: generation.vectors.best(read.vector, CANDIDATES, None),
        lambda: generation.late.matched(read.tokens, rows),
        lambda: [generation.entries[row] for row in rows[:10].tolist()],
    )
    return tuple(map(_ms, steps))


def _ms(step: Callable[[], object]) -> float:
    start = time.perf_counter()
    step()
    return 1000 * (time.perf_counter() - start)


def _asked(generation: Generation) -> list[str]:
    """Return the beginnings of passages that stand far apart in the index."""
    texts = generation.entries[:: max(1, len(generation.entries) // ASKED)]
    return [entry.passage.text[:OPENING] for entry in texts]


def main(arguments: Sequence[str]) -> None:
    """Print the profile of the packaged model over a library."""
    parser = argparse.ArgumentParser(prog="python -m index.profile", description=__doc__)
    parser.add_argument("cache", type=Path, help="where the model is, or is made")
    parser.add_argument("--home", type=Path, help="a state folder whose index is up to date")
    options = parser.parse_args(arguments)
    embedder = LightEmbedder(packaged_model(options.cache))
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(_opened(options.home, embedder, Path(folder))) as generation,
    ):
        sys.stdout.write(f"{len(generation.entries)} passages\n\n")
        for row in question_rows(generation, embedder, _asked(generation)):
            sys.stdout.write(f"{row}\n")


def _opened(home: Path | None, embedder: Embedder, folder: Path) -> Generation:
    if home is None:
        return build_index(folder, shipped_entries(), embedder, library_digest="profile")
    index = home / "index"
    return open_index(index, library_digest=_digest(index), embedder=embedder)


def _digest(index: Path) -> str:
    made = published(index)
    return read_card(made).library if made else ""


if __name__ == "__main__":
    main(sys.argv[1:])
