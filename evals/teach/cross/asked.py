"""The questions that were written with the words that answer them, beside a near miss of each.

`asked.jsonl` has one a line: the text, a question that it answers, the `proofs` (offsets into the
text, all of them needed), `also` (each enough alone), and a question alike that nothing in it
answers. The texts are those that ship, those in `made` (offices that do not exist, written for
this), and laws that anybody may add; of these the file holds no words.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import resources

from corpus.span import Span


@dataclass(frozen=True, slots=True)
class Asked:
    """A question about a text, where that answers it, and a near miss."""

    text: str
    question: str
    proofs: tuple[Span, ...]
    also: tuple[Span, ...]
    near: str


def read_asked() -> tuple[Asked, ...]:
    """Return all questions, in the order of the file."""
    file = resources.files("evals.teach.cross").joinpath("asked.jsonl")
    return tuple(_asked(json.loads(line)) for line in file.read_text("utf-8").splitlines())


def _asked(row: dict[str, object]) -> Asked:
    return Asked(
        text=str(row["text"]),
        question=str(row["question"]),
        proofs=tuple(_spans(row["proofs"])),
        also=tuple(_spans(row["also"])),
        near=str(row["near"]),
    )


def _spans(pairs: object) -> Iterator[Span]:
    if isinstance(pairs, list):
        yield from (Span(start, end) for start, end in pairs)


def digest(asked: Sequence[Asked]) -> str:
    """Return the sha256 of some questions."""
    return hashlib.sha256(repr(asked).encode()).hexdigest()
