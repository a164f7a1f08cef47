"""The studio keeps what it makes, and looks after items when their documents change."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from assistant.quiz.bank.bank import Bank
from assistant.quiz.bank.edit import Edit, edited
from assistant.quiz.bank.errors import (
    Lack,
    LackingError,
    NoOtherItemError,
    NothingMadeError,
    NothingNewError,
)
from assistant.quiz.bank.kept import Kept, Status
from assistant.quiz.bank.marking import Given, is_right
from assistant.quiz.bank.studio import Studio
from assistant.quiz.errors import EmptyScopeError
from assistant.quiz.export.question import Question
from assistant.quiz.field import Scope
from assistant.quiz.item import Kind
from assistant.quiz.quiz import Wish
from assistant.quiz.stale import Change
from assistant.shelf import Shelf
from corpus.database import Database
from tests.assistant.quiz.world import PLAN, of_kind, shelf_of, small

NAME = "ke-hoach.txt"


class Texts:
    """A library whose texts can be exchanged."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf

    def __call__(self) -> Shelf:
        return self.shelf

    def becomes(self, old: str, new: str) -> None:
        self.shelf = shelf_of({NAME: PLAN.replace(old, new)})


@pytest.fixture
def texts() -> Texts:
    return Texts(small())


@pytest.fixture
def studio(texts: Texts) -> Studio:
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    connection.execute("CREATE TABLE marks (name TEXT PRIMARY KEY) STRICT")
    return Studio(texts, Bank(Database(Path("memory"), connection)))


def made(studio: Studio, *kinds: Kind, count: int = 50) -> tuple[Kept, ...]:
    """Make a paper and return its items."""
    key = studio.make("Đề", Scope(), Wish(count=count, kinds=kinds or tuple(Kind)))
    return studio.papers.paper(key).items


def about(items: tuple[Kept, ...], words: str) -> Kept:
    """Return an item whose cited words hold some words."""
    return next(one for one in items if one.sources and words in one.sources[0].quote)


def test_what_is_made_is_kept_as_drafts_with_what_it_was_proved_against(studio: Studio) -> None:
    items = made(studio)

    assert len(items) > 5
    assert {one.status for one in items} == {Status.DRAFT}
    assert {one.scope for one in items} == {frozenset(studio.shelf.documents)}
    assert not any(studio.stale(one) for one in items)


def test_a_changed_document_makes_its_items_stale_with_old_and_new_words(
    studio: Studio, texts: Texts
) -> None:
    kept = about(made(studio), "120 hồ sơ")

    texts.becomes("120 hồ sơ", "130 hồ sơ")

    (change,) = studio.stale(kept)
    assert change.change is Change.CHANGED
    assert "120 hồ sơ" in change.old
    assert "130 hồ sơ" in change.new


def test_an_item_that_rests_on_the_new_words_is_checked_against_them(
    studio: Studio, texts: Texts
) -> None:
    kept = about(made(studio), "120 hồ sơ")
    texts.becomes("120 hồ sơ", "130 hồ sơ")

    renewed = studio.renew(kept.id)

    assert studio.stale(renewed) == ()
    assert "130 hồ sơ" in renewed.sources[0].quote
    assert "key_supported" in renewed.faults
    assert renewed.status is Status.DRAFT


def test_an_item_whose_words_only_gained_a_neighbour_is_proved_by_the_new_words(
    studio: Studio, texts: Texts
) -> None:
    kept = about(made(studio, Kind.MC, Kind.FILL, Kind.SHORT), "15/11/2024")
    texts.becomes("gửi Ủy ban nhân dân tỉnh chậm", "gửi về Ủy ban nhân dân tỉnh chậm")

    renewed = studio.renew(kept.id)

    assert studio.stale(renewed) == ()
    assert "citation_verbatim" not in renewed.faults


def test_words_that_moved_are_found_where_they_stand_now(studio: Studio, texts: Texts) -> None:
    kept = made(studio)[0]
    old = kept.sources[0]

    texts.becomes("KẾ HOẠCH\n", "Dòng mới.\n\nKẾ HOẠCH\n")

    assert studio.stale(kept) == ()
    now = studio.place(old)
    assert now
    assert now.span != old.span
    assert now.span.of(studio.shelf.documents[old.document_id].text) == old.quote


def test_without_new_words_nothing_is_renewed(studio: Studio, texts: Texts) -> None:
    kept = made(studio)[0]
    with pytest.raises(NothingNewError):  # nothing is old
        studio.renew(kept.id)

    texts.shelf = Shelf(())

    assert {one.change for one in studio.stale(kept)} == {Change.GONE}
    assert studio.place(kept.sources[0]) is None
    with pytest.raises(NothingNewError):
        studio.renew(kept.id)


def test_an_edit_without_any_text_left_is_not_proved(studio: Studio, texts: Texts) -> None:
    kept = made(studio, Kind.FILL)[0]
    texts.shelf = Shelf(())

    edit = Edit(stem=kept.content.stem, answers=("x",), explanation=kept.explanation)

    assert studio.revise(kept.id, edit, version=1).faults == ("citation_verbatim",)


def test_another_item_asks_something_new_until_there_is_none(studio: Studio) -> None:
    paper = studio.make("Đề", Scope(), Wish(count=1, kinds=(Kind.FILL,)))
    seen = {studio.papers.paper(paper).items[0].id}

    while new := other(studio, paper):
        assert new not in seen
        seen.add(new)

    assert len(seen) > 1
    assert len(studio.papers.paper(paper).items) == 1


def other(studio: Studio, paper: str) -> str:
    """Reject the item of a paper and return the id of the one that takes its place, or ""."""
    (now,) = studio.papers.paper(paper).items
    studio.bank.judge(now.id, Status.REJECTED, "x")
    try:
        return studio.another(paper, now.id)
    except NoOtherItemError:
        return ""


def test_what_is_kept_already_is_offered_when_nothing_new_is_left(studio: Studio) -> None:
    paper = studio.make("Đề", Scope(), Wish(count=1, kinds=(Kind.FILL,)))
    (first,) = studio.papers.paper(paper).items

    seen = [first.id]
    for _ in range(20):
        seen.append(studio.another(paper, seen[-1]))

    assert len(set(seen)) < len(seen)
    assert all(a != b for a, b in pairwise(seen))


def test_a_wish_of_which_nothing_comes_keeps_nothing(studio: Studio) -> None:
    with pytest.raises(EmptyScopeError):
        studio.make("Đề", Scope(section="XX"), Wish())
    with pytest.raises(NothingMadeError):
        studio.make("Đề", Scope(section="II.4"), Wish(kinds=(Kind.ORDER,)))

    assert studio.papers.heads() == ()
    assert studio.bank.count() == {}


@pytest.mark.parametrize(
    ("words", "right"),
    [("08 cuộc", True), ("8 CUỘC.", True), ("9 cuộc", False), ("", False), ("...", False)],
)
def test_typed_words_are_marked_by_their_syllables(words: str, right: bool) -> None:  # noqa: FBT001
    one = Question(name="", kind=Kind.FILL, stem="?", answers=("08 cuộc",))

    assert is_right(one, Given(words=words)) is right


@pytest.mark.parametrize(("words", "right"), [("Thanh tra, Văn phòng", True), ("Văn phòng", False)])
def test_where_several_things_are_to_be_named_all_are(words: str, right: bool) -> None:  # noqa: FBT001
    one = Question(name="", kind=Kind.SHORT, stem="?", answers=("Văn phòng; Thanh tra",))

    assert is_right(one, Given(words=words)) is right


def test_the_key_of_every_kind_is_marked_right_and_any_other_is_not() -> None:
    for kind in (Kind.MC, Kind.MULTI, Kind.TF, Kind.MATCH, Kind.ORDER):
        item = of_kind(kind)[0]
        assert is_right(item, Given(key=item.key))
        assert not is_right(item, Given(key=item.key[1:]))
        assert not is_right(item, Given(key=(*item.key[1:], (item.key[0] + 1) % len(item.options))))


def test_the_order_in_which_right_options_are_chosen_does_not_matter() -> None:
    item = of_kind(Kind.MULTI)[0]

    assert is_right(item, Given(key=tuple(reversed(item.key))))


def test_an_edit_tidies_its_texts_and_leaves_the_key_of_an_order() -> None:
    item = of_kind(Kind.ORDER)[0]
    edit = Edit(stem=f" {item.stem}\n", options=item.options, key=(9,), explanation="x")

    assert edited(item, edit) == replace(item, explanation="x")


def test_an_edit_of_typed_answers_needs_one() -> None:
    item = of_kind(Kind.FILL)[0]

    with pytest.raises(LackingError) as caught:
        edited(item, Edit(stem=item.stem, answers=("", " "), explanation="x"))

    assert caught.value.lack is Lack.ANSWERS
