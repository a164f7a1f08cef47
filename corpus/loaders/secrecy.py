"""Marks of state secrecy: a file that bears one is never taken in.

The degrees are those of Luật Bảo vệ bí mật nhà nước: Tuyệt mật, Tối mật, Mật.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

HEAD_LINES = 15
_DEGREES = frozenset({"mật", "tốimật", "tuyệtmật"})
_NAMES = re.compile(r"(?:dấu)?(?:chỉ)?(?:độ|mức)(?:độ)?mật")
_NOT_LETTERS = re.compile(r"[^\w\u0300-\u036f]|_")


def is_secret(text: str) -> bool:
    r"""Tell whether a line of its own among the first 15 is a mark of secrecy.

    >>> is_secret("UBND TỈNH\nT Ố I   M Ậ T\nBÁO CÁO"), is_secret("Giữ bí mật công tác.")
    (True, False)
    """
    lines = (line for line in text.splitlines() if line.strip())
    return any(map(is_mark, (line for _, line in zip(range(HEAD_LINES), lines, strict=False))))


def is_mark(line: str) -> bool:
    """Tell whether a line, or a cell of a row, says a degree of secrecy and nothing else."""
    return any(_letters(cell) in _DEGREES for cell in line.split("|"))


def any_mark(lines: Iterable[str]) -> bool:
    """Tell whether one of `lines` is a mark, wherever it stands."""
    return any(map(is_mark, lines))


def _letters(cell: str) -> str:
    """Return the letters alone; blanks between a letter and its tone must not part them."""
    bare = _NOT_LETTERS.sub("", unicodedata.normalize("NFD", cell).casefold())
    return _NAMES.sub("", unicodedata.normalize("NFC", bare))
