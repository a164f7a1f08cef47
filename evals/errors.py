"""What can go wrong with the files of an evaluation."""

from __future__ import annotations

from enum import StrEnum
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


class BeirFault(StrEnum):
    """What is wrong with a file of a BEIR folder; the value says it in English."""

    MISSING = "there is no such file"
    UNREADABLE = "it cannot be read as UTF-8"
    EMPTY = "it holds nothing"
    RECORD = "it is not a JSON object with _id and text"
    TWICE = "its _id stands there twice"
    QREL = "it is not question, row and a whole number, parted by tabs"
    UNKNOWN_QUERY = "it names a question that queries.jsonl does not have"
    UNKNOWN_ROW = "it names a row that corpus.jsonl does not have"
    RUN = "it is not question, Q0, row, rank, score and tag, parted by tabs"
    NO_ANSWER = "no question has a row that answers it"


class BeirFileError(EvaluationFileError):
    """A file of a BEIR folder, or a run over one, that cannot be used."""

    def __init__(self, path: Path, fault: BeirFault, line: int | None = None) -> None:
        self.fault = fault
        super().__init__(path, fault, line)


class MissingPeerError(HoiQuyCheError):
    """A peer of the product whose packages are not installed; `command` installs them."""

    def __init__(self, peer: str, package: str, command: str) -> None:
        self.peer, self.package, self.command = peer, package, command
        super().__init__(f"the baseline {peer} needs {package}; run `{command}`")


class MissingDocumentsError(HoiQuyCheError):
    """A gold set that quotes documents which the library does not hold."""

    def __init__(self, gold: str, sources: tuple[str, ...]) -> None:
        self.gold, self.sources = gold, sources
        super().__init__(f"{gold} quotes documents that are not added: {', '.join(sources)}")


class UnknownRunError(HoiQuyCheError):
    """No kept run, or not only one, is meant by a name."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(f"no run is {name!r}, or several are; `hoiquyche eval runs` lists them")


def first_fault(error: ValidationError) -> str:
    """Return where and what the first fault of a record is: "answer: Field required"."""
    fault = error.errors()[0]
    return f"{'.'.join(str(part) for part in fault['loc'])}: {fault['msg']}"
