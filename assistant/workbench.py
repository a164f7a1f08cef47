"""The workbench: the library, its index, and what answers from them, as one running program."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from threading import RLock

from assistant.assistant import Assistant
from assistant.desk import Desk, Examined, Tables, searcher_over, set_up
from assistant.fluent.speaker import Speaker
from assistant.fluent.voice import Voice
from assistant.options import AskOptions
from assistant.shelf import Shelf
from assistant.weighing.precedents import Precedents
from assistant.weighing.tuning import AS_SHIPPED, Setting
from assistant.weighing.watch import Watch
from corpus.document import Document
from corpus.errors import MissingIndexError, StaleIndexError
from corpus.identity import Identities
from corpus.library import Added, Library
from corpus.loaders.source import Source
from corpus.passage import Passage
from corpus.registry import Registry
from corpus.soundness import check_documents, check_originals
from corpus.state import StateFolder
from corpus.vocabulary import load_vocabulary
from index.cross import CrossEncoder
from index.draft import Place
from index.embedder import Embedder
from index.entry import entries
from index.generation import Generation, build_index, open_index
from index.hit import Searcher
from index.stores import VectorStores

Progress = Callable[[int, int], None]


def _nothing() -> None:
    """Read nothing again."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What a workbench is put together with: by name the embedders, where vectors lie, who words.

    `embedder("")` is the one that is set up; `cross` loads what reads the best candidate again, if
    anything does.
    """

    embedder: Callable[[str], Embedder]
    stores: VectorStores
    voice: Voice
    cross: Callable[[], CrossEncoder | None] = _nothing


class Workbench:
    """The running program: the library, its index, and the assistant over them.

    Reading works at once; asking and searching after `prepare`. What is read, asked and searched
    is one state of the library: a change is seen, whole, after the next `prepare`, and until then
    all goes on as before.
    """

    def __init__(self, folder: StateFolder, library: Library, parts: Parts) -> None:
        check_documents(folder)  # before anything of them is served
        self._folder, self._library = folder, library
        self._vocabulary = load_vocabulary()
        self._embedder = cache(parts.embedder)  # loaded once, when first needed
        self._cross = cache(parts.cross)
        self._place = Place(folder=folder.index, stores=parts.stores)
        self.voice = parts.voice
        self._desk: Desk | None = None
        self._last: Desk | None = None  # a question may still be asked of it
        self._changed = False
        self._turn = RLock()  # one change, or one building of the index, at a time
        self._others: dict[str, Generation] = {}  # of settings with an index of their own
        self._shelf = self._read_shelf()

    # --- reading

    def documents(self) -> tuple[Document, ...]:
        """Return the documents, ordered by the name of their file."""
        return tuple(self._shelf.documents.values())

    def document(self, name: str) -> Document:
        """Return a document by id, file name or unique beginning of its id.

        Raises:
            UnknownDocumentError: there is none of that name.
        """
        return self._shelf.documents.get(name) or self._library.document(name)

    def passages(self, document_id: str) -> tuple[Passage, ...]:
        """Return the passages of a document, in the order of its text."""
        return self._library.passages(document_id)

    @property
    def library(self) -> Library:
        """The truth behind all that is read, with what is kept beside the texts."""
        return self._library

    @property
    def library_digest(self) -> str:
        """A fingerprint of the documents and passages as they are now."""
        return self._library.digest()

    @property
    def shelf(self) -> Shelf:
        """All documents and passages in memory, as they are now."""
        return self._shelf

    def named(self, names: list[str]) -> frozenset[str]:
        """Return the ids of the documents with these names."""
        return frozenset(self.document(name).id for name in names)

    # --- asking

    def prepare(self, progress: Progress) -> None:
        """Load the embedder and open the index, building it where it is missing or stale.

        Raises:
            DamagedIndexError: the files of the index are not what its card says.
        """
        with self._turn:
            if self._desk is None or self._changed:
                self._put(self._desk_over(self._open(progress)))

    @property
    def assistant(self) -> Assistant:
        """What answers in the words of the sources."""
        return self._ready.assistant

    @property
    def speaker(self) -> Speaker:
        """What answers in the words that are asked for."""
        return self._ready.speaker

    @property
    def precedents(self) -> Precedents:
        """The questions that were written about the documents."""
        return self._ready.precedents

    def searched(self) -> dict[str, str]:
        """Return facts about the index that is searched; `generation` names what it was made of."""
        card = self._ready.generation.card
        facts = {"generation": card.library[:12], "embedder": card.embedder}
        return facts | {"passages": str(card.passages)}

    @property
    def searcher(self) -> Searcher:
        """What finds passages."""
        return self._ready.searcher

    def variant(self, setting: Setting, watch: Watch, progress: Progress) -> Desk:
        """Return a desk over the same library that is set up in another way.

        A chunking or an embedder of its own has an index of its own, which is kept for the next
        time; nothing that was embedded once is embedded again.
        """
        desk = self._ready
        embedder = self._embedder(setting.embedder)
        generation = (
            self._generation_of(setting, progress) if setting.own_index else desk.generation
        )
        search = setting.tuning.search_options()
        searcher = searcher_over(generation, embedder, self._vocabulary, search)
        options = AskOptions(setting.tuning, watch, self._cross(), desk.precedents)
        assistant = Assistant(self._shelf, searcher, desk.understanding, desk.warner, options)
        speaker = desk.speaker.through(assistant)
        return replace(
            desk,
            generation=generation,
            searcher=searcher,
            assistant=assistant,
            speaker=speaker,
        )

    def _generation_of(self, setting: Setting, progress: Progress) -> Generation:
        """Open the index of a setting, building it where there is none."""
        name = setting.own_index
        if name not in self._others:
            place = Place(folder=self._folder.variants / name)
            self._others[name] = self._open(progress, setting, place)
        return self._others[name]

    @property
    def _ready(self) -> Desk:
        if self._desk is None:
            raise MissingIndexError(self._folder.index)
        return self._desk

    # --- changing

    def add(self, source: Source, origin: str = "") -> Added:
        """Take a file that was read into the library."""
        with self._turn:
            added = self._library.take_in(source, origin)
            self._changed = self._changed or not added.unchanged
        return added

    def remove(self, name: str) -> Document:
        """Take a document out of the library."""
        with self._turn:
            removed = self._library.remove(name)
            self._changed = True
        return removed

    def touch(self) -> None:
        """Say that what is kept beside the texts was changed: facts, corrections."""
        self._changed = True

    def examine(self) -> Examined:
        """Check the library and the files of the index against each other.

        Raises:
            StateError: something needs repair; the error says what.
        """
        check_originals(self._folder)
        documents = self.documents()
        generation = open_index(
            self._place,
            library_digest=self._library.digest(),
            embedder=self._embedder(""),
            every_byte=True,
        )
        generation.close()
        return Examined(
            documents=len(documents),
            passages=sum(len(self.passages(document.id)) for document in documents),
            indexed=generation.card.passages,
            embedder=generation.card.embedder,
        )

    def rebuild(self, progress: Progress) -> None:
        """Read every original again and build the index anew."""
        with self._turn:
            self._library.reparse()
            self._put(self._desk_over(self._build(progress)))

    def close(self) -> None:
        """Let go of the index."""
        opened = [desk.generation for desk in (self._desk, self._last) if desk]
        for generation in (*opened, *self._others.values()):
            generation.close()
        self._desk, self._last, self._others = None, None, {}

    def _desk_over(self, generation: Generation) -> Desk:
        """Set up a desk over the library as it is now and its index."""
        searcher = searcher_over(generation, self._embedder(""), self._vocabulary)
        tables = Tables(self._vocabulary, self._registry(), self.voice, self._cross())
        return set_up(self._read_shelf(), generation, searcher, tables)

    def _put(self, desk: Desk) -> None:
        """Ask at another desk from now on; the one before the last has nobody left."""
        before, self._last = self._last, self._desk
        self._shelf, self._desk, self._changed = desk.shelf, desk, False
        for generation in (*([before.generation] if before else []), *self._others.values()):
            generation.close()
        self._others = {}

    def _registry(self) -> Registry:
        """Read what is known of legal instruments: what ships, and what people recorded."""
        return Registry.load(self._library.instruments.every())

    def _read_shelf(self) -> Shelf:
        documents, identities = self._library.documents(), Identities(self._registry())
        known = {d.id: identities.of(d) for d in documents}
        instruments = {key: instrument for key, instrument in known.items() if instrument}
        return Shelf(((d, self._library.passages(d.id)) for d in documents), instruments)

    # --- putting together

    def _open(
        self, progress: Progress, setting: Setting = AS_SHIPPED, place: Place | None = None
    ) -> Generation:
        """Open the index; build it where there is none, or where it is of another state."""
        try:
            return open_index(
                place or self._place,
                library_digest=self._library.digest(),
                embedder=self._embedder(setting.embedder),
            )
        except (MissingIndexError, StaleIndexError):
            return self._build(progress, setting, place)

    def _build(
        self, progress: Progress, setting: Setting = AS_SHIPPED, place: Place | None = None
    ) -> Generation:
        shelf = ((d, self.passages(d.id)) for d in self._library.documents())
        return build_index(
            place or self._place,
            entries(shelf, setting.chunking),
            self._embedder(setting.embedder),
            library_digest=self._library.digest(),
            progress=progress,
        )
