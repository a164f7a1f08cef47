"""Where the parts are put together; no other module picks an adapter."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from corpus.library import Added, Library
from corpus.shipped import fill
from corpus.state import StateFolder, own

from assistant.assistant import Assistant
from assistant.settings import Settings
from assistant.shelf import Shelf
from corpus.document import Document
from corpus.errors import HoiQuyCheError, MissingIndexError
from corpus.passage import Passage
from corpus.vocabulary import load_vocabulary
from index.embedder import Embedder
from index.hit import Searcher

Progress = Callable[[int, int], None]


@contextmanager
def open_workbench(settings: Settings, *, owner: str, url: str = "") -> Iterator[Workbench]:
    """Own the state folder and open what is in it; its first opening brings the shipped texts.

    Raises:
        LibraryLockedError: another process owns the folder.
        DamagedLibraryError: its library cannot be read.
    """
    with own(settings.home, owner, url):
        library = Library.open(settings.home)
        try:
            fill(library)
            yield Workbench(settings, library)
        finally:
            library.close()


@dataclass(frozen=True, slots=True)
class Desk:
    """All that one state of the library and its index needs to answer."""

    searcher: Searcher
    assistant: Assistant


class Workbench:
    """The running program: the library, its index, and the assistant over them.

    Reading works at once; asking and searching after `prepare`. A change of the library makes the
    assistant unready until the next `prepare`.
    """

    def __init__(self, settings: Settings, library: Library) -> None:
        self._settings = settings
        self._library = library
        self._folder = StateFolder(settings.home)
        self._vocabulary = load_vocabulary()
        self._embedder: Embedder | None = None
        self._desk: Desk | None = None
        self._failure: HoiQuyCheError | None = None
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

    def named(self, names: list[str]) -> frozenset[str]:
        """Return the ids of the documents with these names."""
        return frozenset(self.document(name).id for name in names)

    # --- asking

    def prepare(self, progress: Progress) -> None:
        """Load the embedder and open the index, building it where it is missing or stale.

        Raises:
            DamagedIndexError: the files of the index are not what its card says.
        """
        if self._desk is None:
            self._desk = self._open_desk(progress)

    @property
    def assistant(self) -> Assistant:
        """What answers."""
        return self._ready.assistant

    @property
    def searcher(self) -> Searcher:
        """What finds passages."""
        return self._ready.searcher

    @property
    def _ready(self) -> Desk:
        if self._desk is None:
            raise MissingIndexError(self._folder.index)
        return self._desk

    # --- changing

    def add(self, path: Path) -> Added:
        """Take a file into the library."""
        added = self._library.add(path)
        if not added.unchanged:
            self._changed()
        return added

    def remove(self, name: str) -> Document:
        """Take a document out of the library."""
        removed = self._library.remove(name)
        self._changed()
        return removed

    def rebuild(self, progress: Progress) -> None:
        """Read every original again and build the index anew."""
        self._library.reparse()
        self._changed()
        self._desk = self._build_desk(progress)

    def _changed(self) -> None:
        self._desk = None
        self._shelf = self._read_shelf()

    def _read_shelf(self) -> Shelf:
        documents = self._library.documents()
        return Shelf((d, self._library.passages(d.id)) for d in documents)
