"""The reasons that are computed for an answer that falls short."""

from __future__ import annotations

import pytest

from evals.faults import SHOWN, Fault, Faults, Flaw
from evals.gold import GoldItem, Kind
from evals.outcome import Outcome, absent
from evals.quote import Quote, sealed
from tests.evals.world import NEWS, PLAN, REFUSED, SOURCES, answered, cited, item, silent

WHOLE = answered(
    "Lập kế hoạch [1], báo cáo năm [2].",
    cited(1, PLAN, "lập kế hoạch"),
    cited(2, PLAN, "**báo cáo** năm"),
)
FALSE = silent(kind=Kind.FALSE_PREMISE, key_points=(("không phải",),))
FIRST = Fault(Flaw.UNCITED, "plan.txt: “lập kế hoạch”")
SECOND = Fault(Flaw.UNCITED, "plan.txt: “báo cáo năm”")


@pytest.mark.parametrize(
    ("asked", "outcome", "faults"),
    [
        (item(), WHOLE, ()),
        (silent(), REFUSED, ()),
        (FALSE, REFUSED, ()),
        (item(), absent("g1"), (Fault(Flaw.ABSENT),)),
        (item(), REFUSED, (Fault(Flaw.REFUSED), FIRST, SECOND)),
        (silent(), WHOLE, (Fault(Flaw.ANSWERED),)),
        (FALSE, answered("Đúng vậy [1]."), (Fault(Flaw.UNSAID, "không phải"),)),
        (item(forbidden=("kế hoạch",)), WHOLE, (Fault(Flaw.FORBIDDEN, "kế hoạch"),)),
        (
            item(),
            answered("Lập kế hoạch [1].", cited(1, PLAN, "lập kế hoạch")),
            (Fault(Flaw.UNSAID, "báo cáo năm"), SECOND),
        ),
        (
            item(reference="Lập kế hoạch"),
            WHOLE,
            (Fault(Flaw.TOO_LONG, "2.3 ×"),),
        ),
    ],
)
def test_each_fault_is_told(asked: GoldItem, outcome: Outcome, faults: tuple[Fault, ...]) -> None:
    assert Faults(SOURCES)(asked, outcome) == faults


def test_a_citation_that_proves_nothing_is_named_by_its_place() -> None:
    loose = answered(f"{WHOLE.answer} [3]", *WHOLE.citations, cited(3, NEWS, "514"))
    assert Faults(SOURCES)(item(), loose) == (Fault(Flaw.LOOSE, "[3] news.txt"),)


def test_sealed_evidence_is_named_by_its_place_alone() -> None:
    proof = sealed("plan.txt", PLAN.text, 16, 28)
    (_, fault) = Faults(SOURCES)(item(evidence=((proof,),)), REFUSED)
    assert fault == Fault(Flaw.UNCITED, "plan.txt [16, 28)")


def test_a_long_quote_is_cut() -> None:
    (_, fault) = Faults(SOURCES)(item(evidence=((Quote("plan.txt", "chữ " * 99),),)), REFUSED)
    assert len(fault.about) < SHOWN + 20
    assert fault.about.endswith(" …”")
