"""The one form in which every text enters the project."""

from __future__ import annotations

import unicodedata

UNSEEN = frozenset(map(ord, "\ufeff\u200b\u200c\u200d\u2060\u00ad\u200e\u200f"))
BLANKS = frozenset((160, 5760, *range(8192, 8203), 8239, 8287, 12288))
_BREAKS = {0x2028: "\n", 0x2029: "\n", 0x0085: "\n"}
_CHANGED = dict.fromkeys(UNSEEN) | dict.fromkeys(BLANKS, " ") | _BREAKS


def normalised(raw: str) -> str:
    r"""Return `raw` as NFC with LF line ends, ordinary spaces and no invisible characters.

    Only characters that cannot be seen change: misprints, markup and page breaks stay.

    >>> normalised("Quy che\u0302\u0301\u00a0dân\u200b chủ\r\n")
    'Quy chế dân chủ\n'
    """
    text = raw.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text.translate(_CHANGED))
