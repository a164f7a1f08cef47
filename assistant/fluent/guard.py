"""A guard before a model: few at once, a time for each, a rest after faults, tokens of the day."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from threading import BoundedSemaphore, Lock

from assistant.fluent.model import ChatModel, Fault, Message, ModelError, Piece

FAULTS = 3  # one after the other, until the model is left alone
LONGEST_REST = 600.0  # seconds
TRIED_AGAIN = frozenset({Fault.UNREACHABLE, Fault.BUSY})
TIRING = frozenset({Fault.UNREACHABLE, Fault.SLOW, Fault.BROKEN, Fault.BUSY, Fault.REFUSED})
CHARACTERS_PER_TOKEN = 2.5  # of Vietnamese, where a server does not count


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a model may take: seconds of an answer, answers at once, tries, tokens of a day."""

    seconds: float = 60.0
    at_once: int = 2
    retries: int = 1
    daily_tokens: int = 0  # 0: as many as are wanted
    rest: float = 30.0  # seconds after the third fault, twice as long after each more
    pause: float = 0.5  # seconds before another try


@dataclass
class Breaker:
    """Leaves a model alone that failed several times one after the other."""

    rest: float
    clock: Callable[[], float]
    faults: int = 0
    until: float = 0.0
    lock: Lock = field(default_factory=Lock)

    def require_closed(self) -> None:
        """Raise ModelError while the model rests."""
        with self.lock:
            if self.clock() < self.until:
                raise ModelError(Fault.RESTING, f"{self.until - self.clock():.0f} s")

    @property
    def rests(self) -> bool:
        """Whether the model is left alone now."""
        return self.clock() < self.until

    def failed(self, fault: Fault) -> None:
        """Count a fault."""
        if fault not in TIRING:
            return
        with self.lock:
            self.faults += 1
            if self.faults >= FAULTS:
                wait = self.rest * 2 ** (self.faults - FAULTS)
                self.until = self.clock() + min(wait, LONGEST_REST)

    def worked(self) -> None:
        """Forget the faults."""
        with self.lock:
            self.faults, self.until = 0, 0.0


@dataclass
class Budget:
    """The tokens that a day may cost."""

    most: int
    today: Callable[[], date] = date.today
    day: date | None = None
    used: int = 0
    lock: Lock = field(default_factory=Lock)

    def require_some(self) -> None:
        """Raise ModelError when the tokens of today are used up."""
        with self.lock:
            if self.day != self.today():
                self.day, self.used = self.today(), 0
            if self.most and self.used >= self.most:
                raise ModelError(Fault.SPENT)

    def spend(self, tokens: int) -> None:
        """Count tokens."""
        with self.lock:
            self.used += tokens


class Guarded:
    """A chat model behind its limits; it is a chat model itself."""

    def __init__(
        self,
        model: ChatModel,
        limits: Limits | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._model, self.limits = model, limits or Limits()
        self._clock, self._sleep = clock, sleep
        self.breaker = Breaker(self.limits.rest, clock)
        self.budget = Budget(self.limits.daily_tokens)
        self._places = BoundedSemaphore(self.limits.at_once)

    @property
    def name(self) -> str:
        """What the model is called."""
        return self._model.name

    @property
    def parameters(self) -> dict[str, str]:
        """With what it writes."""
        return self._model.parameters

    def stream(self, messages: tuple[Message, ...]) -> Iterator[Piece]:
        """Yield what the model writes, within its limits.

        Raises:
            ModelError: it does not write, stops in the middle, or may not be asked now.
        """
        self.breaker.require_closed()
        self.budget.require_some()
        until = self._clock() + self.limits.seconds
        if not self._places.acquire(timeout=self.limits.seconds / 4):
            raise ModelError(Fault.BUSY)
        try:
            yield from self._written(messages, until)
        except ModelError as error:
            self.breaker.failed(error.fault)
            raise
        finally:
            self._places.release()
        self.breaker.worked()

    def _written(self, messages: tuple[Message, ...], until: float) -> Iterator[Piece]:
        """Yield what is written, trying again as long as nothing came; count what it cost."""
        asked = sum(len(message.content) for message in messages)
        told, written = 0, 0
        try:
            for piece in self._tried(messages, until):
                written += len(piece.text)
                told = told or piece.tokens + piece.read
                yield piece
                if self._clock() > until:
                    raise ModelError(Fault.SLOW)
        finally:
            self.budget.spend(told or round((asked + written) / CHARACTERS_PER_TOKEN))

    def _tried(self, messages: tuple[Message, ...], until: float) -> Iterator[Piece]:
        for left in range(self.limits.retries, -1, -1):
            begun = False
            try:
                for piece in self._model.stream(messages):
                    begun = True
                    yield piece
            except ModelError as error:
                late = self._clock() + self.limits.pause > until
                if begun or not left or late or error.fault not in TRIED_AGAIN:
                    raise
                self._sleep(self.limits.pause)
            else:
                return
