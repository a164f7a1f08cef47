"""Embedding texts; the only door to sentence-transformers."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from corpus.errors import HoiQuyCheError

Vectors = NDArray[np.float32]
Progress = Callable[[int, int], None]  # how many are done, of how many


class Embedder(Protocol):
    """Turns texts into vectors; equal `digest` means equal vectors for equal texts."""

    @property
    def name(self) -> str:
        """What a person calls the model."""
        ...

    @property
    def dim(self) -> int:
        """The length of a vector."""
        ...

    @property
    def digest(self) -> str:
        """A fingerprint of the weights, the prompts and the way of embedding."""
        ...

    def embed_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Embed what is searched: `(n, dim)` float32, unit rows, in the order of `texts`."""
        ...

    def embed_question(self, text: str) -> Vectors:
        """Embed what is asked: `(dim,)` float32 of length 1."""
        ...


class UnsafeModelError(HoiQuyCheError):
    """A model folder that brings code, or weights in a format that can hold code."""

    def __init__(self, folder: Path, what: str) -> None:
        self.folder, self.what = folder, what
        super().__init__(f"the model in {folder} is refused: {what}")


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbedOptions:
    """How texts are embedded; `longest` is in tokens, longer texts are cut there."""

    batch: int = 8
    longest: int = 512
    half: bool = False  # bfloat16: faster on processors with AMX, slower elsewhere


class SentenceEmbedder:
    """A sentence-transformers model: a folder, or the name of a model of the hub.

    Offline unless told otherwise: a model of the hub that is not in the local cache then fails
    at once. Each model's own prompts for questions and passages apply.

    Raises:
        UnsafeModelError: the folder holds code or pickled weights.
    """

    def __init__(
        self, model: Path | str, *, offline: bool = True, options: EmbedOptions | None = None
    ) -> None:
        self._options = options or EmbedOptions()
        self.name = Path(model).name if isinstance(model, Path) else model
        if isinstance(model, Path):
            refuse_code(model)
        self._model = _loaded(str(model), offline=offline, options=self._options)
        self.dim = int(self._model.get_embedding_dimension() or 0)
        self.digest = self._folder_digest(model) if isinstance(model, Path) else self._fingerprint()

    def embed_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Embed passages, the longest first so that a batch holds texts of one length."""
        told = progress or (lambda _done, _total: None)
        self._use_threads(os.cpu_count() or 1)
        rows = np.zeros((len(texts), self.dim), np.float32)
        order = sorted(range(len(texts)), key=lambda i: (-len(texts[i]), i))
        for start in range(0, len(order), self._options.batch):
            chosen = order[start : start + self._options.batch]
            rows[chosen] = self._encoded("document", [texts[i] for i in chosen])
            told(start + len(chosen), len(order))
        return rows

    def embed_question(self, text: str) -> Vectors:
        """Embed a question, on one thread: as quick for so little text, and steady under load."""
        self._use_threads(1)
        return np.asarray(self._encoded("query", [text])[0], np.float32)

    def _use_threads(self, number: int) -> None:
        import torch  # noqa: PLC0415 - loaded with the model

        torch.set_num_threads(number)

    def _encoded(self, task: str, texts: Sequence[str]) -> Vectors:
        encode = self._model.encode_query if task == "query" else self._model.encode_document
        vectors = encode(
            [unicodedata.normalize("NFC", text) for text in texts],
            batch_size=self._options.batch,
            show_progress_bar=False,
            convert_to_tensor=True,
        )
        rows = vectors.float().numpy()
        return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), np.float32)

    def _folder_digest(self, folder: Path) -> str:
        """Hash the files of a model folder and the options; quicker than what was loaded of it."""
        whole = hashlib.sha256(repr((self._options.longest, self._options.half)).encode())
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            whole.update(path.relative_to(folder).as_posix().encode())
            with path.open("rb") as file:
                whole.update(hashlib.file_digest(file, "sha256").digest())
        return whole.hexdigest()[:16]

    def _fingerprint(self) -> str:
        """Hash what decides a vector: every weight, the vocabulary, the prompts, the options."""
        whole = hashlib.sha256(repr((self._options.longest, self._options.half)).encode())
        whole.update(repr(sorted(self._model.prompts.items())).encode())
        whole.update(repr(sorted(self._model.tokenizer.get_vocab().items())).encode())
        for name, weight in sorted(self._model.state_dict().items()):
            whole.update(name.encode())
            whole.update(weight.float().contiguous().numpy().tobytes())
        return whole.hexdigest()[:16]


def refuse_code(folder: Path) -> None:
    """Raise `UnsafeModelError` when a model folder could make the loader run its code."""
    for path in sorted(folder.rglob("*")):
        if path.suffix in {".py", ".bin", ".pkl", ".pickle", ".pt", ".pth"}:
            raise UnsafeModelError(folder, f"{path.name} can hold code")
        if path.suffix == ".json" and '"auto_map"' in path.read_text("utf-8"):
            raise UnsafeModelError(folder, f"{path.name} names code to run")


def _loaded(model: str, *, offline: bool, options: EmbedOptions) -> Any:  # noqa: ANN401 - loaded late
    # These switches are read at the import: no question may leave the machine, no hub be asked.
    switches = {"HF_HUB_DISABLE_TELEMETRY": "1", "DO_NOT_TRACK": "1"}
    if offline:
        switches |= {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1"}
    os.environ.update(switches)
    # Threads that wait by spinning starve each other: beside two busy processes on two cores a
    # question took up to 1.1 s, with a short wait 0.1 s. Also read at the import.
    os.environ.setdefault("GOMP_SPINCOUNT", "10000")
    import torch  # noqa: PLC0415 - seconds and hundreds of MB, so only when a model is loaded
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415
    from transformers.utils import logging  # noqa: PLC0415

    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    loaded = SentenceTransformer(
        model,
        device="cpu",
        trust_remote_code=False,
        local_files_only=offline,
        model_kwargs={"dtype": torch.bfloat16 if options.half else torch.float32},
    )
    loaded.max_seq_length = min(options.longest, loaded.max_seq_length or options.longest)
    return loaded
