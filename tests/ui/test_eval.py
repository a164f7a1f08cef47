"""`eval answers` on the command line: gold sets, libraries and gates that do not fit."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.settings import load_settings
from assistant.wiring import open_workbench
from corpus.document import Document
from corpus.loaders.source import read_source
from evals import gate
from evals.answers import judge
from evals.gold import GoldItem, Split, split_of
from evals.goldfile import written
from evals.quote import Quote, sealed
from tests.evals.world import DOCUMENTS, REFUSED, answered, gold, item, silent
from ui.cli import main
from ui.commands import wording

LAW = Document(id="law", source="law.txt", text="Điều 1. Trưởng thôn họp dân mỗi quý một lần.\n")
MEETING = item(
    reference="Họp mỗi quý.",
    key_points=(("mỗi quý",),),
    evidence=((Quote("law.txt", "họp dân mỗi quý"),),),
)
SEALED = item(
    reference="",
    reference_length=12,
    key_points=(("mỗi quý",),),
    evidence=((sealed("law.txt", LAW.text, 20, 35),),),
)


@pytest.fixture
def folder(empty_home: Path, tmp_path: Path) -> Path:
    """Return a folder for the files of a test; the state folder is new."""
    assert not empty_home.exists()
    (tmp_path / "law.txt").write_text(LAW.text, encoding="utf-8")
    return tmp_path


def add_law(folder: Path) -> None:
    """Add the law without building an index, which nothing here needs."""
    settings = load_settings({"HOIQUYCHE_HOME": str(folder / "home")})
    with open_workbench(settings, owner="tests") as bench:
        bench.add(read_source(folder / "law.txt"))


def asked(folder: Path, *items: GoldItem, name: str = "law.jsonl") -> int:
    (folder / name).write_text(written(items), encoding="utf-8")
    return main(["eval", "answers", str(folder / name)])


def test_documents_that_are_not_added_are_named_with_the_command_that_adds_them(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    for one in (MEETING, SEALED):
        assert asked(folder, one) == 2
        out, err = capfd.readouterr()
        assert out == ""
        assert err == (
            "Kho chưa có 1 văn bản mà bộ câu hỏi law.jsonl dẫn; "
            "hãy thêm trước khi đo: hoiquyche add law.txt\n"
        )


def test_another_edition_of_a_sealed_document_is_named_by_the_line(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (folder / "law.txt").write_text(LAW.text.replace("quý", "năm"), encoding="utf-8")
    add_law(folder)
    assert asked(folder, SEALED) == 1
    _, err = capfd.readouterr()
    assert err == (
        "law.jsonl, line 1 (g1): law.txt does not hold the words that were sealed at [20, 35)\n"
    )


def test_the_same_question_in_two_sets_is_a_fault(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    add_law(folder)
    for name in ("a.jsonl", "b.jsonl"):
        (folder / name).write_text(written([MEETING]), encoding="utf-8")
    assert main(["eval", "answers", str(folder / "a.jsonl"), str(folder / "b.jsonl")]) == 1
    assert "b.jsonl, line 1 (g1): same id as a.jsonl, line 1" in capfd.readouterr().err


def test_documents_that_no_set_quotes_are_told_of(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    add_law(folder)
    right = silent().split
    wrong = Split.TUNE if right is Split.REPORT else Split.REPORT
    assert asked(folder, silent(split=wrong)) == 1
    warned, faulty = capfd.readouterr().err.splitlines()
    assert warned == wording.more_than_asked(("law.txt",))
    assert "half" in faulty


def test_a_baseline_is_written_only_by_its_own_command(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    published = next(q for n in range(9) if split_of(q := f"Câu {n}") is Split.REPORT)
    kept = folder / "gates" / "kept.toml"
    for question in ("Văn phòng làm gì?", published):
        said = {"g1": answered("Lập kế hoạch; báo cáo năm.")}
        report = judge(gold(item(question)), said, DOCUMENTS)
        (folder / f"{report.rows[0].split}.json").write_text(report.as_json(), encoding="utf-8")

    assert main(["eval", "baseline", str(folder / "tune.json"), str(kept)]) == 1
    assert capfd.readouterr().err.strip() == wording.NO_REPORT_HALF
    assert not kept.exists()
    assert main(["eval", "baseline", str(folder / "report.json"), str(kept)]) == 0
    assert capfd.readouterr().out.strip() == wording.new_gate(str(kept), "report")
    assert gate.load(kept).bars


def test_runs_in_files_are_compared_without_a_library(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    said = {"g1": answered("Lập kế hoạch; báo cáo năm.")}
    for name, outcomes in (("before", said), ("after", {"g1": REFUSED})):
        report = judge(gold(item()), outcomes, DOCUMENTS)
        (folder / f"{name}.json").write_text(report.as_json(), encoding="utf-8")
    files = [str(folder / "before.json"), str(folder / "after.json")]

    assert main(["eval", "compare", *files]) == 0
    shown = capfd.readouterr().out
    assert "Kém hơn: 1 câu" in shown
    assert main(["eval", "compare", *files, "--json"]) == 0
    (told,) = json.loads(capfd.readouterr().out)
    assert [one["id"] for one in told["lost"]] == ["g1"]
    assert (told["schema"], told["won"], told["questions"]) == (1, [], 1)
    assert not (folder / "home").exists()


def test_a_run_that_is_not_kept_is_named(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert folder
    assert main(["eval", "compare", "hôm qua", "hôm nay"]) == 2
    assert "“hôm qua”" in capfd.readouterr().err
    assert main(["eval", "runs"]) == 0
    assert capfd.readouterr().out.strip() == wording.NO_RUNS


def test_gold_files_are_turned_into_other_forms_and_checked(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    add_law(folder)
    (folder / "law.jsonl").write_text(written([MEETING]), encoding="utf-8")
    sheet, bad = folder / "out" / "law.xlsx", folder / "bad.csv"
    assert main(["eval", "gold", "convert", str(folder / "law.jsonl"), str(sheet)]) == 0
    assert main(["eval", "gold", "check", str(sheet)]) == 0
    assert wording.sound_gold(1) in capfd.readouterr().out
    assert main(["eval", "gold", "convert", str(sheet), str(bad)]) == 0
    bad.write_text(bad.read_text("utf-8").replace("mỗi quý", "mỗi năm"), encoding="utf-8")
    assert main(["eval", "gold", "check", str(bad)]) == 1
    assert "bad.csv, line 2" in capfd.readouterr().err
    assert main(["eval", "gold", "convert", str(sheet), str(folder / "law.docx")]) == 2


def test_a_run_is_exported_in_the_forms_that_the_files_end_in(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    report = judge(gold(item()), {"g1": REFUSED}, DOCUMENTS)
    (folder / "run.json").write_text(report.as_json(), encoding="utf-8")
    files = [str(folder / "out" / f"run.{form}") for form in ("html", "md", "csv", "json")]
    assert main(["eval", "export", str(folder / "run.json"), *files]) == 0
    assert all(Path(file).read_text("utf-8") for file in files)
    assert main(["eval", "export", str(folder / "run.json"), str(folder / "run.pdf")]) == 2
    assert ".html" in capfd.readouterr().err
