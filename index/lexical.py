"""The lexical leg: BM25 over the terms of each field, in every segment at once."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.syllables import folded, syllables
from index.entry import Entry
from index.postings import Postings, PostingsBuilder, hashed
from index.ranked import Rows, Scores
from index.tokens import Terms, bare, exact


@dataclass(frozen=True, slots=True, kw_only=True)
class LexicalOptions:
    """BM25's two numbers (Robertson & Zaragoza 2009) and how often a field's terms count.

    The fields are one bag of words: summing an index for each found far less (nDCG@10 .845 for
    .902 on questions about articles of laws).
    """

    k1: float = 1.2
    b: float = 0.75
    body: int = 1
    context: int = 2
    title: int = 1


OTHERWISE = 0.3  # what another wording of a question counts, where its own words count 1
COPIES: Mapping[str, Terms] = {"exact": exact, "bare": bare}


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The inverted files of one segment, by copy; only the `live` rows (ascending) are found."""

    copies: Mapping[str, Postings]
    live: Rows

    @classmethod
    def load(cls, folder: Path, live: Rows) -> Words:
        """Map what `save` wrote."""
        return cls(copies={name: Postings.load(folder / name) for name in COPIES}, live=live)

    def save(self, folder: Path) -> None:
        """Write each copy into a folder of `folder`."""
        for name, postings in self.copies.items():
            postings.save(folder / name)


class WordsBuilder:
    """Makes the inverted files of a segment from one entry after the other."""

    def __init__(self, options: LexicalOptions | None = None) -> None:
        self._options = options or LexicalOptions()
        self._builders = {name: PostingsBuilder() for name in COPIES}
        self._rows = 0

    def add(self, entry: Entry) -> None:
        """Take the next row."""
        for name, terms in COPIES.items():
            self._builders[name].add(_terms(entry, terms, self._options))
        self._rows += 1

    def finish(self) -> Words:
        """Return the inverted files, every row live."""
        copies = {name: builder.finish() for name, builder in self._builders.items()}
        return Words(copies=copies, live=np.arange(self._rows))


class LexicalIndex:
    """BM25 scores of all entries, over terms with diacritics and over terms without.

    What a term is worth is counted over the live rows of all segments: an index that grew by
    segments scores as one that was built at once.
    """

    def __init__(self, segments: Sequence[Words], options: LexicalOptions | None = None) -> None:
        self._options = options or LexicalOptions()
        self._copies = {name: _Copy(segments, name, self._options) for name in COPIES}

    @classmethod
    def build(cls, entries: Iterable[Entry], options: LexicalOptions | None = None) -> LexicalIndex:
        """Index `entries` as one segment; scores come in their order."""
        builder = WordsBuilder(options)
        for entry in entries:
            builder.add(entry)
        return cls([builder.finish()], options)

    def scores(
        self, query: str, *, unaccented: bool = False, otherwise: Sequence[str] = ()
    ) -> Scores:
        """Return the BM25 score of every entry, `(n,)` float32; 0 where no term is shared.

        `otherwise` are other wordings of phrases of the query; they count `OTHERWISE`.
        """
        name = "bare" if unaccented else "exact"
        weights: dict[str, float] = dict(Counter(COPIES[name](query)))
        for wording in otherwise:
            for term in COPIES[name](wording):
                weights[term] = weights.get(term, 0.0) + OTHERWISE
        return self._copies[name].scores(weights)

    def familiarity(self, query: str) -> float:
        """Return which share of the query's words some entry has, diacritics aside; 0 for none."""
        words = [folded(word) for word in syllables(query)]
        known = sum(self._copies["bare"].frequency(word) > 0 for word in words)
        return known / len(words) if words else 0.0


class _Copy:
    """One copy of every segment, with what BM25 needs to know of all of them."""

    def __init__(self, segments: Sequence[Words], name: str, options: LexicalOptions) -> None:
        self._postings = [segment.copies[name] for segment in segments]
        self._live = [segment.live for segment in segments]
        self._ends = [0, *np.cumsum([len(live) for live in self._live]).tolist()]
        self._alive = [_alive(*pair) for pair in zip(self._postings, self._live, strict=True)]
        lengths = [p.lengths[live] for p, live in zip(self._postings, self._live, strict=True)]
        average = sum(int(some.sum(dtype=np.int64)) for some in lengths) / (self._ends[-1] or 1)
        k1, b = options.k1, options.b
        self._norms = [
            (k1 * (1 - b + b * p.lengths / (average or 1))).astype(np.float32)
            for p in self._postings
        ]

    def frequency(self, term: str) -> int:
        """Return how many live rows have a term."""
        return sum(len(rows) for rows, _ in self._found(hashed(term)))

    def scores(self, weights: Mapping[str, float]) -> Scores:
        """Return the sum of the terms' scores, each times its weight."""
        scores = [np.zeros(len(postings.lengths), np.float32) for postings in self._postings]
        for term, weight in weights.items():
            found = list(self._found(hashed(term)))
            idf = np.float32(weight * self._idf(sum(len(rows) for rows, _ in found)))
            for at, (rows, counts) in enumerate(found):
                scores[at][rows] += idf * (counts / (counts + self._norms[at][rows]))
        return self._joined(scores)

    def _found(self, term: int) -> Iterable[tuple[NDArray[np.int32], Scores]]:
        """Give the live rows of each segment that have a term, and how often."""
        for postings, alive in zip(self._postings, self._alive, strict=True):
            place = postings.place(term)
            rows, counts = postings.rows[place], postings.counts[place].astype(np.float32)
            yield (rows, counts) if alive is None else (rows[alive[rows]], counts[alive[rows]])

    def _idf(self, having: int) -> float:
        return math.log(1 + (self._ends[-1] - having + 0.5) / (having + 0.5))

    def _joined(self, scores: Sequence[Scores]) -> Scores:
        joined = np.zeros(self._ends[-1], np.float32)
        for (start, stop), some, live in zip(pairwise(self._ends), scores, self._live, strict=True):
            joined[start:stop] = some if len(live) == len(some) else some[live]
        return joined


def _alive(postings: Postings, live: Rows) -> NDArray[np.bool] | None:
    """Return which rows are live; None when all are."""
    if len(live) == len(postings.lengths):
        return None
    alive = np.zeros(len(postings.lengths), np.bool)
    alive[live] = True
    return alive


def _terms(entry: Entry, terms: Terms, options: LexicalOptions) -> list[str]:
    return [
        *terms(entry.body) * options.body,
        *terms(entry.context) * options.context,
        *terms(entry.title) * options.title,
    ]
