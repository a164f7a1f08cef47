"""The layers that are not taught: each text goes through them once, however often it is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor
from transformers import AutoModel, AutoTokenizer

from index.embedder import Progress

BATCH = 4096  # tokens
FAR = -1e4


@dataclass(frozen=True, slots=True)
class Batch:
    """States of some texts, `(texts, longest, hidden)`; `mask` is 1 where there is a token."""

    hidden: Tensor
    mask: Tensor

    @property
    def attention(self) -> Tensor:
        """What is added to the attention of each token, `(texts, 1, 1, longest)`."""
        return ((1 - self.mask)[:, None, None, :] * FAR).to(self.hidden.dtype)


class Lower:
    """All of a model but its last `taught` layers, with what it made of texts.

    That is kept in bfloat16, 768 bytes a token: the 56,000 passages of the schools take 3 GB. The
    layers work in float32: a processor that cannot multiply bfloat16 takes 40 times as long in it.
    """

    def __init__(self, folder: Path, taught: int, longest: int) -> None:
        self._tokenizer = AutoTokenizer.from_pretrained(folder)
        self.model = AutoModel.from_pretrained(
            # the gradient of the fused attention takes half of a step on a processor
            folder, dtype=torch.float32, attn_implementation="eager"
        ).eval()  # fmt: skip
        self.model.requires_grad_(False)  # noqa: FBT003 - torch's own signature
        self.first, self._longest = len(self.model.encoder.layer) - taught, longest
        self._known: dict[str, Tensor] = {}

    def read(self, texts: Sequence[str], progress: Progress) -> None:
        """Take in texts that carry their prompt, the longest first."""
        new = list(dict.fromkeys(text for text in texts if text not in self._known))
        if not new:
            return
        ids = self._tokenizer(new, truncation=True, max_length=self._longest)["input_ids"]
        order = sorted(range(len(new)), key=lambda i: (-len(ids[i]), i))
        at = 0
        while at < len(order):
            some = order[at : at + max(1, BATCH // len(ids[order[at]]))]
            at += len(some)
            for i, states in zip(some, self._states([ids[i] for i in some]), strict=True):
                self._known[new[i]] = states
            progress(at, len(order))

    def batch(self, texts: Sequence[str], longest: int) -> Batch:
        """Return what the lower layers made of texts that were read, cut to `longest` tokens."""
        states = [self.states(text, longest) for text in texts]
        hidden = torch.nn.utils.rnn.pad_sequence(states, batch_first=True)
        return Batch(hidden, masked([len(one) for one in states]))

    def states(self, text: str, longest: int) -> Tensor:
        """Return what the lower layers made of a text, `(tokens, hidden)`."""
        return self._known[text][:longest].float()

    def length(self, text: str) -> int:
        """Return how many tokens were read of a text."""
        return len(self._known[text])

    @torch.no_grad()  # what it makes is an input of what learns
    def _states(self, ids: Sequence[Sequence[int]]) -> list[Tensor]:
        filled = torch.nn.utils.rnn.pad_sequence(
            [torch.tensor(one) for one in ids],
            batch_first=True,
            padding_value=self._tokenizer.pad_token_id,
        )
        batch = Batch(self.model.embeddings(input_ids=filled), masked([len(one) for one in ids]))
        hidden, attention = batch.hidden, batch.attention
        for layer in self.model.encoder.layer[: self.first]:
            hidden = layer(hidden, attention)
        return [hidden[at, : len(one)].bfloat16() for at, one in enumerate(ids)]


def masked(lengths: Sequence[int], width: int = 0) -> Tensor:
    """Return 1 for each token of texts of these lengths, 0 behind, `(texts, width or longest)`."""
    return (torch.arange(width or max(lengths))[None] < torch.tensor(lengths)[:, None]).float()
