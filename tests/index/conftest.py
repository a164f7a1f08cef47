"""The packaged model, made once for all tests that need it."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.embedder import SentenceEmbedder
from index.packaged import packaged_model


@pytest.fixture(scope="session")
def model_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return packaged_model(tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="session")
def packaged(model_folder: Path) -> SentenceEmbedder:
    return SentenceEmbedder(model_folder)
