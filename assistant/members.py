"""Whether a text only counts what a question asks to have named: "gồm 23 xã, 01 thị trấn".

"Thị trấn duy nhất tên gì?", "20 doanh nghiệp là những công ty nào?": that there are so many says
the question itself.
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.figures import counts_in, is_figure, number_at
from corpus.syllables import WORD, folded, syllables

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
    words, found = syllables(text), list(WORD.finditer(text))
    if len(words) != len(found):
        return False
    seen = False
    for at in range(len(words)):
        value, end = number_at(words, at) if is_figure(words, at) else (0, at)
        if value and end < len(words) and (value, words[end]) in asked:
            behind = found[end].end()
            if _NAMED.match(text, behind) or _NAMED_BEHIND.match(text, behind):
                return False
            seen = True
    return seen


@lru_cache(256)
def _asked(question: str) -> frozenset[tuple[int, str]]:
    """Return what a question counts and wants named, each with its number."""
    if not _ASKS.search(folded(question)):
        return frozenset()
    only = ((1, found["thing"].casefold()) for found in _ONLY.finditer(question))
    return counts_in(question) | frozenset(only)
