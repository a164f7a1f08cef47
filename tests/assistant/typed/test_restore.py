"""Diacritics put back along a question."""

from __future__ import annotations

import pytest

from assistant.typed.restore import restored
from assistant.typed.usage import EDGE, Usage, load_asked
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
    ],
)
def test_what_is_known_is_restored_and_the_rest_stays(bare: str, meant: str) -> None:
    assert " ".join(restored(bare.split(), USAGE)) == meant


def test_neighbours_decide_between_syllables_with_the_same_letters() -> None:
    usage = Usage([("dân", "chủ"), ("chú", "ý"), ("chú", "ý")])

    assert restored(["dan", "chu"], usage) == ("dân", "chủ")
    assert restored(["chu", "y"], usage) == ("chú", "ý")


def test_how_questions_are_worded_counts_beside_the_texts() -> None:
    asked = {("người", "nào"): 3, ("nào", EDGE): 3}

    assert restored(["nguoi", "nao"], USAGE) == ("người", "nao")
    assert restored(["nguoi", "nao"], Usage(map(syllables, TEXTS), asked)) == ("người", "nào")


def test_more_is_left_for_the_unseen_after_what_has_many_followers() -> None:
    usage = Usage([("phải", "họp"), ("phải", "nộp"), ("ủy", "ban"), ("ủy", "ban")])

    assert usage.log_likelihood("gửi", "phải") > usage.log_likelihood("gửi", "ủy")


def test_the_questions_that_ship_are_pairs_of_syllables_with_their_counts() -> None:
    asked = load_asked()

    assert len(asked) > 50_000
    assert asked["bao", "nhiêu"] > 1000
    assert all(times > 0 for times in asked.values())
    assert ("nhiêu", "bao") not in asked
