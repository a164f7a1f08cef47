"""What is left of the figures of clean questions, by hand."""

from __future__ import annotations

import pytest

from evals.gold import GoldItem, Kind
from evals.interval import paired_ratio, ratio
from evals.measures.robustness import robustness
from tests.evals.world import item, silent


def clean(number: int) -> GoldItem:
    return item(id=f"c{number}")


def typo(number: int) -> GoldItem:
    return item(id=f"t{number}", kind=Kind.TYPO, tags=("typing", f"of:c{number}"))


def test_the_share_is_the_rate_of_the_kind_over_that_of_the_clean_ones() -> None:
    """Typos .5, clean .8: .625; of the pairs 1 variant and 2 clean ones are right: .5."""
    half = [*((clean(n), float(n < 4)) for n in range(5)), (typo(2), 1.0), (typo(3), 0.0)]
    (found,) = robustness(half, half, {})
    assert (found.kind, found.n, found.clean, found.pairs) == (Kind.TYPO, 2, 5, 2)
    assert found.share is not None
    assert found.twins is not None
    assert found.share.value == pytest.approx(0.625)
    assert found.twins.value == 0.5


def test_rough_kinds_english_and_the_unanswerable_are_not_among_the_clean() -> None:
    others = [item(kind=kind) for kind in (Kind.TYPO, Kind.UNACCENTED, Kind.ENGLISH)]
    half = [(clean(1), 1.0), *((one, 0.0) for one in others), (silent(), None)]
    found = robustness(half, half, {})
    assert [(one.kind, one.n, one.clean) for one in found] == [
        (Kind.UNACCENTED, 1, 1),
        (Kind.TYPO, 1, 1),
    ]


def test_a_twin_may_be_in_the_other_half() -> None:
    (found,) = robustness([(typo(1), 1.0)], [(typo(1), 1.0), (clean(1), 1.0)], {})
    assert found.share is None
    assert found.twins is not None
    assert found.twins.value == 1.0


def test_a_twin_that_is_not_there_makes_no_pair() -> None:
    (found,) = robustness([(typo(1), 1.0)], [(typo(1), 1.0)], {})
    assert (found.pairs, found.twins) == (0, None)


def test_there_is_no_ratio_to_nothing() -> None:
    assert ratio([], [1.0]) is None
    assert ratio([1.0], [0.0]) is None
    assert paired_ratio([(1.0, 0.0)]) is None


def test_a_ratio_lies_within_its_bounds() -> None:
    found = ratio([0.0, 1.0] * 10, [1.0] * 20)
    assert found is not None
    assert found.low < found.value == 0.5 < found.high


def test_the_same_words_are_cited_for_half_of_the_pairs() -> None:
    half = [*((clean(n), 1.0) for n in range(2)), *((typo(n), 1.0) for n in range(2))]
    proofs = {"c0": {1}, "t0": {1}, "c1": {1}, "t1": {2}}
    (found,) = robustness(half, half, proofs)
    assert found.same is not None
    assert found.same.value == 0.5
    (none,) = robustness(half, half, {})
    assert none.same is None
