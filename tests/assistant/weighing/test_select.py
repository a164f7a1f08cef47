"""Which candidate leads an answer."""

from __future__ import annotations

from dataclasses import replace

from assistant.evidence.candidate import Candidate
from assistant.evidence.support import Support
from assistant.weighing.decision import Decision, Weights
from assistant.weighing.features import Features
from assistant.weighing.select import Chosen, leading, widened
from corpus.parse import parse

NOTHING = Weights(ranks=(), answers=())
DECISION = Decision(alone=NOTHING, precedented=NOTHING, least=0.0, close=0.5)
HEAD = parse("noi-quy.txt", "NỘI QUY\n\nCông chức đeo thẻ.\n")[1][0]


def chosen(rank: float, odds: float) -> Chosen:
    support = Support(score=1.0, weakest=1.0, soft=1.0, body=1.0, under=1.0)
    return Chosen(Candidate(head=HEAD, support=support), Features(), rank, odds)


def test_the_best_in_rank_leads_when_it_is_likely_to_answer() -> None:
    best, likelier = chosen(3.0, 0.1), chosen(2.9, 2.0)

    assert leading([best, likelier], DECISION) is best


def test_one_hardly_worse_leads_where_the_best_is_not_likely_to_answer() -> None:
    best, unlikely, likely = chosen(3.0, -0.2), chosen(2.9, -0.1), chosen(2.6, 0.4)

    assert leading([best, unlikely, likely], DECISION) is likely


def test_none_leads_where_the_likely_ones_are_far_worse() -> None:
    assert leading([chosen(3.0, -0.2), chosen(2.4, 5.0)], DECISION) is None
    assert leading([], DECISION) is None


def test_a_list_is_given_for_a_piece_of_it_that_is_hardly_better() -> None:
    piece, above = chosen(3.0, 1.0), [HEAD.id]
    whole = replace(chosen(2.7, 0.6), candidate=replace(piece.candidate, items=(HEAD,)))

    assert widened(piece, [piece, whole], above, DECISION) is whole
    assert widened(piece, [piece, replace(whole, rank=2.2)], above, DECISION) is piece
    assert widened(piece, [piece, replace(whole, odds=-0.1)], above, DECISION) is piece
    assert widened(piece, [piece, whole], [], DECISION) is piece
