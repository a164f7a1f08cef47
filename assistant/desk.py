"""A desk: one state of the library and its index, with all that is needed to answer from it."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.assistant import Assistant, Understanding
from assistant.reading import Reader
from assistant.repair import Repairer
from assistant.scope import Names
from assistant.shelf import Shelf
from assistant.warn import Warner
from corpus.agencies import FormerAgencies
from corpus.registry import Registry
from corpus.vocabulary import Vocabulary, load_vocabulary
from index.embedder import Embedder
from index.generation import Generation
from index.hit import Searcher
from index.searcher import HybridSearcher, SearchOptions
from index.wordings import Wordings


@dataclass(frozen=True, slots=True)
class Tables:
    """What is known without any document: the words of the field, the legal status of laws."""

    vocabulary: Vocabulary
    registry: Registry


@dataclass(frozen=True, slots=True)
class Desk:
    """All that one state of the library and its index needs to answer."""

    shelf: Shelf
    generation: Generation
    searcher: Searcher
    assistant: Assistant
    understanding: Understanding
    warner: Warner


def set_up(shelf: Shelf, generation: Generation, searcher: Searcher, tables: Tables) -> Desk:
    """Return a desk over a shelf and the index of its passages."""
    names = Names(shelf, tables.vocabulary, tables.registry)
    reader = Reader(shelf.frequency, names, tables.vocabulary)
    passages, former = shelf.passages.values(), FormerAgencies.load()
    warner = Warner(tables.registry, former, passages, shelf.instruments)
    understanding = Understanding(reader, Repairer.of(shelf, tables.vocabulary))
    assistant = Assistant(shelf, searcher, understanding, warner)
    return Desk(shelf, generation, searcher, assistant, understanding, warner)


def searcher_over(
    generation: Generation,
    embedder: Embedder,
    vocabulary: Vocabulary | None = None,
    options: SearchOptions | None = None,
) -> Searcher:
    """Return the searcher of the product over an open generation."""
    wordings = Wordings(vocabulary or load_vocabulary())
    return HybridSearcher(generation, embedder, options, wordings=wordings)
