"""A run: one evaluation with its card, as it is kept."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import TypeAdapter, ValidationError

from evals.errors import EvaluationFileError
from evals.report import Report
from evals.runs.card import Card

HEAD = 1000  # bytes in which the card of a run begins


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """An evaluation that was made `at` a time (ISO 8601, UTC); None of a card that nobody wrote."""

    id: str
    name: str
    at: str
    card: Card | None
    report: Report
    schema: Literal[1] = 1

    def as_json(self) -> str:
        """Return the run as JSON; `schema` is its version."""
        return TypeAdapter(Run).dump_json(self, indent=1).decode()


def identity(at: str, card: Card, report: Report) -> str:
    """Return the id of a run, 12 hex digits: of its time, its card and its questions."""
    key = "\0".join((at, TypeAdapter(Card).dump_json(card).decode(), report.digest))
    return hashlib.sha256(key.encode()).hexdigest()[:12]


def from_file(path: Path) -> Run:
    """Read a run from a file: one that was exported, or a report that `eval answers` printed.

    Raises EvaluationFileError for a file that is neither.
    """
    try:
        raw = path.read_bytes()
        if b'"card"' in raw[:HEAD]:  # a report has none
            return TypeAdapter(Run).validate_json(raw)
        report = TypeAdapter(Report).validate_json(raw)
    except OSError as error:
        raise EvaluationFileError(path, error.strerror or str(error)) from error
    except ValidationError as error:
        raise EvaluationFileError(path, "neither a run nor a report of this version") from error
    key = hashlib.sha256(raw).hexdigest()[:12]
    return Run(id=key, name=path.stem, at="", card=None, report=report)
