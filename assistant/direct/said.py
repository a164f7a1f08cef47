"""What is said without weighing: what answers, or the reason why nothing does."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.evidence.candidate import Candidate


@dataclass(frozen=True, slots=True)
class Said:
    """The candidates that answer, or else what is `missing`, with what is `near` to it, if any."""

    candidates: tuple[Candidate, ...] = ()
    missing: str = ""
    near: tuple[Candidate, ...] = ()
