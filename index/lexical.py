"""The lexical leg: BM25 over the terms of each field; the only door to bm25s."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.syllables import folded, syllables
from index.entry import Entry
from index.tokens import Terms, bare, exact

Scores = NDArray[np.float32]


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


EVERYWHERE = "\0"  # a term of each entry, for BM25 has no length of texts without any term
OTHERWISE = 0.3  # what another wording of a question counts, where its own words count 1
COPIES: dict[str, Terms] = {"exact": exact, "bare": bare}


class LexicalIndex:
    """BM25 scores of all entries, over terms with diacritics and over terms without."""

    def __init__(self, copies: dict[str, Any]) -> None:
        self._copies = copies

    @classmethod
    def build(cls, entries: Sequence[Entry], options: LexicalOptions | None = None) -> LexicalIndex:
        """Index `entries`; scores come in their order."""
        chosen = options or LexicalOptions()
        copies = COPIES.items() if entries else ()  # bm25s has no index of nothing
        return cls({name: _built(entries, terms, chosen) for name, terms in copies})

    @classmethod
    def load(cls, folder: Path) -> LexicalIndex:
        """Read what `save` wrote."""
        from bm25s import BM25  # noqa: PLC0415 - takes its time

        saved = [name for name in COPIES if (folder / name).is_dir()]
        return cls({name: BM25.load(folder / name, load_vocab=True) for name in saved})

    def save(self, folder: Path) -> None:
        """Write both copies under `folder`."""
        for name, index in self._copies.items():
            index.save(folder / name, show_progress=False)

    def scores(
        self, query: str, *, unaccented: bool = False, otherwise: Sequence[str] = ()
    ) -> Scores:
        """Return the BM25 score of every entry, `(n,)` float32; 0 where no term is shared.

        `otherwise` are other wordings of phrases of the query; they count `OTHERWISE`.
        """
        name = "bare" if unaccented else "exact"
        own = self._bm25(name, COPIES[name](query))
        more = [term for wording in otherwise for term in COPIES[name](wording)]
        return own + np.float32(OTHERWISE) * self._bm25(name, more)

    def familiarity(self, query: str) -> float:
        """Return which share of the query's words some entry has, diacritics aside; 0 for none."""
        index, words = self._copies.get("bare"), [folded(word) for word in syllables(query)]
        if index is None or not words:
            return 0.0
        return len(index.get_tokens_ids(words)) / len(words)

    def _bm25(self, name: str, terms: list[str]) -> Scores:
        index = self._copies.get(name)
        if index is None:
            return np.zeros(0, np.float32)
        known = index.get_tokens_ids(terms)
        if not known:
            return np.zeros(index.scores["num_docs"], np.float32)
        return np.asarray(index.get_scores_from_ids(known), np.float32)


def _built(entries: Sequence[Entry], terms: Terms, options: LexicalOptions) -> Any:  # noqa: ANN401
    from bm25s import BM25  # noqa: PLC0415 - takes its time

    index = BM25(k1=options.k1, b=options.b, method="lucene")
    index.index([_terms(entry, terms, options) for entry in entries], show_progress=False)
    return index


def _terms(entry: Entry, terms: Terms, options: LexicalOptions) -> list[str]:
    return [
        EVERYWHERE,
        *terms(entry.body) * options.body,
        *terms(entry.context) * options.context,
        *terms(entry.title) * options.title,
    ]
