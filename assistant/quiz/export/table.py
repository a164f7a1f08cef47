"""Questions as rows of a table: for CSV and spreadsheets."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.quiz.export.aiken import LETTERS
from assistant.quiz.export.question import Question
from assistant.quiz.item import Kind

OPTIONS = 6
_FORMULA = ("=", "+", "-", "@", "\t")


def rows(asked: Sequence[Question]) -> list[list[str]]:
    """Return a row of titles, then one row for each question."""
    titles = ["Mã", "Loại", "Câu hỏi", *(f"Phương án {x}" for x in LETTERS[:OPTIONS])]
    return [[*titles, "Đáp án", "Giải thích và nguồn"], *map(_row, asked)]


def _row(one: Question) -> list[str]:
    shown = [f"{prompt} → ?" for prompt in one.prompts]
    stem = "\n".join([one.stem, *shown])
    options = [*one.options, *[""] * (OPTIONS - len(one.options))]
    return [
        safe(cell) for cell in (one.name, one.kind.value, stem, *options, key_of(one), one.feedback)
    ]


def key_of(one: Question) -> str:
    """Return the key as people write it: "C", "A, D", "CADB", "1-B; 2-A", the accepted texts."""
    letters = [LETTERS[k] for k in one.key]
    if one.kind is Kind.ORDER:
        return "-".join(letters)
    if one.kind is Kind.MATCH:
        return "; ".join(f"{n}-{letter}" for n, letter in enumerate(letters, start=1))
    return ", ".join(letters) if letters else " | ".join(one.answers)


def safe(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula.

    >>> safe("=1+1"), safe("Theo Kế hoạch")
    ("'=1+1", 'Theo Kế hoạch')
    """
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
