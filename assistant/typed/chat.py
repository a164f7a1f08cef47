"""Short forms of a chat, as they are typed in a hurry: "đc" for "được", "6th" for "6 tháng"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from corpus.syllables import folded
from corpus.table import rows

_WORD = re.compile(r"(?<![\w/.@-])[^\W\d_]+(?:/[^\W\d_]+)?(?![\w/@-])")
_MONTHS = re.compile(r"(?<![\w/.-])(\d{1,2}) ?(?:th|thg|t)(?!\w)")
# Before a letter these make it the label of a point, or the name of a kind.
_LABELLED = re.compile(
    r"(?:điểm|khoản|mục|phần|phụ lục|loại|hạng|nhóm|mẫu|số|phòng)\s$", re.IGNORECASE
)


def load_typed() -> dict[str, str]:
    """Read the table of short forms."""
    return {row["typed"]: row["meant"] for row in rows("typed.csv")}


def written_out(text: str, known: Mapping[str, str]) -> str:
    """Return a question with its short forms written out; without diacritics where it has none.

    Words in capitals are abbreviations of the office, which the texts may have too.

    >>> written_out("đc nghỉ mấy ngày trong 6th v?", {"đc": "được", "v": "vậy"})
    'được nghỉ mấy ngày trong 6 tháng vậy?'
    >>> written_out("dc nghi theo diem k khong", {"dc": "được", "k": "không"})
    'duoc nghi theo diem k khong'
    """
    bare = text.isascii()

    def put(found: re.Match[str]) -> str:
        meant = known.get(found[0])
        if meant is None or (len(found[0]) == 1 and _labelled(text[: found.start()])):
            return found[0]
        return folded(meant) if bare else meant

    return _MONTHS.sub(r"\1 thang" if bare else r"\1 tháng", _WORD.sub(put, text))


def _labelled(before: str) -> bool:
    return bool(_LABELLED.search(before) or _BARE_LABELLED.search(before))


_BARE_LABELLED = re.compile(folded(_LABELLED.pattern).replace("\\s", r"\s"), re.IGNORECASE)
