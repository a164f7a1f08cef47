"""Runs that are kept."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from assistant.weighing.tuning import Setting, Tuning
from evals.answers import judge
from evals.errors import EvaluationFileError, UnknownRunError
from evals.runs.card import Card, Machine, card_of, code_digest, this_machine, version
from evals.runs.run import from_file
from evals.runs.store import RunStore
from index.card import Card as Generation
from tests.evals.world import DOCUMENTS, answered, gold, item, silent

CARD = Card(
    version="1",
    code="c0de",
    library="1ib",
    documents=2,
    passages=5,
    embedder="e5",
    embedder_digest="d1",
    setting={"hits": 20},
    machine=Machine("a processor", 2, "Linux", "3.11"),
)
REPORT = judge(gold(item(), silent()), {"g1": answered("Lập kế hoạch; báo cáo năm.")}, DOCUMENTS)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[RunStore]:
    ticks = count(1)
    with closing(RunStore.open(tmp_path / "library.sqlite", lambda: f"t{next(ticks)}")) as opened:
        yield opened


def test_a_run_comes_back_as_it_was_kept(store: RunStore) -> None:
    run = store.keep(REPORT, CARD, "  trước   khi sửa ")
    assert (run.name, run.at, run.report, run.card) == ("trước khi sửa", "t1", REPORT, CARD)
    assert store.run(run.id) == store.run(run.id[:6]) == store.run(run.name) == run


def test_runs_are_listed_latest_first_with_their_figures(store: RunStore) -> None:
    store.keep(REPORT, CARD, "một")
    store.keep(REPORT, CARD)
    latest, first = store.heads()
    assert [latest.name, first.name] == ["t2", "một"]
    assert first.questions == 2
    assert first.setting == {"hits": 20}
    assert first.half is REPORT.groups[0].split
    assert store.run("latest") == store.latest() == store.run(latest.id)


def test_of_runs_with_one_name_the_latest_is_meant(store: RunStore) -> None:
    store.keep(REPORT, CARD, "thử")
    last = store.keep(REPORT, CARD, "thử")
    assert store.run("thử") == last


@pytest.mark.parametrize("name", ["không có", "latest", "0" * 12])
def test_a_run_that_is_not_there_is_named(store: RunStore, name: str) -> None:
    with pytest.raises(UnknownRunError, match=name):
        store.run(name)
    assert store.latest() is None


def test_a_run_is_found_by_what_it_is_a_run_of(store: RunStore) -> None:
    store.keep(REPORT, CARD, "khác")
    run = store.keep(REPORT, CARD, "lưới", key="grid 1")
    assert store.made("grid 1") == run
    assert store.made("grid 2") is None
    assert store.made("") is None


def test_a_run_that_is_forgotten_is_gone(store: RunStore) -> None:
    run = store.keep(REPORT, CARD, "thử")
    store.remove("thử")
    assert store.heads() == ()
    with pytest.raises(UnknownRunError):
        store.run(run.id)


def test_an_exported_run_or_a_bare_report_is_read_from_a_file(
    store: RunStore, tmp_path: Path
) -> None:
    run = store.keep(REPORT, CARD, "thử")
    (tmp_path / "run.json").write_text(run.as_json(), encoding="utf-8")
    (tmp_path / "bare.json").write_text(REPORT.as_json(), encoding="utf-8")
    assert from_file(tmp_path / "run.json") == run
    bare = from_file(tmp_path / "bare.json")
    assert (bare.name, bare.card, bare.report) == ("bare", None, REPORT)


@pytest.mark.parametrize("text", ["", "[]", '{"schema": 7}', '{"report": {}}'])
def test_a_file_that_is_no_run_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "run.json").write_text(text, encoding="utf-8")
    with pytest.raises(EvaluationFileError, match=r"run\.json"):
        from_file(tmp_path / "run.json")


def test_a_card_names_what_the_figures_depend_on() -> None:
    generation = Generation(
        library="1ib",
        embedder="e5",
        embedder_digest="d1",
        dim=3,
        store="folder",
        passages=5,
        documents=2,
        created="",
        segments={},
        files={},
    )
    card = card_of(generation, Setting(tuning=Tuning(hits=20)))
    assert replace(card, code="c0de", version="1", machine=CARD.machine) == CARD
    assert card.version == version()
    assert card.machine == this_machine()
    assert card.machine.cores >= 1


def test_a_change_of_the_code_changes_its_digest(tmp_path: Path) -> None:
    package = tmp_path / "assistant"
    package.mkdir()
    (package / "a.py").write_text("x = 1\n", encoding="utf-8")
    before = code_digest([package])
    (package / "notes.md").write_text("of no matter", encoding="utf-8")
    assert code_digest([package]) == before
    (package / "a.py").write_text("x = 2\n", encoding="utf-8")
    assert code_digest([package]) != before
