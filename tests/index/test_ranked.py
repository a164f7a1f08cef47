"""The best rows of a search."""

from __future__ import annotations

import numpy as np

from index.ranked import Ranked, merged, top


def test_of_rows_that_tie_for_the_last_place_the_first_is_taken() -> None:
    found = top(np.array([1, 2, 2, 2, 3], np.float32), 3)
    assert found.rows.tolist() == [4, 1, 2]


def test_rows_may_be_given() -> None:
    found = top(np.array([1, 3], np.float32), 5, np.array([7, 9]))
    assert (found.rows.tolist(), found.scores.tolist()) == ([9, 7], [3, 1])


def test_nothing_asked_is_nothing_found() -> None:
    assert len(top(np.array([1, 2], np.float32), 0).rows) == 0
    assert len(merged([], 3).rows) == 0


def test_searches_are_merged_by_score_then_row() -> None:
    one = Ranked(np.array([5, 1]), np.array([0.9, 0.2], np.float32))
    other = Ranked(np.array([8, 2]), np.array([0.9, 0.5], np.float32))
    assert merged([other, one], 3).rows.tolist() == [5, 8, 2]
