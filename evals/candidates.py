"""How good a candidate is as an answer, when it is quoted alone."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from assistant.assistant import Assistant
from assistant.weighing.select import Chosen
from evals.outcome import Cited, Outcome

LEAST = 0.5  # the reward of a candidate that answers well enough
ALIKE = 0.05  # what a reward may fall short of the best by
Rewards = NDArray[np.float32] | NDArray[np.float64]


def quoted(assistant: Assistant, choice: Chosen, name: str) -> Outcome:
    """Return the answer that a candidate makes, as the outcome of the question `name`."""
    parts = assistant.quoting((choice,))
    words = [line for part in parts for line in (part.lead, *(c.text for c in part.claims))]
    cited = {c.n: (part, c) for part in parts for claim in part.claims for c in claim.citations}
    return Outcome(
        id=name,
        answer="\n".join(words),
        abstained=False,
        citations=tuple(
            Cited(
                n=n,
                document=part.document.id,
                source=part.document.source,
                start=citation.span.start,
                end=citation.span.end,
                quote=citation.quote,
            )
            for n, (part, citation) in sorted(cited.items())
        ),
    )


def right_among(rewards: Rewards) -> NDArray[np.bool_]:
    """Return which of some rewards, `(n,)`, are as good as the best, when any is good enough."""
    good: NDArray[np.bool_] = (rewards >= LEAST) & (rewards >= rewards.max(initial=0.0) - ALIKE)
    return good


def worth(said: float, evidence: float, precision: float) -> float:
    """Return how good an answer is, in [0, 1]: how complete, how far proved, how much to the point.

    >>> worth(1.0, 1.0, 1.0), worth(1.0, 1.0, 0.5)
    (1.0, 0.8)
    """
    return said * (0.25 + 0.35 * evidence + 0.4 * precision)
