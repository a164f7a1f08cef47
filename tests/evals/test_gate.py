"""Which bars a report clears."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.answers import judge
from evals.errors import EvaluationFileError
from evals.gate import Bar, Gate, failures, load
from evals.gold import Kind, Split, split_of
from tests.evals.world import DOCUMENTS, PLAN, REFUSED, answered, cited, gold, item, silent

REPORTED = [f"Câu {n}" for n in range(40) if split_of(f"Câu {n}") is Split.REPORT][:4]
GOOD = answered(
    "lập kế hoạch [1], báo cáo năm [2]",
    cited(1, PLAN, "lập kế hoạch"),
    cited(2, PLAN, "**báo cáo** năm"),
)
POOR = answered("lập kế hoạch [1]", cited(1, PLAN, "lập kế hoạch"), elapsed_ms=100.0)
# three of four right: right .75, key points .875
REPORT = judge(
    gold(*(item(question, id=question) for question in REPORTED)),
    dict(zip(REPORTED, [GOOD, POOR, GOOD, GOOD], strict=True)),
    DOCUMENTS,
)


@pytest.mark.parametrize(
    "bar",
    [
        Bar(measure="right", at_least=0.75),
        Bar(measure="key_points", at_least=0.875),
        Bar(measure="evidence", of="full", at_least=0.75),
        Bar(measure="right", kind=Kind.LIST, at_least=0.7),
        Bar(measure="needless", at_most=0.0),
        Bar(measure="p95", at_most=100.0),
    ],
)
def test_a_bar_that_is_reached_does_not_fail(bar: Bar) -> None:
    assert failures(Gate((bar,)), REPORT) == ()


def test_a_bar_that_is_missed_names_the_value_and_the_rows() -> None:
    (failure,) = failures(Gate((Bar(measure="right", at_least=0.76),)), REPORT)
    assert failure.value == 0.75
    assert failure.rows == (REPORTED[1],)


@pytest.mark.parametrize(
    "bar",
    [
        Bar(measure="rihgt", at_least=0.0),
        Bar(measure="right", kind=Kind.ENGLISH, at_least=0.0),
        Bar(measure="right", split=Split.TUNE, at_least=0.0),
        Bar(measure="refusal_recall", at_least=0.0),
    ],
)
def test_a_figure_that_the_report_lacks_clears_no_bar(bar: Bar) -> None:
    (failure,) = failures(Gate((bar,)), REPORT)
    assert failure.value is None


def test_bars_are_read_from_toml(tmp_path: Path) -> None:
    path = tmp_path / "gate.toml"
    path.write_text('[[bar]]\nmeasure = "right"\nkind = "list"\nat_least = 0.9\n', encoding="utf-8")
    assert load(path) == Gate((Bar(measure="right", kind=Kind.LIST, at_least=0.9),))


@pytest.mark.parametrize(
    "text",
    ["", "[[bar", '[[bar]]\nmeasure = "right"\n', '[[bar]]\nkind = "riddle"\nat_least = 1\n'],
)
def test_a_file_that_is_no_gate_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "gate.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(EvaluationFileError, match=r"gate\.toml"):
        load(path)


def test_the_rows_of_a_refusal_bar_are_the_refusals_that_it_counts() -> None:
    asked = [item(question, id=question) for question in REPORTED]
    report = judge(
        gold(*asked[:3], silent(REPORTED[3], id="s")),
        {REPORTED[0]: GOOD, REPORTED[1]: REFUSED, REPORTED[2]: GOOD, "s": GOOD},
        DOCUMENTS,
    )
    bars = (Bar(measure="needless", at_most=0.0), Bar(measure="refusal_recall", at_least=1.0))
    needless, missed = failures(Gate(bars), report)
    assert (needless.rows, missed.rows) == ((REPORTED[1],), ("s",))


def test_a_bar_says_what_it_asks() -> None:
    assert str(Bar(measure="robust", kind=Kind.TYPO, at_least=0.95)) == "robust typo >= 0.95"
    assert str(Bar(measure="evidence", of="full", at_most=1)) == "evidence full <= 1"
