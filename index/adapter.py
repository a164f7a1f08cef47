"""The adapter: what the packaged model was taught, as changes of low rank to its weights.

`python -m evals.teach` makes the file. A change is the product of two thin matrices (LoRA, Hu et
al. 2021), so that a megabyte says what a model of a hundred was taught; it is added to the weights
when the model folder is made. What a model has beside its weights is in the same file: the
projection that turns the state of a token into a short vector, by which single words of a question
are compared with single words of a passage (`index.late`), or the head of a cross-encoder
(`index.cross`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]

FILE = "adapter.safetensors"
CROSS = "cross.safetensors"
JOIN = "join"  # of how a cross-encoder was made: the layers before its texts meet
PROJECTION = "projection"
DOWN, UP = ".down", ".up"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What is added to one weight `(out, in)`: `up @ down`, `(out, rank) @ (rank, in)`."""

    down: Matrix
    up: Matrix


@dataclass(frozen=True, slots=True, kw_only=True)
class Adapter:
    """The changes by the name of their weight, what is new by its name, and how it was made."""

    changes: Mapping[str, Change]
    added: Mapping[str, Matrix]
    made: Mapping[str, str]

    @property
    def projection(self) -> Matrix:
        """What makes states of tokens short, `(width, hidden)`."""
        return self.added[PROJECTION]

    @property
    def digest(self) -> str:
        """A fingerprint of every number in it."""
        whole = hashlib.sha256()
        for _, tensor in sorted(self.added.items()):
            whole.update(np.ascontiguousarray(tensor).tobytes())
        for name, change in sorted(self.changes.items()):
            whole.update(name.encode())
            whole.update(np.ascontiguousarray(change.down).tobytes())
            whole.update(np.ascontiguousarray(change.up).tobytes())
        return whole.hexdigest()[:12]

    def applied(self, weights: Mapping[str, Matrix]) -> dict[str, Matrix]:
        """Return the weights of a model with the changes added.

        Raises:
            KeyError: the model has no weight of that name.
        """
        changed = dict(weights)
        for name, change in self.changes.items():
            changed[name] = weights[name] + change.up @ change.down
        return changed

    def save(self, path: Path) -> None:
        """Write the adapter, its numbers as float16."""
        from safetensors.numpy import save_file  # noqa: PLC0415 - only when a model is taught

        tensors = dict(self.added)
        for name, change in self.changes.items():
            tensors |= {name + DOWN: change.down, name + UP: change.up}
        halves = {n: np.ascontiguousarray(t, np.float16) for n, t in sorted(tensors.items())}
        save_file(halves, path, metadata=dict(self.made))


def read_adapter(path: Path) -> Adapter:
    """Read what `Adapter.save` wrote, its numbers as float32."""
    from safetensors import safe_open  # noqa: PLC0415 - only when the model is made

    with safe_open(path, framework="numpy") as file:
        made = dict(file.metadata() or {})
        tensors = {name: file.get_tensor(name).astype(np.float32) for name in file.keys()}  # noqa: SIM118 - not a dict
    names = sorted({name.removesuffix(DOWN) for name in tensors if name.endswith(DOWN)})
    changes = {
        name: Change(down=tensors.pop(name + DOWN), up=tensors.pop(name + UP)) for name in names
    }
    return Adapter(changes=changes, added=tensors, made=made)


def packaged_adapter(name: str = FILE) -> Adapter:
    """Read an adapter that ships with the project."""
    with resources.as_file(resources.files("index").joinpath(name)) as path:
        return read_adapter(path)
