"""The lexical leg: BM25 over the terms of each field; the only door to bm25s."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.entry import Entry
from index.tokens import Terms, bare, exact

Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class LexicalOptions:
    """BM25's two numbers (Robertson & Zaragoza 2009) and how often a field's terms count."""

    k1: float = 1.2
    b: float = 0.9
    body: int = 1
    context: int = 1
    title: int = 1


EVERYWHERE = "\0"  # a term of each entry, for BM25 has no length of texts without any term
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

    def scores(self, query: str, *, unaccented: bool = False) -> Scores:
        """Return the BM25 score of every entry, `(n,)` float32; 0 where no term is shared."""
        name = "bare" if unaccented else "exact"
        index = self._copies.get(name)
        if index is None:
            return np.zeros(0, np.float32)
        known = index.get_tokens_ids(COPIES[name](query))
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
