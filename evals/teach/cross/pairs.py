"""Pairs of questions that were written to teach: one that a text answers, a near miss of it.

Each was written by somebody who read the text, and differs mostly in one thing: the attribute that
is asked, or the subject. They are ours; the texts of the laws are not here. A line of the file is
an article, or a passage of a shipped text by where it starts, and its pairs:
`{"text": "91/2015/QH13", "place": "5", "pairs": [["…", "…"]]}`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.teach.written import fingerprint, records

FILE = Path(__file__).with_name("pairs.jsonl")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paired:
    """What one place of a text is asked: pairs of what it answers and what it does not."""

    text: str
    place: str
    pairs: tuple[tuple[str, str], ...]

    def __post_init__(self) -> None:
        if not self.pairs:
            raise ValueError(f"nothing is asked of {self.place} of {self.text}")


def read_pairs(path: Path = FILE) -> tuple[Paired, ...]:
    """Return what a file asks, in its order.

    Raises:
        pydantic.ValidationError: a line is no such record.
    """
    return records(path, Paired)


def digest(paired: Sequence[Paired]) -> str:
    """Return a fingerprint of all that is asked."""
    return fingerprint(_words(paired))


def _words(paired: Sequence[Paired]) -> Iterator[str]:
    for one in paired:
        yield f"{one.text} {one.place}"
        for pair in one.pairs:
            yield from pair
