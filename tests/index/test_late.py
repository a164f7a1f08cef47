"""Late interaction."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from index.late import LateIndex, TokenVectors, TokenWriter, packed

EAST, NORTH = [127, 0], [0, 127]
ROWS = [np.array(row, np.int8).reshape(-1, 2) for row in ([EAST], [], [NORTH, EAST], [NORTH])]
VECTORS = TokenVectors.of(ROWS, 2)
ASKED = np.array([EAST, NORTH], np.int8)


def test_each_token_of_a_question_has_the_best_match_of_each_row() -> None:
    found = VECTORS.matched(ASKED, [3, 0, 2])
    assert found.tolist() == [[0, 1], [1, 0], [1, 1]]


def test_a_row_without_tokens_matches_nothing() -> None:
    assert VECTORS.matched(ASKED, [1, 0]).tolist() == [[-1, -1], [1, 0]]
    assert VECTORS.matched(ASKED, []).shape == (0, 2)


def test_a_question_without_tokens_matches_nothing() -> None:
    assert VECTORS.matched(ASKED[:0], [0, 2]).shape == (2, 0)


def test_what_is_written_is_mapped_again(tmp_path: Path) -> None:
    writer = TokenWriter(tmp_path / "late", 2)
    for row in ROWS:
        writer.add(row)
    writer.finish()
    again = TokenVectors.load(tmp_path / "late")
    assert len(again) == len(VECTORS) == 4
    assert [again.row(n).tolist() for n in range(4)] == [row.tolist() for row in ROWS]


def test_packing_loses_less_than_a_hundredth() -> None:
    states = np.random.default_rng(0).normal(size=(50, 64)).astype(np.float32)
    unit = states / np.linalg.norm(states, axis=1, keepdims=True)
    assert np.sum(unit * packed(states) / 127, axis=1) == pytest.approx(1, abs=0.01)


def test_nothing_is_written_and_read_again(tmp_path: Path) -> None:
    TokenWriter(tmp_path / "late", 0).finish()
    assert len(TokenVectors.load(tmp_path / "late")) == 0


def test_rows_are_those_that_live_one_segment_after_the_other() -> None:
    index = LateIndex([(VECTORS, np.array([0, 3])), (VECTORS, np.array([2]))])
    found = index.matched(np.array([NORTH], np.int8), np.array([2, 0, 1]))
    assert found.tolist() == [[1], [0], [1]]
    assert index.matched(np.zeros((0, 2), np.int8), np.array([1])).shape == (1, 0)
