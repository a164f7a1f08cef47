"""Diacritics put back along a question."""

from __future__ import annotations

import pytest

from assistant.restore import OFTEN, restored
from assistant.usage import Usage
from corpus.syllables import syllables

TEXTS = ("công chức được biết", "công khai chức danh", "người dân bàn bạc", "cờ và cỏ")
USAGE = Usage(map(syllables, TEXTS))


@pytest.mark.parametrize(
    ("bare", "meant"),
    [
        ("cong chuc duoc biet", "công chức được biết"),
        ("nguoi dan", "người dân"),
        ("xe cong chuc", "xe công chức"),
        ("gia vang", "gia vang"),
        ("co", "co"),
    ],
)
def test_only_what_the_texts_have_together_is_restored(bare: str, meant: str) -> None:
    assert " ".join(restored(bare.split(), USAGE)) == meant


def test_a_syllable_without_a_rival_needs_no_neighbour_when_it_is_frequent() -> None:
    usage = Usage([("gửi",)] * OFTEN + [("nộp",)] * (OFTEN - 1))

    assert restored(["gui", "nop"], usage) == ("gửi", "nop")


def test_neighbours_decide_between_syllables_with_the_same_letters() -> None:
    usage = Usage([("dân", "chủ"), ("chú", "ý"), ("chú", "ý")])

    assert restored(["dan", "chu"], usage) == ("dân", "chủ")
    assert restored(["chu", "y"], usage) == ("chú", "ý")
