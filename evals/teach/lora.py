"""A model whose last layers can be changed by a product of thin matrices (Hu et al. 2021)."""

from __future__ import annotations

import copy
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from evals.teach.lower import Lower
from index.adapter import PROJECTION, Adapter, Change

LINEAR = ("query", "key", "value", "dense")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How much can be changed: the last `layers`, by matrices of `rank`; `width` of a token."""

    layers: int = 4
    rank: int = 16
    width: int = 64
    scale: float = 2.0  # what a change counts; only the size of the first steps depends on it


class Changed(nn.Module):
    """A linear layer that stays as it is, plus what was learnt."""

    def __init__(self, linear: nn.Linear, shape: Shape) -> None:
        super().__init__()
        self.linear, self.scale = linear, shape.scale
        self.down = nn.Parameter(torch.empty(shape.rank, linear.in_features))
        self.up = nn.Parameter(torch.zeros(linear.out_features, shape.rank))
        nn.init.normal_(self.down, std=1 / math.sqrt(linear.in_features))

    def forward(self, states: Tensor) -> Tensor:
        """Return the layer's output."""
        kept: Tensor = self.linear(states)
        return kept + states @ self.down.T @ self.up.T * self.scale


@dataclass(frozen=True, slots=True)
class States:
    """The token states of some texts: `(texts, longest, hidden)`, and which of them are words."""

    hidden: Tensor
    mask: Tensor

    @property
    def pooled(self) -> Tensor:
        """The mean over the tokens, unit rows: what the dense leg compares."""
        mask = self.mask[..., None]
        return functional.normalize((self.hidden * mask).sum(1) / mask.sum(1), dim=-1)


class Pupil:
    """The last layers of the packaged model, with what they learn."""

    def __init__(self, lower: Lower, shape: Shape, projection: NDArray[np.float32]) -> None:
        self.lower = lower
        self.layers = opened(lower, shape)
        self.projection = nn.Parameter(torch.tensor(projection[: shape.width]))

    def parameters(self) -> list[nn.Parameter]:
        """Return what is learnt."""
        return [self.projection, *(p for p in self.layers.parameters() if p.requires_grad)]

    def keep(self, share: float) -> None:
        """Keep a share of every change: the model between what it was and what it became.

        Half-way, it is nearly as good at what it was taught and better at all else (Wortsman et
        al. 2022).
        """
        for _, module in _changed(self.layers, self.lower.first):
            module.scale *= share

    def states(self, texts: Sequence[str], longest: int) -> States:
        """Run the model over texts that carry their prompt and were read by the lower layers."""
        batch = self.lower.batch(texts, longest)
        hidden, attention = batch.hidden, batch.attention
        for layer in self.layers:
            hidden = layer(hidden, attention)
        return States(hidden.float(), batch.mask)

    def short(self, states: States) -> Tensor:
        """Return the short unit vector of each token: `(texts, longest, width)`."""
        return functional.normalize(states.hidden @ self.projection.T, dim=-1)

    def adapter(self, made: dict[str, str]) -> Adapter:
        """Return what was learnt."""
        added = {PROJECTION: array(self.projection)}
        learnt = dict(changes(self.layers, self.lower.first))
        return Adapter(changes=learnt, added=added, made=made)


def opened(lower: Lower, shape: Shape) -> nn.ModuleList:
    """Return the layers that come after the lower ones, open for changes."""
    taught = lower.model.encoder.layer[lower.first :]
    layers = nn.ModuleList(copy.deepcopy(layer) for layer in taught)
    for layer in layers:
        _open(layer, shape)
    return layers


def changes(layers: nn.ModuleList, first: int) -> Iterator[tuple[str, Change]]:
    """Yield what was learnt by the name of the weight; `first` is the first layer's number."""
    for name, module in _changed(layers, first):
        yield f"{name}.weight", Change(down=array(module.down), up=array(module.up) * module.scale)


def restored(layers: nn.ModuleList, first: int, adapter: Adapter) -> None:
    """Set layers that are open for changes to what was learnt before, by matrices no wider."""
    for name, module in _changed(layers, first):
        learnt = adapter.changes[f"{name}.weight"]
        rank = len(learnt.down)
        with torch.no_grad():
            module.down[:rank].copy_(torch.tensor(learnt.down))
            module.up[:, :rank].copy_(torch.tensor(learnt.up) / module.scale)


def _changed(layers: nn.ModuleList, first: int) -> Iterator[tuple[str, Changed]]:
    for at, layer in enumerate(layers, start=first):
        for name, module in layer.named_modules():
            if isinstance(module, Changed):
                yield f"encoder.layer.{at}.{name}", module


def _open(layer: nn.Module, shape: Shape) -> None:
    """Put a changed layer in the place of each linear one."""
    for module in list(layer.modules()):
        for name, child in list(module.named_children()):
            if name in LINEAR and isinstance(child, nn.Linear):
                setattr(module, name, Changed(child, shape))


def array(parameter: Tensor) -> NDArray[np.float32]:
    """Return the numbers of a parameter."""
    return np.asarray(parameter.detach().float().numpy(), np.float32)


def directions(states: Iterable[States]) -> NDArray[np.float32]:
    """Return the directions in which token states differ most, `(hidden, hidden)`, first first.

    The mean state, which all tokens of such a model share, is taken out before.
    """
    flat = np.concatenate([array(functional.normalize(_words(one), dim=-1)) for one in states])
    mean = flat.mean(axis=0)
    mean /= np.linalg.norm(mean)
    rest = flat - np.outer(flat @ mean, mean)
    _, vectors = np.linalg.eigh(rest.T @ rest)
    return np.asarray(vectors[:, ::-1].T, np.float32).copy()


def _words(states: States) -> Tensor:
    return states.hidden[states.mask.bool()]
