"""Teaching the cross-encoder."""

from __future__ import annotations

from dataclasses import replace
from importlib import resources
from pathlib import Path

import numpy as np
import pytest
import torch

from assistant.shelf import Shelf
from assistant.weighing.asked import Asked
from assistant.weighing.features import NAMES
from corpus.parse import parse
from corpus.shipped import shipped_texts
from evals.retrieval.beir import read_collection
from evals.teach.cross.asked import read_asked
from evals.teach.cross.choices import Choice, Weighed, choices, some_bare
from evals.teach.cross.groups import Articles, Group, Sample, held_out, of_shipped
from evals.teach.cross.joined import Joined, pairs_of, texts_of
from evals.teach.cross.pairs import Paired, digest, read_pairs
from evals.teach.cross.train import Training, best_odds, choice_loss, marks, train
from evals.teach.lesson import School
from evals.teach.lora import Shape
from evals.teach.lower import Lower
from evals.teach.written import Written
from index.adapter import JOIN
from index.graph import HEAD, SIDES
from index.packaged import plain_model
from tests.assistant.world import assistant_on

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


def weighed(question: str, *candidates: tuple[str, float]) -> Weighed:
    rewards = np.array([reward for _, reward in candidates], np.float32)
    known = np.zeros((len(candidates), len(NAMES)), np.float32)
    return Weighed(question, tuple(text for text, _ in candidates), rewards, known)


SATURDAY = "Thứ bảy do Văn phòng trực."
CHOICE = Choice(
    name="noi-quy.txt",
    asked=weighed(
        "Ai trực thứ bảy?",
        (SATURDAY, 1.0),
        (f"Trực cơ quan: Thứ hai do Thanh tra trực; {SATURDAY}", 0.8),
        ("Thứ hai do Thanh tra trực.", 0.0),
        ("Nghỉ ngày lễ.", 0.0),
    ),
    near=(weighed("Ai trả tiền trực thứ bảy?", (SATURDAY, 0.0)),),
)
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
    known = texts_of([GROUP.answered, GROUP.missed], [CHOICE])
    lower.read(known, lambda _done, _total: None)
    training = Training(steps=30, groups=1, choices=1, warming=1)
    train(joined, [GROUP], [CHOICE], training, lambda _done, _total: None)

    told = marks(joined, [GROUP], [CHOICE])
    assert (told.first, told.chosen, told.told) == (1.0, 1.0, 1.0)
    adapter = joined.adapter({})
    assert {SIDES, f"{HEAD}.weight", f"{HEAD}.bias"} == adapter.added.keys()
    assert adapter.made[JOIN] == "11"
    assert all(np.isfinite(change.up).all() for change in adapter.changes.values())


RULES = "NỘI QUY\n\nThứ bảy do Văn phòng trực cơ quan.\n\nThứ hai do Thanh tra trực cơ quan.\n"


def test_what_holds_the_proof_is_right_and_what_does_not_is_wrong() -> None:
    shelf = Shelf([parse("noi-quy.txt", RULES)])
    (document,) = shelf.documents.values()
    proofs = ((document.text.index("Thứ bảy"), document.text.index(" trực cơ quan.")),)
    question, near = "Thứ bảy ai trực cơ quan?", ("Ai trả tiền trực?", "Trực mấy giờ?")
    asked = Asked(text="noi-quy.txt", question=question, proofs=proofs, also=(), near=near)
    elsewhere = replace(asked, text="khac.txt")
    (choice,) = choices(assistant_on(shelf), [document], [asked, elsewhere])

    assert choice.name == "noi-quy.txt"
    assert choice.question == asked.question
    assert all("Thứ bảy" in text for text in choice.best)
    assert choice.wrong
    assert not any("Thứ bảy" in text for text in choice.wrong)
    assert tuple(one.question for one in choice.missed) == near
    assert all(one.passages[-1] == choice.best[0] for one in choice.missed)


DAYS = """NỘI QUY

Văn phòng trực cơ quan vào các ngày sau:
- Thứ bảy hằng tuần;
- Chủ nhật hằng tuần.
"""


def test_what_holds_more_than_the_proof_answers_less_well() -> None:
    shelf = Shelf([parse("noi-quy.txt", DAYS)])
    (document,) = shelf.documents.values()
    start = document.text.index("Thứ bảy hằng tuần")
    asked = Asked(
        text="noi-quy.txt",
        question="Văn phòng trực cơ quan thứ bảy hằng tuần phải không?",
        proofs=((start, start + len("Thứ bảy hằng tuần")),),
        also=(),
        near=(),
    )
    (choice,) = choices(assistant_on(shelf), [document], [asked])

    assert not any("Chủ nhật" in text for text in choice.best)
    assert any("Thứ bảy" in text and "Chủ nhật" in text for text in choice.less)
    assert choice.asked.known.shape == (len(choice.asked.texts), len(NAMES))
    assert choice.asked.right.tolist() == [text in choice.best for text in choice.asked.texts]


def test_what_answers_less_well_is_learnt_to_be_behind_the_best() -> None:
    even = torch.zeros(1)
    behind = choice_loss([torch.ones(1), even, even])

    assert behind < choice_loss([torch.ones(1), torch.ones(1), even])
    assert behind < choice_loss([even, torch.ones(1), even])


def test_it_goes_on_from_what_was_learnt(lower: Lower) -> None:
    torch.manual_seed(0)
    joined = Joined(lower, SMALL)
    lower.read(texts_of([GROUP.answered]), lambda _done, _total: None)
    for parameter in joined.parameters():
        torch.nn.init.normal_(parameter, std=0.1)
    again = Joined(lower, SMALL)
    again.restore(joined.adapter({}))

    with torch.inference_mode():
        before, after = (one.odds(pairs_of(GROUP.answered)) for one in (joined, again))
    assert after.tolist() == pytest.approx(before.tolist(), abs=1e-4)


def test_some_questions_are_learnt_without_their_diacritics() -> None:
    some = list(some_bare([CHOICE] * 400, seed=0))
    bare = [choice for choice in some if choice.question == "Ai truc thu bay?"]

    assert 20 < len(bare) < 80
    assert all(c.question == CHOICE.question for c in some if c not in bare)
    assert {one.question for c in bare for one in c.missed} == {"Ai tra tien truc thu bay?"}


def test_what_was_asked_has_its_proofs_in_its_text() -> None:
    asked = read_asked()
    made = resources.files("evals.teach.cross").joinpath("made")
    texts = {path.name: path.read_text("utf-8") for path in shipped_texts()}
    texts |= {file.name: file.read_text("utf-8") for file in made.iterdir()}
    known = {name: parse(name, text)[0].text for name, text in texts.items()}
    here = [one for one in asked if one.text in known]

    assert len(asked) > len(here) > 4000
    assert all(one.question not in one.near for one in asked)
    for one in here:
        assert one.proofs
        length = len(known[one.text])
        assert all(0 <= start < end <= length for start, end in (*one.proofs, *one.also))
