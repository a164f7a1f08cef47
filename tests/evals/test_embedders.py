"""How quick an embedder is, and what its vectors alone find."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.parse import parse
from evals.embedders import measure
from evals.gold import Kind, Split
from evals.quote import Quote
from index.entry import entries
from index.fakes import HashEmbedder
from tests.assistant.world import PLAN
from tests.evals.world import gold, item, silent
from ui.commands.embedders import models

TEXTS = [parse("ke_hoach.txt", PLAN)]
HASH = HashEmbedder()
WORDS = "Trang bị bảng tên cho 35 công chức."
EVIDENCE = ((Quote("ke_hoach.txt", WORDS),),)


def test_a_question_in_the_words_of_its_passage_finds_it_first() -> None:
    asked = item(f"- {WORDS}", evidence=EVIDENCE, key_points=(("35",),))
    quality = measure(HASH, entries(TEXTS), gold(asked, silent()), [TEXTS[0][0]])
    assert (quality.n, quality.recall_5) == (1, 1.0)
    assert quality.mrr >= 0.5
    assert quality.passages_per_second > 0
    assert quality.question_ms > 0


@pytest.mark.parametrize("kind", [Kind.UNACCENTED, Kind.FOLLOW_UP])
def test_what_no_embedder_reads_by_itself_is_not_asked(kind: Kind) -> None:
    asked = item(kind=kind, evidence=EVIDENCE, split=Split.TUNE)
    assert measure(HASH, entries(TEXTS), gold(asked, item(evidence=EVIDENCE)), [TEXTS[0][0]]).n == 1


def test_a_folder_of_models_stands_for_each_of_them(tmp_path: Path) -> None:
    for name in ("b", "a"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "modules.json").write_text("[]", encoding="utf-8")
    (tmp_path / "notes").mkdir()
    assert models(tmp_path) == [tmp_path / "a", tmp_path / "b"]
    assert models(tmp_path / "a") == [tmp_path / "a"]
    assert models(Path("intfloat/some-model")) == [Path("intfloat/some-model")]
