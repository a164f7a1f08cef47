"""The packaged model without torch for questions."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from index.embedder import SentenceEmbedder
from index.light import LightEmbedder
from tests.index.contract import check_embedder

QUESTIONS = [
    "Công chức được biết những việc gì?",
    "  cong chuc duoc biet gi  ",
    "Nghị định số 04/2015/NĐ-CP, kinh phí 1.710.000đ",
    "How many dossiers were received in 2023?",
    "Quyền " * 700,
    "?",
]

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def light(model_folder: Path) -> LightEmbedder:
    return LightEmbedder(model_folder)


def test_it_is_an_embedder(light: LightEmbedder) -> None:
    check_embedder(light)


def test_it_reads_questions_as_torch_does(light: LightEmbedder, packaged: SentenceEmbedder) -> None:
    assert light.digest == packaged.digest
    for question in QUESTIONS:
        quick, slow = light.embed_question(question), packaged.embed_question(question)
        assert quick.vector @ slow.vector == pytest.approx(1, abs=1e-5)
        assert quick.tokens.shape == slow.tokens.shape
        away = np.abs(quick.tokens.astype(int) - slow.tokens)
        assert away.max(initial=0) <= 1


def test_a_question_loads_no_torch(model_folder: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from index.light import LightEmbedder;"
        f"LightEmbedder(Path({str(model_folder)!r})).embed_question('Ai?');"
        "sys.exit('torch' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
