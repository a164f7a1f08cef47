"""The decision which candidate answers a question and whether it does, learned from questions."""

from __future__ import annotations

import math
import tomllib
from dataclasses import dataclass
from importlib import resources

from assistant.weighing.features import NAMES, Features, vector
from assistant.weighing.network import Network, load_network

QUESTION = ("margin", "bias")  # what is known of the whole choice, beside the best candidate
FAR = 3.0  # a larger margin says no more


@dataclass(frozen=True, slots=True)
class Weights:
    """Two linear models over features: which candidate answers best, and whether it answers.

    The weights are in the order of `assistant.weighing.features.NAMES`; those of `answers` are
    followed by those of `QUESTION`. The odds are calibrated: `probability` of them is how often
    such an answer is right.
    """

    ranks: tuple[float, ...]
    answers: tuple[float, ...]

    def rank(self, features: Features) -> float:
        """Return how well a candidate answers beside the others for the same question."""
        return _weighed(self.ranks, vector(features))

    def odds(self, features: Features, margin: float) -> float:
        """Return the log odds that a candidate answers, `margin` being the best's lead in rank."""
        return _weighed(self.answers, (*vector(features), min(margin, FAR), 1.0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Which candidate answers a question and whether it does.

    What is known of candidates is weighed by `alone`, and by `precedented` where the best of them
    is of a document that questions were written about (`assistant.weighing.precedents`). A
    candidate answers when its log odds are `least` or more; where the best in rank does not, the
    next that does and is at most `close` below leads the answer. Another document is quoted beside
    it when its rank is less than `near` below or its log odds are `sure`, another item of the same
    list when its rank is less than `sibling` below; a whole list is quoted for one item of it when
    its own is not more than `section` below. Where a question asks for every document, `several`
    counts for `near`; where it names several, their odds may be `beside` less than `least`. A
    candidate of a document that is not in force loses `replaced` in rank. A second reading would
    change nothing, and is spared, where the best is `ahead` in rank, its log odds are `certain` and
    those of another document as far below 0, or those of all are. Without a `network` the features
    are all that is known.
    """

    alone: Weights
    precedented: Weights
    least: float = 0.0
    close: float = 0.5
    near: float = 1.1
    sure: float = 0.6
    sibling: float = 2.5
    several: float = 3.0
    section: float = 0.7
    beside: float = 2.0
    replaced: float = 2.0
    certain: float = 1.2
    ahead: float = 1.0
    network: Network | None = None

    def judged(self, features: Features) -> Features:
        """Return what is known of a candidate, with what the network makes of it."""
        return self.network.judged(features) if self.network else features


def _weighed(weights: tuple[float, ...], numbers: tuple[float, ...]) -> float:
    return sum(weight * number for weight, number in zip(weights, numbers, strict=True))


def probability(odds: float) -> float:
    """Return the probability that log odds stand for.

    >>> probability(0.0)
    0.5
    """
    return 1 / (1 + math.exp(-odds))


def load_decision() -> Decision:
    """Read the weights that `python -m evals.fit` wrote."""
    table = tomllib.loads(
        resources.files("assistant.weighing").joinpath("decision.toml").read_text("utf-8")
    )
    return Decision(
        alone=_weights(table.pop("alone")),
        precedented=_weights(table.pop("precedented")),
        network=load_network(),
        **table,
    )


def _weights(table: dict[str, dict[str, float]]) -> Weights:
    ranks, answers = table["ranks"], table["answers"]
    return Weights(
        ranks=tuple(float(ranks.get(name, 0.0)) for name in NAMES),
        answers=tuple(float(answers.get(name, 0.0)) for name in (*NAMES, *QUESTION)),
    )
