"""The profile of a question."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from index.benchmark import shipped_entries
from index.fakes import HashEmbedder
from index.generation import build_index
from index.profile import STEPS, WHOLE, question_rows


def test_every_step_of_a_question_has_its_time(tmp_path: Path) -> None:
    embedder, shelf = HashEmbedder(), shipped_entries()[:20]
    with closing(build_index(tmp_path, shelf, embedder, library_digest="any")) as generation:
        head, *rows = question_rows(generation, embedder, ["Công chức được biết gì?", "Ai ký?"])

    assert head.startswith("| step")
    cells = [[cell.strip() for cell in row.split("|")[1:-1]] for row in rows]
    assert [name for name, *_ in cells] == [*STEPS, WHOLE]
    assert all(float(p50) <= float(p95) for _, p50, p95 in cells)
