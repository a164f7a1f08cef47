"""What every search over vectors must do, whichever it is."""

from __future__ import annotations

import numpy as np

from index.ranked import Ranked
from index.vectors import VectorSearch

ROWS = np.eye(6, 8, dtype=np.float32)
OWNERS = ["plan", "plan", "plan", "law", "law", "news"]
QUESTION = np.array([0.6, 0.8, 0, 0, 0, 0, 0, 0], np.float32)


def check_vectors(made: VectorSearch) -> None:
    """Assert the whole contract of `VectorSearch` over `ROWS`, which are those of `OWNERS`."""
    assert made.count() == 6
    _check_order(made.nearest(QUESTION, 3))
    _check_filter(made)
    assert sorted(made.nearest(ROWS[0], 100).rows) == list(range(6))
    assert len(made.nearest(ROWS[0], 0).rows) == 0


def _check_order(found: Ranked) -> None:
    assert found.rows[:2].tolist() == [1, 0]
    assert found.rows.dtype == np.int64
    assert found.scores.dtype == np.float32
    assert np.allclose(found.scores, [0.8, 0.6, 0.0], atol=1e-6)


def _check_filter(made: VectorSearch) -> None:
    assert made.nearest(ROWS[0], 6, frozenset({"news"})).rows.tolist() == [5]
    assert made.nearest(ROWS[4], 1, frozenset({"news", "law"})).rows.tolist() == [4]
    assert len(made.nearest(ROWS[0], 6, frozenset({"plan", "news"})).rows) == 4
    assert len(made.nearest(ROWS[0], 6, frozenset({"missing"})).rows) == 0
    assert len(made.nearest(ROWS[0], 6, frozenset()).rows) == 0
