"""What a model writes, cut into sentences as it comes; a sentence is given out when it is whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.sentences import sentences

_HINT = re.compile(r"\s*[\[【]\s*\d{1,3}(?:\s*[,;-]\s*\d{1,3})*\s*[\]】]")
_BULLET = re.compile(r"^\s*(?:[-–+•*]|\d{1,2}[.)]|[a-zđ]\))\s+")
_HEADING = re.compile(r"^\s*#{1,6}\s+")
_STYLE = re.compile(r"\*{1,3}|_{2}|`+")
_THOUGHT = re.compile(r"<think>.*?(?:</think>|\Z)", re.DOTALL)
_TAG_BEGUN = re.compile(r"<(?:t(?:h(?:i(?:n(?:k)?)?)?)?)?\Z")
_ENDS = re.compile(r"[.!?…]+[”\"’)\]]*(?:\s*[\[【][\d,;\s-]+[\]】])*\s+(?=\S)")
LONGEST = 1200  # characters without an end of a sentence, after which one is taken to be there


@dataclass(frozen=True, slots=True)
class Spoken:
    """A sentence that was written: its words without marks, and whether it is an item of a list.

    `lead` says that it ends in ":" and introduces what comes next.
    """

    text: str
    bullet: bool = False

    @property
    def lead(self) -> bool:
        """Whether it introduces a list."""
        return self.text.endswith(":")


def spoken(pieces: Iterable[str]) -> Iterator[Spoken]:
    """Yield the sentences of a text that comes in pieces, each when it is whole.

    What a model thinks aloud is left out. A last sentence without an end is given out as it is.
    """
    text, done = "", 0
    for piece in pieces:
        text += piece
        ready = _THOUGHT.sub("", text)
        whole = _whole(_TAG_BEGUN.sub("", ready))
        yield from _sentences(whole[done:])
        done = len(whole)
    yield from _sentences(_THOUGHT.sub("", text)[done:])


def _whole(text: str) -> str:
    """Return the part of a text that ends with a line or a sentence behind which more stands."""
    end = text.rfind("\n") + 1
    for hit in _ENDS.finditer(text, end):
        if len(sentences(text[end : hit.end()] + "X")) > 1:
            end = hit.end()
    return text[: len(text)] if len(text) - end > LONGEST else text[:end]


def _sentences(text: str) -> Iterator[Spoken]:
    for line in text.split("\n"):
        bullet = bool(_BULLET.match(line))
        words = _BULLET.sub("", _HEADING.sub("", line), count=1)
        for span in sentences(words):
            plain = bare(span.of(words))
            if any(c.isalnum() for c in plain):
                yield Spoken(plain, bullet)


def bare(text: str) -> str:
    """Return a sentence without the marks that a model put into it: they are hints, no proof.

    >>> bare("**Công chức** được biết việc này [1][2, 3].")
    'Công chức được biết việc này.'
    """
    return " ".join(_STYLE.sub("", _HINT.sub("", text)).split())
