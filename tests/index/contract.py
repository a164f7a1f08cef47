"""What every embedder must do, whichever it is."""

from __future__ import annotations

import numpy as np

from index.embedder import Embedder

TEXTS = (
    "Báo cáo gửi về Sở Nội vụ trước ngày 27/10/2023.",
    "Nâng bậc lương",
    "Huyện có 24 xã, thị trấn. " * 40,
)


def check_embedder(embedder: Embedder) -> None:
    """Assert the whole contract of `Embedder`."""
    _check_shape(embedder)
    _check_order(embedder)
    _check_progress(embedder)


def _check_shape(embedder: Embedder) -> None:
    rows, question = embedder.embed_passages(TEXTS), embedder.embed_question("Hạn gửi báo cáo?")
    assert rows.shape == (3, embedder.dim)
    assert question.shape == (embedder.dim,)
    assert rows.dtype == question.dtype == np.float32
    assert np.allclose(np.linalg.norm([*rows, question], axis=1), 1, atol=1e-5)
    assert embedder.embed_passages([]).shape == (0, embedder.dim)
    assert embedder.name
    assert embedder.digest


def _check_order(embedder: Embedder) -> None:
    together = embedder.embed_passages(TEXTS)
    alone = np.concatenate([embedder.embed_passages([text]) for text in TEXTS])
    assert np.allclose(together, alone, atol=1e-4)
    assert int(np.argmax(together @ embedder.embed_question("báo cáo gửi Sở Nội vụ"))) == 0


def _check_progress(embedder: Embedder) -> None:
    told: list[tuple[int, int]] = []
    embedder.embed_passages(TEXTS, lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    assert told[-1] == (3, 3)
