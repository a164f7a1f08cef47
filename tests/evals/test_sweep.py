"""Grids of settings, and sweeps over them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.weighing.tuning import Setting
from evals.answers import judge
from evals.errors import EvaluationFileError
from evals.gold import GoldSet, Split
from evals.report import Report
from evals.runs.card import Card
from evals.runs.store import RunStore
from evals.sweep import grid
from evals.sweep.sweep import Sweep, name_of, points
from index.entry import Chunking
from tests.evals import sweeping
from tests.evals.test_runs import CARD
from tests.evals.world import DOCUMENTS, REFUSED, answered, gold, item

GOLD = gold(item())
SAID = answered("Lập kế hoạch; báo cáo năm.")


def written(folder: Path, text: str) -> Path:
    path = folder / "grid.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_grid_is_every_combination_of_its_values(tmp_path: Path) -> None:
    path = written(tmp_path, '[grid]\nhits = [20, 40]\nchunking = ["structure", "leaves"]\n')
    found = grid.load(path)
    assert [name_of(setting) for setting in found.settings] == [
        "hits=20",
        "hits=20 chunking=leaves",
        "",
        "chunking=leaves",
    ]
    assert (found.gold, found.half) == ((), Split.TUNE)
    assert found.settings[1].chunking is Chunking.LEAVES


def test_gold_files_of_a_grid_lie_beside_it(tmp_path: Path) -> None:
    text = 'gold = ["own.jsonl"]\nhalf = "report"\n[grid]\nwriter = ["extractive"]\n'
    found = grid.load(written(tmp_path, text))
    assert (found.gold, found.half) == ((tmp_path / "own.jsonl",), Split.REPORT)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "grid"),
        ("[grid]\n", "no settings"),
        ("[grid]\nhits = []\n", "no settings"),
        ("[grid]\nhist = [1]\n", "hist"),
        ("[grid]\nhits = [0]\n", "counts from 1"),
        ('[grid]\nhits = ["nhiều"]\n', "hits"),
        ('[grid]\nchunking = ["fixed"]\n', "chunking"),
        ('[grid]\nwriter = ["llm"]\n', "writer"),
        (f"[grid]\nhits = {list(range(1, 40))}\nnear = {list(range(40))}\n", "too many"),
        ("hits = [1]\n[grid]\nhits = [1]\n", "hits"),
        ("grid = [", "Invalid value"),
    ],
)
def test_what_is_no_grid_is_refused_with_the_reason(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(EvaluationFileError, match=reason):
        grid.load(written(tmp_path, text))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[RunStore]:
    with closing(RunStore.open(tmp_path / "library.sqlite")) as opened:
        yield opened


class Counting:
    """Evaluates by refusing everything, and counts."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, asked: GoldSet, setting: Setting) -> tuple[Report, Card]:
        self.asked.append(name_of(setting))
        card = replace(CARD, setting=setting.changed())
        return judge(asked, {"g1": REFUSED}, DOCUMENTS), card


def test_a_setting_that_was_run_is_not_run_again(store: RunStore) -> None:
    counting = Counting()
    sweep = Sweep(gold=GOLD, library="1ib", store=store, evaluate=counting, code="c0de")
    first, again = sweep.tried(sweeping.SETTINGS[0]), sweep.tried(sweeping.SETTINGS[0])
    assert counting.asked == ["hits=1"]
    assert (first.again, again.again) == (False, True)
    assert first.run == again.run


@pytest.mark.parametrize(
    "changed", [{"library": "2ib"}, {"code": "d0de"}, {"gold": replace(GOLD, digest="1")}]
)
def test_a_change_of_library_code_or_questions_is_measured_anew(
    store: RunStore, changed: dict[str, object]
) -> None:
    counting = Counting()
    sweep = Sweep(gold=GOLD, library="1ib", store=store, evaluate=counting, code="c0de")
    sweep.tried(sweeping.SETTINGS[0])
    replace(sweep, **changed).tried(sweeping.SETTINGS[0])  # type: ignore[arg-type]
    assert counting.asked == ["hits=1", "hits=1"]


def swept(database: Path, lines: int) -> list[str]:
    """Sweep in another process, letting `lines` evaluations pass; kill -9 it in the next one."""
    command = (sys.executable, "-m", "tests.evals.sweeping", str(database))
    begun: list[str] = []
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        for line in child.stdout:
            begun.append(line.strip())
            if len(begun) > lines:
                child.kill()
            else:
                child.stdin.write("\n")
                child.stdin.flush()
    return begun


def test_a_sweep_of_twelve_settings_goes_on_after_kill_9(tmp_path: Path) -> None:
    database = tmp_path / "library.sqlite"
    names = [name_of(setting) for setting in sweeping.SETTINGS]
    assert swept(database, 5) == names[:6]
    assert swept(database, 3) == names[5:9]
    assert swept(database, 12) == names[8:]
    with closing(RunStore.open(database)) as store:
        assert sorted(head.name for head in store.heads()) == sorted(names)


def test_the_front_holds_what_nothing_beats_in_both() -> None:
    wrong = judge(GOLD, {"g1": REFUSED}, DOCUMENTS)
    slow = judge(GOLD, {"g1": replace(SAID, elapsed_ms=90.0)}, DOCUMENTS)
    quick = judge(GOLD, {"g1": replace(SAID, elapsed_ms=30.0)}, DOCUMENTS)
    half = GOLD.items[0].split
    found = points([("wrong", wrong), ("slow", slow), ("quick", quick)], "right", half)
    assert [(one.name, one.quality, one.milliseconds) for one in found] == [
        ("wrong", 0.0, 0.0),
        ("slow", 1.0, 90.0),
        ("quick", 1.0, 30.0),
    ]
    assert [one.front for one in found] == [True, False, True]


def test_a_run_without_the_figure_is_no_point() -> None:
    other = Split.TUNE if GOLD.items[0].split is Split.REPORT else Split.REPORT
    assert points([("one", judge(GOLD, {}, DOCUMENTS))], "right", other) == ()
