"""Complete evidence: whether the citations alone prove the whole answer."""

from __future__ import annotations

from dataclasses import dataclass

from evals.gold import GoldItem
from evals.measures.evidence import Evidence
from evals.outcome import Outcome
from evals.sources import Sources


@dataclass(frozen=True, slots=True)
class Complete:
    """The measure of whether a complete set of the evidence is cited."""

    sources: Sources

    def __call__(self, item: GoldItem, outcome: Outcome) -> float | None:
        """Return 1 when a citation meets every evidence group, else 0; None as for `Evidence`."""
        share = Evidence(self.sources)(item, outcome)
        return None if share is None else float(share == 1)
