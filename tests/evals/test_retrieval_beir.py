"""Reading a BEIR folder, and what is said of one that is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.errors import BeirFault, BeirFileError
from evals.retrieval.beir import read_collection
from tests.evals.beir import beir


def test_rows_questions_and_judgements_are_read_in_their_order(tmp_path: Path) -> None:
    collection = read_collection(beir(tmp_path / "small"))
    assert collection.name == "small"
    assert [row.id for row in collection.rows][:3] == ["Luật Chợ|1", "Luật Chợ|2", "Luật Đò|1"]
    assert collection.rows[1].article == "2"
    assert collection.rows[3].law == ""
    assert [query.id for query in collection.queries] == ["q1", "q2", "q3", "q4"]
    assert collection.qrels["q1"] == {"Luật Chợ|2": 1, "tin 2": 0}


def test_a_question_that_no_row_answers_is_not_scored(tmp_path: Path) -> None:
    collection = read_collection(beir(tmp_path))
    assert [query.id for query in collection.judged] == ["q1", "q2", "q3"]
    (tmp_path / "qrels.tsv").write_text("a\tb\tc\nq1\ttin 2\t0\nq2\ttin 1\t1\n", encoding="utf-8")
    assert [query.id for query in read_collection(tmp_path).judged] == ["q2"]


def test_the_first_rows_come_with_the_questions_that_they_answer(tmp_path: Path) -> None:
    some = read_collection(beir(tmp_path)).first(2)
    assert [row.id for row in some.rows] == ["Luật Chợ|1", "Luật Chợ|2"]
    assert [query.id for query in some.queries] == ["q1"]


def test_questions_without_diacritics_keep_their_capitals(tmp_path: Path) -> None:
    bare = read_collection(beir(tmp_path)).unaccented()
    assert bare.queries[1].text == "Nguoi lai do phai co gi?"
    assert bare.rows == read_collection(tmp_path).rows


def test_a_null_title_and_a_number_are_read_as_words(tmp_path: Path) -> None:
    row = '{"_id": 7, "title": null, "text": "Chợ họp.", "article": 3}\n'
    (beir(tmp_path) / "corpus.jsonl").write_text(row, encoding="utf-8")
    (tmp_path / "qrels.tsv").write_text("a\tb\tc\nq1\t7\t1\n", encoding="utf-8")
    [read] = read_collection(tmp_path).rows
    assert (read.id, read.title, read.article) == ("7", None, "3")


def test_another_line_end_inside_a_text_ends_no_record(tmp_path: Path) -> None:
    row = '{"_id": "tin 9", "text": "Chợ\u2028họp."}\r\n\r\n'
    (beir(tmp_path) / "corpus.jsonl").write_bytes(b"\xef\xbb\xbf" + row.encode())
    (tmp_path / "qrels.tsv").write_text("a\tb\tc\r\nq1\ttin 9\t1\r\n", encoding="utf-8")
    assert [row.text for row in read_collection(tmp_path).rows] == ["Chợ\u2028họp."]


WRONG = [
    ("corpus.jsonl", '{"_id": "a", "text": "b"}\n{"_id": "c"\n', BeirFault.RECORD, 2),
    ("corpus.jsonl", '{"_id": "a"}\n', BeirFault.RECORD, 1),
    ("corpus.jsonl", '{"_id": "a\\tb", "text": "c"}\n', BeirFault.RECORD, 1),
    ("corpus.jsonl", '{"_id": "a", "text": ""}\n{"_id": "a", "text": ""}\n', BeirFault.TWICE, 2),
    ("corpus.jsonl", "\n\n", BeirFault.EMPTY, None),
    ("corpus.jsonl", "\udcff", BeirFault.UNREADABLE, None),
    ("queries.jsonl", "[]\n", BeirFault.RECORD, 1),
    ("queries.jsonl", "", BeirFault.EMPTY, None),
    ("qrels.tsv", "query-id\tcorpus-id\tscore\n", BeirFault.EMPTY, None),
    ("qrels.tsv", "", BeirFault.EMPTY, None),
    ("qrels.tsv", "a\tb\tc\nq1 tin 1 1\n", BeirFault.QREL, 2),
    ("qrels.tsv", "a\tb\tc\nq1\ttin 1\tcó\n", BeirFault.QREL, 2),
    ("qrels.tsv", "a\tb\tc\nq1\ttin 1\t1\nq9\ttin 1\t1\n", BeirFault.UNKNOWN_QUERY, 3),
    ("qrels.tsv", "a\tb\tc\nq1\ttin 9\t1\n", BeirFault.UNKNOWN_ROW, 2),
]


@pytest.mark.parametrize(("name", "text", "fault", "line"), WRONG)
def test_what_is_wrong_with_a_file_is_said_with_its_line(
    tmp_path: Path, name: str, text: str, fault: BeirFault, line: int | None
) -> None:
    (beir(tmp_path) / name).write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(BeirFileError) as raised:
        read_collection(tmp_path)
    assert (raised.value.path, raised.value.fault) == (tmp_path / name, fault)
    assert raised.value.line == line


@pytest.mark.parametrize("name", ["corpus.jsonl", "queries.jsonl", "qrels.tsv"])
def test_a_file_that_is_not_there_is_named(tmp_path: Path, name: str) -> None:
    (beir(tmp_path) / name).unlink()
    with pytest.raises(BeirFileError) as raised:
        read_collection(tmp_path)
    assert (raised.value.path.name, raised.value.fault) == (name, BeirFault.MISSING)
