"""Refusal: whether the assistant is silent where the texts are, and only there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from evals.gold import GoldItem
from evals.outcome import Outcome


def refusal(item: GoldItem, outcome: Outcome) -> float | None:
    """Return 1 when an unanswerable item is refused or an answerable one is not, else 0.

    None where both a refusal and a correction are right (`premise` judges those).
    """
    return None if item.either_way else float(outcome.abstained != item.answerable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusals:
    """The counts behind the refusal figures of a set; items right either way are left out.

    `hit`: unanswerable and refused. `missed`: unanswerable, answered directly or not run.
    `wrong`: answerable and refused. `answered`: answerable and not refused. `absent`: how many of
    the answered are only missing from the run.
    """

    hit: int
    missed: int
    wrong: int
    answered: int
    absent: int = 0

    @property
    def precision(self) -> float | None:
        """Return hit / (hit + wrong): how many of the refusals were due."""
        return _ratio(self.hit, self.hit + self.wrong)

    @property
    def recall(self) -> float | None:
        """Return hit / (hit + missed): how many of the due refusals were made."""
        return _ratio(self.hit, self.hit + self.missed)

    @property
    def accuracy(self) -> float | None:
        """Return (hit + answered that are not absent) / all."""
        right = self.hit + self.answered - self.absent
        return _ratio(right, self.hit + self.missed + self.wrong + self.answered)

    @property
    def needless(self) -> float | None:
        """Return wrong / (wrong + answered): how many answerable questions were refused."""
        return _ratio(self.wrong, self.wrong + self.answered)


def refusals(judged: Iterable[tuple[GoldItem, Outcome]]) -> Refusals:
    """Count the refusals of a set of answered questions."""
    plain = [(item, outcome) for item, outcome in judged if not item.either_way]
    silent = [outcome.abstained for item, outcome in plain if not item.answerable]
    asked = [outcome for item, outcome in plain if item.answerable]
    wrong = sum(outcome.abstained for outcome in asked)
    return Refusals(
        hit=sum(silent),
        missed=len(silent) - sum(silent),
        wrong=wrong,
        answered=len(asked) - wrong,
        absent=sum(outcome.missing for outcome in asked),
    )


def _ratio(part: int, whole: int) -> float | None:
    return part / whole if whole else None
