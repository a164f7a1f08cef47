"""What every embedder must do, whichever it is."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from index.embedder import Embedder, Read, Vectors
from index.late import SCALE

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
    read = [*embedder.embed_passages(TEXTS), embedder.embed_question("Hạn gửi báo cáo?")]
    assert len(read) == len(TEXTS) + 1
    for one in read:
        assert one.vector.shape == (embedder.dim,)
        assert one.vector.dtype == np.float32
        assert np.linalg.norm(one.vector) == pytest.approx(1, abs=1e-5)
        assert one.tokens.shape[1] == embedder.width
        assert one.tokens.dtype == np.int8
        lengths = np.linalg.norm(one.tokens.astype(np.float32), axis=1)
        assert lengths == pytest.approx(SCALE, rel=0.05)
    assert embedder.embed_passages([]) == []
    assert embedder.name
    assert embedder.digest


def _check_order(embedder: Embedder) -> None:
    together = embedder.embed_passages(TEXTS)
    alone = [one for text in TEXTS for one in embedder.embed_passages([text])]
    assert np.sum(vectors(together) * vectors(alone), axis=1).min() >= 0.999
    assert [len(one.tokens) for one in together] == [len(one.tokens) for one in alone]
    assert (
        int(np.argmax(vectors(together) @ embedder.embed_question("báo cáo gửi Sở Nội vụ").vector))
        == 0
    )


def vectors(read: Sequence[Read]) -> Vectors:
    """Return the vectors of texts, `(n, dim)`."""
    return np.stack([one.vector for one in read])


def _check_progress(embedder: Embedder) -> None:
    told: list[tuple[int, int]] = []
    embedder.embed_passages(TEXTS, lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    assert told[-1] == (3, 3)
