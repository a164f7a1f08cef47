"""The published page says what the report says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evals.answers import judge
from evals.faults import Fault, Flaw
from evals.gate import Bar
from evals.gold import Kind, Split, split_of
from evals.measured import Figured, measured
from evals.outcome import Outcome
from evals.page import goal, page
from evals.report import Report
from evals.worst import standing, worst
from tests.evals.world import DOCUMENTS, PLAN, REFUSED, answered, cited, gold, item, silent

MADE = "hoiquyche eval answers --page docs/answers.md"
ASKED = [f"Câu {n}" for n in range(40) if split_of(f"Câu {n}") is Split.REPORT][:5]
GOOD = answered(
    "lập kế hoạch [1], báo cáo năm [2]",
    cited(1, PLAN, "lập kế hoạch"),
    cited(2, PLAN, "**báo cáo** năm"),
    confidence=0.9,
    elapsed_ms=10.0,
)
HALF = answered("lập kế hoạch [1]", cited(1, PLAN, "lập kế hoạch"), confidence=0.3, elapsed_ms=10.0)


@pytest.fixture
def report() -> Report:
    """Return a report: two clean questions right, one half right, a typo and one refused."""
    a, b, c, d, e = ASKED
    typo = item(f"{d}", id="d", kind=Kind.TYPO, tags=("of:a",))
    items = (item(a, id="a"), item(b, id="b"), item(c, id="c"), typo, silent(e, id="e"))
    outcomes: dict[str, Outcome] = {"a": GOOD, "b": GOOD, "c": HALF, "d": REFUSED, "e": REFUSED}
    return judge(gold(*items), outcomes, DOCUMENTS)


@pytest.mark.parametrize(
    ("wanted", "value", "n"),
    [
        (Figured("right"), 0.5, 4),
        (Figured("key_points"), 0.625, 4),
        (Figured("key_points", full=True), 0.5, 4),
        (Figured("evidence_complete"), 0.5, 4),
        (Figured("right", kind=Kind.TYPO), 0.0, 1),
        (Figured("refusal_recall"), 1.0, 1),
        (Figured("refusal_precision"), 0.5, 2),
        (Figured("needless"), 0.25, 4),
        (Figured("robust", kind=Kind.TYPO), 0.0, 1),
        (Figured("robust_twins", kind=Kind.TYPO), 0.0, 1),
        (Figured("calibration_error"), (2 * 0.1 + 0.3) / 3, 3),
    ],
)
def test_every_figure_has_its_value_and_its_count(
    report: Report, wanted: Figured, value: float, n: int
) -> None:
    found = measured(report, wanted)
    assert found is not None
    assert found.value == pytest.approx(value)
    assert found.n == n


@pytest.mark.parametrize(
    "wanted",
    [
        Figured("rihgt"),
        Figured("robust"),
        Figured("robust", kind=Kind.ENGLISH),
        Figured("right", Split.TUNE),
        Figured("right", kind=Kind.ENGLISH),
    ],
)
def test_a_figure_that_is_not_there_is_none(report: Report, wanted: Figured) -> None:
    assert measured(report, wanted) is None


def test_the_worst_answers_come_first_and_good_ones_not_at_all(report: Report) -> None:
    assert [(row.id, standing(row)) for row in worst(report, 10)] == [
        ("d", 0.0),
        ("c", pytest.approx((0 + 0.5 + 0.5 + 1 + 1) / 5)),
    ]
    assert [row.id for row in worst(report, 1)] == ["d"]


def test_a_bar_is_shown_with_value_interval_count_and_whether_it_is_reached(
    report: Report,
) -> None:
    bars = (
        Bar(measure="right", at_least=0.9),
        Bar(measure="needless", at_most=0.3),
        Bar(measure="right", kind=Kind.ENGLISH, at_least=0.75),
    )
    lines = page(report, bars, MADE).splitlines()
    name = "right: every key point, nothing wrong, not refused"
    assert f"| {name} | >= 0.9 | 0.500 | 0.000 – 1.000 | 4 | **no** |" in lines
    assert "| answerable questions refused | <= 0.3 | 0.250 | 0.000 – 0.750 | 4 | yes |" in lines
    assert f"| {name}, english | >= 0.75 | not asked |  | 0 | – |" in lines


def test_the_page_begins_with_the_command_that_makes_it(report: Report) -> None:
    lines = page(report, (), MADE).splitlines()
    assert lines[:4] == ["# Quality of answers", "", f"    {MADE}", ""]
    assert lines[4].startswith(
        "5 questions of small.jsonl (digest 0); the figures are those of the 5"
    )


def test_each_of_the_worst_has_its_reasons(report: Report) -> None:
    text = page(report, (), MADE)
    assert f"1. `d`, typo, 0.00: {ASKED[3]}\n    - refused though the documents answer it" in text
    assert "    - key point not said: báo cáo năm\n" in text
    assert "    - evidence not cited: plan.txt: “báo cáo năm”" in text


def test_kinds_robustness_and_confidence_are_tables(report: Report) -> None:
    lines = page(report, (), MADE).splitlines()
    assert "| typo | 1 | 3 | 0.000 | 0.000 – 0.000 | 1 | 0.000 | 0.000 – 0.000 |" in lines
    assert "| 0.8 – 1 | 2 | 0.900 | 1.000 |" in lines
    assert any(line.startswith("| list | 3 | 0.667 (") for line in lines)


def test_what_a_question_says_is_no_markup(report: Report) -> None:
    row = replace(report.rows[3], question="a | <b>\n# c", faults=(Fault(Flaw.UNSAID, "*x*"),))
    text = page(replace(report, rows=(row,)), (), MADE)
    assert r"a \| \<b> \# c" in text
    assert r"\*x\*" in text


def test_a_report_without_answers_has_its_page(report: Report) -> None:
    text = page(judge(gold(silent(ASKED[4])), {"g2": REFUSED}, DOCUMENTS), goal(), MADE)
    assert "Nothing was answered." in text
    assert report.rows


def test_every_bar_of_the_goal_is_a_figure_of_a_report(report: Report) -> None:
    kinds = {None, Kind.TYPO}
    known = [bar for bar in goal() if bar.kind in kinds]
    assert len(known) > 8
    assert [bar.measure for bar in known if bar.measured(report) is None] == []
