"""Passages made by rule from real ones: their clauses recombined, their numbers exchanged.

The first passages are the real ones. Each further one begins with a real passage, drawn at random:
a clause in five is replaced by a clause of any other passage, a number in two by another of as
many digits. Fifty make a document. The words thus keep their frequencies, and new numbers and new
pairs of words keep coming, as they do in a library that grows.

Embedding a million passages takes most of a day on two cores. The vector of a made passage is
therefore that of the real one that it began with, and two steps away from it: `TOWARDS` in the
direction from one real passage to another, and `NOISE` in a direction of chance. Both are drawn
from a generator seeded by the text, so that the same text has the same vector. Its cosine with the
real one is about .95.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from corpus.passage import PassageKind, passage_id
from corpus.span import Span
from index.embedder import Embedder, Progress, Read, Vectors
from index.entry import Entry
from index.segment import text_key

DOCUMENT = 50  # passages
TOWARDS, NOISE = 0.3, 0.15
_CLAUSE = re.compile(r"(?<=[,;.:])\s+")
_NUMBER = re.compile(r"\b\d{1,6}\b")


class MadePassages:
    """Entries made from `real` ones; the same seed makes the same ones, in the same order.

    They can be passed through again and again, and are never all in memory.
    """

    def __init__(self, real: Sequence[Entry], count: int, *, seed: int = 1, first: int = 0) -> None:
        self.real = real
        self._count, self._seed, self._first = count, seed, first
        self._clauses = [c for entry in real for c in _CLAUSE.split(entry.passage.text)]

    def __len__(self) -> int:
        return self._count

    def __contains__(self, entry: object) -> bool:
        return any(entry == other for other in self)

    def __iter__(self) -> Iterator[Entry]:
        return (entry for entry, _ in self.pairs())

    def pairs(self) -> Iterator[tuple[Entry, int]]:
        """Give each entry with the row of the real one that it began with."""
        draw = random.Random(f"{self._seed}/{self._first}")  # noqa: S311 - no secret
        for number in range(self._first, self._first + self._count):
            if number < len(self.real):
                yield self.real[number], number
            else:
                row = draw.randrange(len(self.real))
                yield self._changed(self.real[row], number, draw), row

    def _changed(self, entry: Entry, number: int, draw: random.Random) -> Entry:
        clauses = _CLAUSE.split(entry.passage.text)
        mixed = [draw.choice(self._clauses) if draw.random() < 0.2 else c for c in clauses]  # noqa: PLR2004
        text = _NUMBER.sub(lambda m: _other(m[0], draw), " ".join(mixed))
        document, span = f"made-{number // DOCUMENT:07d}", Span(0, len(text))
        passage = replace(
            entry.passage,
            id=passage_id(f"{document}-{number}", span, text),
            document_id=document,
            kind=PassageKind.PARAGRAPH,
            span=span,
            text=text,
            parent=None,
            continues=None,
        )
        return replace(entry, passage=passage, continued="")


def _other(number: str, draw: random.Random) -> str:
    return str(draw.randrange(10 ** len(number))) if draw.random() < 0.5 else number  # noqa: PLR2004


class MadeReader:
    """An `Embedder` of made passages: as `embedder` where they are real, else as said above.

    It reads what it embeds from `made` beside whoever builds, in the same order. The tokens of a
    made passage are those of the real one that it began with.
    """

    def __init__(self, embedder: Embedder, real: Sequence[Read], made: MadePassages) -> None:
        self._embedder, self._real = embedder, real
        self._vectors = np.array([one.vector for one in real], np.float32)
        self._pairs = made.pairs()
        self._own = {text_key(entry.embedded): row for row, entry in enumerate(made.real)}
        self._rows: dict[int, int] = {}
        self.name, self.digest = embedder.name, f"made-{embedder.digest}"
        self.dim, self.width = embedder.dim, embedder.width

    def embed_passages(self, texts: Sequence[str], progress: Progress | None = None) -> list[Read]:
        """Read the next passages."""
        read = [self._read(text) for text in texts]
        self._rows.clear()  # what was passed over will not be asked for
        if progress is not None:
            progress(len(texts), len(texts))
        return read

    def embed_question(self, text: str) -> Read:
        """Embed a question as the real embedder does."""
        return self._embedder.embed_question(text)

    def _read(self, text: str) -> Read:
        key = text_key(text)
        if key in self._own:
            return self._real[self._own[key]]
        while key not in self._rows:
            entry, row = next(self._pairs)
            self._rows[text_key(entry.embedded)] = row
        row = self._rows[key]
        return replace(self._real[row], vector=shaken(self._vectors, row, key))


def shaken(real: Vectors, row: int, seed: int) -> Vectors:
    """Return a unit vector near `real[row]`: two steps away, both drawn from `seed`."""
    draw = np.random.default_rng(seed)
    one, other = draw.integers(0, len(real), 2).tolist()
    chance = draw.standard_normal((real.shape[1],), np.float32)
    step = TOWARDS * _unit(real[one] - real[other]) + NOISE * _unit(chance)
    return _unit(np.asarray(real[row] + step))


def _unit(vector: Vectors) -> Vectors:
    return np.asarray(vector / (float(np.linalg.norm(vector)) or 1.0), np.float32)
