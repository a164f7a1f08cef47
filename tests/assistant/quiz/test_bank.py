"""The bank keeps items with their decisions, tags and wordings, all of a change or nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.quiz.bank.bank import LONGEST_TAG, Bank, Wanted
from assistant.quiz.bank.errors import (
    Lack,
    LackingError,
    OutdatedEditError,
    UnknownItemError,
    UnknownPaperError,
)
from assistant.quiz.bank.kept import NO_SOURCE, Content, Recipe, Status, identity
from assistant.quiz.bank.papers import Papers
from assistant.quiz.bank.tables import content_of, content_row
from assistant.quiz.errors import BadImportError
from assistant.quiz.export.question import Question
from assistant.quiz.field import Scope
from assistant.quiz.item import Difficulty, Kind
from assistant.quiz.quiz import Wish
from corpus.library import Library
from tests.assistant.quiz.world import whole_run

ITEMS = whole_run().items[:5]
QUESTION = Question(
    name="1",
    kind=Kind.SHORT,
    stem="Ai ký kế hoạch?",
    answers=("Lê Văn An",),
    feedback="Xem trang cuối.",
)


class Clock:
    """A clock that goes one second further each time."""

    def __init__(self) -> None:
        self.seconds = 0

    def __call__(self) -> str:
        self.seconds += 1
        return f"2024-03-01T08:00:{self.seconds:02d}+00:00"


@pytest.fixture
def bank(tmp_path: Path) -> Bank:
    Library.open(tmp_path).close()
    return Bank.open(tmp_path / "library.sqlite", Clock())


def taken(bank: Bank, *contents: Content) -> tuple[str, ...]:
    return bank.take_in(contents, frozenset({"a"}))


def test_an_item_comes_back_as_it_was_kept(bank: Bank) -> None:
    (key,) = taken(bank, ITEMS[0])

    kept = bank.item(key)

    assert kept.content == ITEMS[0]
    assert (kept.status, kept.version, kept.faults) == (Status.DRAFT, 1, ())
    assert kept.scope == {"a"}


def test_what_came_from_a_file_is_kept_without_a_proof(bank: Bank) -> None:
    (key,) = taken(bank, QUESTION)

    kept = bank.item(key)

    assert kept.content == QUESTION
    assert (kept.item, kept.sources, kept.faults) == (None, (), (NO_SOURCE,))


def test_taking_the_same_in_again_changes_nothing(bank: Bank) -> None:
    keys = taken(bank, *ITEMS)
    bank.judge(keys[0], Status.REJECTED, "lời hỏi dài")

    again = taken(bank, *ITEMS)

    assert again == keys
    assert bank.item(keys[0]).status is Status.REJECTED
    assert bank.count() == {Status.DRAFT: 4, Status.REJECTED: 1}


def test_the_bank_is_there_when_it_is_opened_again(bank: Bank) -> None:
    (key,) = taken(bank, ITEMS[0])
    bank.judge(key, Status.APPROVED)
    bank.close()

    again = Bank.open(bank.database.path)

    assert again.item(key).status is Status.APPROVED
    again.close()


def test_the_library_is_read_as_before_beside_the_bank(bank: Bank) -> None:
    taken(bank, *ITEMS)

    library = Library.open(bank.database.path.parent)

    assert library.documents() == ()
    assert library.is_new()
    library.close()


def test_a_rejection_needs_its_reason_and_loses_it_when_it_is_taken_back(bank: Bank) -> None:
    (key,) = taken(bank, ITEMS[0])

    with pytest.raises(LackingError) as caught:
        bank.judge(key, Status.REJECTED, " \n ")
    rejected = bank.judge(key, Status.REJECTED, "hai đáp án\ngần nhau")

    assert caught.value.lack is Lack.REASON
    assert rejected.reason == "hai đáp án gần nhau"
    assert bank.judge(key, Status.DRAFT).reason == ""


def test_several_items_are_approved_at_once(bank: Bank) -> None:
    keys = taken(bank, *ITEMS)

    bank.approve(keys[:3])

    assert bank.count() == {Status.APPROVED: 3, Status.DRAFT: 2}


def test_a_reason_has_an_end(bank: Bank) -> None:
    (key,) = taken(bank, ITEMS[0])

    with pytest.raises(LackingError) as caught:
        bank.judge(key, Status.REJECTED, "x" * 501)

    assert caught.value.lack is Lack.TOO_LONG


def test_every_wording_is_kept_and_an_edit_makes_a_draft_of_it(bank: Bank) -> None:
    (key,) = taken(bank, ITEMS[0])
    bank.judge(key, Status.APPROVED)

    revised = bank.revise(key, ITEMS[1], ("readable",), version=1)

    assert (revised.content, revised.version) == (ITEMS[1], 2)
    assert (revised.status, revised.faults) == (Status.DRAFT, ("readable",))
    assert [(v.number, v.content) for v in bank.versions(key)] == [(2, ITEMS[1]), (1, ITEMS[0])]


def test_an_edit_of_an_older_version_is_refused_whole(bank: Bank) -> None:
    (key,) = taken(bank, ITEMS[0])
    bank.revise(key, ITEMS[1], (), version=1)

    with pytest.raises(OutdatedEditError):
        bank.revise(key, ITEMS[2], (), version=1)

    assert bank.item(key).content == ITEMS[1]
    assert len(bank.versions(key)) == 2


def test_tags_are_set_as_a_whole(bank: Bank) -> None:
    (key,) = taken(bank, ITEMS[0])
    bank.tag(key, ["tập huấn", "2024"])

    kept = bank.tag(key, [" công\tđoàn ", "", "2024", "2024"])

    assert kept.tags == ("2024", "công đoàn")
    assert bank.tags() == ("2024", "công đoàn")


def test_a_tag_too_long_changes_nothing(bank: Bank) -> None:
    (key,) = taken(bank, ITEMS[0])
    bank.tag(key, ["a"])

    with pytest.raises(LackingError):
        bank.tag(key, ["b", "x" * (LONGEST_TAG + 1)])

    assert bank.item(key).tags == ("a",)


@pytest.mark.parametrize(
    ("words", "times"),
    [("", 1), ("KẾ HOẠCH", 1), ("ke hoach an", 1), ("kê hoạch", 0), ("hoạch x", 0)],
)
def test_every_word_that_is_looked_for_stands_in_what_is_found(
    bank: Bank, words: str, times: int
) -> None:
    taken(bank, QUESTION)

    assert [one.content for one in bank.find(Wanted(words=words))] == [QUESTION] * times


def test_what_is_looked_for_can_be_narrowed(bank: Bank) -> None:
    first, *_, last = taken(bank, *ITEMS, QUESTION)
    bank.tag(first, ["2024"])
    bank.judge(last, Status.APPROVED)

    def ids(wanted: Wanted) -> list[str]:
        return [one.id for one in bank.find(wanted)]

    assert ids(Wanted(tag="2024")) == [first]
    assert ids(Wanted(status=Status.APPROVED)) == [last]
    assert ids(Wanted(kind=Kind.SHORT, words="ky")) == [last]
    assert ids(Wanted(kind=Kind.SHORT, tag="2024")) == []


def test_an_item_is_removed_for_good(bank: Bank) -> None:
    papers = Papers(bank)
    keys = taken(bank, *ITEMS)
    paper = papers.gather("Đề", keys)

    bank.remove(keys[0])

    assert [one.id for one in papers.paper(paper).items] == list(keys[1:])
    assert bank.versions(keys[0]) == ()
    with pytest.raises(UnknownItemError):
        bank.item(keys[0])


def test_a_paper_has_its_items_in_order_with_what_it_was_made_from(bank: Bank) -> None:
    papers = Papers(bank)
    recipe = Recipe(
        title="Đề tập huấn",
        scope=Scope(frozenset({"a"}), "III"),
        wish=Wish(count=5, kinds=(Kind.MC,), difficulty=Difficulty.EASY, seed=3),
        rejected={"readable": 2},
    )

    paper = papers.paper(papers.make(recipe, ITEMS, frozenset({"a"})))

    assert paper.recipe == recipe
    assert [one.content for one in paper.items] == list(ITEMS)
    assert [(head.title, head.items, head.approved) for head in papers.heads()] == [
        ("Đề tập huấn", 5, 0)
    ]


def test_items_are_moved_within_their_paper(bank: Bank) -> None:
    papers = Papers(bank)
    a, b, c, *_ = taken(bank, *ITEMS)
    paper = papers.gather("Đề", [a, b, c])

    papers.move(paper, c, -1)
    assert order(papers, paper) == [a, c, b]
    papers.move(paper, a, -1)
    papers.move(paper, b, 1)
    papers.move(paper, "none", 1)

    assert order(papers, paper) == [a, c, b]


def order(papers: Papers, paper: str) -> list[str]:
    return [one.id for one in papers.paper(paper).items]


def test_another_item_takes_the_very_place_of_one(bank: Bank) -> None:
    papers = Papers(bank)
    a, b, c = taken(bank, *ITEMS[:3])
    paper = papers.gather("Đề", [a, b, c])

    new = papers.swap(paper, b, ITEMS[3], frozenset())

    assert order(papers, paper) == [a, new, c]
    assert bank.knows(b)


def test_items_are_put_into_a_paper_and_taken_out_of_it(bank: Bank) -> None:
    papers = Papers(bank)
    a, b, c = taken(bank, *ITEMS[:3])
    paper = papers.gather("Đề", [a])

    papers.put(paper, [c, a, b])
    papers.take_out(paper, c)

    assert order(papers, paper) == [a, b]


def test_a_paper_is_renamed_and_removed_and_its_items_stay(bank: Bank) -> None:
    papers = Papers(bank)
    keys = taken(bank, *ITEMS)
    paper = papers.gather("Đề", keys)

    papers.rename(paper, "Đề  mới")
    assert papers.paper(paper).title == "Đề mới"
    papers.remove(paper)

    assert bank.count() == {Status.DRAFT: 5}
    with pytest.raises(UnknownPaperError):
        papers.paper(paper)


@pytest.mark.parametrize("title", ["", " \n", "x" * 201])
def test_a_paper_has_a_title_that_can_be_read(bank: Bank, title: str) -> None:
    with pytest.raises(LackingError):
        Papers(bank).gather(title, [])

    assert Papers(bank).heads() == ()


def test_a_paper_of_an_unknown_item_is_not_made(bank: Bank) -> None:
    with pytest.raises(UnknownItemError):
        Papers(bank).gather("Đề", ["none"])

    assert Papers(bank).heads() == ()


def test_a_paper_that_cannot_be_written_leaves_no_item_behind(bank: Bank) -> None:
    """The second paper of the same id breaks the transaction after its items were written."""
    papers = Papers(bank, fresh=lambda: "same")
    papers.make(Recipe(title="Một"), ITEMS[:1], frozenset())

    with pytest.raises(Exception, match="UNIQUE"):
        papers.make(Recipe(title="Hai"), ITEMS, frozenset())

    assert bank.count() == {Status.DRAFT: 1}


def test_questions_of_the_same_words_and_key_are_one() -> None:
    other = Question(name="2", kind=Kind.SHORT, stem=QUESTION.stem, answers=QUESTION.answers)

    assert identity(QUESTION) == identity(other)
    assert identity(ITEMS[0]) == ITEMS[0].id


def test_a_damaged_row_is_told() -> None:
    record = json.loads(content_row(QUESTION))
    del record["question"]["stem"]

    with pytest.raises(BadImportError):
        content_of(json.dumps(record))


def test_an_item_whose_proof_cannot_be_read_keeps_its_words_and_is_not_called_proved(
    bank: Bank,
) -> None:
    (key,) = taken(bank, ITEMS[0])
    (content,) = bank.database.rows("SELECT content FROM quiz_versions")[0]
    record = json.loads(content)
    del record["item"]["proof"]
    bank.database.rows("UPDATE quiz_versions SET content = ?", (json.dumps(record),))

    kept = bank.item(key)

    assert (kept.content.stem, kept.content.options) == (ITEMS[0].stem, ITEMS[0].options)
    assert (kept.content.key, kept.content.answers) == (ITEMS[0].key, ITEMS[0].answers)
    assert (kept.item, kept.explanation) == (None, ITEMS[0].explanation)
    assert kept.faults == (NO_SOURCE,)
