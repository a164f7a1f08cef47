"""Questions that were written to teach, each by somebody who read the article that answers it.

They are ours; the texts of the laws are not here. A line of the file is an article and what is
asked of it: `{"law": "91/2015/QH13", "article": "5", "questions": ["…", "…"]}`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter

Record = TypeVar("Record")
FILE = Path(__file__).with_name("lessons.jsonl")


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What is asked of one article of the law with this number."""

    law: str
    article: str
    questions: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.questions:
            raise ValueError(f"nothing is asked of article {self.article} of {self.law}")


def read_written(path: Path = FILE) -> tuple[Written, ...]:
    """Return what a file asks, in its order.

    Raises:
        pydantic.ValidationError: a line is no such record.
    """
    return records(path, Written)


def digest(written: Sequence[Written]) -> str:
    """Return a fingerprint of all that is asked."""
    return fingerprint(_words(written))


def records(path: Path, kind: type[Record]) -> tuple[Record, ...]:
    """Return the records of a file that holds one in each line.

    Raises:
        pydantic.ValidationError: a line is no such record.
    """
    line = TypeAdapter(kind)
    return tuple(line.validate_json(text) for text in path.read_text("utf-8").splitlines())


def fingerprint(lines: Iterable[str]) -> str:
    """Return a fingerprint of some lines."""
    whole = hashlib.sha256()
    for text in lines:
        whole.update(f"{text}\n".encode())
    return whole.hexdigest()[:12]


def _words(written: Sequence[Written]) -> Iterator[str]:
    for one in written:
        yield f"{one.law} {one.article}"
        yield from one.questions
