"""Keeping the last report."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.answers import judge
from evals.errors import EvaluationFileError
from evals.stored import load, save
from tests.evals.world import DOCUMENTS, gold, item, silent


def test_there_is_no_report_before_the_first_evaluation(tmp_path: Path) -> None:
    assert load(tmp_path) is None


def test_the_last_report_replaces_the_one_before(tmp_path: Path) -> None:
    folder = tmp_path / "state"
    last = judge(gold(item(), silent()), {}, DOCUMENTS)
    save(judge(gold(item()), {}, DOCUMENTS), folder)
    path = save(last, folder)
    assert load(folder) == last
    assert [entry.name for entry in folder.iterdir()] == [path.name]


@pytest.mark.parametrize("text", ["", "{", '{"schema": 1}'])
def test_a_damaged_report_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "evaluation.json").write_text(text, encoding="utf-8")
    with pytest.raises(EvaluationFileError, match=r"evaluation\.json"):
        load(tmp_path)
