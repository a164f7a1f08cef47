"""A small network that says of a candidate whether it answers.

The weights of `assistant.weighing.decision` are fitted on the questions of the gold sets that may
be tuned on, a few hundred. Thousands were written to teach by, and the network learnt from these
how what is known of a candidate works together (`evals.teach.network`): a perceptron with two
hidden layers (Rosenblatt 1958; Rumelhart et al. 1986) over the numbers of
`assistant.weighing.features`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from assistant.weighing.features import NAMES, Features, vector

FILE = "network.npz"
SEEN = NAMES[: NAMES.index("taught")]
WIDE, MOST = 4.0, 3.0  # log odds that count 1; what they count at most

Matrix = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """Its layers, each as weights `(in, out)` and a bias; the last gives log odds, `(1,)`."""

    layers: tuple[tuple[Matrix, Matrix], ...]

    def judged(self, features: Features) -> Features:
        """Return what is known of a candidate, and what the network makes of it."""
        taught = float(self.odds([vector(features)])[0]) / WIDE
        return replace(features, taught=max(-MOST, min(MOST, taught)))

    def odds(self, known: Sequence[Sequence[float]] | Matrix) -> Matrix:
        """Return the log odds that candidates answer, known as `vector` gives it."""
        states = np.asarray(known, np.float32)[:, : len(SEEN)]
        *hidden, (weights, bias) = self.layers
        for inner, shift in hidden:
            states = np.maximum(states @ inner + shift, 0.0)
        odds: Matrix = (states @ weights + bias)[:, 0]
        return odds


@cache
def load_network() -> Network:
    """Read the network that `python -m evals.teach.network` wrote."""
    with (
        resources.files("assistant.weighing").joinpath(FILE).open("rb") as file,
        np.load(file) as known,
    ):
        arrays = [known[name] for name in known.files]
        return Network(tuple(zip(arrays[::2], arrays[1::2], strict=True)))
