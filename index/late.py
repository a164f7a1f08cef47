"""Late interaction: each word of a question looks for its best match among those of a passage.

One vector for a passage tells what it is about; a vector for each of its tokens tells whether
everything that was asked stands in it (ColBERT, Khattab & Zaharia 2020). The vectors are short and
of 8 bits: a passage of 60 tokens takes 4 KB on disk, from where only candidates are read.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.rowfile import RowFile, mapped

Tokens = NDArray[np.int8]  # (tokens, width), unit vectors times SCALE

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
        """Map what a `TokenWriter` wrote; nothing is read yet."""
        return cls(tokens=mapped(folder / TOKENS), ends=mapped(folder / ENDS))

    def row(self, number: int) -> Tokens:
        """Return the tokens of one row."""
        start = int(self.ends[number - 1]) if number else 0
        return self.tokens[start : int(self.ends[number])]

    def matched(self, asked: Tokens, rows: Iterable[int]) -> NDArray[np.float32]:
        """Return how well each row matches each token of a question: `(rows, tokens)` in [-1, 1].

        A row without tokens matches nothing: -1.

        >>> one, two = np.array([[127, 0]], np.int8), np.array([[0, 127], [127, 0]], np.int8)
        >>> vectors = TokenVectors.of([one, two], 2)
        >>> vectors.matched(two, [0, 1]).tolist()
        [[0.0, 1.0], [1.0, 1.0]]
        """
        parts = [self.row(number) for number in rows]
        best = np.full((len(parts), len(asked)), -1, np.float32)
        filled = [at for at, part in enumerate(parts) if len(part)]
        if not filled or not len(asked):
            return best
        flat = np.concatenate([parts[at] for at in filled]).astype(np.float32)
        starts = np.cumsum([0, *(len(parts[at]) for at in filled[:-1])])
        found = flat @ asked.astype(np.float32).T
        best[filled] = np.maximum.reduceat(found, starts, axis=0) / SCALE**2
        return best


class TokenWriter:
    """Writes the tokens of one row after the other into a new folder."""

    def __init__(self, folder: Path, width: int) -> None:
        folder.mkdir(parents=True)
        self._folder = folder
        self._rows = RowFile(folder / TOKENS, width, "|i1")
        self._ends = array("q")

    def add(self, tokens: Tokens) -> None:
        """Write the tokens of the next row."""
        self._rows.add(tokens)
        self._ends.append(len(self._rows))

    def finish(self) -> None:
        """Complete both files."""
        self._rows.finish()
        np.save(self._folder / ENDS, np.array(self._ends, np.int64), allow_pickle=False)


class LateIndex:
    """The tokens of the live rows of several segments, one segment after the other."""

    def __init__(self, parts: Sequence[tuple[TokenVectors, NDArray[np.int64]]]) -> None:
        self._parts = parts
        self._starts = np.cumsum([0, *(len(live) for _, live in parts)])

    def matched(self, asked: Tokens, rows: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return how well each of `rows` matches each token of a question: `(rows, tokens)`."""
        found = np.zeros((len(rows), len(asked)), np.float32)
        at = np.searchsorted(self._starts, rows, side="right") - 1
        for number in np.unique(at).tolist():
            vectors, live = self._parts[number]
            inside = live[rows[at == number] - self._starts[number]]
            found[at == number] = vectors.matched(asked, inside.tolist())
        return found


def packed(states: NDArray[np.float32]) -> Tokens:
    """Return the rows as unit vectors of 8 bits.

    >>> packed(np.array([[3, 4]], np.float32)).tolist()
    [[76, 102]]
    """
    lengths = np.linalg.norm(states, axis=-1, keepdims=True)
    return np.asarray(np.rint(states / np.maximum(lengths, 1e-9) * SCALE), np.int8)
