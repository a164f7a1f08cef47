"""A desk: one state of the library and its index, with all that is needed to answer from it."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.assistant import Assistant
from assistant.fluent.gather import Gatherer
from assistant.fluent.rewrite import Rewriter
from assistant.fluent.sources import Sources
from assistant.fluent.speaker import Parts, Speaker
from assistant.fluent.voice import Voice
from assistant.fluent.writer import FluentWriter
from assistant.grounding.checker import Checker
from assistant.grounding.evidence import Collector
from assistant.grounding.words import load_speller
from assistant.options import AskOptions
from assistant.reading.reading import Reader
from assistant.reading.scope import Names
from assistant.shelf import Shelf
from assistant.telling.warn import Warner
from assistant.typed.repair import Repairer
from assistant.understanding import Understanding
from assistant.weighing.precedents import Precedents
from corpus.agencies import FormerAgencies
from corpus.registry import Registry
from corpus.vocabulary import Vocabulary, load_vocabulary
from index.cross import CrossEncoder
from index.embedder import Embedder
from index.generation import Generation
from index.hit import Searcher
from index.searcher import HybridSearcher, SearchOptions
from index.wordings import Wordings


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """What was found in order: the library, and the index over it."""

    documents: int
    passages: int
    indexed: int
    embedder: str


@dataclass(frozen=True, slots=True)
class Tables:
    """What is there without any document: words of the field, status of laws, models."""

    vocabulary: Vocabulary
    registry: Registry
    voice: Voice
    cross: CrossEncoder | None = None


@dataclass(frozen=True, slots=True)
class Desk:
    """All that one state of the library and its index needs to answer."""

    shelf: Shelf
    generation: Generation
    searcher: Searcher
    assistant: Assistant
    understanding: Understanding
    warner: Warner
    speaker: Speaker
    precedents: Precedents


def set_up(shelf: Shelf, generation: Generation, searcher: Searcher, tables: Tables) -> Desk:
    """Return a desk over a shelf and the index of its passages."""
    names = Names(shelf, tables.vocabulary, tables.registry)
    reader = Reader(shelf.frequency, names, tables.vocabulary)
    passages, former = shelf.passages.values(), FormerAgencies.load()
    warner = Warner(tables.registry, former, passages, shelf.instruments)
    understanding = Understanding(reader, Repairer.of(shelf, tables.vocabulary))
    precedents = Precedents.about(shelf)
    options = AskOptions(cross=tables.cross, precedents=precedents)
    assistant = Assistant(shelf, searcher, understanding, warner, options)
    speaker = speaker_over(shelf, assistant, tables.voice)
    return Desk(shelf, generation, searcher, assistant, understanding, warner, speaker, precedents)


def speaker_over(shelf: Shelf, assistant: Assistant, voice: Voice) -> Speaker:
    """Return what words answers over a shelf anew, each sentence checked against its passages."""
    speller = load_speller()
    collector = Collector(shelf, speller)
    checker = Checker(speller, collector.weigh)
    sources = Sources(shelf, collector)
    writer = FluentWriter(shelf, sources, checker)
    return Speaker(assistant, Parts(Gatherer(shelf, sources), writer, Rewriter(speller)), voice)


def searcher_over(
    generation: Generation,
    embedder: Embedder,
    vocabulary: Vocabulary | None = None,
    options: SearchOptions | None = None,
) -> Searcher:
    """Return the searcher of the product over an open generation."""
    wordings = Wordings(vocabulary or load_vocabulary())
    return HybridSearcher(generation, embedder, options, wordings=wordings)
