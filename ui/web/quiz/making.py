"""Papers in the making: one at a time, each in a thread of its own."""

from __future__ import annotations

import logging
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from secrets import token_hex
from threading import Event, Lock, Thread

from corpus.errors import HoiQuyCheError
from ui import failures, messages

log = logging.getLogger(__name__)

MOST_JOBS = 100
AT_ONCE = 1.5  # seconds in which a small paper is made: nobody has to see the progress of these


@dataclass(slots=True)
class Job:
    """One paper in the making; `paper` is its id when it is made, `fault` why it is not."""

    done: Event = field(default_factory=Event)
    started: float = field(default_factory=time.monotonic)
    paper: str = ""
    fault: str = ""

    @property
    def seconds(self) -> int:
        """How long it has been worked on."""
        return int(time.monotonic() - self.started)


class Making:
    """The jobs of this process; the oldest are forgotten first."""

    def __init__(self) -> None:
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._turn = Lock()

    def begin(self, make: Callable[[], str]) -> str:
        """Start a job, wait a moment for it, and return its key."""
        key, job = token_hex(8), Job()
        self._jobs[key] = job
        while len(self._jobs) > MOST_JOBS:
            self._jobs.popitem(last=False)
        Thread(target=self._run, args=(job, make), daemon=True).start()
        job.done.wait(AT_ONCE)
        return key

    def of(self, key: str) -> Job | None:
        """Return a job; None when it is not known any more."""
        return self._jobs.get(key)

    def _run(self, job: Job, make: Callable[[], str]) -> None:
        try:
            with self._turn:
                job.paper = make()
        except HoiQuyCheError as error:
            job.fault = failures.sentence(error)
        except Exception:  # the edge of the thread: the reader gets a sentence, the log the cause
            log.exception("a paper could not be made")
            job.fault = messages.UNEXPECTED
        finally:
            job.done.set()
