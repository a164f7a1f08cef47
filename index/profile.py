"""Where the milliseconds of one question go: `python -m index.profile CACHE_FOLDER`.

The index is that of the texts that ship with the project; the questions are beginnings of passages.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np

from index.benchmark import seconds, shipped_entries
from index.draft import Place
from index.embedder import Embedder
from index.entry import Entry
from index.generation import Generation, build_index
from index.light import LightEmbedder
from index.packaged import packaged_model
from index.searcher import HybridSearcher
from index.stores import FolderStores

ASKED = 40  # questions
CANDIDATES = 100  # of each leg, as the searcher asks for


def question_rows(
    generation: Generation, embedder: Embedder, questions: Sequence[str]
) -> Iterator[str]:
    """Yield a table of the median milliseconds of each step of a question, and of the whole."""
    yield "| step of a question | ms |\n|---|---|"
    for name, step in _steps(generation, embedder).items():
        taken = [seconds(lambda ask=step, q=question: ask(q), 3) for question in questions]  # type: ignore[misc]
        yield f"| {name} | {1000 * np.median(taken):.1f} |"


def _steps(generation: Generation, embedder: Embedder) -> dict[str, Callable[[str], object]]:
    read = embedder.embed_question("quy chế")
    rows = generation.vectors.best(read.vector, CANDIDATES, None).rows
    whole = HybridSearcher(generation, embedder)
    return {
        "embed": embedder.embed_question,
        "lexical": lambda q: generation.lexical.scores(q, unaccented=False),
        "dense": lambda _: generation.vectors.best(read.vector, CANDIDATES, None),
        "late": lambda _: generation.late.matched(read.tokens, rows),
        "read ten passages": lambda _: [generation.entries[row] for row in rows[:10].tolist()],
        "the whole search": whole.search,
    }


def measured(embedder: Embedder, shelf: Sequence[Entry]) -> Iterator[str]:
    """Build an index of `shelf` in a temporary folder; yield its time, then the table."""
    questions = [entry.passage.text[:80] for entry in shelf[:: max(1, len(shelf) // ASKED)]]
    with tempfile.TemporaryDirectory() as folder:
        place = Place(folder=Path(folder), stores=FolderStores())
        made: list[Generation] = []
        embedder.embed_passages([shelf[0].embedded])  # the first call loads what it needs
        embed = seconds(lambda: embedder.embed_passages([entry.embedded for entry in shelf]))
        build = seconds(
            lambda: made.append(build_index(place, shelf, embedder, library_digest="profile"))
        )
        yield f"embedding {len(shelf)} passages: {embed:.1f} s; the whole build: {build:.1f} s\n"
        yield from question_rows(made[0], embedder, questions)
        made[0].close()


def main(cache: Path) -> None:
    """Print the profile of the packaged model over the shipped texts."""
    for row in measured(LightEmbedder(packaged_model(cache)), shipped_entries()):
        sys.stdout.write(f"{row}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
