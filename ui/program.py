"""The program behind the page: a workbench that gets ready while the page is up already."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from assistant.fluent.voice import Voice
from assistant.question import Question
from assistant.quiz.bank.bank import Bank
from assistant.quiz.bank.studio import Studio
from assistant.reply import Reply
from assistant.shelf import Shelf
from assistant.telling.suggest import Suggester
from assistant.workbench import Progress, Workbench
from corpus.errors import HoiQuyCheError
from corpus.state import StateFolder
from evals.bank.bank import GoldBank
from evals.gold import GoldSet
from evals.report import Report
from evals.runs.card import Card
from evals.runs.store import RunStore
from index.hit import Hit
from ui import failures, messages
from ui.application import Asking, Library
from ui.commands import wording
from ui.evaluating import Trial, evaluated
from ui.health import Health, LastErrors, disk
from ui.in_turn import InTurn, turns
from ui.keeping import Keeper, same
from ui.masked import MaskedAssistant, MaskedLibrary, masked, masked_document, masked_hit
from ui.masked_shelf import MaskedShelf
from ui.measuring import Measuring, gold_sets
from ui.people import wording as w
from ui.people.people import People
from ui.people.users import now
from ui.talks.records import DocumentOf
from ui.talks.talks import Talks
from ui.times import moment


@dataclass(frozen=True, slots=True)
class KeptHere:
    """What a program keeps in its state folder beside the library."""

    home: Path
    bank: Bank
    gold: GoldBank
    runs: RunStore
    people: People
    talks: Talks

    @classmethod
    @contextmanager
    def open(cls, home: Path, document_of: DocumentOf) -> Iterator[KeptHere]:
        """Open all of it in a state folder that this process owns."""
        library = StateFolder(home).library
        with (
            closing(Bank.open(library)) as bank,
            closing(GoldBank.open(library)) as gold,
            closing(RunStore.open(library)) as runs,
            closing(People.open(library)) as people,
            closing(Talks.open(library, document_of)) as talks,
        ):
            yield cls(home, bank, gold, runs, people, talks)


class Program:
    """What the web application shows: an `ui.application.Application` over a workbench."""

    def __init__(self, bench: Workbench, kept: KeptHere, *, mask: bool = False) -> None:
        self.library: Library = MaskedLibrary(bench) if mask else bench
        self._bench, self._mask = bench, mask
        self.gold, self.people, self.talks = kept.gold, kept.people, kept.talks
        self.keeper = Keeper(bench, masked_document if mask else same)
        self.measuring = Measuring(
            runs=kept.runs,
            sets=lambda: gold_sets(kept.gold),
            documents=bench.documents,
            evaluate=self._evaluated,
        )
        self.studio = Studio(_shelf_of(bench, mask=mask), kept.bank)
        self._home, self._since = kept.home, now()
        self._errors = LastErrors()
        logging.getLogger().addHandler(self._errors)
        self._suggester: Suggester | None = None
        self._turn = turns()
        self._said = messages.PREPARING
        self._ready = threading.Event()

    @property
    def assistant(self) -> Asking:
        """What answers, once `ready`."""
        # only what this machine does itself is done in turn, not the waiting for a model
        asked: Asking = self._bench.speaker.through(InTurn(self._bench.assistant, self._turn))
        return MaskedAssistant(asked) if self._mask else asked

    @property
    def voice(self) -> Voice:
        """The language model that words answers, if there is one."""
        return self._bench.voice

    def search(self, query: str, most: int, documents: frozenset[str]) -> tuple[Hit, ...]:
        """Return what is found, best first, in these documents or in all."""
        hits = self._bench.searcher.search(query, most, documents=documents or None)
        return tuple(map(masked_hit, hits)) if self._mask else hits

    def suggest(self, question: Question, reply: Reply) -> tuple[str, ...]:
        """Return questions to go on with, which the library answers."""
        shelf = self._bench.shelf
        if self._suggester is None or self._suggester.shelf is not shelf:
            asked = InTurn(self._bench.assistant, self._turn)
            self._suggester = Suggester(shelf, asked, self._bench.precedents)
        found = self._suggester.suggest(question, reply)
        return tuple(map(masked, found)) if self._mask else found

    def ready(self) -> bool:
        """Tell whether questions can be answered."""
        return self._ready.is_set()

    def progress(self) -> str:
        """Say what is being prepared, or why it failed; "" when ready."""
        return "" if self.ready() else self._said

    def generation(self) -> str:
        """Return the name of the index that answers."""
        return self._bench.searched()["generation"]

    def prepare(self) -> None:
        """Load the model and the index; meant for a thread of its own."""
        try:
            self._bench.prepare(self._tell)
        except HoiQuyCheError as error:
            self._said = failures.sentence(error)
            print(self._said, file=sys.stderr)
        else:
            self._ready.set()

    def health(self) -> Health:
        """Tell how the program is."""
        size, free = disk(self._home)
        ready = self.ready()
        facts = {
            "state": w.READY if ready else f"{w.NOT_READY}: {self._said}",
            "documents": str(len(self.library.documents())),
            **(self._bench.searched() if ready else {}),
            "home": str(self._home),
            "size": size,
            "free": free,
            "users": str(len(self.people.users.all())),
            "version": version("hoi-quy-che"),
            "since": moment(self._since),
        }
        return Health(facts=facts, errors=tuple(self._errors.kept))

    def _evaluated(self, gold: GoldSet, progress: Progress) -> tuple[Report, Card]:
        return evaluated(self._bench, gold, Trial(asking=progress))

    def _tell(self, done: int, total: int) -> None:
        self._said = wording.indexing(done, total, None)


def _shelf_of(bench: Workbench, *, mask: bool) -> Callable[[], Shelf]:
    def current() -> Shelf:
        return bench.shelf

    return MaskedShelf(current) if mask else current
