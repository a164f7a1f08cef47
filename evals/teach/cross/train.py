"""The training of the cross-encoder."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

import torch
from torch import Tensor
from torch.nn import functional

from evals.teach.cross.choices import Choice
from evals.teach.cross.groups import Group, Sample
from evals.teach.cross.joined import Joined, Pair, as_read, pairs_of, texts_of
from evals.teach.train import pace, portions
from index.embedder import Progress

SURE = 1  # wrong candidates that are always learnt from; one of the others is drawn
MISSES = 2  # near misses of a question that are learnt from
FIRST = 0.6  # how often a near miss is learnt with what would answer it first
OTHERS = 0.3  # what the wrong candidates count by themselves, beside the choice among all
GROUPS = 0.7  # what the groups count beside the choices


@dataclass(frozen=True, slots=True, kw_only=True)
class Training:
    """How long and in what portions."""

    steps: int = 2000
    groups: int = 3
    choices: int = 6
    rate: float = 1e-3
    warming: int = 60  # steps
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Marks:
    """How well a cross-encoder tells answers, over what it was not taught.

    `area` is that under the curve of answered against missed questions, `first` the share of
    groups whose answered question has the better odds; `chosen` is the share of choices whose
    best candidate answers, `told` that of those with better odds than their near miss.
    """

    groups: int
    area: float
    first: float
    choices: int
    chosen: float
    told: float


def train(
    joined: Joined,
    groups: Sequence[Group],
    choices: Sequence[Choice],
    training: Training,
    progress: Progress,
) -> None:
    """Teach `joined` the groups and the choices, in an order drawn by the seed."""
    optimiser = torch.optim.AdamW(joined.parameters(), lr=training.rate, weight_decay=0.01)
    rate = pace(training.steps, training.warming)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, rate)
    draw = random.Random(training.seed)  # noqa: S311 - no secret
    dealt = zip(
        portions(choices, training.choices, training.steps, draw),
        portions(groups, training.groups, training.steps, draw),
        strict=True,
    )
    for step, (some, more) in enumerate(dealt, start=1):
        _loss(joined, some, more, draw).backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(joined.parameters(), 1.0)
        optimiser.step()
        optimiser.zero_grad()
        schedule.step()
        progress(step, training.steps)


def _loss(
    joined: Joined, choices: Sequence[Choice], groups: Sequence[Group], draw: random.Random
) -> Tensor:
    """Return how far the odds of choices and groups, all read at once, are from the truth."""
    samples = [sample for group in groups for sample in (group.answered, group.missed)]
    asked = [sorts for choice in choices for sorts in _sorts(choice, draw)]
    read = [as_read(question, texts) for question, texts in asked]
    read += [pairs_of(sample) for sample in samples]
    parts = _split(joined, read)
    ends = [0, *accumulate(3 + len(choice.near[:MISSES]) for choice in choices)]
    chosen = [choice_loss(parts[start:end]) for start, end in pairwise(ends)]
    whole = torch.stack(chosen).mean()
    return whole + GROUPS * _group_loss(parts[len(asked) :]) if samples else whole


def _sorts(choice: Choice, draw: random.Random) -> Iterator[tuple[str, list[str]]]:
    """Yield what is read of a choice: what answers best, less well, not; of the near misses."""
    yield choice.question, [draw.choice(choice.best)]
    yield choice.question, _drawn(choice.less, 0, draw)
    yield choice.question, _drawn(choice.wrong, SURE, draw)
    for one in choice.missed[:MISSES]:
        first = draw.random() < FIRST
        yield one.question, [one.passages[0] if first else draw.choice(one.passages)]


def _drawn(texts: Sequence[str], sure: int, draw: random.Random) -> list[str]:
    rest = texts[sure:]
    return [*texts[:sure], *([draw.choice(rest)] if rest else [])]


def choice_loss(parts: Sequence[Tensor]) -> Tensor:
    """Return the loss of a choice: among its candidates, and against its near misses.

    What answers less well ranks behind the best; that it does not answer is not learnt.
    """
    right, less, wrong, *nearest = parts
    best = right.max()
    among = torch.logsumexp(torch.cat([right, less, wrong]), 0) - torch.logsumexp(right, 0)
    loss = functional.softplus(-best) + among
    if len(wrong):
        loss = loss + OTHERS * functional.softplus(wrong).mean()
    if nearest:
        missed = torch.cat(nearest)
        loss = loss + (functional.softplus(missed) + functional.softplus(missed - best)).mean()
    return loss


def _group_loss(parts: Sequence[Tensor]) -> Tensor:
    best = torch.stack([part.max() for part in parts])
    truth = torch.tensor([1.0, 0.0]).repeat(len(parts) // 2)
    wrong = functional.binary_cross_entropy_with_logits(best, truth)
    return wrong + functional.softplus(best[1::2] - best[::2]).mean()


def _split(joined: Joined, read: Sequence[Sequence[Pair]]) -> tuple[Tensor, ...]:
    """Return the log odds of each list of pairs, read together."""
    odds = joined.odds([pair for pairs in read for pair in pairs])
    return torch.split(odds, [len(pairs) for pairs in read])


def best_odds(joined: Joined, samples: Sequence[Sample]) -> Tensor:
    """Return for each sample the log odds of its best passage."""
    return torch.stack([part.max() for part in _split(joined, [pairs_of(s) for s in samples])])


def marks(
    joined: Joined, groups: Sequence[Group], choices: Sequence[Choice], portion: int = 16
) -> Marks:
    """Examine `joined` on groups and choices that it was not taught."""
    samples = [sample for group in groups for sample in (group.answered, group.missed)]
    joined.lower.read(texts_of(samples, choices), _quiet)
    with torch.no_grad():
        told = [x for some in _cut(samples, portion) for x in best_odds(joined, some).tolist()]
        verdicts = [_verdict(joined, choice) for choice in choices]
    answered, missed = told[::2], told[1::2]
    better = [(a > m) + (a == m) / 2 for a in answered for m in missed]
    return Marks(
        len(groups),
        _share(better),
        _share([a > m for a, m in zip(answered, missed, strict=True)]),
        len(choices),
        _share([chosen for chosen, _ in verdicts]),
        _share([told for _, told in verdicts]),
    )


def _verdict(joined: Joined, choice: Choice) -> tuple[bool, bool]:
    sorts = (choice.best, choice.less, choice.wrong)
    lists = [as_read(choice.question, texts) for texts in sorts]
    lists += [pairs_of(one) for one in choice.missed]
    best, *others = (max(part.tolist(), default=-torch.inf) for part in _split(joined, lists))
    return best > max(others[:2]), best > max(others[2:], default=-torch.inf)


def _cut(samples: Sequence[Sample], portion: int) -> Iterator[Sequence[Sample]]:
    ends = [*range(0, len(samples), portion), len(samples)]
    return (samples[start:end] for start, end in pairwise(ends))


def _share(values: Iterable[float]) -> float:
    every = list(values)
    return sum(every) / len(every) if every else 0.0


def _quiet(_done: int, _total: int) -> None: ...
