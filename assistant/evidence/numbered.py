"""Whether a text has the number of a document that is asked for."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.reading.kinds import SHORT
from assistant.reading.reading import Reading, asked_by
from corpus.forms import KINDS
from corpus.syllables import folded

_NUMBER = re.compile(r"\d{1,6}[\w.]{0,12}(?:/\d{4})?\s?[-/]\s?[\w-]*[A-ZĐ]{2}", re.UNICODE)
_NAMED_LAW = re.compile(r"\b(?:Luật|Bộ luật|Hiến pháp|Pháp lệnh)\b")
BY_NUMBER = re.compile(r"\bso (?:may|bao nhieu|hieu|nao)\b")
# kinds of documents as a question may spell them, the longer first, with their spelling
_SPELLED = {folded(kind): kind for kind in sorted(KINDS, key=len, reverse=True)} | SHORT
_KINDS = re.compile(rf"\b(?:{'|'.join(_SPELLED)})\b")
_BESIDE = re.compile(rf"\b(?P<kind>{'|'.join(_SPELLED)}) (?:(?:co|mang|la) )?$")


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


@lru_cache(256)
def _kind_asked(question: str) -> str:
    """Return the kind of document whose number is asked for; "" for none.

    It is the one right before the asking words, else the first named.

    >>> _kind_asked("Kế hoạch cải cách ban hành theo quyết định số mấy?")
    'Quyết định'
    >>> _kind_asked("Kế hoạch thực hiện quyết định ấy mang số mấy?")
    'Kế hoạch'
    """
    before = BY_NUMBER.split(folded(question), maxsplit=1)[0]
    found = _BESIDE.search(before) or _KINDS.search(before)
    return _SPELLED[found.groupdict().get("kind") or found.group()] if found else ""
