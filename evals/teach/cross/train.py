"""The training of the cross-encoder."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from evals.teach.cross.groups import Group, Sample
from evals.teach.cross.joined import Joined, pairs_of, texts_of
from index.embedder import Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class Training:
    """How long and in what portions."""

    steps: int = 1400
    groups: int = 8
    rate: float = 1e-3
    warming: int = 60  # steps
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Marks:
    """How well a cross-encoder tells answers, over groups that it was not taught.

    `area` is that under the curve of answered against missed questions, `first` the share of
    groups whose answered question has the better odds.
    """

    groups: int
    area: float
    first: float


def train(joined: Joined, groups: Sequence[Group], training: Training, progress: Progress) -> None:
    """Teach `joined` the groups, in an order drawn by the seed."""
    optimiser = torch.optim.AdamW(joined.parameters(), lr=training.rate, weight_decay=0.01)
    pace = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: _pace(step, training))
    for step, some in enumerate(_portions(groups, training), start=1):
        _loss(joined, some).backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(joined.parameters(), 1.0)
        optimiser.step()
        optimiser.zero_grad()
        pace.step()
        progress(step, training.steps)


def _pace(step: int, training: Training) -> float:
    """Return which share of the rate a step has: rising at first, then falling to nothing."""
    return min(1.0, (step + 1) / training.warming) * max(0.0, 1 - step / training.steps)


def _portions(groups: Sequence[Group], training: Training) -> Iterator[list[Group]]:
    draw = random.Random(training.seed)  # noqa: S311 - no secret
    left: list[Group] = []
    for _ in range(training.steps):
        if len(left) < training.groups:
            left = draw.sample(groups, len(groups))
        some, left = left[: training.groups], left[training.groups :]
        yield some


def _loss(joined: Joined, groups: Sequence[Group]) -> Tensor:
    """Return how far the odds are from the truth, and the answered from the missed questions."""
    samples = [sample for group in groups for sample in (group.answered, group.missed)]
    best = best_odds(joined, samples)
    truth = torch.tensor([1.0, 0.0]).repeat(len(groups))
    wrong = functional.binary_cross_entropy_with_logits(best, truth)
    return wrong + functional.softplus(best[1::2] - best[::2]).mean()


def best_odds(joined: Joined, samples: Sequence[Sample]) -> Tensor:
    """Return for each sample the log odds of its best passage."""
    read = [pairs_of(sample) for sample in samples]
    odds = joined.odds([pair for pairs in read for pair in pairs])
    parts = torch.split(odds, [len(pairs) for pairs in read])
    return torch.stack([part.max() for part in parts])


def marks(joined: Joined, groups: Sequence[Group], portion: int = 16) -> Marks:
    """Examine `joined` on groups that it was not taught."""
    joined.lower.read(texts_of([s for g in groups for s in (g.answered, g.missed)]), _quiet)
    answered, missed = [], []
    with torch.no_grad():
        for at in range(0, len(groups), portion):
            some = groups[at : at + portion]
            answered += best_odds(joined, [group.answered for group in some]).tolist()
            missed += best_odds(joined, [group.missed for group in some]).tolist()
    better = [(a > m) + (a == m) / 2 for a in answered for m in missed]
    first = [a > m for a, m in zip(answered, missed, strict=True)]
    return Marks(len(groups), sum(better) / len(better), sum(first) / len(first))


def _quiet(_done: int, _total: int) -> None: ...
