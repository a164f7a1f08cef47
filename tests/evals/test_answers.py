"""A whole evaluation, from gold items and outcomes to the report."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from evals.answers import evaluate, judge
from evals.errors import EvaluationFileError
from evals.gold import GoldItem, Kind
from evals.outcome import Outcome, load
from evals.report import Report, from_json
from tests.evals.world import DOCUMENTS, PLAN, REFUSED, answered, cited, gold, item, silent

WHOLE = answered(
    "lập kế hoạch [1], báo cáo năm [2]",
    cited(1, PLAN, "lập kế hoạch"),
    cited(2, PLAN, "**báo cáo** năm"),
    elapsed_ms=20.0,
)
GOLD = gold(
    item("Câu 1", id="a"), item("Câu 2", id="b"), item("Câu 3", id="c"), silent("Câu 4", id="d")
)


def answering(asked: GoldItem) -> Outcome:
    return WHOLE if asked.answerable else REFUSED


def total(report: Report, measure: str) -> float:
    """Sum a measure over all rows."""
    return sum(row.score(measure) or 0.0 for row in report.rows)


def test_a_run_that_is_right_scores_one_everywhere() -> None:
    report = evaluate(GOLD, answering, DOCUMENTS)
    for measure in ("right", "key_points", "evidence", "citation_precision", "verbatim"):
        assert total(report, measure) == 3.0
    assert total(report, "refusal") == 4.0


def test_rows_keep_the_order_of_the_gold_set_and_its_ids() -> None:
    report = evaluate(GOLD, answering, DOCUMENTS)
    assert [row.id for row in report.rows] == ["a", "b", "c", "d"]
    assert [row.outcome.id for row in report.rows] == ["a", "b", "c", "d"]


def test_a_question_missing_from_a_run_scores_zero_and_is_counted() -> None:
    report = judge(GOLD, {"a": WHOLE, "b": WHOLE, "d": REFUSED}, DOCUMENTS)
    missing = report.rows[2]
    assert missing.outcome.missing
    taken = {score.measure: score.value for score in missing.scores}
    assert {taken[name] for name in ("right", "key_points", "evidence", "verbatim")} == {0.0}
    assert taken["refusal"] == 0.0
    group = report.group(missing.split)
    figure = None if group is None else group.figure("right")
    assert figure is not None
    assert figure.n == sum(row.split is missing.split and row.answerable for row in report.rows)


def test_a_missing_answer_does_not_pass_for_a_clean_one() -> None:
    strict = gold(item(forbidden=("giao ban",)))
    assert judge(strict, {}, DOCUMENTS).rows[0].score("forbidden") == 0.0


def test_halves_and_kinds_are_counted_apart() -> None:
    report = evaluate(GOLD, answering, DOCUMENTS)
    whole = [group for group in report.groups if group.kind is None]
    assert sum(group.n for group in whole) == len(report.rows)
    for group in whole:
        parts = [g.n for g in report.groups if g.split is group.split and g.kind is not None]
        assert sum(parts) == group.n
    lists = [group.n for group in report.groups if group.kind is Kind.LIST]
    assert sum(lists) == 3


def test_times_leave_out_what_was_not_run() -> None:
    one = gold(item("Câu 1", id="a"))
    (group, *_) = judge(one, {"a": WHOLE}, DOCUMENTS).groups
    assert (group.times.p50, group.times.p95) == (20.0, 20.0)


def test_a_report_is_the_same_after_json() -> None:
    report = evaluate(GOLD, answering, DOCUMENTS)
    assert from_json(report.as_json()) == report
    assert json.loads(report.as_json())["schema"] == 2


def test_two_evaluations_of_the_same_answers_are_the_same_bytes() -> None:
    first, second = (evaluate(GOLD, answering, DOCUMENTS).as_json() for _ in range(2))
    assert first == second


def test_outcomes_are_read_from_the_lines_of_a_batch(tmp_path: Path) -> None:
    line = {
        "id": "a",
        "answer": "lập [1]",
        "abstained": False,
        "confidence": 0.9,
        "citations": [
            {
                "n": 1,
                "document": "plan",
                "source": "plan.txt",
                "title": "Kế hoạch",
                "number": None,
                "address": "mục 1",
                "quote": "lập",
                "start": 16,
                "end": 19,
            }
        ],
        "warnings": [],
        "writer": "extractive",
        "elapsed_ms": 12.5,
    }
    path = tmp_path / "run.jsonl"
    path.write_text(json.dumps(line) + "\n", encoding="utf-8")
    (outcome,) = load(path)
    assert outcome.citations == (replace(cited(1, PLAN, "lập"), address="mục 1"),)
    path.write_text("{}\n", encoding="utf-8")
    with pytest.raises(EvaluationFileError, match="line 1: id"):
        load(path)
