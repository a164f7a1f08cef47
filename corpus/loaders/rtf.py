"""RTF: the words of a rich text file. The door to striprtf."""

from __future__ import annotations

import re
from collections.abc import Iterator

from striprtf.striprtf import rtf_to_text

from corpus.loaders.lines import joined, row
from corpus.loaders.source import Source

_CELL = re.compile(r"\|")
_LABEL = re.compile(r"^([^\t|]{1,12})\t")  # what Word puts between a number and its words


def rtf_text(source: Source) -> str:
    """Return the text of an RTF file, one paragraph or row of a table a line.

    Raises:
        UnreadableSourceError: nothing of it can be read.
    """
    text: str = rtf_to_text(source.data.decode("latin-1"), errors="replace")  # type: ignore[no-untyped-call]
    return joined(part for line in text.splitlines() for part in _parts(line))


def _parts(line: str) -> Iterator[str]:
    """Yield the parts of a line; striprtf ends each cell of a row with a stroke, the last too.

    A stroke in a line that does not end in one stands between two cells of several paragraphs.
    """
    line = _LABEL.sub(r"\1 ", line)
    cells = _CELL.split(line.rstrip())
    if cells[-1]:
        yield from cells
    else:
        yield row(cells[:-1])
