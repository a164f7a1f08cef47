"""A model words multiple choices anew; what a check refuses stays as it was."""

from __future__ import annotations

from assistant.fluent.model import Fault, Message, ModelError
from assistant.grounding.words import load_speller
from assistant.quiz.checks.every import failed
from assistant.quiz.field import Field, Scope
from assistant.quiz.item import Item, Kind
from assistant.quiz.prover import Prover
from assistant.quiz.quiz import Quiz, Wish, make_quiz
from assistant.quiz.reworded import Reworded, Rewriter
from assistant.shelf import Shelf
from corpus.parse import parse
from corpus.shipped import shipped_texts

SHELF = Shelf(parse(path.name, path.read_text("utf-8")) for path in shipped_texts())
FIELD = Field(SHELF, Scope())
QUIZ = make_quiz(SHELF, Scope(), Wish(count=6, kinds=(Kind.MC,)))


def reworded(stem: str, wrong: str) -> Reworded:
    """Return what comes of a model that writes these two for every item."""

    def said(messages: tuple[Message, ...]) -> str:
        return stem if "Viết lại" in messages[0].content else wrong

    return Rewriter(FIELD, load_speller(), said).rewrite(QUIZ)


def asked_of(item: Item) -> str:
    return item.stem.rpartition(", ")[2]


def sound(quiz: Quiz) -> bool:
    prover = Prover(FIELD)
    return all(not failed(item, prover, FIELD) for item in quiz.items)


def test_another_question_does_not_replace_a_stem() -> None:
    made = reworded("Giá vé xe buýt là bao nhiêu?", "")

    assert [item.stem for item in made.quiz.items] == [item.stem for item in QUIZ.items]
    assert made.stems == 0
    assert made.refused["other_matter"]


def test_a_key_among_the_distractors_is_refused_and_right_options_stay_wrong() -> None:
    keys = "\n".join(item.right[0] for item in QUIZ.items)

    made = reworded("", keys)

    assert sound(made.quiz)
    for old, new in zip(QUIZ.items, made.quiz.items, strict=True):
        assert new.right == old.right
        assert not set(new.right) & set(new.wrong)


def test_distractors_of_the_same_form_are_taken_and_proved_wrong() -> None:
    made = reworded(
        "", "Phòng Kế toán\nBan Quản lý dự án\nTrạm Y tế\n999 hồ sơ\n777 người\n31/12/1999"
    )

    assert sound(made.quiz)


def test_a_question_asked_with_the_same_words_is_taken() -> None:
    prover = Rewriter(FIELD, load_speller(), lambda _: "")
    item = QUIZ.items[0]
    asked = asked_of(item)

    assert prover._asks(asked[:1].upper() + asked[1:], item) == asked.endswith("?")  # noqa: SLF001


def test_a_model_that_fails_changes_nothing() -> None:
    def broken(_: tuple[Message, ...]) -> str:
        raise ModelError(Fault.UNREACHABLE)

    made = Rewriter(FIELD, load_speller(), broken).rewrite(QUIZ)

    assert made.quiz.items == QUIZ.items
    assert made.refused["unreachable"] == 2 * len(QUIZ.items)
