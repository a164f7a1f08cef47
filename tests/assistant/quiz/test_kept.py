"""Items kept as JSON come back whole, and tell when the words that they rest on are gone."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace

import pytest

from assistant.quiz.errors import BadImportError, Fault
from assistant.quiz.item import Item, Kind
from assistant.quiz.record import item_json, item_of
from assistant.quiz.stale import Change, stale
from corpus.document import Document
from tests.assistant.quiz.world import of_kind, shipped, whole_run


@dataclass(frozen=True)
class Texts:
    found: tuple[Document, ...]

    def documents(self) -> tuple[Document, ...]:
        return self.found


def texts(item: Item, old: str = "", new: str = "") -> Texts:
    """Return the library, with some words of the item's document replaced."""
    own = shipped().documents[item.source.document_id]
    return Texts((Document(id=own.id, source=own.source, text=own.text.replace(old, new)),))


def lone(kind: Kind = Kind.FILL) -> Item:
    """Return an item whose words stand once in its document."""
    every = shipped().documents
    return next(
        item
        for item in of_kind(kind)
        if every[item.source.document_id].text.count(item.source.quote) == 1
    )


def test_every_item_comes_back_from_its_json() -> None:
    for item in whole_run().items:
        assert item_of(json.loads(json.dumps(item_json(item, {})))) == item


def test_the_json_has_the_fields_of_the_contract() -> None:
    record = item_json(whole_run().items[0], {})

    contract = {"id", "kind", "stem", "options", "key", "explanation", "difficulty", "citation"}
    assert contract | {"checks"} <= set(record)
    assert {"document", "source", "address", "quote", "start", "end"} <= set(record["citation"])
    assert set(record["checks"].values()) == {True}


@pytest.mark.parametrize("field", ["kind", "stem", "citation", "proof"])
def test_a_record_that_lacks_a_field_is_told(field: str) -> None:
    record = item_json(whole_run().items[0], {})
    del record[field]

    with pytest.raises(BadImportError) as caught:
        item_of(record)

    assert caught.value.fault is Fault.RECORD


def test_an_item_is_fresh_while_its_document_says_its_words() -> None:
    item = lone()

    assert stale(item, texts(item)) == ()


def test_words_that_only_moved_are_the_same_words() -> None:
    item = lone()
    own = shipped().documents[item.source.document_id]
    moved = Texts((Document(id=own.id, source=own.source, text=f"Thêm một dòng.\n\n{own.text}"),))

    assert stale(item, moved) == ()


def test_a_changed_document_shows_the_old_and_the_new_words() -> None:
    item = next(i for i in of_kind(Kind.FILL) if "hồ sơ" in i.stem and "514" in i.source.quote)
    found = stale(item, texts(item, "514", "620"))

    assert [one.change for one in found] == [Change.CHANGED]
    assert "514" in found[0].old
    assert "620" in found[0].new


def test_a_document_that_is_gone_is_told() -> None:
    found = stale(lone(), Texts(()))

    assert {one.change for one in found} == {Change.GONE}
    assert found[0].new == ""


def test_the_digest_is_that_of_the_quoted_words() -> None:
    item = lone()

    assert item.source.digest != replace(item.source, quote="khác").digest
    assert len(item.source.digest) == 64
