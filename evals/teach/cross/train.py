"""The training of the cross-encoder."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from evals.teach.cross.groups import Group, Sample
from evals.teach.cross.joined import Joined, pairs_of, texts_of
from evals.teach.train import pace, portions
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
    rate = pace(training.steps, training.warming)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, rate)
    draw = random.Random(training.seed)  # noqa: S311 - no secret
    dealt = portions(groups, training.groups, training.steps, draw)
    for step, some in enumerate(dealt, start=1):
        _loss(joined, some).backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(joined.parameters(), 1.0)
        optimiser.step()
        optimiser.zero_grad()
        schedule.step()
        progress(step, training.steps)


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
