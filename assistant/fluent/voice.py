"""The voice: which language model there is now, and how answers are worded by default."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from assistant.fluent.guard import Guarded
from assistant.fluent.model import Fault, Message, ModelError
from assistant.fluent.picked import Picked, keep_picked, read_picked
from assistant.mode import Mode
from assistant.written import Written

KEPT = 20  # answers whose times are told


@dataclass(frozen=True, slots=True)
class Settled:
    """What the settings say, how a model is made, and where is kept what an administrator picks."""

    picked: Picked
    make: Callable[[Picked], Guarded | None]
    home: Path
    has_key: bool = False


@dataclass
class Voice:
    """A model behind its limits, or none; what was set up can be switched while it is used."""

    default: Mode = Mode.EXTRACTIVE
    model: Guarded | None = None
    last: deque[Written] = field(default_factory=lambda: deque(maxlen=KEPT))
    settled: Settled | None = None
    picked: Picked = field(default_factory=Picked)

    @classmethod
    def of(cls, settled: Settled) -> Voice:
        """Return the voice that was picked, else the one of the settings."""
        voice = cls(settled=settled)
        voice.take(read_picked(settled.home) or settled.picked)
        return voice

    def pick(self, picked: Picked | None) -> None:
        """Take another model from the next question on, and keep the choice; None: as set up."""
        if self.settled:
            keep_picked(self.settled.home, picked)
            self.take(picked or self.settled.picked)

    def take(self, picked: Picked) -> None:
        """Take a model; questions under way go on with the one before."""
        self.picked, self.default = picked, picked.mode
        self.model = self.settled.make(picked) if self.settled else None

    @property
    def has_key(self) -> bool:
        """Whether the model that is used is sent a key: one goes to its own address only."""
        settled = self.settled
        return settled is not None and settled.has_key and settled.picked.is_at(self.picked)

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
