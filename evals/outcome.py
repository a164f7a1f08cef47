"""What came of one question: the answer that is judged, as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from evals.errors import EvaluationFileError, first_fault
from evals.found import Found, Weighed


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """One citation of an answer; `[start, end)` are offsets into the text of its document."""

    n: int
    document: str
    source: str
    start: int
    end: int
    quote: str
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One answered question: the fields of a line of `hoiquyche ask --batch`.

    `retrieved` is what was found for it, search by search, best first; `weighed` are the candidates
    out of it, best first; both are empty where nobody watched. `missing` says that the run holds
    nothing for the question; it then scores 0.
    """

    id: str
    answer: str
    abstained: bool
    confidence: float = 0.0
    citations: tuple[Cited, ...] = ()
    warnings: tuple[str, ...] = ()
    elapsed_ms: float = 0.0
    understood: str = ""
    retrieved: tuple[Found, ...] = ()
    weighed: tuple[Weighed, ...] = ()
    missing: bool = False


def absent(item_id: str) -> Outcome:
    """Return the outcome of a question that a run does not hold."""
    return Outcome(id=item_id, answer="", abstained=False, missing=True)


def load(path: Path) -> tuple[Outcome, ...]:
    """Read the outcomes that `hoiquyche ask --batch` printed, in the order of the lines.

    Raises EvaluationFileError with the line number for a line that is no outcome.
    """
    lines = path.read_text(encoding="utf-8").split("\n")
    return tuple(_outcome(path, n, line) for n, line in enumerate(lines, 1) if line.strip())


def _outcome(path: Path, number: int, line: str) -> Outcome:
    try:
        return _adapter().validate_json(line)
    except ValidationError as error:
        raise EvaluationFileError(path, first_fault(error), number) from error


def outcome_of(item_id: str, reply: Mapping[str, object]) -> Outcome:
    """Return the outcome of a question from the reply to it in the form of the `ask` contract."""
    return _adapter().validate_python({**reply, "id": item_id})


@cache
def _adapter() -> TypeAdapter[Outcome]:
    """Return what reads an outcome; making it takes far longer than reading one."""
    return TypeAdapter(Outcome)
