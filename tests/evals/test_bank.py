"""The gold bank: items from draft to locked, with every change."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from evals.bank.bank import GoldBank
from evals.bank.errors import Barred, BarredError, OutdatedGoldError, UnknownGoldItemError
from evals.bank.kept import Gesture, Wanted, differing
from evals.gold import GoldItem, Kind, Split, Status, split_of
from evals.goldfile import written
from tests.evals.world import item, silent

ITEM = replace(item(author="Lan"), line=0)
SET = "Nội bộ"


@pytest.fixture
def bank(tmp_path: Path) -> Iterator[GoldBank]:
    ticks = count(1)
    with closing(GoldBank.open(tmp_path / "library.sqlite", lambda: f"t{next(ticks)}")) as opened:
        yield opened


@pytest.fixture
def kept(bank: GoldBank) -> GoldItem:
    return bank.write(SET, ITEM, "Lan").item


def barred(why: Barred) -> pytest.RaisesExc[BarredError]:
    return pytest.raises(BarredError, match=why)


def test_a_new_item_is_a_draft_in_the_half_of_its_question(bank: GoldBank) -> None:
    other = Split.TUNE if ITEM.split is Split.REPORT else Split.REPORT
    claimed = replace(ITEM, status=Status.LOCKED, reviewed_by="x", version=9, split=other)
    made = bank.write(SET, claimed, "Lan").item
    assert (made.status, made.reviewed_by, made.version) == (Status.DRAFT, "", 1)
    assert made.split is split_of(made.question)
    assert bank.sets() == {SET: {Status.DRAFT: 1, Status.REVIEWED: 0, Status.LOCKED: 0}}


def test_an_item_goes_from_draft_to_reviewed_to_locked(bank: GoldBank, kept: GoldItem) -> None:
    reviewed = bank.review(SET, kept.id, "Minh", ()).item
    assert (reviewed.status, reviewed.reviewed_by) == (Status.REVIEWED, "Minh")
    assert bank.lock(SET, kept.id, "Hoa").item.status is Status.LOCKED
    done = [(change.gesture, change.who) for change in bank.changes(SET, kept.id)]
    assert done == [(Gesture.LOCKED, "Hoa"), (Gesture.REVIEWED, "Minh"), (Gesture.WROTE, "Lan")]
    assert [change.number for change in bank.changes(SET, kept.id)] == [3, 2, 1]


def test_an_author_does_not_review_his_own_item(bank: GoldBank, kept: GoldItem) -> None:
    with barred(Barred.OWN):
        bank.review(SET, kept.id, " lan ", ())
    with barred(Barred.NOBODY):
        bank.review(SET, kept.id, "  ", ())
    with barred(Barred.FAULTY):
        bank.review(SET, kept.id, "Minh", ("no evidence",))


def test_only_a_reviewed_item_is_locked_and_a_locked_one_does_not_change(
    bank: GoldBank, kept: GoldItem
) -> None:
    with barred(Barred.NOT_REVIEWED):
        bank.lock(SET, kept.id, "Hoa")
    bank.review(SET, kept.id, "Minh", ())
    locked = bank.lock(SET, kept.id, "Hoa").item
    with barred(Barred.LOCKED):
        bank.edit(SET, replace(locked, reference="khác"), "Lan", locked.version)
    with barred(Barred.LOCKED):
        bank.remove(SET, kept.id)
    with barred(Barred.REASON):
        bank.send_back(SET, kept.id, "Hoa", " ")
    opened = bank.send_back(SET, kept.id, "Hoa", "văn bản đã thay").item
    assert (opened.status, opened.reviewed_by) == (Status.DRAFT, "")
    last = bank.changes(SET, kept.id)[0]
    assert (last.gesture, last.reason) == (Gesture.UNLOCKED, "văn bản đã thay")


def test_an_edit_of_a_reviewed_item_makes_it_a_draft_again(bank: GoldBank, kept: GoldItem) -> None:
    bank.review(SET, kept.id, "Minh", ())
    edited = bank.edit(SET, replace(kept, forbidden=("sai",)), "Lan", kept.version).item
    assert (edited.status, edited.reviewed_by, edited.version) == (Status.DRAFT, "", 2)
    after, before = bank.changes(SET, kept.id)[0].item, bank.changes(SET, kept.id)[-1].item
    assert differing(before, after) == ("forbidden",)


def test_of_two_edits_of_one_version_the_second_is_told(bank: GoldBank, kept: GoldItem) -> None:
    bank.edit(SET, replace(kept, reference="một"), "Lan", 1)
    with pytest.raises(OutdatedGoldError):
        bank.edit(SET, replace(kept, reference="hai"), "Minh", 1)


def test_ids_are_of_one_item_in_a_set(bank: GoldBank, kept: GoldItem) -> None:
    with barred(Barred.TAKEN):
        bank.write(SET, kept, "Minh")
    assert bank.write("Bộ khác", kept, "Minh").item.id == kept.id
    with barred(Barred.NAMELESS):
        bank.write(" ", replace(kept, id="mới"), "Minh")


def test_items_are_found_by_words_kind_half_tag_and_status(bank: GoldBank, kept: GoldItem) -> None:
    other = replace(silent(), tags=("near miss",), line=0)
    bank.write(SET, other, "Lan")

    def found(**wanted: object) -> list[str]:
        return [one.item.id for one in bank.find(SET, Wanted(**wanted))]  # type: ignore[arg-type]

    assert found() == [kept.id, other.id]
    assert found(words="van phong") == [kept.id]
    assert found(kind=Kind.UNANSWERABLE) == [other.id]
    assert found(half=split_of(kept.question)) == [
        one.id for one in (kept, other) if split_of(one.question) is split_of(kept.question)
    ]
    assert found(tag="near miss") == [other.id]
    assert found(status=Status.LOCKED) == []


def test_a_set_is_evaluated_as_it_would_be_exported(bank: GoldBank, kept: GoldItem) -> None:
    gold = bank.gold_set(SET)
    assert gold.digest == hashlib.sha256(written([kept]).encode()).hexdigest()
    assert [(one.id, one.place) for one in gold.items] == [(kept.id, f"{SET}, line 1")]


def test_what_comes_from_a_file_keeps_its_standing_and_replaces_nothing(
    bank: GoldBank, kept: GoldItem
) -> None:
    locked = replace(ITEM, id="khoá", status=Status.LOCKED, reviewed_by="Minh")
    same = replace(ITEM, reference="khác")
    assert bank.take_in(SET, (same, locked), "Hoa") == 1
    assert bank.item(SET, kept.id).item == kept
    assert bank.item(SET, "khoá").item.status is Status.LOCKED
    assert bank.changes(SET, "khoá")[0].gesture is Gesture.TOOK_IN


def test_an_item_that_is_removed_is_gone_with_its_changes(bank: GoldBank, kept: GoldItem) -> None:
    bank.remove(SET, kept.id)
    with pytest.raises(UnknownGoldItemError):
        bank.item(SET, kept.id)
    assert bank.changes(SET, kept.id) == ()
    assert bank.sets() == {}
