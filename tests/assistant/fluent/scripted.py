"""A scripted model: it writes what it is told to, slowly, cut off, or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from assistant.fluent.model import Fault, Message, ModelError, Piece


@dataclass
class Clock:
    """A clock that goes on when somebody waits."""

    now: float = 0.0

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


@dataclass
class Scripted:
    """Writes one script after the other: texts, pauses in seconds, or a fault at which it ends."""

    scripts: list[list[str | float | Fault]]
    clock: Clock = field(default_factory=Clock)
    asked: list[tuple[Message, ...]] = field(default_factory=list)
    closed: int = 0
    name: str = "scripted:1"
    parameters: dict[str, str] = field(default_factory=lambda: {"temperature": "0", "seed": "7"})

    def stream(self, messages: tuple[Message, ...]) -> Iterator[Piece]:
        self.asked.append(messages)
        script = self.scripts[min(len(self.asked), len(self.scripts)) - 1]
        written = 0
        try:
            for step in script:
                if isinstance(step, Fault):
                    raise ModelError(step)
                if isinstance(step, float):
                    self.clock.sleep(step)
                else:
                    written += 1
                    yield Piece(step, tokens=written, read=10)
        finally:
            self.closed += 1


def saying(*texts: str) -> Scripted:
    """Return a model that writes these texts, one for each time it is asked."""
    return Scripted([list(text) for text in texts])  # character by character
