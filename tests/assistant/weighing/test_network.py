"""The network that judges candidates."""

from __future__ import annotations

import numpy as np
import pytest

from assistant.weighing.decision import Decision, Weights, load_decision
from assistant.weighing.features import NAMES, Features, vector
from assistant.weighing.network import MOST, SEEN, Network, load_network

SCORE = SEEN.index("score")


def sees_score(weight: float) -> Network:
    """Return a network of one hidden cell, which fires for a score above a half."""
    inner = np.zeros((len(SEEN), 1), np.float32)
    inner[SCORE] = 1.0
    hidden = (inner, np.array([-0.5], np.float32))
    return Network((hidden, (np.array([[weight]], np.float32), np.array([-1.0], np.float32))))


def test_it_sees_what_is_known_without_what_was_asked_before_or_is_read_again() -> None:
    later = ("taught", "crossed", "precedent", "answering", "silent", "likeness")

    assert set(NAMES) - set(SEEN) == set(later)
    assert NAMES[: len(SEEN)] == SEEN


def test_a_candidate_gets_its_log_odds() -> None:
    known = [vector(Features(score=0.25)), vector(Features(score=0.75))]

    assert sees_score(8.0).odds(known).tolist() == [-1.0, 1.0]


def test_what_it_makes_of_a_candidate_stands_beside_what_is_known() -> None:
    judged = sees_score(8.0).judged(Features(score=0.75, crossed=0.5))

    assert (judged.score, judged.crossed, judged.taught) == (0.75, 0.5, 0.25)


@pytest.mark.parametrize(("weight", "taught"), [(1000.0, MOST), (-1000.0, -MOST)])
def test_what_it_says_is_bounded(weight: float, taught: float) -> None:
    assert sees_score(weight).judged(Features(score=1.0)).taught == taught


def test_without_a_network_nothing_is_added() -> None:
    known = Features(score=0.5)

    assert Decision(alone=Weights((), ()), precedented=Weights((), ())).judged(known) is known


def test_what_ships_tells_a_candidate_with_all_words_from_one_with_few() -> None:
    network = load_network()
    full = Features(score=1.0, weakest=1.0, body=1.0, focus=0.8, lexical=1.0, fits=1.0)
    poor = Features(score=0.4, weakest=0.1, body=0.3, short=0.2, lost=0.4, lexical=0.3, misfit=1.0)

    assert network.judged(full).taught > network.judged(poor).taught
    assert load_decision().network is network
