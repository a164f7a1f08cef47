"""Teaching: what does not need a model."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from evals.retrieval.beir import read_collection
from evals.teach.exam import Sheet
from evals.teach.laws import read_laws
from evals.teach.lesson import Lesson, School
from evals.teach.lora import Pupil, Shape, States
from evals.teach.loss import late, marked
from evals.teach.lower import Lower
from evals.teach.train import Training, train
from evals.teach.weights import fitted
from evals.teach.written import read_written
from index.fusion import Legs, Weights
from index.packaged import plain_model

LAW_OF_ALL = '"law": "L", "law_number": "01/2001/QH10", "article"'
CORPUS = """\
{"_id": "a", "title": "Nghỉ hằng năm", "text": "Người lao động được nghỉ 12 ngày.", @: "1"}
{"_id": "b", "title": "Tiền lương", "text": "Tiền lương được trả đúng hạn.", @: "2"}
{"_id": "c", "title": "Nghỉ lễ", "text": "Người lao động được nghỉ ngày lễ.", @: "3"}
""".replace("@", LAW_OF_ALL)
QUERIES = """\
{"_id": "1", "text": "Được nghỉ hằng năm bao nhiêu ngày?"}
{"_id": "2", "text": "Khi nào trả tiền lương?"}
{"_id": "3", "text": "Lễ có được nghỉ không?"}
"""
QRELS = "query-id\tcorpus-id\tscore\n1\ta\t1\n2\tb\t1\n3\tc\t1\n3\ta\t1\n"
LAW = """Luật này quy định việc họp chợ.

Điều 1. Ngày họp chợ
Chợ họp vào ngày rằm. Luật này không áp dụng cho siêu thị.

Điều 2. Lệ phí
Không thu lệ phí.
"""


@pytest.fixture
def school(tmp_path: Path) -> School:
    (tmp_path / "corpus.jsonl").write_text(CORPUS, "utf-8")
    (tmp_path / "queries.jsonl").write_text(QUERIES, "utf-8")
    (tmp_path / "qrels.tsv").write_text(QRELS, "utf-8")
    return School(read_collection(tmp_path))


def test_a_lesson_has_what_answers_and_what_only_looks_so(school: School) -> None:
    vectors = np.eye(len(school.entries), dtype=np.float32)
    near = school.near("Được nghỉ hằng năm bao nhiêu ngày?", vectors[0], vectors)
    lesson = school.lesson("Được nghỉ hằng năm bao nhiêu ngày?", "a", near)

    assert any("12 ngày" in text for text in lesson.right)
    assert any("ngày lễ" in text for text in lesson.wrong)
    assert not {*lesson.right} & {*lesson.wrong}


def test_a_written_question_finds_its_article_by_number_of_law_and_article(school: School) -> None:
    assert school.row_of("01/2001/qh10", "2") == "b"
    assert school.row_of("01/2001/QH10", "9") is None


def test_what_was_written_to_teach_asks_each_article_once_and_repeats_no_question() -> None:
    written = read_written()
    asked = [question for one in written for question in one.questions]

    assert len({(one.law, one.article) for one in written}) == len(written) > 3000
    assert len(set(asked)) == len(asked) > 10000
    assert all(4 <= len(question.split()) <= 60 for question in asked)


def test_the_articles_of_a_folder_of_laws_are_rows_by_number(tmp_path: Path) -> None:
    (tmp_path / "luat-104-2016.txt").write_text(LAW, "utf-8")
    (tmp_path / "ghi-chep.txt").write_text(LAW, "utf-8")  # which law it is cannot be known

    first, second = read_laws(tmp_path).rows

    assert (first.law_number, first.article, first.title) == ("104/2016/QH13", "1", "Ngày họp chợ")
    assert second.text == "Không thu lệ phí."


def test_late_interaction_is_the_mean_of_the_best_matches_of_the_words() -> None:
    mask = torch.ones(1, 6)
    asked = torch.zeros(1, 6, 2)
    asked[0, 3] = torch.tensor([1.0, 0.0])  # the three before are the prompt, the last the end
    asked[0, 4] = torch.tensor([0.0, 1.0])
    found = torch.tensor([[[0.6, 0.8], [1.0, 0.0]]])
    question = States(torch.zeros(1, 6, 2), mask)
    passage = States(torch.zeros(1, 2, 2), torch.ones(1, 2))
    assert late(question, asked, passage, found).tolist() == [[pytest.approx((1 + 0.8) / 2)]]


def test_another_right_answer_in_the_batch_does_not_count_as_wrong() -> None:
    scores = torch.tensor([[0.5, 0.9], [0.1, 0.9]])
    counted = marked(scores, torch.tensor([[False, False], [False, False]]), 0.1)
    spared = marked(scores, torch.tensor([[False, True], [False, False]]), 0.1)
    assert spared < counted


def test_the_fitted_weights_are_those_of_the_leg_that_is_right() -> None:
    one = np.array([1, 0], np.float32)
    legs = Legs(lexical=one, dense=one, late=1 - one)
    sheet = Sheet(query="1", legs=legs, rows=(("wrong",), ("right",)))
    weights = fitted([(sheet, {"1": {"right": 1}})])
    assert weights.late > weights.lexical + weights.dense
    assert [one.row for one in sheet.ranking(weights)] == ["right", "wrong"]
    assert sheet.ranking(Weights(lexical=1, dense=0))[0].row == "wrong"


@pytest.fixture(scope="module")
def lower(tmp_path_factory: pytest.TempPathFactory) -> Lower:
    return Lower(plain_model(tmp_path_factory.mktemp("models")), taught=1, longest=64)


def test_a_pupil_that_learnt_nothing_reads_as_the_whole_model_does(lower: Lower) -> None:
    pupil = Pupil(lower, Shape(layers=1, rank=2, width=8), np.eye(384, dtype=np.float32))
    texts = ["passage: Nghỉ 12 ngày mỗi năm.", "passage: Lương."]
    lower.read(texts, lambda _done, _total: None)
    [whole, _], ids = lower.batch(texts, 64).mask.sum(1).tolist(), lower.length(texts[0])

    with torch.inference_mode():
        states = pupil.states(texts, 64)
        alone = pupil.states(texts[:1], 64)

    assert whole == ids
    np.testing.assert_allclose(states.pooled[0], alone.pooled[0], atol=0.01)
    assert float(states.pooled[0] @ states.pooled[1]) < 0.999


def test_a_pupil_learns_and_keeps_the_share_that_it_is_told(lower: Lower) -> None:
    pupil = Pupil(lower, Shape(layers=1, rank=2, width=8), np.eye(384, dtype=np.float32))
    lessons = [Lesson(question="Nghỉ mấy ngày?", right=("12 ngày",), wrong=("Trả đúng hạn",))]
    train(pupil, lessons, Training(steps=2, batch=1, kept=1.0), lambda _done, _total: None)
    learnt = pupil.adapter({})
    pupil.keep(0.5)
    kept = pupil.adapter({})

    assert set(learnt.changes) == {name for name in kept.changes if "encoder.layer.11." in name}
    assert any(change.up.any() for change in learnt.changes.values())
    for name, change in learnt.changes.items():
        np.testing.assert_allclose(kept.changes[name].up, change.up / 2)
        np.testing.assert_array_equal(kept.changes[name].down, change.down)
