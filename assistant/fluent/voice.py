"""The voice: which language model there is now, and how answers are worded by default."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from assistant.fluent.guard import Guarded
from assistant.fluent.model import Fault, Message, ModelError
from assistant.mode import Mode
from assistant.written import Written

KEPT = 20  # answers whose times are told


@dataclass
class Voice:
    """A model behind its limits, or none; what was set up can be switched while it is used."""

    default: Mode = Mode.EXTRACTIVE
    model: Guarded | None = None
    last: deque[Written] = field(default_factory=lambda: deque(maxlen=KEPT))

    @property
    def speaks(self) -> bool:
        """Whether there is a model."""
        return self.model is not None

    def mode(self, wanted: Mode | None) -> Mode:
        """Return how a question is answered that wants it so, or says nothing of it."""
        return self.default if wanted is None else wanted

    def said(self, messages: tuple[Message, ...]) -> str:
        """Return what the model writes, as a whole.

        Raises:
            ModelError: it did not.
        """
        if self.model is None:
            raise ModelError(Fault.ABSENT)
        return "".join(piece.text for piece in self.model.stream(messages))

    def faults(self) -> Iterator[str]:
        """Yield the faults of the last answers, the latest first."""
        yield from (written.fault for written in reversed(self.last) if written.fault)
