"""Runs: how rows are ranked, and TREC's file of it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from evals.errors import BeirFault, BeirFileError
from evals.retrieval.run import DEPTH, Scored, ranked, read_run, write_run


def rows(*found: Scored) -> list[str]:
    return [one.row for one in ranked(found)]


def test_a_row_is_ranked_by_its_best_unit() -> None:
    found = (Scored("a", 0.2), Scored("b", 0.5), Scored("a", 0.9))
    assert [(one.row, round(one.score, 3)) for one in ranked(found)] == [("a", 0.9), ("b", 0.5)]


def test_ties_are_ordered_by_id_and_parted_by_the_least_step() -> None:
    first, second, third = ranked([Scored("c", 1.0), Scored("b", 1.0), Scored("a", 1.0)])
    assert (first.row, second.row, third.row) == ("a", "b", "c")
    assert first.score == 1.0
    assert np.float32(second.score) == np.nextafter(np.float32(1), np.float32(0))
    assert first.score > second.score > third.score


def test_scores_that_single_precision_cannot_tell_apart_are_a_tie() -> None:
    assert rows(Scored("b", 1 + 1e-12), Scored("a", 1.0)) == ["a", "b"]


def test_a_ranking_holds_twenty_rows() -> None:
    assert len(ranked(Scored(f"r{n}", n) for n in range(30))) == DEPTH == 20


def test_a_run_is_parted_by_tabs_because_ids_hold_spaces(tmp_path: Path) -> None:
    path = tmp_path / "run.tsv"
    write_run(path, {"q 1": ranked([Scored("Luật Cư trú|2", 0.5), Scored("b", 0.25)])}, "tag")
    assert path.read_text("utf-8") == (
        "q 1\tQ0\tLuật Cư trú|2\t1\t0.5\ttag\nq 1\tQ0\tb\t2\t0.25\ttag\n"
    )


def test_a_run_is_read_as_it_was_written(tmp_path: Path) -> None:
    run = {"q": ranked(Scored(f"r {n}", n // 3) for n in range(20)), "p": ranked([Scored("x", -1)])}
    write_run(tmp_path / "run.tsv", run, "tag")
    assert read_run(tmp_path / "run.tsv") == run


def test_other_tools_order_a_run_with_ties_as_it_stands(tmp_path: Path) -> None:
    """trec_eval breaks ties by the greater id, MS MARCO's script by the smaller."""
    run = {"q": ranked(Scored(f"r{n}", 1.0) for n in range(9))}
    write_run(tmp_path / "run.tsv", run, "tag")
    lines = (tmp_path / "run.tsv").read_text("utf-8").splitlines()
    read = [(row, np.float32(score)) for _, _, row, _, score, _ in map(str.split, lines)]
    for greater_first in (False, True):
        order = sorted(read, reverse=greater_first)
        order.sort(key=lambda one: -one[1])
        assert [row for row, _ in order] == [f"r{n}" for n in range(9)]


def test_a_line_without_six_columns_is_named(tmp_path: Path) -> None:
    (tmp_path / "run.tsv").write_text("q\tQ0\ta\t1\t0.5\ttag\nq Q0 b 2 0.4 tag\n", encoding="utf-8")
    with pytest.raises(BeirFileError) as raised:
        read_run(tmp_path / "run.tsv")
    assert (raised.value.fault, raised.value.line) == (BeirFault.RUN, 2)
