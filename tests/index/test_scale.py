"""Passages made by rule, and what is measured of them."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from itertools import islice
from pathlib import Path

import numpy as np
import pytest

from index.entry import entries
from index.fakes import HashEmbedder
from index.scale.base import Base, base
from index.scale.made import DOCUMENT, MadePassages, MadeReader, shaken
from index.scale.measured import ask, build
from index.scale.plot import plot
from index.scale.table import rows
from tests.index.world import shelf

REAL = entries(shelf())
HASH = HashEmbedder()
READ = HASH.embed_passages([entry.embedded for entry in REAL])


def test_the_same_seed_makes_the_same_passages() -> None:
    assert list(MadePassages(REAL, 30)) == list(MadePassages(REAL, 30))
    assert list(MadePassages(REAL, 30)) != list(MadePassages(REAL, 30, seed=2))


def test_the_first_passages_are_the_real_ones_the_others_are_like_them() -> None:
    made = list(MadePassages(REAL, 30))
    assert tuple(made[:6]) == REAL
    assert len({entry.passage.id for entry in made}) == 30
    assert all(entry.passage.text for entry in made)


def test_a_made_document_has_fifty_passages() -> None:
    made = list(MadePassages(REAL, 3 * DOCUMENT))
    owners = [entry.passage.document_id for entry in made]
    assert owners[DOCUMENT : 2 * DOCUMENT] == ["made-0000001"] * DOCUMENT


def test_a_vector_is_near_that_of_the_real_passage_and_always_the_same() -> None:
    real = np.eye(4, 384, dtype=np.float32)
    cosines = [shaken(real, 2, seed) @ real[2] for seed in range(100)]
    assert 0.93 < np.mean(cosines) < 0.97
    assert np.array_equal(shaken(real, 2, 7), shaken(real, 2, 7))


def test_passages_that_are_passed_over_do_not_disturb_the_others() -> None:
    made = MadePassages(REAL, 40)
    whole = MadeReader(HASH, READ, made).embed_passages([entry.embedded for entry in made])
    some = MadeReader(HASH, READ, made)
    texts = [entry.embedded for entry in islice(made, 20, 40, 3)]
    for text, right in zip(texts, whole[20::3], strict=True):
        assert np.array_equal(some.embed_passages([text])[0].vector, right.vector)


def test_the_real_passages_are_the_shipped_texts_or_a_folder(tmp_path: Path) -> None:
    assert len(base(None, 10_000).entries) > 100
    (tmp_path / "corpus.jsonl").write_text('{"_id": "a", "title": "Điều 1", "text": "Một."}\n')
    (tmp_path / "queries.jsonl").write_text('{"_id": "q", "text": "Hỏi gì?"}\n')
    beir = base(tmp_path, 10)
    assert beir.questions == ("Hỏi gì?",)
    assert beir.entries[-1].passage.text == "Một."


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    home = tmp_path_factory.mktemp("scale")
    real = Base(entries=REAL, questions=("báo cáo Sở Nội vụ", "thanh tra"))
    built = build(home, real, HASH, READ, 60)
    told = ask(home, real, HASH, READ)
    assert (built.passages, told.passages, told.recall) == (60, 60, 1.0)
    assert told.both.p50 <= told.both.p95
    return [*rows([built], [told]), plot([built], [told])]


def test_each_size_has_a_row_in_both_tables(measured: list[str]) -> None:
    assert [line.split("|")[1].strip() for line in measured if "60 |" in line] == ["60", "60"]


def test_the_plot_is_a_picture_of_eight_curves(measured: list[str]) -> None:
    picture = ET.fromstring(measured[-1])  # noqa: S314 - made here
    assert len(list(picture.iter("{http://www.w3.org/2000/svg}polyline"))) == 8
