"""The cross-encoder: does a passage answer a question, or does it only sound like it?

It reads both at once, so that each word of the question hears the passage. The first layers read
each for itself, as the embedding model does (PreTTR, MacAvaney et al. 2020); the last ones, taught
by questions that an article answers and near misses of them (`evals.teach.cross`), read them as
one text. A pair takes as long as embedding it: the few best candidates of a question are read.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from index.graph import GRAPH
from index.light import load_session, load_tokenizer
from index.packaged import PROMPTS

QUESTION, PASSAGE = 48, 160  # tokens that are read of each


class CrossEncoder(Protocol):
    """Says how well passages answer a question."""

    def odds(self, question: str, passages: Sequence[str]) -> tuple[float, ...]:
        """Return the log odds that each of `passages` answers `question`."""
        ...


class PackagedCrossEncoder:
    """The cross-encoder in a folder that `index.packaged` made, on one thread."""

    def __init__(self, folder: Path) -> None:
        self._questions = load_tokenizer(folder, QUESTION)
        self._passages = load_tokenizer(folder, PASSAGE)
        self._session = load_session(folder / GRAPH)

    def odds(self, question: str, passages: Sequence[str]) -> tuple[float, ...]:
        """Return the log odds that each of `passages` answers `question`."""
        asked = _ids(self._questions, PROMPTS["query"] + question)
        told = (_ids(self._passages, PROMPTS["document"] + text) for text in passages)
        runs = (self._session.run(None, {"question": asked, "passage": ids}) for ids in told)
        return tuple(float(odds[0, 0]) for (odds,) in runs)


def _ids(tokenizer: Any, text: str) -> NDArray[np.int64]:  # noqa: ANN401 - tokenizers has no types
    return np.array(tokenizer.encode(unicodedata.normalize("NFC", text).strip()).ids, np.int64)
