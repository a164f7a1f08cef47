"""Fitting the decision: which candidate answers, learned from the tuning half of gold sets.

`python -m evals.fit GOLD... [--out FILE]` asks over the library of the state folder and writes the
weights that `assistant.decision` reads. The first model chooses among the candidates of a question
(multinomial logit, McFadden 1974); right is every candidate whose words make the answer that the
gold item wants. The second decides whether the first's choice answers at all (logistic regression);
it also learns from answerable questions whose answers are taken away. The reporting half is not
read.
"""

from __future__ import annotations

import argparse
import math
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from assistant.assistant import Assistant
from assistant.decision import FAR, QUESTION
from assistant.features import NAMES, vector
from assistant.question import Question
from assistant.select import Chosen
from assistant.settings import load_settings
from assistant.wiring import open_workbench
from evals.gold import GoldItem, Kind, Split
from evals.goldfile import load
from evals.measures.evidence import CitationPrecision, Evidence
from evals.measures.forbidden import violations
from evals.measures.key_points import share_said
from evals.outcome import Cited, Outcome
from evals.sources import Sources

Matrix = NDArray[np.float64]
RANK_PENALTY, ANSWER_PENALTY = 0.01, 0.0003  # of the squared weights, per question
BEREFT = 0.1  # what a question bereft of its answer counts, where a real one counts 1
LEAST_REWARD = 0.5
WORTHLESS = 0.15  # a reward of a candidate that is no part of the answer
ALIKE = 0.05  # what a reward may fall short of the best by
NEEDLESS = 0.05  # of the answerable questions, which are refused though they could be answered
FOLDS = 8
_TOGETHER = frozenset({Kind.MULTI, Kind.COMPARISON})


@dataclass(frozen=True, slots=True)
class Weights:
    """What `assistant.decision.Decision` holds."""

    ranks: Matrix
    answers: Matrix


@dataclass(frozen=True, slots=True)
class Example:
    """A question with the features of its candidates, `(n, features)`, and how good each is.

    `rewards` are in [0, 1]; all are 0 where the question is to be refused.
    """

    item: GoldItem
    features: Matrix
    rewards: Matrix

    @property
    def right(self) -> NDArray[np.bool_]:
        """Which candidates are as good as the best, when any is good enough."""
        best = self.rewards.max(initial=0.0)
        good: NDArray[np.bool_] = (self.rewards >= LEAST_REWARD) & (self.rewards >= best - ALIKE)
        return good


def examples(
    assistant: Assistant, items: Iterable[GoldItem], sources: Sources
) -> Iterator[Example]:
    """Yield an example for each item of the tuning half that one candidate can answer."""
    judges = (Evidence(sources), CitationPrecision(sources))
    for item in items:
        if item.split is not Split.TUNE or item.either_way or item.kind in _TOGETHER:
            continue
        chosen = assistant.considered(Question(item.question, item.history))
        if not chosen:
            continue
        rewards = [
            _reward(item, _outcome(item, assistant, choice), judges) if item.answerable else 0.0
            for choice in chosen
        ]
        features = np.array([vector(choice.features) for choice in chosen])
        yield Example(item, features, np.array(rewards))


def _outcome(item: GoldItem, assistant: Assistant, choice: Chosen) -> Outcome:
    parts = assistant.quoting((choice,))
    words = [line for part in parts for line in (part.lead, *(c.text for c in part.claims))]
    cited = {c.n: (part, c) for part in parts for claim in part.claims for c in claim.citations}
    return Outcome(
        id=item.id,
        answer="\n".join(words),
        abstained=False,
        citations=tuple(
            Cited(
                n=n,
                document=part.document.id,
                source=part.document.source,
                start=citation.span.start,
                end=citation.span.end,
                quote=citation.quote,
            )
            for n, (part, citation) in sorted(cited.items())
        ),
    )


def _reward(item: GoldItem, outcome: Outcome, judges: tuple[Evidence, CitationPrecision]) -> float:
    """Return how good an answer is: complete, proved, to the point; 0 with a forbidden word."""
    if violations(item, outcome):
        return 0.0
    evidence, precision = (judge(item, outcome) or 0.0 for judge in judges)
    return share_said(item, outcome) * (0.25 + 0.35 * evidence + 0.4 * precision)


def fit(known: Sequence[Example]) -> Weights:
    """Return the weights that make the right choices of `known` likeliest."""
    among = [(e.features, e.right, 1.0) for e in known if e.right.any()]
    ranks = _likeliest(among, RANK_PENALTY)
    tops = [(*_top(e, ranks), 1.0) for e in known]
    tops += [(*_top(bereft, ranks), BEREFT) for e in known if (bereft := _bereft(e))]
    # Answering nothing has no features: it is the sole rival of the top candidate.
    rivals = [
        (np.vstack([top, np.zeros(len(top))]), np.array([ok, not ok]), w) for top, ok, w in tops
    ]
    return Weights(ranks, _likeliest(rivals, ANSWER_PENALTY))


def _top(example: Example, ranks: Matrix) -> tuple[Matrix, bool]:
    """Return the features of the best candidate and of the choice, and if there is an answer."""
    values = example.features @ ranks
    order = np.argsort(-values, kind="stable")
    margin = values[order[0]] - values[order[1]] if len(order) > 1 else FAR
    top = np.append(example.features[order[0]], [min(margin, FAR), 1.0])
    return top, bool(example.right.any())


def _bereft(example: Example) -> Example | None:
    """Return a question without all that answers it: one to refuse, however near the rest is."""
    rest = example.rewards <= WORTHLESS
    if not example.right.any() or not rest.any():
        return None
    return Example(example.item, example.features[rest], np.zeros(int(rest.sum())))


Choice = tuple[Matrix, NDArray[np.bool_], float]  # features (n, f), which are right, its weight


def _likeliest(choices: Sequence[Choice], penalty: float) -> Matrix:
    """Return the weights of a multinomial logit, with a penalty on the squared weights."""

    def loss(weights: Matrix) -> tuple[float, Matrix]:
        total = penalty * len(choices) * float(weights @ weights)
        slope = 2 * penalty * len(choices) * weights
        for features, right, weight in choices:
            lost, down = _loss(features, right, weights)
            total, slope = total + weight * lost, slope + weight * down
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
    """Return the highest log odds below which few answerable questions are refused, in tenths.

    Both a refusal and a wrong answer cost trust; how many refusals may be needless is set, and
    the rest follows.
    """
    asked = sorted(d.odds for d in known if d.example.right.any())
    if not asked:
        return 0.0
    return math.floor(10 * asked[int(NEEDLESS * len(asked))]) / 10


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


def written(weights: Weights, least: float) -> str:
    """Return the weights as `assistant/decision.toml` holds them."""
    tables = (("ranks", NAMES, weights.ranks), ("answers", (*NAMES, *QUESTION), weights.answers))
    head = "# Made by `python -m evals.fit` from the tuning halves of the gold sets; not by hand.\n"
    return f"{head}least = {least}\n" + "".join(_table(*table) for table in tables)


def _table(title: str, names: Sequence[str], values: Matrix) -> str:
    lines = (f"{name} = {value:.3f}\n" for name, value in zip(names, values, strict=True))
    return f"\n[{title}]\n" + "".join(lines)


def main(arguments: Sequence[str]) -> int:
    """Fit over one or more state folders, print how well it does and write the weights."""
    parser = argparse.ArgumentParser(prog="python -m evals.fit", description=__doc__)
    over = "a state folder, then the gold files that are asked over its library"
    parser.add_argument("--over", nargs="+", action="append", type=Path, required=True, help=over)
    parser.add_argument("--out", type=Path, help="where the weights go; else nothing is written")
    options = parser.parse_args(arguments)
    known = [example for home, *gold in options.over for example in _asked(home, gold)]
    weights = fit(known)
    print(f"fitted on these: {figures([decided(example, weights) for example in known])}")
    held_out = crossed(known, FOLDS)
    line = Line.through(held_out)
    held_out = line.decided(held_out)
    chosen = cautious(held_out)
    for least in (-1.0, -0.5, 0.0, 0.5, chosen):
        print(f"each fitted on others, least {least}: {figures(held_out, least)}")
    if options.out:
        options.out.write_text(written(line.weights(weights), chosen), encoding="utf-8")
    return 0


def _asked(home: Path, gold: Sequence[Path]) -> list[Example]:
    settings = load_settings({**os.environ, "HOIQUYCHE_HOME": str(home)})
    items = [item for path in gold for item in load(path).items]
    with open_workbench(settings, owner="python -m evals.fit") as bench:
        bench.prepare(lambda _done, _all: None)
        return list(examples(bench.assistant, items, Sources(bench.documents())))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
