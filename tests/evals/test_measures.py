"""Each measure on answers that a person can score by hand."""

from __future__ import annotations

import pytest

from evals.gold import GoldItem, Kind
from evals.measures.concision import concision
from evals.measures.evidence import CitationPrecision, Evidence
from evals.measures.forbidden import forbidden
from evals.measures.key_points import key_points
from evals.measures.refusal import refusal, refusals
from evals.measures.right import premise, right
from evals.measures.verbatim import Verbatim
from evals.outcome import Cited, Outcome, absent
from evals.quote import Quote
from tests.evals.world import NEWS, PLAN, REFUSED, SOURCES, answered, cited, item, silent

HALF = answered("Lập kế hoạch [1].", cited(1, PLAN, "lập kế hoạch"))
WHOLE = answered(
    "- lập kế hoạch; [1]\n- báo cáo hằng năm [2]",
    cited(1, PLAN, "- lập kế hoạch;"),
    cited(2, PLAN, "**báo cáo** năm"),
)


def test_one_of_two_key_points_is_a_half() -> None:
    assert key_points(item(), HALF) == 0.5
    assert key_points(item(), WHOLE) == 1.0


def test_a_refusal_says_no_key_point_even_where_it_shows_the_passage() -> None:
    shown = Outcome(id="g1", answer="Gần nhất: lập kế hoạch; báo cáo năm", abstained=True)
    assert key_points(item(), shown) == 0.0
    assert right(item(), shown) == 0.0


def test_an_unanswerable_item_has_no_key_points() -> None:
    assert key_points(silent(), HALF) is None
    assert right(silent(), HALF) is None


def test_one_of_four_forbidden_strings_leaves_three_quarters() -> None:
    strict = item(forbidden=("kế hoạch", "giao ban", "tiếp công dân", "27/10/2023"))
    assert forbidden(strict, HALF) == 0.75
    assert forbidden(strict, REFUSED) is None
    assert forbidden(item(), HALF) is None


def test_right_takes_every_key_point_and_no_forbidden_string() -> None:
    assert right(item(), WHOLE) == 1.0
    assert right(item(), HALF) == 0.0
    assert right(item(forbidden=("kế hoạch",)), WHOLE) == 0.0


def test_a_false_premise_may_be_refused_or_corrected_but_not_accepted() -> None:
    false = silent(kind=Kind.FALSE_PREMISE, key_points=(("không phải",),))
    assert premise(false, REFUSED) == 1.0
    assert premise(false, answered("Không phải Thanh tra mà là Văn phòng [1].")) == 1.0
    assert premise(false, answered("Thanh tra chủ trì [1].")) == 0.0
    assert premise(item(), WHOLE) is None


def test_evidence_is_the_share_of_groups_that_are_cited() -> None:
    evidence = Evidence(SOURCES)
    assert evidence(item(), HALF) == 0.5
    assert evidence(item(), WHOLE) == 1.0
    assert evidence(item(), REFUSED) == 0.0
    assert evidence(silent(), REFUSED) is None


def test_less_than_half_of_a_quote_is_not_the_evidence() -> None:
    """The quote "lập kế hoạch" has 12 characters and shares 3 with the citation's 9."""
    edge = answered("… [1]", cited(1, PLAN, "Sở:\n- lập"))
    assert Evidence(SOURCES)(item(), edge) == 0.0


def test_precision_is_the_share_of_citations_that_belong() -> None:
    precision = CitationPrecision(SOURCES)
    loose = answered(
        "a [1] b [2] c [3] d [4]",
        cited(1, PLAN, "lập kế hoạch"),
        cited(2, NEWS, "514 hồ sơ"),
        cited(3, NEWS, "Sở nhận"),
        cited(4, PLAN, "Văn phòng Sở:"),
    )
    assert precision(item(), loose) == 0.25
    assert precision(item(allowed=(Quote("plan.txt", "Văn phòng Sở:"),)), loose) == 0.5
    assert precision(item(), answered("không nguồn")) == 0.0
    assert precision(item(), REFUSED) is None
    assert precision(silent(), loose) is None


def test_markers_and_citations_match_one_to_one() -> None:
    verbatim = Verbatim(SOURCES)
    one, two = cited(1, PLAN, "lập"), cited(2, PLAN, "năm")
    assert verbatim(item(), answered("a [1] b [2] c [1]", one, two)) == 1.0
    assert verbatim(item(), answered("a [1]", one, two)) == 0.5
    assert verbatim(item(), answered("a [1] b [3]", one)) == 0.5
    assert verbatim(item(), answered("a [1]", one, one)) == 0.0
    assert verbatim(item(), answered("a")) == 0.0
    assert verbatim(item(), REFUSED) is None


def test_a_quote_that_does_not_stand_at_its_offsets_counts_as_wrong() -> None:
    moved = Cited(n=1, document="plan", source="plan.txt", start=1, end=4, quote="lập")
    assert Verbatim(SOURCES)(item(), answered("a [1]", moved)) == 0.0


@pytest.mark.parametrize(
    ("asked", "outcome", "value"),
    [
        (item(), WHOLE, 1.0),
        (item(), REFUSED, 0.0),
        (silent(), REFUSED, 1.0),
        (silent(), HALF, 0.0),
        (silent(kind=Kind.BLANK), REFUSED, None),
    ],
)
def test_refusing_is_right_only_where_the_texts_are_silent(
    asked: GoldItem, outcome: Outcome, value: float | None
) -> None:
    assert refusal(asked, outcome) == value


def test_refusal_figures_of_a_set_by_hand() -> None:
    """Three of four unanswerable are refused, and one of six answerable; one is missing."""
    judged = [
        *[(silent(), REFUSED)] * 3,
        (silent(), HALF),
        (item(), REFUSED),
        *[(item(), WHOLE)] * 4,
        (item(), absent("g1")),
        (silent(kind=Kind.BLANK), REFUSED),
    ]
    found = refusals(judged)
    assert (found.hit, found.missed, found.wrong, found.answered) == (3, 1, 1, 5)
    assert (found.precision, found.recall, found.accuracy) == (0.75, 0.75, 0.7)
    assert found.needless == pytest.approx(1 / 6)


def test_refusal_figures_of_nothing_are_none() -> None:
    assert refusals([]).precision is None


def test_concision_is_a_ratio_of_lengths_without_markers() -> None:
    twice = item(reference="Mười ký tự")
    assert concision(twice, answered("Mười  ký tự [1] mười ký tự")) == pytest.approx(2.1)
    assert concision(twice, REFUSED) is None
    assert concision(twice, absent("g1")) is None
    assert concision(silent(), HALF) is None
