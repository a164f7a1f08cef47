"""What came of the questions of a load."""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Lock


@dataclass(slots=True)
class Tally:
    """Seconds that each question took, errors, crossings, and the memory after so many requests.

    A crossing is an answer that carries the mark of another question.
    """

    seconds: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    crossings: int = 0
    requests: int = 0
    memory: list[tuple[int, float]] = field(default_factory=list)  # requests, MiB
    lock: Lock = field(default_factory=Lock)

    def note(self, seconds: float, requests: int, *, crossed: bool) -> None:
        """Note one answer and how many requests it took."""
        with self.lock:
            self.requests += requests
            self.seconds.append(seconds)
            self.crossings += crossed

    def fail(self, error: Exception) -> None:
        """Note one error."""
        with self.lock:
            self.errors.append(f"{type(error).__name__}: {error}")

    def quantile(self, share: float) -> float:
        """Return how many seconds that share of the questions took at most.

        >>> Tally(seconds=[3.0, 1.0, 2.0, 4.0]).quantile(0.5)
        3.0
        """
        ordered = sorted(self.seconds)
        return ordered[min(int(share * len(ordered)), len(ordered) - 1)] if ordered else 0.0

    def growth(self) -> float:
        """Return MiB per 1,000 requests over the second half of the run, between its ends.

        >>> Tally(memory=[(0, 300.0), (500, 400.0), (1000, 405.0), (2000, 415.0)]).growth()
        10.0
        """
        later = self.memory[len(self.memory) // 2 :]
        (first, before), (last, after) = (later[0], later[-1]) if later else ((0, 0.0), (0, 0.0))
        return (after - before) / max(last - first, 1) * 1000
