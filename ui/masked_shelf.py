"""A shelf with contacts hidden: what quizzes are made of where contacts are hidden."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from threading import Lock

from assistant.shelf import Shelf
from corpus.document import Document
from corpus.passage import Passage
from ui.masked import masked, masked_document


class MaskedShelf:
    """Gives the shelf that is current, masked; it is masked anew only when it is another one."""

    def __init__(self, current: Callable[[], Shelf]) -> None:
        self._current = current
        self._known: tuple[Shelf, Shelf] | None = None
        self._lock = Lock()

    def __call__(self) -> Shelf:
        """Return the masked shelf."""
        shelf = self._current()
        with self._lock:
            if self._known is None or self._known[0] is not shelf:
                self._known = (shelf, masked_shelf(shelf))
            return self._known[1]


def masked_shelf(shelf: Shelf) -> Shelf:
    """Return a shelf whose documents and passages have their contacts hidden; no offset moves."""
    return Shelf(_texts(shelf), shelf.instruments)


def _texts(shelf: Shelf) -> Iterator[tuple[Document, tuple[Passage, ...]]]:
    held: dict[str, list[Passage]] = {key: [] for key in shelf.documents}
    for passage in shelf.passages.values():
        held[passage.document_id].append(replace(passage, text=masked(passage.text)))
    for key, document in shelf.documents.items():
        yield masked_document(document), tuple(held[key])
