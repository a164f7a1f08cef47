"""The plain lines that every format is turned into, so that one outline parser reads them all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from corpus import forms

_BULLET = re.compile(r"[-–—•▪◦●♦✓+*]\s*(?=\S)")
_FILED = re.compile(r"Lưu\b", re.IGNORECASE)
_FOOT_CELLS = 2  # in a row: recipients, who signs
_FOOT_ROWS = 8  # with a recipient in each
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def joined(lines: Iterable[str]) -> str:
    """Return paragraphs with a blank line between; a line break inside a paragraph stays."""
    return "\n\n".join(kept for line in lines if (kept := _tidy(line)))


def item(words: str, depth: int, number: int | None = None) -> str:
    """Return an item of a list with its mark: "- ", "+ " inside another list, or its number.

    >>> item("Công khai", 0), item("• Niêm yết", 1), item("Họp", 0, 2)
    ('- Công khai', '+ Niêm yết', '2. Họp')
    """
    mark = f"{number}." if number is not None else "+" if depth else "-"
    return f"{mark} {_BULLET.sub('', words.strip(), count=1)}"


def counted(number: int, form: str) -> str:
    """Return a number as a list draws it.

    >>> [counted(4, form) for form in "1aAiI"]
    ['4', 'd', 'D', 'iv', 'IV']
    """
    if form in {"a", "A"}:
        letter = chr(ord("a") + (number - 1) % 26)
        return letter if form == "a" else letter.upper()
    if form in {"i", "I"}:
        drawn = _roman(number)
        return drawn if form == "i" else drawn.upper()
    return str(number)


def _roman(number: int) -> str:
    drawn = ""
    for value, letters in _ROMAN:
        drawn += letters * (number // value)
        number %= value
    return drawn


def row(cells: Iterable[str]) -> str:
    r"""Return a row of a table on one line; "" when all its cells are empty.

    >>> row(["1", "Họp\ndân", ""])
    '1 | Họp dân |'
    """
    words = [" ".join(cell.split()) for cell in cells]
    return " | ".join(words).rstrip() if any(words) else ""


def table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    r"""Yield a row a line; a table that only places the head or the foot, its cells in order.

    >>> list(table([["SỞ NỘI VỤ\nSố: 5/KH", "Độc lập - Tự do - Hạnh phúc"]]))
    ['SỞ NỘI VỤ\nSố: 5/KH', 'Độc lập - Tự do - Hạnh phúc']
    """
    single = all(len(cells) == 1 for cells in rows)
    if single or _heads(rows) or _closes(rows):
        for cells in rows:
            yield from cells
    else:
        yield from map(row, rows)


def _heads(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether a table places the head of a document: no other table has its motto."""
    lines = (line for cells in rows for cell in cells for line in cell.splitlines())
    return any(forms.MOTTO.match(line.strip()) for line in lines)


def _closes(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether a table places the foot: recipients on the left, who signs on the right.

    A register of documents has a column of that name, which lists none below it in its cell, and
    nobody signs beside it.
    """
    named = [
        cell.strip() for cells in rows for cell in cells if forms.RECIPIENTS.match(cell.strip())
    ]
    small = len(rows) <= _FOOT_ROWS and all(sum(map(bool, cells)) <= _FOOT_CELLS for cells in rows)
    marked = any(":" in cell for cell in named)
    return any(map(_lists, named)) or (small and marked and (len(rows) == 1 or _signs(rows)))


def _signs(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether rows list recipients with a mark, or have the office of who signs."""
    cells = [cell.strip() for beside in rows for cell in beside]
    listed = any(_BULLET.match(cell) or _FILED.match(cell) for cell in cells)
    return listed or any(map(forms.OFFICE.match, cells))


def _lists(cell: str) -> bool:
    """Tell whether a cell that begins with "Nơi nhận" lists recipients below."""
    found = forms.RECIPIENTS.match(cell)
    below = cell[found.end() :].strip() if found else ""
    return bool(_BULLET.match(below)) or (bool(below) and ":" in cell.splitlines()[0])


def frames(line: str) -> bool:
    """Tell whether a line is one of the head or the foot of an official document."""
    return any(form.match(line.strip()) for form in (forms.MOTTO, forms.RECIPIENTS))


def superscript(mark: str) -> str:
    """Return a raised mark as it is seen: digits raised, other marks as they are.

    >>> superscript("12")
    '¹²'
    """
    return mark.translate(_SUPERSCRIPTS) if mark.strip().isdecimal() else mark


def _tidy(block: str) -> str:
    lines = (line.rstrip() for line in block.strip().splitlines())
    return "\n".join(line for line in lines if line)
