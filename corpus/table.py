"""The tables that ship with the project, row by row."""

from __future__ import annotations

import csv
from importlib import resources


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of the table `name`, by column; an empty cell is ""."""
    text = resources.files("corpus").joinpath("tables", name).read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))


def several(cell: str) -> tuple[str, ...]:
    """Return the values of a cell that holds several.

    >>> several("Luật 47/2024/QH15; Luật 97/2025/QH15")
    ('Luật 47/2024/QH15', 'Luật 97/2025/QH15')
    """
    return tuple(part.strip() for part in cell.split(";") if part.strip())
