"""The lines of a text: where each begins and ends, with what was glued taken apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from corpus import forms
from corpus.labels import Label, label_of
from corpus.span import Span, trimmed


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A stretch of one physical line, never blank.

    `spaced` says that a blank line stands before it; `label` is the label that it begins with.
    """

    span: Span
    text: str
    spaced: bool
    label: Label | None


_NEXT = r"(?:[IVX]{1,5}\.|\d{1,2}\.|Điều \d+[.:]|[a-zđ]\))\s*\S"
_BOLD = re.compile(r"\*\*(?=" + _NEXT + r")|(?<=\S\*\*)(?=" + _NEXT + ")")
_GLUED = re.compile(
    r"(?<=[^\W\d_]{3}[.;:])(?=Điều \d+[.:] )|(?<=[^\W\d_]{3})(?=\d{1,2}\. [^\W\d_])"
)
_GAP = re.compile(r"\s*\|\s*|\t\s*| {3,}")  # between two columns that were set side by side
_RIGHT = (forms.MOTTO, forms.PLACE_DATE, forms.DATED_LINE)
_LEFT = (forms.NUMBER_LINE, forms.SUBJECT, forms.RULE)
_NAME = re.compile(
    rf"(?:(?:PGS|GS|TS|ThS|BS|CN|KS)\.?\s*)*[{forms.UPPER}]\w*(?: [{forms.UPPER}]\w*){{1,4}}$"
)
_TWO = 2
_HEAD = 3_000  # characters in which a head stands
_COLUMNED = 250  # characters of a line with two columns
_COUNTERS = re.compile(r"\d{1,2}/\d{1,2}/\d{4},? +\d{1,2}[:h]\d{2}(?P<cut> +)(?=\d+(?: +\d+)*$)")


def is_row(text: str) -> bool:
    """Tell whether `text` is a row of a table: its cells are parted by a bar between blanks.

    >>> is_row("1 | Họp dân |"), is_row("Công khai và/hoặc niêm yết")
    (True, False)
    """
    return " | " in text or text.startswith("| ") or text.endswith(" |")


def lines(text: str) -> tuple[Line, ...]:
    """Return the lines of `text` that are not blank, in order.

    A line that holds two headings ("I. MỤC ĐÍCH, YÊU CẦU**1. Mục đích**") gives two.
    """
    return tuple(_lines(text))


def _lines(text: str) -> Iterator[Line]:
    start, spaced = 0, False
    for raw in text.splitlines(keepends=True):
        blank = not raw.strip()
        if not blank:
            yield from _pieces(text, start, start + len(raw), spaced=spaced)
        spaced = blank
        start += len(raw)


def _pieces(text: str, start: int, end: int, *, spaced: bool) -> Iterator[Line]:
    columns = _column_cuts(text[start:end], head=start < _HEAD)
    cuts = [start, *(start + cut for cut in columns or _cuts(text[start:end])), end]
    for left, right in pairwise(cuts):
        span = trimmed(text, left, right)
        if span:
            words = span.of(text)
            yield Line(span=span, text=words, spaced=spaced, label=label_of(words))
            spaced = False


def _cuts(line: str) -> list[int]:
    counters = _COUNTERS.search(line.rstrip())
    if counters:
        return [counters.end("cut")]
    return [*_bold_cuts(line), *_glued_cuts(line)]


def _column_cuts(line: str, *, head: bool) -> list[int]:
    """Find where the two columns of a head, or of two signatures, meet; a stroke stands alone."""
    columns = [cell for cell in _GAP.split(line.strip().strip("| ")) if cell]
    if len(line) > _COLUMNED or len(columns) != _TWO:
        return []
    beside = head and _is_left(columns[0]) and any(form.match(columns[1]) for form in _RIGHT)
    if not beside and ("|" in line or not _sign(*columns)):
        return []
    ends = (at for gap in _GAP.finditer(line.rstrip()) for at in gap.span())
    return [at for at in ends if 0 < at < len(line.rstrip())]


def _is_left(column: str) -> bool:
    """Tell whether a column is a line of the left half of a head: issuer, number, subject."""
    return column.isupper() or any(form.match(column) for form in _LEFT)


def _sign(left: str, right: str) -> bool:
    """Tell whether two columns are of a foot: two who sign, or who gets it beside who signs."""
    office = right.isupper() and forms.OFFICE.match(right) is not None
    name = _NAME.match(right) is not None and not right.isupper()
    if forms.RECIPIENTS.match(left) or left.startswith("-"):
        return office or name
    if left.isupper() and right.isupper():
        return office or forms.OFFICE.match(left) is not None
    return name and _NAME.match(left) is not None and not left.isupper()


def _bold_cuts(line: str) -> list[int]:
    """Find where a bold stretch opens or ends right before the label of another heading."""
    if "**" not in line:
        return []
    found = (m.start() for m in _BOLD.finditer(line))
    return [at for at in found if line[:at].strip(" *#") and line[:at].count("**") % 2 == 0]


def _glued_cuts(line: str) -> list[int]:
    """Find where a heading in capitals, or the end of an article, touches the next label."""
    found = (m.start() for m in _GLUED.finditer(line))
    return [at for at in found if line[at] == "Đ" or _capitals(line[:at])]


def _capitals(head: str) -> bool:
    return label_of(head) is not None and head.isupper()
