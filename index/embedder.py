"""Embedding texts; the only door to sentence-transformers."""

from __future__ import annotations

import copy
import hashlib
import os
import unicodedata
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from corpus.errors import HoiQuyCheError
from index.late import Tokens, packed

PROJECTION = "projection.npy"  # in a model folder: (width, hidden)
VERSION = 2  # raised whenever the same weights read a text in another way
PROMPT = 3  # tokens of a question that nobody asked: the beginning, "query" and ":"

Vectors = NDArray[np.float32]
Progress = Callable[[int, int], None]  # how many are done, of how many


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A text as a model reads it: one vector for the whole, a short one for each token.

    `vector` is `(dim,)` float32 of length 1; `tokens` is `(tokens, width)` as `index.late` packs
    them. Of a question, its own tokens only.
    """

    vector: Vectors
    tokens: Tokens


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
    def width(self) -> int:
        """The length of the vector of a token; 0 for a model that gives none."""
        ...

    @property
    def digest(self) -> str:
        """A fingerprint of the weights, the prompts and the way of embedding."""
        ...

    def embed_passages(self, texts: Sequence[str], progress: Progress | None = None) -> list[Read]:
        """Embed what is searched, in the order of `texts`."""
        ...

    def embed_question(self, text: str) -> Read:
        """Embed what is asked."""
        ...


class UnsafeModelError(HoiQuyCheError):
    """A model folder that brings code, or weights in a format that can hold code."""

    def __init__(self, folder: Path, what: str) -> None:
        self.folder, self.what = folder, what
        super().__init__(f"the model in {folder} is refused: {what}")


class MissingModelError(HoiQuyCheError):
    """A model that is neither a folder nor to be had from the hub."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(f"there is no model {name!r}, in a folder or on the hub")


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbedOptions:
    """How texts are embedded; `longest` is in tokens, longer texts are cut there."""

    batch: int = 8
    longest: int = 512
    half: bool | None = None  # passages in bfloat16; None: where the processor has AMX for it


class SentenceEmbedder:
    """A sentence-transformers model: a folder, or the name of a model of the hub.

    Offline unless told otherwise: a model of the hub that is not in the local cache then fails
    at once. Each model's own prompts for questions and passages apply.

    Raises:
        UnsafeModelError: the folder holds code or pickled weights.
        MissingModelError: there is no such model, or the hub cannot be reached.
    """

    def __init__(
        self, model: Path | str, *, offline: bool = True, options: EmbedOptions | None = None
    ) -> None:
        self._options = options or EmbedOptions()
        self.name = Path(model).name if isinstance(model, Path) else model
        if isinstance(model, Path):
            refuse_code(model)
        try:
            self._model = _loaded(str(model), offline=offline, options=self._options)
        except OSError as error:
            raise MissingModelError(str(model)) from error
        self.dim = int(self._model.get_embedding_dimension() or 0)
        self._bulk: Any = None  # the model that reads passages, made when the first are read
        self._projection = projection(model)
        self.width = len(self._projection)
        self.digest = (
            folder_digest(model, self._options) if isinstance(model, Path) else self._fingerprint()
        )

    def embed_passages(self, texts: Sequence[str], progress: Progress | None = None) -> list[Read]:
        """Embed passages, the longest first so that a batch holds texts of one length.

        Each core reads batches by itself, which is quicker than all of them on one batch.
        """
        told = progress or (lambda _done, _total: None)
        self._bulk = self._bulk or self._for_passages()
        order = sorted(range(len(texts)), key=lambda i: (-len(texts[i]), i))
        size = self._options.batch
        batches = [order[start : start + size] for start in range(0, len(order), size)]
        found: dict[int, Read] = {}
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            read = pool.map(lambda batch: self._read_passages([texts[i] for i in batch]), batches)
            for batch, made in zip(batches, read, strict=True):
                found |= zip(batch, made, strict=True)
                told(len(found), len(order))
        return [found[i] for i in range(len(texts))]

    def embed_question(self, text: str) -> Read:
        """Embed a question, on one thread: as quick for so little text, and steady under load."""
        [made] = self._states(self._model.encode_query, [text])
        return self._packed(made, PROMPT)

    def _read_passages(self, texts: Sequence[str]) -> list[Read]:
        made = self._states(self._bulk.encode_document, texts)
        return [self._packed(one, 0) for one in made]

    def _for_passages(self) -> Any:  # noqa: ANN401 - as the model
        """Return the model in the precision for passages.

        AMX reads twice as many in bfloat16, the cosine to what float32 gives being .9998 or more;
        a question stays in float32, so that nothing depends on when it is asked.
        """
        import torch  # noqa: PLC0415 - loaded with the model

        half = self._options.half
        if half is None:
            half = torch.cpu._is_amx_tile_supported()  # noqa: SLF001 - there is no public way
        return copy.deepcopy(self._model).to(torch.bfloat16) if half else self._model

    def _states(self, encode: Callable[..., Any], texts: Sequence[str]) -> list[dict[str, Any]]:
        import torch  # noqa: PLC0415 - loaded with the model

        torch.set_num_threads(1)  # of this thread
        made: list[dict[str, Any]] = encode(
            [unicodedata.normalize("NFC", text) for text in texts],
            batch_size=self._options.batch,
            show_progress_bar=False,
            output_value=None,  # the vector and the states of the tokens
        )
        return made

    def _packed(self, made: dict[str, Any], prompt: int) -> Read:
        """Return what was made of a text, without the tokens of the prompt and the end."""
        # In a batch, shorter texts are filled up with tokens that nobody wrote.
        states = made["token_embeddings"][made["attention_mask"].bool()].float().numpy()
        own = states[prompt:-1] if prompt else states
        return made_short(made["sentence_embedding"].float().numpy(), own, self._projection)

    def _fingerprint(self) -> str:
        """Hash what decides a vector: every weight, the vocabulary, the prompts, the options."""
        whole = hashlib.sha256(f"{VERSION} {self._options.longest}".encode())
        whole.update(repr(sorted(self._model.prompts.items())).encode())
        whole.update(repr(sorted(self._model.tokenizer.get_vocab().items())).encode())
        for name, weight in sorted(self._model.state_dict().items()):
            whole.update(name.encode())
            whole.update(weight.float().contiguous().numpy().tobytes())
        return whole.hexdigest()[:16]


def folder_digest(folder: Path, options: EmbedOptions) -> str:
    """Hash the files of a model folder and the options; quicker than what was loaded of it."""
    whole = hashlib.sha256(f"{VERSION} {options.longest}".encode())
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        whole.update(path.relative_to(folder).as_posix().encode())
        with path.open("rb") as file:
            whole.update(hashlib.file_digest(file, "sha256").digest())
    return whole.hexdigest()[:16]


def made_short(whole: Vectors, states: Vectors, projection: Vectors) -> Read:
    """Return a text's mean state `(hidden,)` as a unit vector, those of its tokens cut short."""
    vector = np.asarray(whole / np.linalg.norm(whole), np.float32)
    short = packed(states @ projection.T) if len(projection) else np.zeros((0, 0), np.int8)
    return Read(vector=vector, tokens=short)


def projection(model: Path | str) -> Vectors:
    """Return what makes the state of a token short, `(width, hidden)`; no rows if there is none."""
    path = Path(model) / PROJECTION
    return np.load(path, allow_pickle=False) if path.is_file() else np.zeros((0, 0), np.float32)


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
        model_kwargs={"dtype": torch.float32},
    )
    loaded.max_seq_length = min(options.longest, loaded.max_seq_length or options.longest)
    return loaded
