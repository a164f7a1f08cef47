"""Whether a text says where: a word of place, and behind it something that is a place."""

from __future__ import annotations

import re

from assistant.match import match
from assistant.reading import Reading
from corpus.syllables import syllables

WITHIN = 15  # syllables between what is asked about and the word of place
_AT = frozenset({"tại", "ở", "trên", "vào", "lên", "qua", "đến", "tới", "về", "gửi", "cho"})
_CLAUSES = re.compile(r"[;.?!]\s")
_PLACES = frozenset(
    syllables(
        "trụ sở phòng cổng trang website bảng nơi địa điểm hội trường nhà xã huyện tỉnh thôn phường"
        " ủy ban ubnd bộ phận trung tâm mạng internet báo đài cơ quan đơn vị văn phòng chi cục cục"
        " thanh tra tòa án viện công an trường bệnh viện email thư điện tử địa chỉ hộp thư hòm khu"
    )
)
_BEHIND = 3  # syllables behind the word of place


def has_place(text: str, reading: Reading) -> bool:
    """Tell whether a place stands in a clause with what is asked about, behind it or before."""
    return any(_told(clause, reading) for clause in _CLAUSES.split(text))


def _told(clause: str, reading: Reading) -> bool:
    words = syllables(clause)
    starts = {i for chunk in reading.firm for i in match(chunk, words).places}
    return any(
        word in _AT and _PLACES & set(words[at + 1 : at + 1 + _BEHIND])
        for start in starts
        for at, word in enumerate(words[start : start + WITHIN], start)
    )
