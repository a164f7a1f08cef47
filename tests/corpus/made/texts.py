"""The shipped texts as lines to be written in other formats."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

TEXTS = sorted(Path("corpus/texts").glob("*.txt"))


@cache
def lines_of(path: Path) -> list[str]:
    """Return the lines of a shipped text that have words, blanks single."""
    lines = (" ".join(line.split()) for line in path.read_text("utf-8").splitlines())
    return [line for line in lines if re.search(r"\w", line)]


def given(path: Path) -> list[str]:
    """Return the lines without marks that only our own texts have: ** and raised numbers."""
    return [re.sub(r"\*+|[¹²³]", "", line).strip() for line in lines_of(path)]


def flat(lines: list[str]) -> str:
    """Return lines as one, for formats that break lines where they like."""
    return " ".join(" ".join(lines).split())
