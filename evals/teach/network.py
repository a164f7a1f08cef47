"""Teach the network that judges candidates: `python -m evals.teach.network --over HOME …`.

It is taught by the questions that were written with the words that answer them, asked over the
libraries of state folders (`evals.teach.cross.asked`), and by their near misses, which nothing
answers: to choose among the candidates, and whether the one that it chooses answers. Every
twentieth text is kept for its examination. `--out FOLDER` writes what it learnt.

What is known of a candidate (`assistant.weighing.features`) is what it sees: when that changes, it
is to be taught anew.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from assistant.weighing.network import FILE, SEEN, Matrix, Network
from evals.teach.cross.asked import read_asked
from evals.teach.cross.choices import Choice, Weighed, asked_over
from evals.teach.cross.groups import held_out
from evals.teach.train import portions

HELD = 20  # one text in so many is not taught
HIDDEN = 32
PORTION, ROUNDS, RATE = 256, 20, 3e-3
DROPPED = 0.1  # of the hidden states, while it learns
WHETHER = 0.7  # what it counts whether the chosen one answers, beside the choice
NOWHERE = -1e9  # the log odds where there is no candidate


@dataclass(frozen=True, slots=True)
class Portion:
    """Questions at once: `known` `(n, most, features)`, which candidates there are and answer."""

    known: Tensor
    there: Tensor
    right: Tensor

    @classmethod
    def of(cls, some: Sequence[Weighed]) -> Portion:
        """Put questions together, whose candidates are filled up to the most that one has."""
        most = max(len(one.texts) for one in some)
        known, there = torch.zeros(len(some), most, len(SEEN)), torch.zeros(len(some), most).bool()
        right = there.clone()
        for n, one in enumerate(some):
            count = len(one.texts)
            known[n, :count] = torch.from_numpy(one.known[:, : len(SEEN)].copy())
            there[n, :count], right[n, :count] = True, torch.from_numpy(one.right)
        return cls(known, there, right)


def train(weighed: Sequence[Weighed], seed: int = 0, rounds: int = ROUNDS) -> Network:
    """Return a network that was taught questions with candidates."""
    torch.manual_seed(seed)
    sizes = (len(SEEN), HIDDEN, HIDDEN, 1)
    steps = [nn.Linear(a, b) for a, b in pairwise(sizes)]
    hidden = (part for step in steps[:-1] for part in (step, nn.ReLU(), nn.Dropout(DROPPED)))
    network = nn.Sequential(*hidden, steps[-1])
    optimiser = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=0.01)
    count = rounds * (len(weighed) // PORTION + 1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, total_steps=count + 1)
    draw = random.Random(seed)  # noqa: S311 - no secret
    for some in portions(weighed, min(PORTION, len(weighed)), count, draw):
        _loss(network, Portion.of(some)).backward()  # type: ignore[no-untyped-call]
        optimiser.step()
        optimiser.zero_grad()
        schedule.step()
    return Network(tuple((_array(step.weight.T), _array(step.bias)) for step in steps))


def _loss(network: nn.Module, portion: Portion) -> Tensor:
    odds = network(portion.known)[..., 0].masked_fill(~portion.there, NOWHERE)
    right = odds.masked_fill(~portion.right, NOWHERE)
    answered = portion.right.any(1)
    among: Tensor = (odds.logsumexp(1) - right.logsumexp(1))[answered].sum() / len(odds)
    best, which = odds.max(1)
    answers = portion.right.gather(1, which[:, None])[:, 0].float()
    whether: Tensor = functional.binary_cross_entropy_with_logits(best, answers)
    return among + WHETHER * whether


def _array(parameter: Tensor) -> Matrix:
    return np.ascontiguousarray(parameter.detach().numpy(), np.float32)


def asked_in(choices: Sequence[Choice]) -> Iterator[Weighed]:
    """Yield what is asked, answered and not, as far as there is any candidate."""
    every = (one for choice in choices for one in (choice.asked, *choice.near))
    return (one for one in every if one.texts)


def marks(network: Network, choices: Sequence[Choice]) -> str:
    """Say how often the chosen candidate answers, and has better odds than that of a near miss."""
    chosen, told = [], []
    for choice in choices:
        odds = network.odds(choice.asked.known)
        chosen.append(bool(choice.asked.right[int(odds.argmax())]))
        near = (network.odds(one.known).max() for one in choice.near if one.texts)
        told += [float(odds.max() > other) for other in near]
    return f"{len(choices)} choices: {np.mean(chosen):.3f} right, {np.mean(told):.3f} told"


def save(network: Network, folder: Path) -> None:
    """Write a network where `assistant.weighing.network` reads it."""
    np.savez(folder / FILE, *chain.from_iterable(network.layers))


def main(argv: Sequence[str]) -> None:
    """Teach, print the marks, write what was learnt."""
    parser = argparse.ArgumentParser(prog="python -m evals.teach.network", description=__doc__)
    parser.add_argument("--over", nargs="+", type=Path, required=True, metavar="HOME")
    parser.add_argument(
        "--out", type=Path, help="the folder where it goes; else nothing is written"
    )
    given = parser.parse_args(argv)
    learnt, kept = held_out(list(asked_over(given.over, read_asked())), HELD)
    network = train(list(asked_in(learnt)))
    sys.stdout.write(f"{marks(network, kept)}; taught {len(learnt)}\n")
    if given.out:
        save(network, given.out)


if __name__ == "__main__":
    main(sys.argv[1:])
