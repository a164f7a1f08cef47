"""Fitting the decision: which candidate answers, learned from the tuning half of gold sets.

`python -m evals.fit GOLD... [--out FILE]` asks over the library of the state folder and writes the
weights that `assistant.weighing.decision` reads. Right is every candidate whose words make the
answer that the gold item wants; the models are those of `evals.logit`. The reporting half is not
read.
"""

from __future__ import annotations

import argparse
import math
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np

from assistant.assistant import Assistant
from assistant.question import Question
from assistant.settings import load_settings
from assistant.weighing.decision import QUESTION
from assistant.weighing.features import NAMES, vector
from assistant.weighing.tuning import Setting, Tuning
from assistant.weighing.watch import UNWATCHED
from assistant.wiring import open_workbench
from evals.candidates import quoted, worth
from evals.gold import GoldItem, Kind, Split
from evals.goldfile import load
from evals.logit import (
    Decided,
    Example,
    Line,
    Matrix,
    Weights,
    cautious,
    crossed,
    decided,
    figures,
    fit,
)
from evals.measures.evidence import CitationPrecision, Evidence
from evals.measures.forbidden import violations
from evals.measures.key_points import share_said
from evals.outcome import Outcome
from evals.sources import Sources

FOLDS = 8
ANSWERS = (*NAMES, *QUESTION)
# With what was written about the documents, and as it is where nothing was; all is read again.
TUNINGS = {
    "alone": Tuning(precedents=0, certain=math.inf),
    "precedented": Tuning(certain=math.inf),
}
_TOGETHER = frozenset({Kind.MULTI, Kind.COMPARISON})


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
            _reward(item, quoted(assistant, choice, item.id), judges) if item.answerable else 0.0
            for choice in chosen
        ]
        features = np.array([vector(choice.features) for choice in chosen])
        yield Example(features, np.array(rewards))


def _reward(item: GoldItem, outcome: Outcome, judges: tuple[Evidence, CitationPrecision]) -> float:
    """Return how good an answer is; 0 with a forbidden word."""
    if violations(item, outcome):
        return 0.0
    evidence, precision = (judge(item, outcome) or 0.0 for judge in judges)
    return worth(share_said(item, outcome), evidence, precision)


def written(weights: Mapping[str, Weights], least: float) -> str:
    """Return the weights as `assistant/weighing/decision.toml` holds them, by what they are for."""
    tables = chain.from_iterable(
        ((f"{name}.ranks", NAMES, fitted.ranks), (f"{name}.answers", ANSWERS, fitted.answers))
        for name, fitted in weights.items()
    )
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
    known: dict[str, list[Example]] = {name: [] for name in TUNINGS}
    for home, *gold in options.over:
        for name, examples_ in _asked(home, gold):
            known[name] += examples_
    by_name = {name: _fitted(examples_) for name, examples_ in known.items()}
    least = cautious([d for fitted in by_name.values() for d in fitted.held_out])
    for name, fitted in by_name.items():
        print(f"{name}, fitted on these: {figures(fitted.known)}")
        for other in (-1.0, -0.5, 0.0, 0.5, least):
            print(
                f"{name}, each fitted on others, least {other}: {figures(fitted.held_out, other)}"
            )
    if options.out:
        weights = {name: fitted.weights for name, fitted in by_name.items()}
        options.out.write_text(written(weights, least), encoding="utf-8")
    return 0


@dataclass(frozen=True, slots=True)
class _Fitted:
    """Calibrated weights, and what is decided by them, and by such as were fitted on others."""

    weights: Weights
    known: list[Decided]
    held_out: list[Decided]


def _fitted(known: Sequence[Example]) -> _Fitted:
    held_out = crossed(known, FOLDS)
    line = Line.through(held_out)
    weights = line.weights(fit(known))
    return _Fitted(weights, [decided(e, weights) for e in known], line.decided(held_out))


def _asked(home: Path, gold: Sequence[Path]) -> Iterator[tuple[str, list[Example]]]:
    """Yield the examples over a state folder for each of `TUNINGS`."""
    settings = load_settings({**os.environ, "HOIQUYCHE_HOME": str(home)})
    items = [item for path in gold for item in load(path).items]
    with open_workbench(settings, owner="python -m evals.fit") as bench:
        bench.prepare(_silent)
        sources = Sources(bench.documents())
        for name, tuning in TUNINGS.items():
            desk = bench.variant(Setting(tuning=tuning), UNWATCHED, _silent)
            yield name, list(examples(desk.assistant, items, sources))


def _silent(_done: int, _all: int) -> None:
    """Tell nobody how far it is."""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
