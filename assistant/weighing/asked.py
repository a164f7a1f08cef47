"""The questions that were written about texts, with the words that answer them and near misses.

A file of `written` is about one text: its first line names the text and gives the fingerprint of
its words, each other one a question, the `proofs` (offsets into the text, all of them needed),
`also` (each enough alone), and `near`, questions alike that nothing in the text answers. They were
written by reading the texts, without a look at any gold set. The texts are those that ship and laws
that anybody may add; of these the files hold no words.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

Stretch = tuple[int, int]  # half-open offsets into the text
FOLDER = "written"


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

    @property
    def enough(self) -> tuple[tuple[Stretch, ...], ...]:
        """The sets of stretches each of which answers."""
        return (self.proofs, *((stretch,) for stretch in self.also))


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text that questions were written about: by its name, its length and its SHA-256."""

    file: str  # where the questions are
    text: str
    characters: int
    sha256: str

    def says(self, words: str) -> bool:
        """Tell whether these are its words."""
        if len(words) != self.characters:  # spares reading a large library
            return False
        return hashlib.sha256(words.encode()).hexdigest() == self.sha256


@cache
def texts() -> tuple[Text, ...]:
    """Return the texts that questions were written about, by name."""
    return tuple(map(_head, sorted(_folder().iterdir(), key=lambda file: file.name)))


def asked_about(text: Text) -> Iterator[Asked]:
    """Yield what was asked of a text, in the order of its file."""
    lines = _folder().joinpath(text.file).read_text("utf-8").splitlines()
    for line in lines[1:]:
        one = json.loads(line)
        yield Asked(
            text=text.text,
            question=one["question"],
            proofs=_stretches(one["proofs"]),
            also=_stretches(one["also"]),
            near=tuple(one["near"]),
        )


def _folder() -> Traversable:
    return resources.files("assistant.weighing").joinpath(FOLDER)


def _head(file: Traversable) -> Text:
    with file.open(encoding="utf-8") as lines:
        return Text(file=file.name, **json.loads(lines.readline()))


def _stretches(pairs: list[list[int]]) -> tuple[Stretch, ...]:
    return tuple((start, end) for start, end in pairs)
