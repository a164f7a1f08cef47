"""The one form in which every text enters the project."""

from __future__ import annotations

import unicodedata

_DROPPED = dict.fromkeys(map(ord, "\ufeff\u200b\u200c\u200d\u2060\u00ad\u200e\u200f"))
_SPACES = {code: " " for code in (0x00A0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)}
_BREAKS = {0x2028: "\n", 0x2029: "\n", 0x0085: "\n"}


def normalised(raw: str) -> str:
    """Return `raw` as NFC with LF line ends, ordinary spaces and no invisible characters.

    Only characters that cannot be seen change: misprints, markup and page breaks stay.

    >>> normalised("Quy che\\u0302\\u0301\\u00a0dân\\u200b chủ\\r\\n")
    'Quy chế dân chủ\\n'
    """
    text = raw.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text.translate(_DROPPED | _SPACES | _BREAKS))
