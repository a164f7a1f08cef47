"""Calibration: whether a confidence of .8 means that four answers of five are right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from evals.gold import GoldItem
from evals.measures.right import premise, right
from evals.outcome import Outcome

BINS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """The answers with a confidence in `(low, high]`: how many, how sure, how often right."""

    low: float
    high: float
    n: int
    confidence: float
    right: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """How confidence and being right go together; bins without an answer are left out."""

    bins: tuple[Bin, ...]

    @property
    def n(self) -> int:
        """How many answers there are."""
        return sum(one.n for one in self.bins)

    @property
    def error(self) -> float | None:
        """Return the expected calibration error, None without answers.

        The mean distance of confidence and share of right answers in the bins, weighted by their
        answers: sum of n_b / n * |right_b - confidence_b| (Guo et al., On Calibration of Modern
        Neural Networks, ICML 2017, equation 3). 0 is best.
        """
        gaps = (one.n * abs(one.right - one.confidence) for one in self.bins)
        return sum(gaps) / self.n if self.n else None


def calibration(judged: Iterable[tuple[GoldItem, Outcome]]) -> Calibration:
    """Return the calibration of the answers among some outcomes, in five bins of equal width.

    Only what was answered counts, refusals say nothing of it. An answer to an unanswerable
    question is wrong; one to a false premise is right when `premise` is.
    """
    answered = [
        (outcome.confidence, _value(item, outcome))
        for item, outcome in judged
        if not outcome.abstained and not outcome.missing
    ]
    return Calibration(tuple(_bins(answered)))


def _value(item: GoldItem, outcome: Outcome) -> float:
    return right(item, outcome) or premise(item, outcome) or 0.0


def _bins(answered: Sequence[tuple[float, float]]) -> Iterator[Bin]:
    for place in range(BINS):
        held = [pair for pair in answered if _place(pair[0]) == place]
        if held:
            yield Bin(
                low=place / BINS,
                high=(place + 1) / BINS,
                n=len(held),
                confidence=sum(confidence for confidence, _ in held) / len(held),
                right=sum(value for _, value in held) / len(held),
            )


def _place(confidence: float) -> int:
    """Return the bin of a confidence; a bound belongs to the bin below it, 0 to the first.

    >>> [_place(confidence) for confidence in (0.0, 0.2, 0.21, 1.0)]
    [0, 0, 1, 4]
    """
    return next((place for place in range(BINS) if confidence <= (place + 1) / BINS), BINS - 1)
