"""The texts that ship with the project, and how they come into a new library."""

from __future__ import annotations

from pathlib import Path

from corpus.library import Added, Library


def shipped_texts() -> tuple[Path, ...]:
    """Return the files, ordered by name."""
    return tuple(sorted(Path(__file__).with_name("texts").glob("*.txt")))


def fill(library: Library) -> tuple[Added, ...]:
    """Add the shipped texts to a library that is new and empty; what is removed stays removed.

    A first start that was cut short is completed by the next one.
    """
    if not library.is_new():
        return ()
    texts = shipped_texts()
    foreign = {document.source for document in library.documents()} - {p.name for p in texts}
    added = () if foreign else tuple(library.add(path) for path in texts)
    library.settle()
    return added
