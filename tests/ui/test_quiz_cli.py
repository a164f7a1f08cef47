"""The command line makes quizzes, exports them, and tells what is wrong in one sentence."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from assistant.quiz.checks.every import CHECKS
from assistant.quiz.imports.formats import imported
from ui.cli import main

PLAN = "002_09536470b79317ac.txt"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return a state folder that the first command fills with the shipped texts."""
    folder = tmp_path_factory.mktemp("quiz") / "home"
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("HOIQUYCHE_HOME", str(folder))
        yield folder


def run(capfd: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, Any, str]:
    """Run `quiz --json` and return its exit code, the JSON and what was told."""
    code = main(["quiz", "--json", *arguments])
    out, told = capfd.readouterr()
    return code, json.loads(out), told


@pytest.mark.usefixtures("home")
def test_quiz_prints_the_items_of_the_contract_as_json(capfd: pytest.CaptureFixture[str]) -> None:
    code, told, said = run(capfd, "--document", PLAN, "--count", "6", "--seed", "7")

    assert code == 0
    assert len(told["items"]) == told["offered"] == 6
    assert set(CHECKS) <= set(told["rejected"])
    for item in told["items"]:
        assert item["citation"]["source"] == PLAN
        assert item["citation"]["quote"]
        assert all(item["checks"].values())
    assert "Đã soạn 6 câu." in said


@pytest.mark.usefixtures("home")
def test_the_same_seed_prints_the_same_bytes(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(capfd, "--seed", "3")[1] == run(capfd, "--seed", "3")[1]


@pytest.mark.usefixtures("home")
def test_fewer_items_than_asked_for_are_told_and_no_failure(
    capfd: pytest.CaptureFixture[str],
) -> None:
    code, told, said = run(capfd, "--document", PLAN, "--section", "III.3", "--count", "200")

    assert code == 0
    assert len(told["items"]) < 200
    assert f"Soạn được {len(told['items'])}/200 câu" in said


@pytest.mark.usefixtures("home")
def test_people_read_stem_options_key_and_explanation(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["quiz", "--count", "3", "--kinds", "mc"]) == 0

    out = capfd.readouterr().out
    assert "1. Theo " in out
    assert "   A. " in out
    assert "   Đáp án: " in out
    assert "   Giải thích: " in out


@pytest.mark.usefixtures("home")
def test_exports_are_written_and_what_they_lose_is_told(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    xml, txt = tmp_path / "new" / "quiz.xml", tmp_path / "quiz.txt"

    code, told, said = run(
        capfd, "--export", "moodle-xml", str(xml), "--export", "aiken", str(txt), "--count", "8"
    )

    assert code == 0
    assert len(imported("moodle-xml", xml.read_bytes())) == len(told["items"]) == 8
    assert "không giữ được giải thích và nguồn trích" in said
    assert txt.read_text("utf-8").count("ANSWER: ") == 2


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--kinds", "mc,đố vui"), "Không có lựa chọn “đố vui”"),
        (("--kinds", ","), "Không có lựa chọn"),
        (("--difficulty", "khó"), "Không có lựa chọn “khó”"),
        (("--count", "0"), "Số câu “0” không dùng được"),
        (("--count", "nhiều"), "Số câu “nhiều” không dùng được"),
        (("--variants", "-1"), "Số câu “-1” không dùng được"),
        (("--document", "không-có"), "Trong kho không có văn bản “không-có”"),
        (("--section", "IX"), "Không có nội dung để soạn câu hỏi trong mục “IX”"),
        (("--export", "pptx", "a.pptx"), "Không có lựa chọn “pptx”"),
        (("--export", "csv", "/dev/null/a.csv"), "Không ghi được tệp"),
    ],
)
def test_wrong_use_is_told_in_one_sentence_with_exit_code_2(
    arguments: tuple[str, ...], said: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["quiz", *arguments]) == 2

    out, told = capfd.readouterr()
    assert out == ""
    assert said in told
    assert len(told.strip().splitlines()) == 1
