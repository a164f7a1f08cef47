"""The profile of a question and of a build."""

from __future__ import annotations

from index.benchmark import shipped_entries
from index.fakes import HashEmbedder
from index.profile import measured


def test_every_step_of_a_question_has_its_time() -> None:
    build, head, *rows = measured(HashEmbedder(), shipped_entries()[:20])
    assert build.startswith("embedding 20 passages")
    assert head.startswith("| step")
    named = [row.split("|")[1].strip() for row in rows]
    assert named == ["embed", "lexical", "dense", "late", "read ten passages", "the whole search"]
