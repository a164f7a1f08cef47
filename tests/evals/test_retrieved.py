"""Measures of what was retrieved and of the words that an answer shares with its reference."""

from __future__ import annotations

import random
from dataclasses import replace

import ir_measures
import pytest
from ir_measures import RR, R, nDCG

from corpus.document import Document
from evals.found import Found
from evals.gold import GoldItem
from evals.measures.overlap import exact_match, token_f1
from evals.measures.retrieved import (
    Retrieved,
    in_turns,
    joined,
    retrieved_at,
    retrieved_mrr,
    retrieved_ndcg,
)
from evals.outcome import Outcome, absent
from evals.quote import Quote
from evals.sources import Sources
from tests.evals.world import REFUSED, answered, item, silent

WORDS = [f"điều thứ {n} của quy chế;" for n in range(30)]
TEXT = Document(id="q", source="q.txt", text="\n".join(WORDS))
SOURCES = Sources([TEXT])
ITEM = item(evidence=((Quote("q.txt", WORDS[3]),), (Quote("q.txt", WORDS[5]),)))


def found(number: int, query: int = 0, until: int | None = None) -> Found:
    """Return the passage of one of the words, or of several that follow each other."""
    start = TEXT.text.index(WORDS[number])
    last = WORDS[number if until is None else until]
    return Found(
        passage=str(number),
        document="q",
        source="q.txt",
        address="",
        start=start,
        end=TEXT.text.index(last) + len(last),
        score=1.0,
        query=query,
    )


def went(*retrieved: Found) -> Outcome:
    return replace(REFUSED, retrieved=retrieved)


def test_evidence_in_the_second_and_fourth_place() -> None:
    outcome = went(found(0), found(3), found(1), found(5))
    assert retrieved_at(SOURCES, 1)(ITEM, outcome) == 0
    assert retrieved_at(SOURCES, 2)(ITEM, outcome) == 0.5
    assert retrieved_at(SOURCES, 5)(ITEM, outcome) == 1
    assert retrieved_mrr(SOURCES)(ITEM, outcome) == 0.5
    assert retrieved_ndcg(SOURCES)(ITEM, outcome) == pytest.approx(0.6509, abs=1e-4)


def test_groups_that_one_passage_holds_need_only_that_passage() -> None:
    outcome = went(found(3, until=5))
    assert retrieved_at(SOURCES, 1)(ITEM, outcome) == 1
    assert retrieved_ndcg(SOURCES)(ITEM, outcome) == 1


def test_a_passage_that_repeats_what_is_known_gains_nothing() -> None:
    outcome = went(found(3), found(3), found(5))
    assert retrieved_at(SOURCES, 2)(ITEM, outcome) == 0.5


def test_what_several_searches_found_is_read_in_turns() -> None:
    lists = [found(0), found(3), found(1, 1), found(5, 1)]
    assert [one.passage for one in in_turns(lists)] == ["0", "1", "3", "5"]


def test_rows_are_joined_across_passages() -> None:
    rows = joined(range(4), [frozenset({0, 1}), frozenset({1, 2})])
    assert rows == {0: "0", 1: "0", 2: "0", 3: "3"}


def test_a_missing_question_scores_nothing_and_one_that_was_not_searched_for_is_left_out() -> None:
    measure = retrieved_at(SOURCES, 5)
    assert measure(ITEM, absent("g1")) == 0
    assert measure(ITEM, REFUSED) is None
    assert measure(silent(), went(found(3))) is None


def test_the_measures_agree_with_ir_measures_on_random_rankings() -> None:
    draws = random.Random(5)  # noqa: S311 - not for secrets
    for _ in range(40):
        wanted = draws.sample(range(30), draws.randint(1, 4))
        ranking = draws.sample(range(30), draws.randint(1, 25))
        evidence = tuple((Quote("q.txt", WORDS[n]),) for n in wanted)
        asked = item(evidence=evidence)
        outcome = went(*map(found, ranking))
        _agree(asked, outcome, {str(n): 1 for n in wanted}, [str(n) for n in ranking])


def _agree(asked: GoldItem, outcome: Outcome, gold: dict[str, int], ranking: list[str]) -> None:
    run = {row: float(len(ranking) - place) for place, row in enumerate(ranking)}
    ours: dict[ir_measures.Measure, Retrieved] = {
        R @ 1: retrieved_at(SOURCES, 1),
        R @ 5: retrieved_at(SOURCES, 5),
        R @ 20: retrieved_at(SOURCES, 20),
        RR @ 10: retrieved_mrr(SOURCES),
        nDCG @ 10: retrieved_ndcg(SOURCES),
    }
    theirs = ir_measures.calc_aggregate(list(ours), {"q": gold}, {"q": run})
    for measure, own in ours.items():
        assert own(asked, outcome) == pytest.approx(theirs[measure], abs=1e-9), measure


def test_words_shared_with_the_reference_are_counted_with_their_repeats() -> None:
    asked = item(reference="Lập kế hoạch; báo cáo năm.")
    # three of six in common, six said: P = 3 / 6, R = 3 / 6
    assert token_f1(asked, answered("lập kế hoạch hoạch hoạch hoạch [1]")) == pytest.approx(0.5)
    assert token_f1(asked, answered("Thanh tra")) == 0
    assert token_f1(asked, REFUSED) == 0
    assert token_f1(item(reference="", reference_length=9), answered("x")) is None
    assert token_f1(silent(), REFUSED) is None


def test_an_exact_match_does_not_look_at_case_marks_or_markers() -> None:
    asked = item(reference="Lập kế hoạch; báo cáo năm.")
    assert exact_match(asked, answered("lập KẾ HOẠCH [1], báo cáo năm [2]")) == 1
    assert exact_match(asked, answered("lập kế hoạch")) == 0
    assert exact_match(asked, REFUSED) == 0
    assert exact_match(silent(), REFUSED) is None
