"""What can go wrong with the files of an evaluation."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from corpus.errors import HoiQuyCheError


class EvaluationFileError(HoiQuyCheError):
    """A gold set, run, gate or stored report that cannot be read.

    `line` is counted from 1; None when the file as a whole is meant.
    """

    def __init__(self, path: Path, reason: str, line: int | None = None) -> None:
        self.path, self.reason, self.line = path, reason, line
        place = path.name if line is None else f"{path.name}, line {line}"
        super().__init__(f"cannot read {place}: {reason}")


class MissingDocumentsError(HoiQuyCheError):
    """A gold set that quotes documents which the library does not hold."""

    def __init__(self, gold: str, sources: tuple[str, ...]) -> None:
        self.gold, self.sources = gold, sources
        super().__init__(f"{gold} quotes documents that are not added: {', '.join(sources)}")


def first_fault(error: ValidationError) -> str:
    """Return where and what the first fault of a record is: "answer: Field required"."""
    fault = error.errors()[0]
    return f"{'.'.join(str(part) for part in fault['loc'])}: {fault['msg']}"
