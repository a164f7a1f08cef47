"""Every item of whole runs is borne out by the source text, read by other code."""

from __future__ import annotations

import pytest

from assistant.quiz.item import Kind
from assistant.quiz.naming import name_of
from assistant.quiz.record import item_json
from tests.assistant.quiz.verifier import Json, Verifier
from tests.assistant.quiz.world import shipped, whole_run


def told(seed: int) -> list[Json]:
    shelf = shipped()
    names = [name_of(document, shelf) for document in shelf.documents.values()]
    return [item_json(item, {}) | {"names": names} for item in whole_run(seed).items]


def verifier() -> Verifier:
    return Verifier({key: document.text for key, document in shipped().documents.items()})


@pytest.mark.parametrize("seed", [7, 8, 9])
def test_the_source_text_bears_every_key_out_and_no_distractor(seed: int) -> None:
    verify = verifier()

    faults = {item["stem"]: found for item in told(seed) if (found := verify.faults(item))}

    assert faults == {}


def test_the_verifier_sees_every_kind() -> None:
    assert {item["kind"] for item in told(7)} == set(Kind)


def test_the_verifier_finds_a_wrong_key() -> None:
    verify = verifier()
    for item in told(7):
        if item["kind"] == "mc":
            wrong = (item["key"][0] + 1) % 4
            assert verify.faults(item | {"key": [wrong]})
        if item["kind"] == "tf":
            assert verify.faults(item | {"key": [1 - item["key"][0]]})
