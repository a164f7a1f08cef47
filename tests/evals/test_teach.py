"""Teaching: what does not need a model."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from evals.retrieval.beir import read_collection
from evals.teach.exam import Sheet
from evals.teach.folds import folds
from evals.teach.lesson import Lesson, School
from evals.teach.lora import Pupil, Shape, States
from evals.teach.loss import late, marked
from evals.teach.train import Training, train
from evals.teach.weights import fitted
from index.fusion import Legs, Weights
from index.packaged import plain_model

CORPUS = """\
{"_id": "a", "title": "Nghỉ hằng năm", "text": "Người lao động được nghỉ 12 ngày.", "law": "L"}
{"_id": "b", "title": "Tiền lương", "text": "Tiền lương được trả đúng hạn.", "law": "L"}
{"_id": "c", "title": "Nghỉ lễ", "text": "Người lao động được nghỉ ngày lễ.", "law": "L"}
"""
QUERIES = """\
{"_id": "1", "text": "Được nghỉ hằng năm bao nhiêu ngày?"}
{"_id": "2", "text": "Khi nào trả tiền lương?"}
{"_id": "3", "text": "Lễ có được nghỉ không?"}
"""
QRELS = "query-id\tcorpus-id\tscore\n1\ta\t1\n2\tb\t1\n3\tc\t1\n3\ta\t1\n"


@pytest.fixture
def school(tmp_path: Path) -> School:
    (tmp_path / "corpus.jsonl").write_text(CORPUS, "utf-8")
    (tmp_path / "queries.jsonl").write_text(QUERIES, "utf-8")
    (tmp_path / "qrels.tsv").write_text(QRELS, "utf-8")
    return School(read_collection(tmp_path))


def test_a_lesson_has_what_answers_and_what_only_looks_so(school: School) -> None:
    first, *_ = school.lessons(school.collection.queries)
    assert any("12 ngày" in text for text in first.right)
    assert any("ngày lễ" in text for text in first.wrong)
    assert not {*first.right} & {*first.wrong}


def test_questions_on_the_same_row_are_in_one_fold(school: School) -> None:
    dealt = [{a.query.id for a in fold} for fold in folds([school], 2, seed=0)]
    assert sorted(map(sorted, dealt)) == [["1", "3"], ["2"]]


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
    sheet = Sheet(query="1", legs=legs, rows=("wrong", "right"))
    weights = fitted([(sheet, {"1": {"right": 1}})])
    assert weights.late > weights.lexical + weights.dense
    assert [one.row for one in sheet.ranking(weights)] == ["right", "wrong"]
    assert sheet.ranking(Weights(lexical=1, dense=0))[0].row == "wrong"


def test_a_pupil_learns_and_keeps_the_share_that_it_is_told(
    tmp_path: Path,
) -> None:
    shape = Shape(layers=1, rank=2, width=8)
    pupil = Pupil(plain_model(tmp_path), shape, np.eye(384, dtype=np.float32))
    lessons = [Lesson(question="Nghỉ mấy ngày?", right=("12 ngày",), wrong=("Trả đúng hạn",))]
    train(pupil, lessons, Training(steps=2, batch=1, kept=1.0), lambda _done, _total: None)
    learnt = pupil.adapter({})
    pupil.keep(0.5)
    kept = pupil.adapter({})

    assert any(change.up.any() for change in learnt.changes.values())
    for name, change in learnt.changes.items():
        np.testing.assert_allclose(kept.changes[name].up, change.up / 2)
        np.testing.assert_array_equal(kept.changes[name].down, change.down)
