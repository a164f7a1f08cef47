"""Counting how questions are worded."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from assistant.typed import usage
from assistant.typed.usage import EDGE, FILE, load_asked
from evals.teach.asking import counted, save, written

QUESTIONS = ("Ai ký?", "Ai ký báo cáo?", "ai ky bao cao", "Who signs?")


def test_questions_without_diacritics_are_not_counted() -> None:
    assert counted(QUESTIONS) == {
        (EDGE, "ai"): 2,
        ("ai", "ký"): 2,
        ("ký", EDGE): 1,
        ("ký", "báo"): 1,
        ("báo", "cáo"): 1,
        ("cáo", EDGE): 1,
    }


def test_what_is_written_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pairs = counted(QUESTIONS)
    save(pairs, tmp_path)
    monkeypatch.setattr("importlib.resources.files", lambda _package: tmp_path)

    assert load_asked.__wrapped__() == pairs


def test_the_counts_that_ship_are_those_of_the_questions_that_were_written(tmp_path: Path) -> None:
    made = save(counted(written()), tmp_path)

    with np.load(made) as new, np.load(Path(usage.__file__).with_name(FILE)) as shipped:
        assert new.files == shipped.files
        assert all(np.array_equal(new[name], shipped[name]) for name in new.files)
