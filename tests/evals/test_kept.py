"""The gate that keeps what is reached, and what the program reaches."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.settings import Settings
from evals import gate
from evals.answers import judge
from evals.gate import Bar
from evals.gold import Kind, Split, split_of
from evals.kept import kept, written
from evals.page import goal
from evals.report import Report
from evals.runs.card import own_code
from tests.evals.world import DOCUMENTS, REFUSED, answered, gold, item
from ui.cli import main
from ui.commands.runs import opened_runs
from ui.figures import HALVES, MEASURES
from ui.reports.page import html

GATE = Path(__file__).parents[2] / "evals" / "gates" / "answers.toml"
ASKED = [f"Câu {n}" for n in range(40) if split_of(f"Câu {n}") is Split.REPORT][:4]
SAID = answered("lập kế hoạch, báo cáo năm")


@pytest.fixture
def report() -> Report:
    """Return a report with three of four right: one typo of one, two clean ones of three."""
    items = [item(question, id=question) for question in ASKED[:3]]
    typo = item(ASKED[3], id=ASKED[3], kind=Kind.TYPO)
    outcomes = dict(zip(ASKED, [SAID, SAID, REFUSED, SAID], strict=True))
    return judge(gold(*items, typo), outcomes, DOCUMENTS)


def test_a_bar_is_kept_at_what_is_reached_less_one_question(report: Report) -> None:
    bars = (
        Bar(measure="right", at_least=0.9),
        Bar(measure="needless", at_most=0.05),
        Bar(measure="verbatim", at_least=1.0),
        Bar(measure="robust", kind=Kind.TYPO, at_least=0.95),
        Bar(measure="right", kind=Kind.ENGLISH, at_least=0.75),
        Bar(measure="p50", at_most=60),
    )
    assert list(kept(report, bars)) == [
        Bar(measure="right", at_least=0.5),
        Bar(measure="needless", at_most=0.5),
        Bar(measure="verbatim", at_least=0.0),
        Bar(measure="right", kind=Kind.TYPO, at_least=0.0),
    ]


def test_of_many_questions_the_margin_is_two_in_a_hundred() -> None:
    asked = [f"Câu {n}" for n in range(400) if split_of(f"Câu {n}") is Split.REPORT][:100]
    items = [item(question, id=question) for question in asked]
    outcomes = {q: REFUSED if n % 4 == 0 else SAID for n, q in enumerate(asked)}
    many = judge(gold(*items), outcomes, DOCUMENTS)

    assert list(kept(many, [Bar(measure="right", at_least=0.9)])) == [
        Bar(measure="right", at_least=0.73)
    ]


def test_what_is_written_is_a_gate_that_its_report_clears(report: Report, tmp_path: Path) -> None:
    path = tmp_path / "gate.toml"
    path.write_text(written(report, goal()), encoding="utf-8")
    read = gate.load(path)
    assert read.bars == tuple(kept(report, goal()))
    assert gate.failures(read, report) == ()
    assert "#     right >= 0.9\n" in path.read_text("utf-8")


@pytest.mark.model
def test_the_program_clears_the_gate_over_the_shipped_documents(
    office: Settings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """Bars of the gate are on the reporting half, so that half alone is asked."""
    monkeypatch.setenv("HOIQUYCHE_HOME", str(office.home))
    published = tmp_path / "docs" / "answers.md"
    asked = ["eval", "answers", "--half", "report", "--page", str(published)]

    code = main([*asked, "--gate", str(GATE)])

    out, err = capfd.readouterr()
    assert code == 0, err
    assert out.splitlines()[0] == HALVES[Split.REPORT]
    assert f"\n    .venv/bin/hoiquyche {' '.join(asked)}\n" in published.read_text("utf-8")
    with opened_runs(office) as runs:
        last = runs.latest()
    assert last is not None
    assert last.card is not None
    assert last.card.code == own_code()
    assert MEASURES["evidence_complete"] in html(last)
