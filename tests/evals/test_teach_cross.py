"""Teaching the cross-encoder."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from evals.retrieval.beir import read_collection
from evals.teach.cross.groups import Articles, Group, Sample, held_out, of_shipped
from evals.teach.cross.joined import Joined, pairs_of, texts_of
from evals.teach.cross.pairs import Paired, digest, read_pairs
from evals.teach.cross.train import Training, best_odds, marks, train
from evals.teach.lesson import School
from evals.teach.lora import Shape
from evals.teach.lower import Lower
from evals.teach.written import Written
from index.adapter import JOIN
from index.graph import HEAD, SIDES
from index.packaged import plain_model

LAW_OF_ALL = '"law": "L", "law_number": "01/2001/QH10", "article"'
CORPUS = """\
{"_id": "a", "title": "Nghỉ hằng năm", "text": "Người lao động được nghỉ 12 ngày.", @: "1"}
{"_id": "b", "title": "Nghỉ lễ", "text": "Người lao động được nghỉ ngày lễ.", @: "2"}
""".replace("@", LAW_OF_ALL)
PAIR = ("Nghỉ hằng năm mấy ngày?", "Nghỉ hằng năm do ai duyệt?")
SMALL = Shape(layers=1, rank=2, width=8)


@pytest.fixture
def articles(tmp_path: Path) -> Articles:
    (tmp_path / "corpus.jsonl").write_text(CORPUS, "utf-8")
    (tmp_path / "queries.jsonl").write_text('{"_id": "1", "text": "Nghỉ lễ?"}\n', "utf-8")
    (tmp_path / "qrels.tsv").write_text("query-id\tcorpus-id\tscore\n1\tb\t1\n", "utf-8")
    return Articles([School(read_collection(tmp_path))], seed=0)


def test_the_pairs_ask_each_place_once_and_both_questions_differ() -> None:
    paired = read_pairs()
    asked = [pair for one in paired for pair in one.pairs]

    assert len({(one.text, one.place) for one in paired}) == len(paired) > 2500
    assert len(asked) > 6000
    assert all(answered != missed for answered, missed in asked)
    assert digest(paired) != digest(paired[1:])


def test_every_pair_about_a_shipped_text_finds_its_passage() -> None:
    paired = [one for one in read_pairs() if one.text.endswith(".txt")]
    groups = list(of_shipped(paired))

    assert len(groups) == sum(len(one.pairs) for one in paired) > 1000
    assert all(g.answered.passages[0] == g.missed.passages[0] for g in groups)


def test_a_pair_is_learnt_with_the_passages_of_its_article(articles: Articles) -> None:
    known = Paired(text="01/2001/QH10", place="1", pairs=(PAIR,))
    unknown = Paired(text="01/2001/QH10", place="9", pairs=(PAIR,))
    (group,) = articles.of_pairs([known, unknown])

    assert (group.answered.question, group.missed.question) == PAIR
    assert all("12 ngày" in sample.passages[0] for sample in (group.answered, group.missed))


def test_a_lesson_is_missed_by_another_article(articles: Articles) -> None:
    lesson = Written(law="01/2001/QH10", article="1", questions=("Được nghỉ mấy ngày?",))
    (group,) = articles.of_lessons([lesson])

    assert "12 ngày" in group.answered.passages[0]
    assert "ngày lễ" in group.missed.passages[0]


def test_a_text_is_taught_or_held_out_whole() -> None:
    sample = Sample("?", ("-",))
    groups = [Group(f"law {n // 3}", sample, sample) for n in range(300)]
    taught, held = held_out(groups, 10)

    assert len(taught) + len(held) == 300
    assert 0 < len(held) < 100
    assert not {g.name for g in taught} & {g.name for g in held}


@pytest.fixture(scope="module")
def lower(tmp_path_factory: pytest.TempPathFactory) -> Lower:
    return Lower(plain_model(tmp_path_factory.mktemp("models")), taught=1, longest=64)


GROUP = Group("law 1", Sample(PAIR[0], ("12 ngày", "Lễ")), Sample(PAIR[1], ("12 ngày",)))


def test_a_sample_has_the_odds_of_its_best_passage(lower: Lower) -> None:
    torch.manual_seed(0)
    joined = Joined(lower, SMALL)
    lower.read(texts_of([GROUP.answered]), lambda _done, _total: None)

    with torch.inference_mode():
        each = joined.odds(pairs_of(GROUP.answered))
        (best,) = best_odds(joined, [GROUP.answered])

    assert float(best) == pytest.approx(float(each.max()), abs=1e-3)


def test_it_learns_to_tell_the_two_questions_of_a_pair(lower: Lower) -> None:
    torch.manual_seed(0)
    joined = Joined(lower, SMALL)
    lower.read(texts_of([GROUP.answered, GROUP.missed]), lambda _done, _total: None)
    train(joined, [GROUP], Training(steps=30, groups=1, warming=1), lambda _done, _total: None)

    assert marks(joined, [GROUP]).first == 1.0
    adapter = joined.adapter({})
    assert {SIDES, f"{HEAD}.weight", f"{HEAD}.bias"} == adapter.added.keys()
    assert adapter.made[JOIN] == "11"
    assert all(np.isfinite(change.up).all() for change in adapter.changes.values())
