"""From the lines that a page draws to its paragraphs, told by where the lines stand.

A line is wrapped when the first word of the next one had no room left in it; a gap above a line
that is wider than the usual one begins a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from corpus.labels import label_of

_WIDE = 1.25  # of the usual distance of two lines
_INDENT = 4  # times it; what begins further in is set apart
_SAME = 0.5  # of it; what stands closer is beside, not below
_NOTE = re.compile("[⁰¹²³⁴-⁹]")  # what a footnote begins with
_FIELD = re.compile(r"(?P<first>[^\W\d_])[^:.;,]{0,30}:(?:\s|$)")  # "Thời gian: 8 giờ"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A line as it is drawn, in points from the lower left corner of the page.

    `first` is how wide its first word is, with the blank that would stand before it. `left` is 0
    where it is not known, and so is the `height` of its first letter. A `row` of a table is whole:
    nothing is joined to it.
    """

    text: str
    left: float = 0.0
    height: float = 0.0
    right: float
    bottom: float
    first: float
    row: bool = False


def flowed(lines: Sequence[Drawn], margin: float) -> str:
    r"""Return the words of a page with wrapped lines joined and paragraphs parted.

    `margin` is where the lines of the document end on the right.

    >>> a = Drawn(text="Công khai các", right=90, bottom=100, first=35)
    >>> b = Drawn(text="khoản thu chi.", right=70, bottom=80, first=40)
    >>> c = Drawn(text="Họp hằng quý.", right=65, bottom=60, first=20)
    >>> flowed([a, b, c], margin=90)
    'Công khai các khoản thu chi.\nHọp hằng quý.'
    """
    edge = min((line.left for line in lines if not line.row), default=0.0)
    plain = [pair for pair in pairwise(lines) if not any(line.row for line in pair)]
    drops = [above.bottom - below.bottom for above, below in plain]
    pitch = median([drop for drop in drops if drop > 0] or [0.0])
    words = [line.text for line in lines[:1]]
    for above, below in pairwise(lines):
        words += [_joint(above, below, pitch, (edge, margin)), below.text]
    return "".join(words)


def _joint(above: Drawn, below: Drawn, pitch: float, edges: tuple[float, float]) -> str:
    """Return what joins two lines: a blank where the first was full and the second goes on.

    What goes on begins at the left edge, and so does what it goes on with, but for an indent: a
    date that is set on the right and a title in the middle do not.
    """
    if above.row or below.row:
        return "\n\n"
    drop, (edge, margin) = above.bottom - below.bottom, edges
    if drop > _WIDE * pitch:
        return "\n\n"
    if _begins(below.text) or (_is_field(above.text) and _is_field(below.text)):
        return "\n"
    full = above.right + below.first > margin and drop > _SAME * pitch
    running = max(above.left, below.left) - edge <= _INDENT * pitch
    return (
        " " if full and running and not any(map(_stands_alone, (above.text, below.text))) else "\n"
    )


def _begins(text: str) -> bool:
    """Tell whether a line begins with a label or the number of a note."""
    return label_of(text) is not None or _NOTE.match(text) is not None


def _is_field(text: str) -> bool:
    """Tell whether a line is a name with what is filled in; a wrapped one begins no such line."""
    found = _FIELD.match(text)
    return found is not None and found["first"].isupper()


def _stands_alone(text: str) -> bool:
    """Tell whether a line is a page number."""
    return text.strip("-–— ").isdecimal()
