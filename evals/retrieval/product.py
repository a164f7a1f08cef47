"""The product over a collection: its own library, index and searcher, in a folder for the time."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.desk import searcher_over
from corpus.document import Document
from corpus.errors import DuplicateDocumentError, UnreadableSourceError
from corpus.library import Library
from corpus.state import StateFolder, own
from evals.retrieval.beir import Collection
from evals.retrieval.engine import Engine, Found, built
from evals.retrieval.places import Places
from evals.retrieval.run import Scored
from evals.retrieval.texts import Text, texts
from index.cached import CachedEmbedder
from index.embedder import Progress
from index.entry import entries
from index.generation import build_index
from index.hit import Searcher


@contextmanager
def product(
    collection: Collection, embedder: CachedEmbedder, progress: Progress
) -> Iterator[Engine]:
    """Index a collection as its rows would be added, and search it as the assistant does."""
    with tempfile.TemporaryDirectory(prefix="hoiquyche-eval-") as folder:
        state = StateFolder(Path(folder, "home"))
        started = time.perf_counter()
        with own(state.home, "hoiquyche eval"), closing(Library.open(state.home)) as library:
            places = taken_in(library, texts(collection.rows), Path(folder))
            every = entries((d, library.passages(d.id)) for d in library.documents())
            generation = build_index(
                state.index, every, embedder, library_digest=library.digest(), progress=progress
            )
        with closing(generation):
            finder = _Finder(searcher_over(generation, embedder), places)
            took = built(collection, started, units=len(every), embedded=embedder.made)
            lost = places.without((row.id for row in collection.rows), (e.passage for e in every))
            yield Engine(finder, replace(took, unreachable=len(lost)))


def taken_in(library: Library, files: Iterable[Text], folder: Path) -> Places:
    """Add each file to the library; one that it refuses has no place, its rows are not found."""
    places = Places()
    for text in files:
        path = folder / text.name
        path.write_text(text.words, encoding="utf-8", newline="\n")
        with suppress(UnreadableSourceError):
            places.put(_added(library, path), text)
        path.unlink()
    return places


def _added(library: Library, path: Path) -> Document:
    """Add a file; return the document of the same bytes where the library has one."""
    try:
        return library.add(path).document
    except DuplicateDocumentError as error:
        return library.document(error.existing)


@dataclass(frozen=True, slots=True)
class _Finder:
    """Finds passages and tells whose rows they are."""

    searcher: Searcher
    places: Places

    def __call__(self, question: str, k: int) -> Found:
        hits = self.searcher.search(question, k)
        rows = [Scored(row, h.score) for h in hits for row in self.places.rows_of(h.passage)]
        return Found(len(hits), tuple(rows))
