"""The cross-encoder as it learns: the last layers read a question and a passage as one text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

import torch
from torch import Tensor, nn

from evals.teach.cross.choices import Choice
from evals.teach.cross.groups import Sample
from evals.teach.lora import Shape, array, changes, opened, restored
from evals.teach.lower import Batch, Lower, masked
from index.adapter import JOIN, Adapter
from index.cross import PASSAGE, QUESTION
from index.graph import HEAD, SIDES
from index.packaged import PROMPTS

Pair = tuple[str, str]  # a question and a passage, both with their prompt


def pairs_of(sample: Sample) -> list[Pair]:
    """Return what is read for a sample."""
    return as_read(sample.question, sample.passages)


def as_read(question: str, passages: Iterable[str]) -> list[Pair]:
    """Return a question with each passage, both with their prompt."""
    asked = PROMPTS["query"] + question
    return [(asked, PROMPTS["document"] + passage) for passage in passages]


class Joined:
    """The last layers of the packaged model, what marks the two sides, and the head.

    What is `narrow` multiplies in bfloat16.
    """

    def __init__(self, lower: Lower, shape: Shape, *, narrow: bool = False) -> None:
        self.lower, self._narrow = lower, narrow
        self.layers = opened(lower, shape)
        hidden = int(lower.model.config.hidden_size)
        self.sides = nn.Parameter(torch.zeros(2, hidden))
        self.head = nn.Linear(4 * hidden, 1)
        nn.init.normal_(self.head.weight, std=0.01)
        nn.init.zeros_(self.head.bias)

    def parameters(self) -> list[nn.Parameter]:
        """Return what is learnt."""
        changed = (p for p in self.layers.parameters() if p.requires_grad)
        return [self.sides, *self.head.parameters(), *changed]

    def restore(self, adapter: Adapter) -> None:
        """Begin with what was learnt before, by as many layers."""
        restored(self.layers, self.lower.first, adapter)
        with torch.no_grad():
            self.sides.copy_(torch.tensor(adapter.added[SIDES]))
            self.head.weight.copy_(torch.tensor(adapter.added[f"{HEAD}.weight"]))
            self.head.bias.copy_(torch.tensor(adapter.added[f"{HEAD}.bias"]))

    def odds(self, pairs: Sequence[Pair]) -> Tensor:
        """Return the log odds of pairs whose texts were read by the lower layers, `(pairs,)`."""
        order = sorted(range(len(pairs)), key=lambda i: self._length(pairs[i]))
        middle = len(order) // 2  # the shorter half by itself, or half of the work is on nothing
        parts = [part for part in (order[:middle], order[middle:]) if part]
        with torch.autocast("cpu", torch.bfloat16, enabled=self._narrow):
            odds = torch.cat([self._read([pairs[i] for i in part]) for part in parts]).float()
        return odds[torch.tensor(order).argsort()]

    def _length(self, pair: Pair) -> int:
        return self.lower.length(pair[0]) + self.lower.length(pair[1])

    def _read(self, pairs: Sequence[Pair]) -> Tensor:
        asked = [self.lower.states(question, QUESTION) for question, _ in pairs]
        told = [self.lower.states(passage, PASSAGE) for _, passage in pairs]
        both = [torch.cat(texts) for texts in zip(asked, told, strict=True)]
        hidden = nn.utils.rnn.pad_sequence(both, batch_first=True)
        mask = masked([len(one) for one in both])
        question = masked([len(one) for one in asked], hidden.shape[1])
        passage = mask - question
        sides = question[..., None] * self.sides[0] + passage[..., None] * self.sides[1]
        batch = Batch(hidden + sides.to(hidden.dtype), mask)
        states = batch.hidden
        for layer in self.layers:
            states = layer(states, batch.attention)
        means = [_mean(states.float(), side) for side in (question, passage)]
        seen = torch.cat([*means, means[0] * means[1], (means[0] - means[1]).abs()], 1)
        odds: Tensor = self.head(seen)[:, 0]
        return odds

    def adapter(self, made: dict[str, str]) -> Adapter:
        """Return what was learnt."""
        added = {
            SIDES: array(self.sides),
            f"{HEAD}.weight": array(self.head.weight),
            f"{HEAD}.bias": array(self.head.bias),
        }
        learnt = dict(changes(self.layers, self.lower.first))
        return Adapter(changes=learnt, added=added, made={**made, JOIN: str(self.lower.first)})


def _mean(states: Tensor, mask: Tensor) -> Tensor:
    return (states * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)


def texts_of(samples: Iterable[Sample], choices: Iterable[Choice] = ()) -> list[str]:
    """Return every text of some samples and choices, with its prompt."""
    read = [pair for sample in samples for pair in pairs_of(sample)]
    read += [pair for choice in choices for q, text in choice.read for pair in as_read(q, [text])]
    return list(dict.fromkeys(chain.from_iterable(read)))
