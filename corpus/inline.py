"""Lists inside a paragraph: "… sau: (1) Tăng cường …; (2) Tiếp tục … (8) Thực hiện …"."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"(?<!khoản )(?<!điểm )(?<!ý )(?<![^\s;:,.])\((\d{1,2})\)(?=\s*\S)")


def inline_starts(text: str) -> tuple[int, ...]:
    """Return where each "(1)", "(2)" … begins, when they count up from 1 and are two or more.

    >>> inline_starts("Nội dung sau: (1) Công khai; (2) Đối thoại (theo khoản (3)).")
    (14, 29)
    """
    starts: list[int] = []
    for found in _NUMBER.finditer(text):
        if int(found[1]) == len(starts) + 1:
            starts.append(found.start())
    return tuple(starts) if len(starts) > 1 else ()
