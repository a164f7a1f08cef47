"""Words that a law quotes over several lines: the new text of an article that it amends."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.lines import Line

_OPENS = re.compile(r"[*_]*[“\"]")
_CLOSES = re.compile(r"[”\"][*_]*[.;,]?[*_]*$")
_FAR = 80  # lines that a quotation runs over at most


def quoted(lines: Sequence[Line]) -> frozenset[int]:
    """Return the indexes of the lines after the first of each quotation of several lines.

    Their labels are those of the amended text: "a)" in there is no point of the amending clause.
    """
    found: set[int] = set()
    for i, line in enumerate(lines):
        if i not in found and _OPENS.match(line.text) and not _CLOSES.search(line.text):
            found.update(range(i + 1, _end(lines, i)))
    return frozenset(found)


def _end(lines: Sequence[Line], start: int) -> int:
    """Return the index after the line that closes the quotation, `start` when none does."""
    for i in range(start + 1, min(len(lines), start + _FAR)):
        if _CLOSES.search(lines[i].text):
            return i + 1
        if _OPENS.match(lines[i].text):
            break
    return start
