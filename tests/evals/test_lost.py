"""The stage at which a question was lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.span import Span
from evals.found import Found, Stretch, Weighed
from evals.gold import Kind
from evals.lost import Indexed, Stage, Stages
from evals.outcome import Outcome, absent
from evals.quote import Quote
from tests.evals.world import NEWS, PLAN, REFUSED, SOURCES, answered, cited, item, silent

WORDS = "lập kế hoạch"
ITEM = item(key_points=((WORDS,),), evidence=((Quote("plan.txt", WORDS),),))
AT = PLAN.text.index(WORDS)
HERE = Stretch("plan.txt", AT, AT + len(WORDS))
THERE = Stretch("news.txt", 0, len(NEWS.text))
WHOLE = Indexed({"plan.txt": (Span(0, len(PLAN.text)),), "news.txt": (Span(0, len(NEWS.text)),)})
ELSEWHERE = answered("Sở nhận 514 hồ sơ. [1]", cited(1, NEWS, "514 hồ sơ"))


def found(stretch: Stretch) -> Found:
    return Found(
        passage="p",
        document="d",
        source=stretch.source,
        address="",
        start=stretch.start,
        end=stretch.end,
        score=1.0,
    )


def went(outcome: Outcome, *retrieved: Stretch, best: tuple[Stretch, ...] = ()) -> Outcome:
    """Return an outcome for which these were retrieved, and candidates weighed in this order."""
    weighed = tuple(Weighed(stretches=(one,), rank=-n, odds=0.0) for n, one in enumerate(best))
    return replace(outcome, retrieved=tuple(map(found, retrieved)), weighed=weighed)


@pytest.mark.parametrize(
    ("outcome", "stage"),
    [
        (absent("g1"), Stage.ABSENT),
        (went(ELSEWHERE, THERE), Stage.NOT_RETRIEVED),
        (went(REFUSED, THERE), Stage.NOT_RETRIEVED),
        (went(ELSEWHERE, THERE, HERE), Stage.RANKED_LOW),
        (went(ELSEWHERE, THERE, HERE, best=(THERE, HERE)), Stage.RANKED_LOW),
        (went(REFUSED, HERE, best=(HERE, THERE)), Stage.REFUSED),
        (went(ELSEWHERE, HERE, best=(HERE,)), Stage.NOT_SELECTED),
        (ELSEWHERE, Stage.NOT_SELECTED),
        (REFUSED, Stage.REFUSED),
        (answered("Văn phòng. [1]", cited(1, PLAN, WORDS)), Stage.UNSAID),
        (answered("Văn phòng.", cited(1, PLAN, WORDS)), Stage.UNGROUNDED),
        (answered(f"{WORDS} [1]", cited(1, PLAN, WORDS)), None),
        (answered(f"{WORDS} [1]", cited(1, NEWS, "514")), None),
    ],
)
def test_the_first_stage_that_was_missed_is_named(outcome: Outcome, stage: Stage | None) -> None:
    assert Stages(SOURCES, WHOLE)(ITEM, outcome) is stage


def test_words_that_no_passage_of_the_index_holds_were_not_indexed() -> None:
    partly = Indexed({"plan.txt": (Span(0, 12),)})
    assert Stages(SOURCES, partly)(ITEM, went(ELSEWHERE, THERE)) is Stage.NOT_INDEXED


def test_the_earliest_of_several_losses_counts() -> None:
    both = item()
    outcome = went(answered("Không. [1]", cited(1, NEWS, "514")), HERE, best=(HERE,))
    assert Stages(SOURCES, WHOLE)(both, outcome) is Stage.NOT_RETRIEVED


def test_an_answer_where_the_texts_are_silent_is_told_from_a_correction() -> None:
    stages = Stages(SOURCES, WHOLE)
    premise = replace(ITEM, kind=Kind.FALSE_PREMISE, answerable=False)
    assert stages(silent(), ELSEWHERE) is Stage.ANSWERED
    assert stages(silent(), REFUSED) is None
    assert stages(premise, ELSEWHERE) is Stage.ANSWERED
    assert stages(premise, answered(f"{WORDS} [1]", cited(1, PLAN, WORDS))) is None
    assert stages(premise, REFUSED) is None
