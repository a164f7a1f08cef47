"""What a pupil is marked by: the right passage has to be nearer than all others of the batch."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from evals.teach.lora import States

PROMPT = 3  # <s>, "query", ":": not words of the question
FAR = -1e4


def late(question: States, asked: Tensor, passage: States, found: Tensor) -> Tensor:
    """Return for each question and passage the mean of the questions' best matches.

    `asked` and `found` are unit vectors of tokens, `(texts, longest, width)`. The end mark and the
    prompt of a question do not count.
    """
    width = asked.shape[-1]
    flat = asked.reshape(-1, width) @ found.reshape(-1, width).T
    each = flat.reshape(*asked.shape[:2], *found.shape[:2])
    best = each.masked_fill(passage.mask[None, None] == 0, -1).amax(-1)
    words = torch.cat([question.mask[:, 1:], torch.zeros(len(asked), 1)], 1)
    words[:, :PROMPT] = 0
    return (best * words[..., None]).sum(1) / words.sum(1, keepdim=True).clamp(min=1)


def marked(scores: Tensor, others: Tensor, temperature: float) -> Tensor:
    """Return the cross-entropy of passage i for question i; `others` also answer it, uncounted."""
    aim = torch.arange(len(scores))
    return functional.cross_entropy((scores / temperature).masked_fill(others, FAR), aim)
