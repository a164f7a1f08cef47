"""The cross-encoder: does a passage answer a question, or does it only sound like it?

It reads both at once, so that each word of the question hears the passage. The first layers read
each for itself, as the embedding model does (PreTTR, MacAvaney et al. 2020); the last ones, taught
by questions that an article answers and near misses of them (`evals.teach.cross`), read them as
one text. What the first layers make of a text is kept for the next question. The few best
candidates of a question are read.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache, partial
from pathlib import Path
from threading import Lock
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from index.graph import GRAPH, JOINED
from index.light import load_session, load_tokenizer
from index.packaged import PROMPTS

QUESTION, PASSAGE = 48, 160  # tokens that are read of each
KEPT_QUESTIONS, KEPT_PASSAGES = 16, 512  # whose states are kept, at most 120 KB each


class CrossEncoder(Protocol):
    """Says how well passages answer a question."""

    def odds(self, question: str, passages: Sequence[str]) -> tuple[float, ...]:
        """Return the log odds that each of `passages` answers `question`."""
        ...


class PackagedCrossEncoder:
    """The cross-encoder in a folder that `index.packaged` made, on one thread.

    What the first layers make of a text does not depend on the other one: it is kept.
    """

    def __init__(self, folder: Path) -> None:
        self._questions = load_tokenizer(folder, QUESTION)
        self._passages = load_tokenizer(folder, PASSAGE)
        self._apart = load_session(folder / GRAPH)
        self._joined = load_session(folder / JOINED)
        self._reading = Lock()
        self._asked = lru_cache(KEPT_QUESTIONS)(partial(self._states, self._questions))
        self._told = lru_cache(KEPT_PASSAGES)(partial(self._states, self._passages))

    def odds(self, question: str, passages: Sequence[str]) -> tuple[float, ...]:
        """Return the log odds that each of `passages` answers `question`."""
        with self._reading:  # of two threads that ask the same, one reads it
            asked = self._asked(PROMPTS["query"] + question)
        told = (self._told(PROMPTS["document"] + text) for text in passages)
        runs = (self._joined.run(None, {"question": asked, "passage": one}) for one in told)
        return tuple(float(odds[0, 0]) for (odds,) in runs)

    def _states(self, tokenizer: Any, text: str) -> NDArray[np.float16]:  # noqa: ANN401 - tokenizers has no types
        whole = unicodedata.normalize("NFC", text).strip()
        ids = np.array(tokenizer.encode(whole).ids, np.int64)
        states: NDArray[np.float16] = self._apart.run(None, {"ids": ids})[0]
        return states
