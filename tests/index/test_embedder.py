"""The real embedder."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from index.embedder import (
    EmbedOptions,
    MissingModelError,
    SentenceEmbedder,
    UnsafeModelError,
    refuse_code,
)
from tests.index.contract import check_embedder


@pytest.mark.parametrize("name", ["modeling.py", "pytorch_model.bin", "weights.pkl"])
def test_a_model_that_can_hold_code_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "0_Part").mkdir()
    (tmp_path / "0_Part" / name).write_text("")
    with pytest.raises(UnsafeModelError, match=name):
        SentenceEmbedder(tmp_path)


def test_a_model_that_names_code_to_run_is_refused(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text('{"auto_map": {"AutoModel": "other/repo--model.M"}}')
    with pytest.raises(UnsafeModelError, match="names code to run"):
        refuse_code(tmp_path)


@pytest.mark.model
def test_the_packaged_model_is_an_embedder(packaged: SentenceEmbedder) -> None:
    check_embedder(packaged)


@pytest.mark.model
def test_decomposed_text_has_the_vector_of_composed_text(packaged: SentenceEmbedder) -> None:
    text = "Quyền của người lao động"
    apart = unicodedata.normalize("NFD", text)
    assert (
        packaged.embed_question(apart).vector.tolist()
        == packaged.embed_question(text).vector.tolist()
    )


@pytest.mark.model
def test_the_digest_tells_models_apart_by_how_they_embed(
    packaged: SentenceEmbedder, model_folder: Path
) -> None:
    assert SentenceEmbedder(model_folder).digest == packaged.digest
    shorter = SentenceEmbedder(model_folder, options=EmbedOptions(longest=256))
    assert shorter.digest != packaged.digest


def test_a_model_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingModelError, match="empty"):
        SentenceEmbedder(tmp_path / "empty")
