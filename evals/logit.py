"""The two models of the decision, and what they make of questions.

The first chooses among the candidates of a question (multinomial logit, McFadden 1974); the second
decides whether the first's choice answers at all (logistic regression). Both take features as
`assistant.weighing.features` orders them.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from assistant.weighing.decision import FAR
from assistant.weighing.features import NAMES
from evals.candidates import right_among

Matrix = NDArray[np.float64]
RANK_PENALTY, ANSWER_PENALTY = 0.01, 0.001  # of the squared weights, per question
AGAIN_PENALTY = 0.001  # of the two weights that set a second reading beside the rest
CROSSED = NAMES.index("crossed")
LOWER = 20  # tenths that a threshold may be lower than that
NEEDLESS = 0.05  # of the answerable questions, which are refused though they could be answered


@dataclass(frozen=True, slots=True)
class Weights:
    """What `assistant.weighing.decision.Decision` holds."""

    ranks: Matrix
    answers: Matrix


@dataclass(frozen=True, slots=True)
class Example:
    """A question with the features of its candidates, `(n, features)`, and how good each is.

    `rewards` are in [0, 1]; all are 0 where the question is to be refused.
    """

    features: Matrix
    rewards: Matrix

    @property
    def right(self) -> NDArray[np.bool_]:
        """Which candidates are as good as the best, when any is good enough."""
        return right_among(self.rewards)


def fit(known: Sequence[Example]) -> Weights:
    """Return the weights that make the right choices of `known` likeliest."""
    ranks = _ranking([e for e in known if e.right.any()])
    tops = (_top(e, ranks) for e in known)
    # Answering nothing has no features: it is the sole rival of the top candidate.
    rivals = [(np.vstack([top, np.zeros(len(top))]), np.array([ok, not ok])) for top, ok in tops]
    return Weights(ranks, _likeliest(rivals, ANSWER_PENALTY))


def _ranking(known: Sequence[Example]) -> Matrix:
    """Return the weights by which candidates rank, that of a second reading set beside the rest.

    It is known of the few best only, so that the others must find these without it.
    """
    without = [_first_read(e.features) for e in known]
    ranks = _likeliest([(f, e.right) for f, e in zip(without, known, strict=True)], RANK_PENALTY)
    said = [np.column_stack([e.features @ ranks, e.features[:, CROSSED]]) for e in known]
    rest, again = _likeliest(
        [(f, e.right) for f, e in zip(said, known, strict=True)], AGAIN_PENALTY
    )
    ranks[CROSSED] = max(0.0, again / rest) if rest > 0 else 0.0
    return ranks


def _first_read(features: Matrix) -> Matrix:
    without = features.copy()
    without[:, CROSSED] = 0.0
    return without


def _top(example: Example, ranks: Matrix) -> tuple[Matrix, bool]:
    """Return the features of the best candidate and of the choice, and if there is an answer."""
    values = example.features @ ranks
    order = np.argsort(-values, kind="stable")
    margin = values[order[0]] - values[order[1]] if len(order) > 1 else FAR
    top = np.append(example.features[order[0]], [min(margin, FAR), 1.0])
    return top, bool(example.right.any())


Choice = tuple[Matrix, NDArray[np.bool_]]  # features (n, f), which are right


def _likeliest(choices: Sequence[Choice], penalty: float) -> Matrix:
    """Return the weights of a multinomial logit, with a penalty on the squared weights."""

    def loss(weights: Matrix) -> tuple[float, Matrix]:
        total = penalty * len(choices) * float(weights @ weights)
        slope = 2 * penalty * len(choices) * weights
        for features, right in choices:
            lost, down = _loss(features, right, weights)
            total, slope = total + lost, slope + down
        return total, slope

    start = np.zeros(choices[0][0].shape[1])
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 1000})
    return np.asarray(found.x, np.float64)


def _loss(features: Matrix, right: NDArray[np.bool_], weights: Matrix) -> tuple[float, Matrix]:
    """Return -log P(a right choice) and its slope."""
    values = features @ weights
    chances = np.exp(values - values.max())
    chances /= chances.sum()
    share = max(float(chances[right].sum()), 1e-12)
    among = np.where(right, chances, 0.0) / share
    return -float(np.log(share)), features.T @ (chances - among)


@dataclass(frozen=True, slots=True)
class Decided:
    """What the weights make of a question: is its best candidate right, and its log odds."""

    example: Example
    right: bool
    odds: float


def decided(example: Example, weights: Weights) -> Decided:
    """Decide one question."""
    top, _ = _top(example, weights.ranks)
    best = int(np.argmax(example.features @ weights.ranks))
    return Decided(example, bool(example.right[best]), float(top @ weights.answers))


def crossed(known: Sequence[Example], folds: int) -> list[Decided]:
    """Decide every question with weights fitted on the others, in `folds` turns."""
    found = []
    for fold in range(folds):
        weights = fit([e for n, e in enumerate(known) if n % folds != fold])
        found += [decided(e, weights) for n, e in enumerate(known) if n % folds == fold]
    return found


def figures(known: Sequence[Decided], least: float = 0.0) -> str:
    """Say how many are answered right, refused needlessly, and refused with reason."""
    asked = [d for d in known if d.example.right.any()]
    silent = [d for d in known if not d.example.right.any()]
    right = sum(d.right and d.odds >= least for d in asked)
    needless = sum(d.odds < least for d in asked)
    refused = sum(d.odds < least for d in silent)
    return (
        f"{right}/{len(asked)} answered right, {needless} refused needlessly, "
        f"{refused}/{len(silent)} refused with reason"
    )


def cautious(known: Sequence[Decided]) -> float:
    """Return the log odds, in tenths, from which to answer: there most is decided rightly.

    Both a refusal and a wrong answer cost trust; how many refusals may be needless is set. Of
    thresholds that are as good, the highest is taken.
    """
    asked = sorted(d.odds for d in known if d.example.right.any())
    if not asked:
        return 0.0
    highest = math.floor(10 * asked[int(NEEDLESS * len(asked))])
    return max(range(highest, highest - LOWER, -1), key=lambda n: _rightly(known, n / 10)) / 10


def _rightly(known: Sequence[Decided], least: float) -> int:
    """Return how many are answered right, or refused with reason."""
    answered = sum(d.right for d in known if d.odds >= least)
    return answered + sum(not d.example.right.any() for d in known if d.odds < least)


@dataclass(frozen=True, slots=True)
class Line:
    """By which log odds that are too sure of themselves become how often an answer is right."""

    slope: float
    shift: float

    @classmethod
    def through(cls, known: Sequence[Decided]) -> Line:
        """Fit it to questions that were decided by weights fitted on others (Platt 1999)."""
        odds = np.array([d.odds for d in known])
        right = np.array([d.right for d in known], np.float64)

        def loss(line: Matrix) -> float:
            values = line[0] * odds + line[1]
            return float(np.sum(np.logaddexp(0.0, values) - right * values))

        slope, shift = minimize(loss, np.array([1.0, 0.0])).x
        return cls(float(slope), float(shift))

    def decided(self, known: Iterable[Decided]) -> list[Decided]:
        """Return decisions with calibrated odds."""
        return [replace(d, odds=self.slope * d.odds + self.shift) for d in known]

    def weights(self, weights: Weights) -> Weights:
        """Return weights whose odds are calibrated; the last of `answers` is the bias."""
        answers = weights.answers * self.slope
        answers[-1] += self.shift
        return replace(weights, answers=answers)
