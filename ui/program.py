"""The program behind the page: a workbench that gets ready while the page is up already."""

from __future__ import annotations

import sys
import threading

from assistant.assistant import Assistant
from assistant.quiz.bank.bank import Bank
from assistant.quiz.bank.studio import Studio
from assistant.wiring import Progress, Workbench
from corpus.errors import HoiQuyCheError
from evals.gold import GoldSet
from evals.report import Report
from evals.runs.card import Card
from evals.runs.store import RunStore
from ui import failures, messages
from ui.commands import wording
from ui.evaluating import Trial, evaluated
from ui.measuring import Measuring, shipped_gold


class Program:
    """What the web application shows: an `ui.application.Application` over a workbench."""

    def __init__(self, bench: Workbench, runs: RunStore, bank: Bank) -> None:
        self.library = bench
        self._bench = bench
        self.measuring = Measuring(
            runs=runs,
            sets=shipped_gold,
            documents=bench.documents,
            evaluate=self._evaluated,
        )
        self.studio = Studio(lambda: bench.shelf, bank)
        self._said = messages.PREPARING
        self._ready = threading.Event()

    @property
    def assistant(self) -> Assistant:
        """What answers, once `ready`."""
        return self._bench.assistant

    def ready(self) -> bool:
        """Tell whether questions can be answered."""
        return self._ready.is_set()

    def progress(self) -> str:
        """Say what is being prepared, or why it failed; "" when ready."""
        return "" if self.ready() else self._said

    def prepare(self) -> None:
        """Load the model and the index; meant for a thread of its own."""
        try:
            self._bench.prepare(self._tell)
        except HoiQuyCheError as error:
            self._said = failures.sentence(error)
            print(self._said, file=sys.stderr)
        else:
            self._ready.set()

    def _evaluated(self, gold: GoldSet, progress: Progress) -> tuple[Report, Card]:
        return evaluated(self._bench, gold, Trial(asking=progress))

    def _tell(self, done: int, total: int) -> None:
        self._said = wording.indexing(done, total, None)
