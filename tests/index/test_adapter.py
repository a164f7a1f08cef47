"""The adapter."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from index.adapter import Adapter, Change, packaged_adapter, read_adapter

CHANGE = Change(down=np.array([[1, 2]], np.float32), up=np.array([[1], [0], [3]], np.float32))
ADAPTER = Adapter(
    changes={"layer.weight": CHANGE},
    added={"projection": np.eye(2, dtype=np.float32)},
    made={"seed": "7"},
)


def test_a_change_is_added_to_its_weight_and_to_no_other() -> None:
    weights = {"layer.weight": np.ones((3, 2), np.float32), "other": np.ones(2, np.float32)}
    changed = ADAPTER.applied(weights)
    assert changed["layer.weight"].tolist() == [[2, 3], [1, 1], [4, 7]]
    assert changed["other"].tolist() == [1, 1]
    assert weights["layer.weight"].tolist() == [[1, 1]] * 3


def test_a_model_without_the_weight_that_was_taught_is_no_match() -> None:
    with pytest.raises(KeyError, match=r"layer\.weight"):
        ADAPTER.applied({})


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    ADAPTER.save(tmp_path / "adapter.safetensors")
    read = read_adapter(tmp_path / "adapter.safetensors")
    assert (read.digest, read.made) == (ADAPTER.digest, {"seed": "7"})


def test_the_adapter_that_ships_says_what_it_was_taught_and_is_small() -> None:
    adapter = packaged_adapter()
    assert {"data", "lessons", "training.seed"} <= adapter.made.keys()
    width, hidden = adapter.projection.shape
    assert (width, hidden) == (64, 384)
    assert sum(c.up.size + c.down.size for c in adapter.changes.values()) < 500_000
