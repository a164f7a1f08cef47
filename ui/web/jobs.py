"""Work that takes longer than a reader waits: one job at a time, each in a thread of its own."""

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
AT_ONCE = 1.5  # seconds in which small work is done: nobody has to see the progress of it


@dataclass(slots=True)
class Job:
    """One piece of work; `made` is the id of what it made, `fault` why it did not.

    `told` says how far it is, in words.
    """

    done: Event = field(default_factory=Event)
    started: float = field(default_factory=time.monotonic)
    made: str = ""
    fault: str = ""
    told: str = ""

    @property
    def seconds(self) -> int:
        """How long it has been worked on."""
        return int(time.monotonic() - self.started)


class Jobs:
    """The jobs of this process; the oldest are forgotten first."""

    def __init__(self) -> None:
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._turn = Lock()

    def begin(self, make: Callable[[Job], str]) -> str:
        """Start a job, wait a moment for it, and return its key; `make` may tell how far it is."""
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

    def _run(self, job: Job, make: Callable[[Job], str]) -> None:
        try:
            with self._turn:
                job.made = make(job)
        except HoiQuyCheError as error:
            job.fault = failures.sentence(error)
        except Exception:  # the edge of the thread: the reader gets a sentence, the log the cause
            log.exception("a job failed")
            job.fault = messages.UNEXPECTED
        finally:
            job.done.set()
