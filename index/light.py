"""The packaged model, light to start: questions by ONNX Runtime, passages by torch.

A question is a dozen words, most of whose time torch spends on getting ready. ONNX Runtime reads it
in half the time, with the same result, and loads in a fifth of a second; torch, which reads many
passages at once the fastest, takes seconds and hundreds of MB, so it is loaded for these only.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache, partial
from pathlib import Path
from typing import Any

import numpy as np

from index.embedder import (
    PROMPT,
    EmbedOptions,
    Progress,
    Read,
    SentenceEmbedder,
    folder_digest,
    made_short,
    projection,
)
from index.graph import GRAPH
from index.packaged import PROMPTS


class LightEmbedder:
    """An `Embedder` over the folder of the packaged model; its vectors are `SentenceEmbedder`'s."""

    def __init__(self, folder: Path, *, options: EmbedOptions | None = None) -> None:
        options = options or EmbedOptions()
        self.name = folder.name
        self.digest = folder_digest(folder, options)
        self._projection = projection(folder)
        self._tokenizer = load_tokenizer(folder, options.longest)
        self._session = load_session(folder / GRAPH)
        self.dim = int(self._session.get_outputs()[0].shape[1])
        self.width = len(self._projection)
        self._bulk = cache(partial(SentenceEmbedder, folder, options=options))

    def embed_passages(self, texts: Sequence[str], progress: Progress | None = None) -> list[Read]:
        """Embed what is searched, in the order of `texts`; the first ones load torch."""
        return self._bulk().embed_passages(texts, progress) if texts else []

    def embed_question(self, text: str) -> Read:
        """Embed what is asked, on one thread."""
        whole = unicodedata.normalize("NFC", PROMPTS["query"] + text).strip()
        ids = np.array(self._tokenizer.encode(whole).ids, np.int64)
        (states,) = self._session.run(None, {"ids": ids})
        return made_short(states.mean(axis=0), states[PROMPT:-1], self._projection)


def load_tokenizer(folder: Path, longest: int) -> Any:  # noqa: ANN401 - tokenizers has no types
    """Load the tokenizer of a model's folder, which cuts texts to `longest` tokens."""
    from tokenizers import Tokenizer  # noqa: PLC0415 - loaded with the model

    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.enable_truncation(longest)
    return tokenizer


def load_session(graph: Path) -> Any:  # noqa: ANN401 - onnxruntime has no types
    """Load a graph and its weights, to be run on one thread."""
    import onnxruntime  # noqa: PLC0415 - loaded with the model

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # as quick for so little text, and steady under load
    return onnxruntime.InferenceSession(str(graph), options, providers=["CPUExecutionProvider"])
