"""Teaching the network that judges candidates."""

from __future__ import annotations

import numpy as np

from assistant.weighing.features import NAMES, Features, vector
from assistant.weighing.network import SEEN, Network
from evals.teach.cross.choices import Choice, Weighed
from evals.teach.network import Portion, asked_in, marks, train

SCORE, LENGTH, CROSSED = (NAMES.index(name) for name in ("score", "length", "crossed"))


def weighed(rewards: list[float], scores: list[float], length: float = 0.5) -> Weighed:
    known = np.zeros((len(scores), len(NAMES)), np.float32)
    known[:, SCORE], known[:, LENGTH] = scores, length
    known[:, CROSSED] = 9.0  # is not to be seen
    texts = tuple(str(score) for score in scores)
    return Weighed("?", texts, np.array(rewards, np.float32), known)


def choice(name: str, n: int) -> Choice:
    """Return a question whose answer has the best score, unless the candidates are long."""
    right, other = 0.6 + n % 4 / 10, 0.1 + n % 3 / 10
    near = weighed([0.0, 0.0], [other, right - 0.5])
    if n % 2:
        return Choice(name, weighed([1.0, 0.0], [right, other], 0.1), (near,))
    return Choice(name, weighed([0.0, 1.0], [right, other], 0.9), (near,))


def test_it_learns_to_choose_by_what_belongs_together() -> None:
    taught = [choice("a", n) for n in range(400)]
    network = train(list(asked_in(taught)), rounds=60)

    assert marks(network, [choice("b", n) for n in range(20)]).startswith("20 choices: 1.000 right")
    assert network.layers[0][0].shape[0] == len(SEEN) < len(NAMES)


def test_questions_are_filled_up_to_the_most_candidates() -> None:
    portion = Portion.of([weighed([1.0], [0.5]), weighed([0.0, 1.0, 0.0], [0.1, 0.9, 0.2])])

    assert portion.known.shape == (2, 3, len(SEEN))
    assert portion.there.tolist() == [[True, False, False], [True, True, True]]
    assert portion.right.tolist() == [[True, False, False], [False, True, False]]


def test_a_question_without_candidates_teaches_nothing() -> None:
    known = Choice("a", weighed([1.0], [0.5]), (weighed([], []), weighed([0.0], [0.4])))

    assert list(asked_in([known])) == [known.asked, known.near[1]]


def test_it_is_taught_the_same_with_the_same_seed() -> None:
    taught = list(asked_in([choice("a", n) for n in range(40)]))
    (first, again) = (train(taught, seed=3, rounds=2) for _ in range(2))

    known = [vector(Features(score=0.7, length=0.1))]
    assert isinstance(first, Network)
    assert first.odds(known).tolist() == again.odds(known).tolist()
