"""Keys of Telex and VNI that came through."""

from __future__ import annotations

import pytest

from assistant.typed.keys import Typed, decoded


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("nguwowif", "người"),
        ("nguoiwf", "người"),
        ("ddoongj", "động"),
        ("duwowcjd", "được"),
        ("congoj", "cộng"),
        ("hoaf", "hòa"),
        ("quyeets", "quyết"),
        ("thuowr", "thuở"),
        ("owr", "ở"),
        ("chwcs", "chức"),
        ("va8n", "văn"),
        ("so73", "sở"),
        ("nguoi72", "người"),
        ("nguo7i2", "người"),
        ("d9u7o7c5", "được"),
        ("vie65c", "việc"),
    ],
)
def test_keys_may_stand_after_their_letter_or_at_the_end(typed: str, word: str) -> None:
    found = decoded(typed)

    assert found
    assert found.word == word


@pytest.mark.parametrize(
    "word",
    ["cong", "25", "5k", "q1", "covid19", "online", "email", "file", "report", "first", "qr"],
)
def test_what_is_a_syllable_already_or_becomes_none_is_not_decoded(word: str) -> None:
    assert decoded(word) is None


def test_a_key_that_only_sets_a_tone_proves_little() -> None:
    assert decoded("as") == Typed("á", shaped=False)
    assert decoded("bieets") == Typed("biết", shaped=True)
