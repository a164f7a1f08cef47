"""The measures of retrieval, by hand and against those of `ir_measures`."""

from __future__ import annotations

import random
from math import log2

import ir_measures
import pytest
from ir_measures import RR, R, nDCG

from evals.measures.mrr import reciprocal_rank
from evals.measures.ndcg import ndcg
from evals.measures.recall import recall
from evals.retrieval.judge import MEASURES
from evals.retrieval.run import Ranking, Scored, ranked

THEIRS = {
    "nDCG@10": nDCG @ 10,
    "recall@1": R @ 1,
    "recall@5": R @ 5,
    "recall@10": R @ 10,
    "recall@20": R @ 20,
    "MRR@10": RR @ 10,
}
ROWS = [f"Luật số {n}|{n % 7}" for n in range(40)]


def test_the_only_gold_row_in_third_place_is_worth_half_by_ndcg_and_a_third_by_mrr() -> None:
    ranking = ["x", "y", "a"]
    assert ndcg({"a": 1}, ranking) == 1 / log2(4) == 0.5
    assert reciprocal_rank({"a": 1}, ranking) == pytest.approx(1 / 3)
    assert recall({"a": 1}, ranking, 1) == 0
    assert recall({"a": 1}, ranking, 5) == 1


def test_recall_is_the_share_of_the_gold_rows_that_are_found() -> None:
    assert recall({"a": 1, "b": 2, "c": 1}, ["a", "x", "c", "b"], 3) == pytest.approx(2 / 3)


def test_a_row_of_relevance_two_counts_twice_and_belongs_first() -> None:
    best, worse = 2 + 1 / log2(3), 1 + 2 / log2(3)
    assert ndcg({"a": 2, "b": 1}, ["b", "a"]) == pytest.approx(worse / best)


def test_more_gold_rows_than_places_can_still_be_perfect() -> None:
    gold = dict.fromkeys(ROWS[:12], 1)
    assert ndcg(gold, ROWS[:12]) == pytest.approx(1)


def test_nothing_found_and_nothing_to_find_are_both_zero() -> None:
    for gold, ranking in (({"a": 1}, []), ({"a": 0}, ["a"]), ({}, ["a"]), ({"a": -1}, ["a"])):
        assert (
            ndcg(gold, ranking) == recall(gold, ranking, 5) == reciprocal_rank(gold, ranking) == 0
        )


def drawn(seed: int) -> tuple[dict[str, dict[str, int]], dict[str, Ranking]]:
    """Return judgements of 0, 1 and 2, and rankings of few distinct scores, some of them empty."""
    draw = random.Random(seed)  # noqa: S311 - a test, no secret
    names = [f"q{n}" for n in range(12)]
    qrels = {q: {row: draw.choice((0, 1, 1, 2)) for row in draw.sample(ROWS, 5)} for q in names}
    for gold in qrels.values():
        gold[ROWS[0]] = 1
    run = {}
    for query in names:
        some = draw.sample(ROWS, draw.choice((0, 3, 30)))
        run[query] = ranked(Scored(row, draw.choice((0.0, 0.25, 1 / 3, 7.5))) for row in some)
    return qrels, run


@pytest.mark.parametrize("seed", range(20))
def test_every_measure_is_that_of_ir_measures_on_random_runs_with_ties(seed: int) -> None:
    qrels, run = drawn(seed)
    scores = {q: {one.row: one.score for one in found} for q, found in run.items() if found}
    theirs = {
        (metric.query_id, metric.measure): metric.value
        for metric in ir_measures.iter_calc(THEIRS.values(), qrels, scores)
    }
    for name, measure in THEIRS.items():
        for query, gold in qrels.items():
            ours = MEASURES[name](gold, [one.row for one in run[query]])
            assert ours == pytest.approx(theirs[query, measure], abs=1e-9), (name, query)
