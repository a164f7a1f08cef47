"""Late interaction: each word of a question looks for its best match among those of a passage.

One vector for a passage tells what it is about; a vector for each of its tokens tells whether
everything that was asked stands in it (ColBERT, Khattab & Zaharia 2020). The vectors are short and
of 8 bits: a passage of 60 tokens takes 4 KB on disk, from where only candidates are read.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Tokens = NDArray[np.int8]  # (tokens, width), a unit vector times SCALE
Asked = NDArray[np.float32]  # (tokens, width), unit rows

SCALE = 127
TOKENS, ENDS = "tokens.npy", "ends.npy"


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenVectors:
    """The tokens of rows 0, 1, …: those of row i are `tokens[ends[i - 1]:ends[i]]`."""

    tokens: Tokens
    ends: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.ends)

    @classmethod
    def of(cls, rows: Sequence[Tokens], width: int) -> TokenVectors:
        """Join the tokens of single rows."""
        flat = np.concatenate([np.zeros((0, width), np.int8), *rows])
        return cls(tokens=flat, ends=np.cumsum([len(row) for row in rows], dtype=np.int64))

    @classmethod
    def load(cls, folder: Path) -> TokenVectors:
        """Map what `save` wrote; nothing is read yet."""
        return cls(
            tokens=np.load(folder / TOKENS, mmap_mode="r"),
            ends=np.load(folder / ENDS, mmap_mode="r"),
        )

    def save(self, folder: Path) -> None:
        """Write both arrays into `folder`, which it makes."""
        folder.mkdir(parents=True)
        np.save(folder / TOKENS, self.tokens, allow_pickle=False)
        np.save(folder / ENDS, self.ends, allow_pickle=False)

    def row(self, number: int) -> Tokens:
        """Return the tokens of one row."""
        start = int(self.ends[number - 1]) if number else 0
        return self.tokens[start : int(self.ends[number])]

    def matched(self, asked: Asked, rows: Iterable[int]) -> NDArray[np.float32]:
        """Return how well each row matches each token of a question: `(rows, tokens)` in [-1, 1].

        A row without tokens matches nothing: -1.

        >>> one, two = np.array([[127, 0]], np.int8), np.array([[0, 127], [127, 0]], np.int8)
        >>> vectors = TokenVectors.of([one, two], 2)
        >>> vectors.matched(np.array([[1, 0], [0, 1]], np.float32), [0, 1]).tolist()
        [[1.0, 0.0], [1.0, 1.0]]
        """
        parts = [self.row(number) for number in rows]
        best = np.full((len(parts), len(asked)), -1, np.float32)
        filled = [at for at, part in enumerate(parts) if len(part)]
        if not filled or not len(asked):
            return best
        flat = np.concatenate([parts[at] for at in filled]).astype(np.float32)
        starts = np.cumsum([0, *(len(parts[at]) for at in filled[:-1])])
        best[filled] = np.maximum.reduceat(flat @ asked.T, starts, axis=0) / SCALE
        return best


def packed(states: NDArray[np.float32]) -> Tokens:
    """Return the rows as unit vectors of 8 bits.

    >>> packed(np.array([[3, 4]], np.float32)).tolist()
    [[76, 102]]
    """
    lengths = np.linalg.norm(states, axis=-1, keepdims=True)
    return np.asarray(np.rint(states / np.maximum(lengths, 1e-9) * SCALE), np.int8)
