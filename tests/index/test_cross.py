"""The cross-encoder: its graph reads as torch would, and it tells answers from near misses."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from torch import Tensor
from transformers import AutoModel, AutoTokenizer

from index.adapter import CROSS, JOIN, packaged_adapter
from index.cross import PASSAGE, QUESTION, PackagedCrossEncoder
from index.graph import GRAPH, JOINED
from index.light import load_session
from index.packaged import packaged_cross_encoder, plain_model

PASSAGES = (
    "Điều 7. Tiếp nhận hồ sơ\nHồ sơ được nộp tại bộ phận một cửa trong giờ làm việc.",
    "Điều 8. Thời hạn\nCơ quan trả lời trong 05 ngày làm việc. " * 12,
    "Ai?",
)
QUESTIONS = ("Hồ sơ nộp ở đâu?", "Where are the files handed in?", "Nộp " * 60)

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return packaged_cross_encoder(tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="module")
def cross(folder: Path) -> PackagedCrossEncoder:
    return PackagedCrossEncoder(folder)


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return plain_model(tmp_path_factory.mktemp("plain"))


def by_torch(plain: Path, question: str, passage: str) -> float:
    """Read a pair in full precision: the plain model, with what was learnt added to it."""
    tokenizer = AutoTokenizer.from_pretrained(plain)
    model = AutoModel.from_pretrained(plain, dtype=torch.float32).eval()
    adapter = packaged_adapter(CROSS)
    state = model.state_dict()
    for name, change in adapter.changes.items():
        state[name] += torch.tensor(np.asarray(change.up @ change.down, np.float32))
    weights, join = adapter.added, int(adapter.made[JOIN])

    def through(states: Tensor, layers: slice) -> Tensor:
        for layer in model.encoder.layer[layers]:
            states = layer(states)
        return states

    with torch.no_grad():
        sides = []
        texts = (("query: " + question, QUESTION), ("passage: " + passage, PASSAGE))
        for number, (text, longest) in enumerate(texts):
            ids = tokenizer(
                text.strip(), truncation=True, max_length=longest, return_tensors="pt"
            ).input_ids
            apart = through(model.embeddings(input_ids=ids), slice(0, join))
            sides.append(apart + torch.tensor(weights["sides"][number].astype(np.float32)))
        both = through(torch.cat(sides, 1), slice(join, None))[0]
    split = sides[0].shape[1]
    asked, told = both[:split].mean(0).numpy(), both[split:].mean(0).numpy()
    seen = np.concatenate([asked, told, asked * told, np.abs(asked - told)])
    head, bias = (weights[f"head.{part}"].astype(np.float32) for part in ("weight", "bias"))
    return float((head @ seen + bias)[0])


@pytest.mark.parametrize("question", QUESTIONS)
def test_its_graph_reads_in_8_bits_nearly_as_torch_does(
    plain: Path, cross: PackagedCrossEncoder, question: str
) -> None:
    quick = cross.odds(question, PASSAGES)
    slow = [by_torch(plain, question, passage) for passage in PASSAGES]
    assert quick == pytest.approx(slow, abs=0.5)


class Counted:
    """A session that counts how often it is run."""

    def __init__(self, graph: Path) -> None:
        self.session, self.runs = load_session(graph), 0

    def run(self, outputs: None, inputs: dict[str, object]) -> list[NDArray[np.floating]]:
        self.runs += 1
        return list(self.session.run(outputs, inputs))


def test_what_the_first_layers_make_of_a_text_is_kept(
    folder: Path, cross: PackagedCrossEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: dict[str, Counted] = {}
    monkeypatch.setattr(
        "index.cross.load_session", lambda path: opened.setdefault(path.name, Counted(path))
    )
    new = PackagedCrossEncoder(folder)
    read = [new.odds(question, PASSAGES) for question in (*QUESTIONS[:2], QUESTIONS[0])]

    assert opened[GRAPH].runs == 2 + len(PASSAGES)
    assert opened[JOINED].runs == 3 * len(PASSAGES)
    assert read[0] == read[2] == cross.odds(QUESTIONS[0], PASSAGES)


PAIRS = (  # a passage, what it answers, what it only sounds like
    (
        "Hồ sơ được giải quyết trong thời hạn 05 ngày làm việc, kể từ ngày nhận đủ hồ sơ.",
        "Hồ sơ được giải quyết trong bao lâu?",
        "Nộp hồ sơ phải đóng lệ phí bao nhiêu?",
    ),
    (
        "Năm 2023, xã tổ chức 12 cuộc đối thoại, có 340 lượt người dân tham dự.",
        "Có bao nhiêu lượt người dân dự các cuộc đối thoại?",
        "Trong số người dân dự đối thoại có bao nhiêu phụ nữ?",
    ),
    (
        "Trưởng thôn chủ trì hội nghị; thư ký do hội nghị bầu.",
        "Ai chủ trì hội nghị của thôn?",
        "Hội nghị của thôn họp mấy lần một năm?",
    ),
    (
        "Kết quả được niêm yết tại trụ sở Ủy ban nhân dân xã và nhà văn hóa thôn.",
        "Kết quả được dán ở những nơi nào?",
        "Kết quả được dán trong bao nhiêu ngày?",
    ),
    (
        "Người vi phạm bị nhắc nhở bằng văn bản.",
        "Ai vi phạm thì bị làm sao?",
        "Ai có quyền xử lý người vi phạm?",
    ),
)


def test_what_answers_has_better_odds_than_what_only_sounds_so(cross: PackagedCrossEncoder) -> None:
    odds = [[cross.odds(question, (text,))[0] for question in asked] for text, *asked in PAIRS]
    better = [answered > missed for answered, missed in odds]
    assert sum(better) >= len(PAIRS) - 1  # it is right nine times in ten


def test_what_it_was_taught_is_told() -> None:
    made = packaged_adapter(CROSS).made
    assert {"data", "pairs", "groups", "training.seed", JOIN} <= made.keys()
