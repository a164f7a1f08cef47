"""RTF: the words of a rich text file. The door to striprtf."""

from __future__ import annotations

import re

from striprtf.striprtf import rtf_to_text

from corpus.loaders.lines import joined, row
from corpus.loaders.source import Source

_CELL = re.compile(r"\|")


def rtf_text(source: Source) -> str:
    """Return the text of an RTF file, one paragraph or row of a table a line.

    Raises:
        UnreadableSourceError: nothing of it can be read.
    """
    text: str = rtf_to_text(source.data.decode("latin-1"), errors="replace")  # type: ignore[no-untyped-call]
    return joined(map(_line, text.splitlines()))


def _line(line: str) -> str:
    """Return a line; striprtf ends each cell of a row with a stroke, the last one too."""
    if not line.rstrip().endswith("|"):
        return line
    return row(_CELL.split(line.rstrip()[:-1]))
