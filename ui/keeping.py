"""Keeping the library: taking files in, telling what came of each, tags, corrections, versions."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from corpus.document import Document
from corpus.errors import HoiQuyCheError
from corpus.instrument import Instrument
from corpus.library import Added, Library
from corpus.life import Version
from corpus.loaders.source import Source
from corpus.near import nearly_same
from corpus.registry import Registry
from ui import failures
from ui.taking import Outcome, Taking

Progress = Callable[[int, int], None]
Tell = Callable[[str, int, int, float | None], None]
STEADY = 0.05  # the share that must be done before an estimate means anything
READING, INDEXING = "reading", "indexing"  # what is being done


class Shelving(Protocol):
    """What keeps the documents; a change is seen after the next `prepare`."""

    @property
    def library(self) -> Library:
        """The truth behind all that is read."""
        ...

    def add(self, source: Source, origin: str = "") -> Added:
        """Take a file in."""
        ...

    def remove(self, name: str) -> Document:
        """Take a document out for good."""
        ...

    def touch(self) -> None:
        """Say that what is kept beside the texts was changed."""
        ...

    def prepare(self, progress: Progress) -> None:
        """Make the change seen."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What came of one file: a document, or why there is none; `near` says nearly the same."""

    name: str
    document: Document | None = None
    replaced: bool = False
    unchanged: bool = False
    fault: str = ""
    near: tuple[tuple[Document, float], ...] = ()


def same(document: Document) -> Document:
    """Return a document as it is."""
    return document


class Keeper:
    """Takes files in one after the other; questions go on being answered meanwhile."""

    def __init__(self, shelving: Shelving, shown: Callable[[Document], Document] = same) -> None:
        self._shelving, self._shown = shelving, shown

    @property
    def library(self) -> Library:
        """What is kept: documents, versions, tags."""
        return self._shelving.library

    def versions(self, document_id: str) -> tuple[Version, ...]:
        """Return the older versions of a document as they are shown, the latest first."""
        kept = self.library.versions.of(document_id)
        return tuple(replace(one, document=self._shown(one.document)) for one in kept)

    def add(self, files: Sequence[Source], tell: Tell) -> tuple[Taken, ...]:
        """Take in every file, and those that archives hold; one that fails stops none."""
        taken: list[Taken] = []
        taking = Taking(self._shelving.add, [one.path for one in files])
        begun, sizes = time.monotonic(), [len(one.data) for one in files]
        for done, given in enumerate(files):
            share = sum(sizes[:done]) / max(1, sum(sizes))  # long files take longer
            tell(READING, done, len(files), _left(begun, share))
            taken += (self._taken(*one) for one in taking.take(given))
        self.settle(tell)
        return tuple(taken)

    def settle(self, tell: Tell) -> None:
        """Make what was changed seen, telling how far the index is and how long it may take."""
        begun = time.monotonic()

        def progress(done: int, total: int) -> None:
            tell(INDEXING, done, total, _left(begun, done / total if total else 1.0))

        self._shelving.prepare(progress)

    def remove(self, name: str, tell: Tell) -> Document:
        """Take a document out for good."""
        removed = self._shelving.remove(name)
        self.settle(tell)
        return removed

    def correct(self, name: str, particular: str, value: str | None, tell: Tell) -> Document:
        """Correct a particular by words of the text; None takes the correction back."""
        document = self.library.correct(name, particular, value)
        self._shelving.touch()
        self.settle(tell)
        return document

    def mark(self, name: str, words: str, heading: bool | None, tell: Tell) -> None:  # noqa: FBT001
        """Say that a line of a document is a heading or none; None takes back what was said."""
        self.library.mark(name, words, heading=heading)
        self._shelving.touch()
        self.settle(tell)

    def registry(self) -> Registry:
        """Return what is known of legal instruments."""
        return Registry.load(self.library.instruments.every())

    def record(self, instruments: Sequence[Instrument], tell: Tell) -> None:
        """Record facts about instruments, all or none."""
        self.library.record(instruments)
        self._shelving.touch()
        self.settle(tell)

    def forget(self, number: str, tell: Tell) -> None:
        """Forget what was recorded for a number: what ships stands again."""
        self.library.instruments.take(number)
        self._shelving.touch()
        self.settle(tell)

    def _taken(self, name: str, outcome: Outcome) -> Taken:
        if isinstance(outcome, HoiQuyCheError):
            return Taken(name=name, fault=failures.sentence(outcome))
        others = () if outcome.unchanged else self._shelving.library.documents()
        return Taken(
            name=name,
            document=outcome.document,
            replaced=outcome.replaced,
            unchanged=outcome.unchanged,
            near=nearly_same(outcome.document, others),
        )


def _left(begun: float, share: float) -> float | None:
    """Return how many seconds the rest may take, None while too little is done to tell."""
    elapsed = time.monotonic() - begun
    return elapsed / share - elapsed if share > STEADY else None
