"""The second reading of the best candidates."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.evidence.candidate import said
from assistant.options import AskOptions
from assistant.question import Question
from assistant.shelf import Shelf
from assistant.weighing.select import READ_AGAIN, Chosen
from assistant.weighing.tuning import Tuning
from corpus.parse import parse
from tests.assistant.world import SHELF, assistant_on

QUESTION = "Trong năm 2024 công chức làm gì?"


@dataclass
class Liking:
    """A cross-encoder that likes passages with one word, and remembers what it was asked."""

    word: str
    asked: list[tuple[str, str]] = field(default_factory=list)

    def odds(self, question: str, passages: Sequence[str]) -> tuple[float, ...]:
        self.asked += [(question, text) for text in passages]
        return tuple(20.0 if self.word in text else -20.0 for text in passages)


def considered(
    cross: Liking, question: str = QUESTION, certain: float = math.inf
) -> tuple[Chosen, ...]:
    options = AskOptions(cross=cross, tuning=Tuning(certain=certain))
    return assistant_on(SHELF, options).considered(Question(question))


def test_the_few_best_are_read_with_what_stands_above_them() -> None:
    cross = Liking("x")
    found = considered(cross)

    assert 1 < len(cross.asked) <= min(READ_AGAIN, len(found))
    assert {heard for heard, _ in cross.asked} == {QUESTION}
    texts = [text for _, text in cross.asked]
    assert {text.splitlines()[0] for text in texts} <= {"I. MỤC ĐÍCH", "II. TỔ CHỨC THỰC HIỆN"}
    assert any(said(SHELF, found[0].candidate) in text for text in texts)


def test_the_names_of_the_documents_that_are_asked_are_not_read() -> None:
    cross = Liking("x")
    considered(cross, "Theo kế hoạch của Sở Nội vụ, công chức được góp ý những việc gì?")

    assert {heard for heard, _ in cross.asked} == {
        "Theo kế hoạch công chức được góp ý những việc gì?"
    }


def test_nothing_is_read_where_it_would_change_nothing() -> None:
    doubted, certain = Liking("x"), Liking("x")
    found, alike = considered(doubted, certain=math.inf), considered(certain, certain=-math.inf)

    assert doubted.asked
    assert not certain.asked
    assert {c.features.crossed for c in alike} == {0.0}
    assert {c.candidate.head for c in alike} == {c.candidate.head for c in found}


def test_what_may_be_quoted_beside_the_best_is_read() -> None:
    """Two documents say it alike: whether both are quoted is still to be decided."""
    tuning = Tuning(certain=0.5, ahead=-math.inf)
    plan = "KẾ HOẠCH\n\nVăn phòng {} hội nghị cán bộ, công chức năm 2024.\n"
    documents = [parse("a.txt", plan.format("tổ chức")), parse("b.txt", plan.format("chủ trì"))]
    alone, together = Liking("x"), Liking("x")
    for cross, some in ((alone, documents[:1]), (together, documents)):
        options = AskOptions(cross=cross, tuning=tuning)
        found = assistant_on(Shelf(some), options).considered(Question("Ai tổ chức hội nghị?"))
        assert len(found) == len(some)

    assert not alone.asked
    assert together.asked


def test_one_that_is_liked_better_goes_ahead() -> None:
    cross = Liking("x")
    considered(cross)
    second = cross.asked[1][1].splitlines()[-1]
    liked = considered(Liking(second))

    assert liked[0].features.crossed == 2.0
    assert second in liked[0].candidate.head.text
    assert liked[-1].features.crossed == -2.0


def test_what_is_not_read_counts_as_the_worst() -> None:
    cross = Liking("x")
    considered(cross)
    found = considered(Liking(cross.asked[0][1].splitlines()[-1]))
    said = [c.features.crossed for c in found]

    assert said.count(2.0) == 1
    assert len(found) > READ_AGAIN
    assert set(said[1:]) == {-2.0}


def test_of_a_long_candidate_what_is_asked_about_is_read() -> None:
    words = ", ".join(f"việc thứ {n} của cơ quan" for n in range(60))
    text = f"BÁO CÁO\n\nSở đã làm {words}, trả lại 2 hồ sơ thiếu giấy tờ.\n"
    cross = Liking("trả lại 2 hồ sơ")
    shelf = Shelf([parse("bao_cao.txt", text)])
    found = assistant_on(shelf, AskOptions(cross=cross)).considered(Question("Trả lại mấy hồ sơ?"))

    assert found[0].features.crossed == 2.0


def test_the_same_pair_is_read_once() -> None:
    cross = Liking("x")
    assistant = assistant_on(SHELF, AskOptions(cross=cross))
    assistant.ask(Question(QUESTION))
    first = len(cross.asked)
    assistant.ask(Question(QUESTION))

    assert len(set(cross.asked)) == len(cross.asked) == first


def test_a_question_in_another_language_is_read_as_it_was_asked() -> None:
    cross = Liking("x")
    question = "When must the office report to the director?"
    considered(cross, question)

    assert {heard for heard, _ in cross.asked} == {question}


def test_without_a_second_reading_nothing_is_said_of_it() -> None:
    found = assistant_on(SHELF).considered(Question(QUESTION))
    assert {c.features.crossed for c in found} == {0.0}
