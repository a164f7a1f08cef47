"""Questions in turn: as many at once as there are cores.

More would not be answered sooner; they would only keep the interpreter from the threads that show
what is answered already.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from threading import Semaphore

from assistant.fluent.gather import Extracting
from assistant.question import Question
from assistant.reply import Reply


def turns() -> Semaphore:
    """Return the turns of this machine."""
    return Semaphore(os.cpu_count() or 1)


@dataclass(frozen=True, slots=True)
class InTurn:
    """An assistant that is asked as often at once as there are turns."""

    assistant: Extracting
    turn: Semaphore = field(default_factory=turns)

    def ask(self, question: Question) -> Reply:
        """Answer, or refuse, when it is this question's turn."""
        with self.turn:
            return self.assistant.ask(question)
