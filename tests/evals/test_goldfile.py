"""Gold files: in and out as JSON Lines, CSV and XLSX."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from assistant.question import Turn
from evals.errors import EvaluationFileError
from evals.gold import GoldItem, Kind, Status
from evals.goldfile import LARGEST, load, packed, save
from evals.quote import Quote, sealed
from evals.shipped import shipped_sets
from tests.evals.world import PLAN, item, silent

HARD = item(
    id="=1+1",
    question="Ai ký | ai duyệt\\n?",
    history=(Turn("user", "Văn phòng: làm gì?"), Turn("assistant", "- lập kế hoạch;\n- báo cáo")),
    reference="+ dòng một\n- dòng hai | ba \\ bốn",
    key_points=(("a | b", "c\\d"), ("'e",)),
    forbidden=("@f", "g\nh"),
    evidence=(
        (Quote("a: b.txt", "x: y"), Quote("c|d.txt", "z\n- z")),
        (sealed("plan.txt", PLAN.text, 0, 8),),
    ),
    allowed=(Quote("plan.txt", "[1-2]"),),
    tags=("of:fl-017", "near miss"),
    author="Lan",
    reviewed_by="Minh",
    status=Status.REVIEWED,
    version=3,
    file="",
    line=0,
)
SEALED = replace(HARD, id="s", question="Bao lâu?", reference="", reference_length=12)
SILENT = replace(silent(), file="", line=0)


def bare(items: tuple[GoldItem, ...]) -> list[GoldItem]:
    return [replace(one, file="", line=0) for one in items]


@pytest.mark.parametrize("suffix", [".jsonl", ".csv", ".xlsx"])
def test_a_set_comes_back_as_it_was_written(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"gold{suffix}"
    items = [replace(one, split=one.split) for one in (HARD, SEALED, SILENT)]
    save(items, path)
    assert bare(load(path).items) == items


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_the_sets_that_ship_lose_nothing_as_spreadsheets(tmp_path: Path, suffix: str) -> None:
    for shipped in shipped_sets():
        path, items = tmp_path / f"{shipped.stem}{suffix}", load(shipped).items
        save(items, path)
        assert bare(load(path).items) == bare(items)


def test_a_spreadsheet_computes_nothing_of_what_stands_in_it(tmp_path: Path) -> None:
    save([HARD], tmp_path / "gold.xlsx")
    cells = [
        cell for row in load_workbook(tmp_path / "gold.xlsx").active.iter_rows() for cell in row
    ]
    assert {cell.data_type for cell in cells if cell.value} == {"s"}
    lines = packed([HARD], ".csv").decode("utf-8-sig").splitlines()
    assert lines[1].startswith("'=1+1,")


def test_people_may_leave_out_columns_and_order_them(tmp_path: Path) -> None:
    text = "question,kind,id,answerable\nBao nhiêu biên chế?,unanswerable,q1,không\n\n"
    (tmp_path / "gold.csv").write_text(text, encoding="utf-8")
    (one,) = load(tmp_path / "gold.csv").items
    assert (one.id, one.kind, one.answerable, one.line) == ("q1", Kind.UNANSWERABLE, False, 2)
    assert one.place == "gold.csv, line 2"


def test_numbers_and_truths_that_a_spreadsheet_holds_as_such_are_read(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["id", "question", "kind", "answerable", "version"])
    book.active.append([7, "Bao nhiêu?", "unanswerable", False, 2.0])
    book.save(tmp_path / "gold.xlsx")
    (one,) = load(tmp_path / "gold.xlsx").items
    assert (one.id, one.answerable, one.version) == ("7", False, 2)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("a,Hỏi?,list,maybe,,", "answerable"),
        ("a,Hỏi?,riddle,no,,", "kind"),
        ("a,Hỏi?,list,yes,không có tên tệp,", "evidence"),
        ("a,Hỏi?,list,yes,,hai", "version"),
    ],
)
def test_a_fault_is_named_with_its_row(tmp_path: Path, row: str, reason: str) -> None:
    text = f"id,question,kind,answerable,evidence,version\n{row}\n"
    (tmp_path / "gold.csv").write_text(text, encoding="utf-8")
    with pytest.raises(EvaluationFileError, match=reason) as raised:
        load(tmp_path / "gold.csv")
    assert raised.value.line == 2


@pytest.mark.parametrize(
    ("text", "reason"),
    [("question\nHỏi?\n", "lacks"), ("id,question,kind,answerable,x\n", "unknown columns")],
)
def test_a_head_that_is_not_understood_is_named(tmp_path: Path, text: str, reason: str) -> None:
    (tmp_path / "gold.csv").write_text(text, encoding="utf-8")
    with pytest.raises(EvaluationFileError, match=reason):
        load(tmp_path / "gold.csv")


def test_damaged_and_oversized_spreadsheets_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "gold.xlsx"
    path.write_bytes(b"PK\x03\x04 not a spreadsheet")
    with pytest.raises(EvaluationFileError, match="no spreadsheet"):
        load(path)
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("xl/worksheets/sheet1.xml", b"0" * (LARGEST + 1))
    path.write_bytes(bomb.getvalue())
    with pytest.raises(EvaluationFileError, match="unpacks"):
        load(path)
    path.write_bytes(b"0" * (LARGEST + 1))
    with pytest.raises(EvaluationFileError, match="larger"):
        load(path)
