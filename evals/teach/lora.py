"""A model whose last layers can be changed by a product of thin matrices (Hu et al. 2021)."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional
from transformers import AutoModel, AutoTokenizer

from index.adapter import Adapter, Change

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
        """Return the layer's output; the learnt part is kept in float32, used as the rest is."""
        down, up = self.down.to(states.dtype), self.up.to(states.dtype)
        kept: Tensor = self.linear(states)
        return kept + states @ down.T @ up.T * self.scale


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
    """The packaged model in bfloat16, with what it learns beside it in float32."""

    def __init__(self, folder: Path, shape: Shape, projection: NDArray[np.float32]) -> None:
        self._tokenizer = AutoTokenizer.from_pretrained(folder)
        self.model = AutoModel.from_pretrained(folder, dtype=torch.bfloat16).eval()
        self.model.requires_grad_(False)  # noqa: FBT003 - torch's own signature
        layers = self.model.encoder.layer
        for layer in layers[len(layers) - shape.layers :]:
            _open(layer, shape)
        self.projection = nn.Parameter(torch.tensor(projection[: shape.width]))

    def parameters(self) -> list[nn.Parameter]:
        """Return what is learnt."""
        return [self.projection, *(p for p in self.model.parameters() if p.requires_grad)]

    def keep(self, share: float) -> None:
        """Keep a share of every change: the model between what it was and what it became.

        Half-way, it is nearly as good at what it was taught and better at all else (Wortsman et
        al. 2022).
        """
        for _, module in self._changed():
            module.scale *= share

    def states(self, texts: Sequence[str], longest: int) -> States:
        """Run the model over texts that carry their prompt."""
        read = self._tokenizer(
            list(texts), truncation=True, max_length=longest, padding=True, return_tensors="pt"
        )
        hidden = self.model(**read).last_hidden_state.float()
        return States(hidden, read["attention_mask"].float())

    def short(self, states: States) -> Tensor:
        """Return the short unit vector of each token: `(texts, longest, width)`."""
        return functional.normalize(states.hidden @ self.projection.T, dim=-1)

    def adapter(self, made: dict[str, str]) -> Adapter:
        """Return what was learnt."""
        return Adapter(changes=dict(self._changes()), projection=_array(self.projection), made=made)

    def _changes(self) -> Iterator[tuple[str, Change]]:
        for name, module in self._changed():
            up = _array(module.up) * module.scale
            yield f"{name}.weight", Change(down=_array(module.down), up=up)

    def _changed(self) -> Iterator[tuple[str, Changed]]:
        for name, module in self.model.named_modules():
            if isinstance(module, Changed):
                yield name, module


def _open(layer: nn.Module, shape: Shape) -> None:
    """Put a changed layer in the place of each linear one."""
    for module in list(layer.modules()):
        for name, child in list(module.named_children()):
            if name in LINEAR and isinstance(child, nn.Linear):
                setattr(module, name, Changed(child, shape))


def _array(parameter: Tensor) -> NDArray[np.float32]:
    return np.asarray(parameter.detach().float().numpy(), np.float32)


def directions(folder: Path, texts: Sequence[str]) -> NDArray[np.float32]:
    """Return the directions in which token states differ most, `(hidden, hidden)`, first first.

    The mean state, which all tokens of such a model share, is taken out before.
    """
    pupil = Pupil(folder, Shape(layers=0), np.zeros((0, 0), np.float32))
    rows = []
    with torch.inference_mode():
        for text in texts:
            hidden = pupil.states([text], 128).hidden[0]
            rows.append(_array(functional.normalize(hidden, dim=-1)))
    states = np.concatenate(rows)
    mean = states.mean(axis=0)
    mean /= np.linalg.norm(mean)
    rest = states - np.outer(states @ mean, mean)
    _, vectors = np.linalg.eigh(rest.T @ rest)
    return np.asarray(vectors[:, ::-1].T, np.float32).copy()
