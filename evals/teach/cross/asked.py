"""The questions that were written with the words that answer them, beside near misses of each.

`asked.jsonl` has one a line: the text, a question that it answers, the `proofs` (offsets into the
text, all of them needed), `also` (each enough alone), and questions alike that nothing in it
answers. `further.jsonl` has more of the same, which were written later. The texts are
those that ship, those in `made` (offices that do not exist, written for this), and laws that
anybody may add; of these the files hold no words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from evals.teach.written import fingerprint, records

FILES = tuple(Path(__file__).with_name(name) for name in ("asked.jsonl", "further.jsonl"))
Stretch = tuple[int, int]  # half-open offsets into the text


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question about a text, where that answers it, and near misses."""

    text: str
    question: str
    proofs: tuple[Stretch, ...]
    also: tuple[Stretch, ...]
    near: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.proofs:
            raise ValueError(f"nothing in {self.text} proves an answer to {self.question}")


def read_asked() -> tuple[Asked, ...]:
    """Return what the files ask, in their order.

    Raises:
        pydantic.ValidationError: a line is no such record.
    """
    return tuple(chain.from_iterable(records(path, Asked) for path in FILES))


def digest(asked: Sequence[Asked]) -> str:
    """Return a fingerprint of all that is asked."""
    return fingerprint(_words(asked))


def _words(asked: Sequence[Asked]) -> Iterator[str]:
    for one in asked:
        yield from (one.text, one.question, str(one.proofs), str(one.also), *one.near)
