"""The questions that were written with the words that answer them, beside near misses of each.

They are those of `assistant.weighing.asked`, which ship with the texts that they are about, and
those of `made.jsonl`, about the texts in `made`: offices that do not exist, written for this.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from assistant.weighing.asked import Asked, asked_about, texts
from evals.teach.written import fingerprint, records

MADE = Path(__file__).with_name("made.jsonl")


def read_asked() -> tuple[Asked, ...]:
    """Return what the files ask, in their order.

    Raises:
        pydantic.ValidationError: a line of `made.jsonl` is no such record.
    """
    return (*chain.from_iterable(map(asked_about, texts())), *records(MADE, Asked))


def digest(asked: Sequence[Asked]) -> str:
    """Return a fingerprint of all that is asked."""
    return fingerprint(_words(asked))


def _words(asked: Sequence[Asked]) -> Iterator[str]:
    for one in asked:
        yield from (one.text, one.question, str(one.proofs), str(one.also), *one.near)
