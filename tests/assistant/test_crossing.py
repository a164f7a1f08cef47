"""The second reading of the best candidates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.assistant import AskOptions
from assistant.question import Question
from assistant.select import Chosen
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


def considered(cross: Liking, question: str = QUESTION) -> tuple[Chosen, ...]:
    return assistant_on(SHELF, AskOptions(cross=cross)).considered(Question(question))


def test_the_best_is_read_with_what_stands_above_it() -> None:
    cross = Liking("x")
    found = considered(cross)

    assert len(found) > 1
    ((question, text),) = cross.asked
    assert question == QUESTION
    assert text.startswith("II. TỔ CHỨC THỰC HIỆN\n")
    assert found[0].candidate.head.text in text


def test_what_is_read_tells_whether_there_is_an_answer_not_which() -> None:
    liked, disliked = considered(Liking("TỔ CHỨC")), considered(Liking("x"))

    assert [c.candidate for c in liked] == [c.candidate for c in disliked]
    assert {c.features.crossed for c in liked} == {2.0}
    assert {c.features.crossed for c in disliked} == {-2.0}


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
