"""Whether a text says where: a word of place with something behind it, or the name of an area."""

from __future__ import annotations

import re
from itertools import pairwise

from assistant.evidence.match import match
from assistant.reading.reading import Reading, asked_by
from corpus.syllables import folded, syllables

_IN = frozenset({"tại", "ở"})
_POINTING = frozenset({"đây", "đó", "kia", "cơ"})  # "ở cơ sở" says at what level, not where
_AT = frozenset({"trên", "vào", "lên", "qua", "đến", "tới", "về", "gửi", "cho"})
_CLAUSES = re.compile(r"[;.?!]\s")
_PLACES = frozenset(
    syllables(
        "trụ sở phòng cổng trang website bảng nơi địa điểm hội trường nhà xã huyện tỉnh thôn phường"
        " ủy ban ubnd bộ phận trung tâm mạng internet báo đài cơ quan đơn vị văn phòng chi cục cục"
        " đường quận tầng loa hệ thống cuộc họp hội nghị thanh tra tòa án viện"
        " công an trường bệnh viện email thư điện tử địa chỉ hộp thư hòm khu"
    )
)
_BEHIND = 3  # syllables behind the word of place

_IN_AREA = re.compile(
    r"\b(?:thuoc|o|tai|trong)(?: dia ban)? (?:tinh|huyen|quan|thanh pho|thi xa) nao\b"
)
_AREA = re.compile(
    r"(?:, |(?i:\b(?:tỉnh|huyện|quận|thành phố|tp\.?|thị xã) ))(?P<name>[A-ZĐ]\w+ [A-ZĐ]\w+)"
    r"|^\W*(?P<place>[A-ZĐ]\w+ [A-ZĐ]\w+), ngày\b"  # above the kind of a document
)


def asks_area(reading: Reading) -> bool:
    """Tell whether it is asked in which province or district something is."""
    return asked_by(_IN_AREA, reading.text)


def has_area(text: str, reading: Reading) -> bool:
    """Tell whether an area is named that the question does not name."""
    known = folded(reading.text)
    named = (found["name"] or found["place"] for found in _AREA.finditer(text))
    return any(folded(name) not in known for name in named)


def has_place(text: str, reading: Reading) -> bool:
    """Tell whether a place stands in a clause with what is asked about."""
    return any(_told(clause, reading) for clause in _CLAUSES.split(text))


def _told(clause: str, reading: Reading) -> bool:
    words = syllables(clause)
    if not any(match(chunk, words).places for chunk in reading.firm):
        return False
    named = any(word in _IN and after not in _POINTING for word, after in pairwise(words))
    return named or any(
        word in _AT and _PLACES & set(words[at + 1 : at + 1 + _BEHIND])
        for at, word in enumerate(words)
    )
