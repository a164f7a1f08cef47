"""What the index costs on this machine: `python -m index.benchmark CACHE_FOLDER`.

The tables of `docs/decisions/0002-embedder.md` come from here. Texts are the passages that ship
with the project; the vectors that Chroma is timed on are random.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from importlib import resources
from pathlib import Path

import numpy as np

from corpus.parse import parse
from index.embedder import EmbedOptions, SentenceEmbedder, Vectors
from index.entry import Entry, entries
from index.lexical import LexicalIndex
from index.packaged import packaged_model
from index.vectors import VectorStore

TRIED = (
    EmbedOptions(batch=1, half=False),
    EmbedOptions(batch=4, half=False),
    EmbedOptions(batch=8, half=False),
    EmbedOptions(batch=16, half=False),
    EmbedOptions(batch=8, longest=256, half=False),
    EmbedOptions(batch=8, half=True),
    EmbedOptions(batch=16, half=True),
    EmbedOptions(batch=32, half=True),
)
SIZES = (1_000, 10_000)
TOP = 10


def shipped_entries() -> tuple[Entry, ...]:
    """Return the entries of the texts that ship with the project."""
    folder = resources.files("corpus").joinpath("texts")
    texts = sorted((file for file in folder.iterdir() if file.name.endswith(".txt")), key=str)
    return entries(parse(file.name, file.read_text("utf-8")) for file in texts)


def seconds(action: Callable[[], object], times: int = 1) -> float:
    """Return the median time of an action."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        action()
        taken.append(time.perf_counter() - start)
    return float(np.median(taken))


def embedder_rows(folder: Path, shelf: Sequence[Entry]) -> Iterator[str]:
    """Time each way of embedding and compare its vectors with those of the first."""
    texts = [entry.embedded for entry in shelf]
    questions = [entry.passage.text[:80] for entry in shelf[:: len(shelf) // 30]]
    base: tuple[Vectors, Vectors] | None = None
    yield "| precision | batch | longest | passages/s | ms/question | least cosine | top 10 kept |"
    yield "|---|---|---|---|---|---|---|"
    for options in TRIED:
        embedder = SentenceEmbedder(folder, options=options)
        embedder.embed_question(questions[0])  # the first call sets things up
        start = time.perf_counter()
        rows = np.stack([one.vector for one in embedder.embed_passages(texts)])
        speed = len(texts) / (time.perf_counter() - start)
        slow = seconds(lambda e=embedder: [e.embed_question(q) for q in questions])  # type: ignore[misc]
        asked = np.stack([embedder.embed_question(question).vector for question in questions])
        base = base or (rows, asked)
        yield (
            f"| {'bf16' if options.half else 'fp32'} | {options.batch} | {options.longest} "
            f"| {speed:.0f} | {1000 * slow / len(questions):.0f} "
            f"| {np.min(np.sum(rows * base[0], axis=1)):.5f} "
            f"| {_overlap(asked @ rows.T, base[1] @ base[0].T):.3f} |"
        )


def _overlap(some: Vectors, others: Vectors) -> float:
    """Return the share of each row's best `TOP` that both agree on."""
    pairs = zip(np.argsort(-some)[:, :TOP], np.argsort(-others)[:, :TOP], strict=True)
    return float(np.mean([len({*a} & {*b}) / TOP for a, b in pairs]))


def leg_rows(shelf: Sequence[Entry]) -> Iterator[str]:
    """Time building and asking both legs at several sizes."""
    yield "| passages | lexical build s | lexical ms | Chroma build s | Chroma ms (top 100) |"
    yield "|---|---|---|---|---|"
    for size in SIZES:
        many = [shelf[i % len(shelf)] for i in range(size)]
        start = time.perf_counter()
        lexical = LexicalIndex.build(many)
        built = time.perf_counter() - start
        asked = seconds(lambda ix=lexical: ix.scores(shelf[0].body), 100)  # type: ignore[misc]
        yield f"| {size} | {built:.1f} | {1000 * asked:.2f} | {_chroma(many)} |"


def _chroma(shelf: Sequence[Entry]) -> str:
    rows = np.random.default_rng(0).normal(size=(len(shelf), 384)).astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    with tempfile.TemporaryDirectory() as folder:
        store = VectorStore.create(Path(folder))
        owners = [entry.passage.document_id for entry in shelf]
        built = seconds(lambda: store.add(range(len(rows)), owners, rows))
        asked = seconds(lambda: store.nearest(rows[0], 100), 100)
        store.close()
    return f"{built:.1f} | {1000 * asked:.1f}"


def main(cache: Path) -> None:
    """Print both tables."""
    made = seconds(lambda: packaged_model(cache))
    folder = packaged_model(cache)
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    shelf = shipped_entries()
    sys.stdout.write(f"model: {made:.1f} s to make or find, {size / 1e6:.0f} MB\n")
    for row in (*embedder_rows(folder, shelf), "", *leg_rows(shelf)):
        sys.stdout.write(f"{row}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
