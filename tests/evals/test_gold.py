"""Reading gold sets."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.question import Turn
from evals.errors import EvaluationFileError
from evals.gold import Kind, Split, split_of
from evals.goldfile import load
from evals.quote import Quote

LINE = {
    "id": "a",
    "question": "Ai ký?",
    "history": [{"role": "user", "content": "Kế hoạch nào?"}],
    "kind": "particular",
    "answerable": True,
    "split": "tune",
    "reference": "Bà A.",
    "key_points": [["Bà A"]],
    "forbidden": [],
    "evidence": [[{"source": "plan.txt", "quote": "A"}]],
    "tags": ["signer"],
    "author": "maintainers",
    "version": 1,
}


def written(folder: Path, *lines: str) -> Path:
    path = folder / "gold.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_an_item_is_read_with_its_line_number(tmp_path: Path) -> None:
    (item,) = load(written(tmp_path, "", json.dumps(LINE), "")).items
    assert (item.id, item.kind, item.split, item.line) == ("a", Kind.PARTICULAR, Split.TUNE, 2)
    assert item.history == (Turn("user", "Kế hoạch nào?"),)
    assert item.evidence == ((Quote("plan.txt", "A"),),)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "not a JSON object"),
        ("[]", "not a JSON object"),
        (json.dumps({**LINE, "kind": "riddle"}), "kind"),
        (json.dumps({**LINE, "colour": 1}), "unknown fields"),
        (json.dumps({key: LINE[key] for key in LINE if key != "answerable"}), "answerable"),
    ],
)
def test_a_line_that_is_no_item_is_named(tmp_path: Path, line: str, reason: str) -> None:
    with pytest.raises(EvaluationFileError, match=reason) as caught:
        load(written(tmp_path, json.dumps(LINE), line))
    assert caught.value.line == 2


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(EvaluationFileError, match=r"absent\.jsonl"):
        load(tmp_path / "absent.jsonl")


def test_a_question_and_its_unaccented_twin_are_in_one_half() -> None:
    assert split_of("Được bàn những gì?") is split_of("DUOC ban  nhung gi?")


def test_both_halves_are_used() -> None:
    assert {split_of(f"Câu {n}") for n in range(20)} == {Split.TUNE, Split.REPORT}


def test_one_half_of_a_set_can_be_asked_alone(tmp_path: Path) -> None:
    other = json.dumps({**LINE, "id": "b", "split": "report"})
    both = load(written(tmp_path, json.dumps(LINE), other))
    assert [item.id for item in both.half(Split.REPORT).items] == ["b"]
    assert both.half(None) == both
