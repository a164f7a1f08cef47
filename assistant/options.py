"""Options: how an assistant is set up."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.weighing.precedents import Precedents
from assistant.weighing.tuning import SHIPPED, Tuning
from assistant.weighing.watch import UNWATCHED, Watch
from index.cross import CrossEncoder


@dataclass(frozen=True, slots=True)
class AskOptions:
    """How an assistant is set up, what it reads with, and who is told what it finds."""

    tuning: Tuning = SHIPPED
    watch: Watch = UNWATCHED
    cross: CrossEncoder | None = None  # reads the best candidate again
    precedents: Precedents | None = None  # what was asked of the documents before
