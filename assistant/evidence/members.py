"""Whether a text only counts what a question asks to have named: "gồm 23 xã, 01 thị trấn".

"Thị trấn duy nhất tên gì?", "20 doanh nghiệp là những công ty nào?": that there are so many says
the question itself.
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.evidence.figures import counted_at, counts_in, is_figure
from assistant.reading.cues import Found
from assistant.reading.runs import characters
from corpus.syllables import folded, syllables

_ASKS = re.compile(
    r"\b(?:la|gom|co) (?:nhung |cac )?(?:[a-z]+ ){1,2}nao\b|\bla (?:cua )?(?:nhung )?ai\b"
    r"|\bten (?:la )?gi\b|\bla (?:nhung )?gi\b|\bgom (?:nhung )?(?:gi|ai)\b"
    r"|\bve (?:van de|viec|noi dung) (?:gi|nao)\b"
)
_ONLY = re.compile(r"(?P<thing>\w+) \w+ duy nhất\b", re.IGNORECASE)
# what leads to the names of what was counted: right behind it, or further on in the sentence
_NAMED = re.compile(r"[^;.,)\n]*?(?:[:(“\"]|\b(?:gồm|là|như|về|của)\b)", re.IGNORECASE)
_NAMED_BEHIND = re.compile(
    r"[^;.\n]*?(?::|\b(?:gồm|trong đó|cụ thể|đó là|nhất là|nhiều nhất)\b)", re.IGNORECASE
)


def only_counts(question: str, text: str) -> bool:
    """Tell whether `text` counts what `question` counts and wants named, and names nothing of it.

    >>> only_counts("20 doanh nghiệp ấy là những công ty nào?", "Có 70 cơ quan, 20 doanh nghiệp.")
    True
    >>> only_counts("20 doanh nghiệp ấy là những công ty nào?", "Có 20 doanh nghiệp: A, B, C.")
    False
    """
    asked = _asked(question)
    if not asked:
        return False
    words = syllables(text)
    figures = (at for at in range(len(words)) if is_figure(words, at))
    counted = (
        Found(at, at + 1) for value, at in counted_at(words, figures) if (value, words[at]) in asked
    )
    ends = [end for _, end in characters(text, counted)]
    return bool(ends) and not any(_names(text, end) for end in ends)


def _names(text: str, end: int) -> bool:
    """Tell whether what is counted, up to `end`, is named behind it."""
    return bool(_NAMED.match(text, end) or _NAMED_BEHIND.match(text, end))


@lru_cache(256)
def _asked(question: str) -> frozenset[tuple[int, str]]:
    """Return what a question counts and wants named, each with its number."""
    if not _ASKS.search(folded(question)):
        return frozenset()
    only = ((1, found["thing"].casefold()) for found in _ONLY.finditer(question))
    return counts_in(question) | frozenset(only)
