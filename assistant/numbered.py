"""Whether a text has the number of a document that is asked for."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.reading import Reading, asked_by

_NUMBER = re.compile(r"\d{1,6}[\w.]{0,12}(?:/\d{4})?\s?[-/]\s?[\w-]*[A-ZĐ]{2}", re.UNICODE)
_NAMED_LAW = re.compile(r"\b(?:Luật|Bộ luật|Hiến pháp|Pháp lệnh)\b")
_NUMBER_ASKED = re.compile(r"\bsố (?:mấy|bao nhiêu|hiệu|nào)\b")
_KINDS = re.compile(
    r"(?i)\b(?:quyết định|kế hoạch|nghị quyết|chỉ thị|công văn|kết luận|thông báo|hướng dẫn"
    r"|nghị định|thông tư|đề án|pháp lệnh|bộ luật|luật|báo cáo)\b"
)
BY_NUMBER = re.compile(r"\bso (?:may|bao nhieu|hieu|nao)\b")


def has_number(text: str, reading: Reading) -> bool:
    """Tell whether a document is named, with its number where the number itself is asked for."""
    if not asked_by(BY_NUMBER, reading.text):
        return bool(_NUMBER.search(text) or _NAMED_LAW.search(text))
    kind = _kind_asked(reading.text)
    return bool((_of_kind(kind) if kind else _NUMBER).search(text))


@lru_cache(64)
def _of_kind(kind: str) -> re.Pattern[str]:
    """Return what a document of a kind looks like with its number: "Kế hoạch liên tịch số 3/KH"."""
    return re.compile(rf"(?i)\b{kind}\b(?:\s+[^\W\d]+){{0,12}}\s+(?-i:{_NUMBER.pattern})")


def _kind_asked(question: str) -> str:
    """Return the kind of document whose number is asked for, the first named; "" for none."""
    end = _NUMBER_ASKED.search(question.casefold())
    before = question[: end.start()] if end else question
    found = [hit.group().casefold() for hit in _KINDS.finditer(before)]
    return found[0] if found else ""
