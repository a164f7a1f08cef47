"""A run as CSV: a line for each question, for a spreadsheet."""

from __future__ import annotations

import csv as separated
import io
from collections.abc import Iterator

from evals.report import Row
from evals.runs.run import Run
from ui.compared import KINDS, STAGES, measure_name
from ui.figures import FLAWS

BOM = "\ufeff"  # by which spreadsheets know UTF-8
ACTIVE = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would take for a formula
COLUMNS = (
    "id",
    "loại",
    "nửa",
    "câu hỏi",
    "từ chối",
    "câu trả lời",
    "trích dẫn",
    "độ tin cậy",
    "ms",
)
REST = ("mất ở", "lỗi")


def csv(run: Run) -> str:
    """Return the questions of a run with their scores, in the order of the gold set."""
    rows = run.report.rows
    measures = [score.measure for score in rows[0].scores] if rows else []
    file = io.StringIO()
    writer = separated.writer(file, lineterminator="\r\n")
    writer.writerow((*COLUMNS, *map(measure_name, measures), *REST))
    writer.writerows(inert(_cells(row)) for row in rows)
    return BOM + file.getvalue()


def inert(cells: Iterator[str]) -> list[str]:
    """Return cells that no spreadsheet takes for formulas: an apostrophe stands before those.

    >>> inert(iter(["=1+1", "Điều 5"]))
    ["'=1+1", 'Điều 5']
    """
    return [f"'{cell}" if cell.startswith(ACTIVE) else cell for cell in cells]


def _cells(row: Row) -> Iterator[str]:
    outcome = row.outcome
    yield from (row.id, KINDS[row.kind], row.split, row.question)
    yield "có" if outcome.abstained else ""
    yield outcome.answer
    yield "\n".join(f"[{c.n}] {c.source}, {c.address}" for c in outcome.citations)
    yield f"{outcome.confidence:.3f}"
    yield f"{outcome.elapsed_ms:.1f}"
    yield from ("" if score.value is None else f"{score.value:.4g}" for score in row.scores)
    yield STAGES[row.lost_at] if row.lost_at else ""
    yield "; ".join(FLAWS[fault.flaw] for fault in row.faults)
