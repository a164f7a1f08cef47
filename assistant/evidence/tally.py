"""Which figure of a sentence counts what: in a list each figure belongs to its own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from assistant.evidence.figures import figures_in
from assistant.evidence.match import held
from assistant.reading.reading import Chunk, Reading, asked_by
from corpus.syllables import syllables
from corpus.vocabulary import Phrase

HELD = 0.7  # the share of a chunk that a part of a sentence has to hold to speak of it
MOST_CUT = 20_000  # sentences whose parts are remembered
_MARKS = re.compile(r"(?<!\d)[,;]|[,;](?!\d)|[()]")
_OPENS = re.compile(r"\s*[,;]\s*(?:trong đó|bao gồm|gồm)\b")
_SEVERAL = re.compile(r"\b(?:va|hay|hoac|and|or)\b|\b(?:may|nhieu)\b.*\b(?:may|nhieu)\b")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a sentence between commas; one in brackets is also about what is before them."""

    words: Phrase
    figures: frozenset[str]


def tells(text: str, reading: Reading) -> bool:
    """Tell whether one figure belongs to all that a question says of what a sentence counts.

    "Tiếp nhận 514 hồ sơ (du lịch: 25, văn hóa: 489), đã giải quyết 509 hồ sơ" tells how many were
    taken in of those on tourism, and not how many of these were dealt with. A figure that the
    question itself states is not what it asks for.
    """
    parts = parts_of(text)
    counting = [part for part in parts if part.figures]
    if not counting:
        return True
    stated = frozenset(syllables(reading.text))
    answering = [part for part in counting if part.figures - stated]
    if asked_by(_SEVERAL, reading.text):  # more than one figure may be asked for
        return bool(answering)
    context = [part for part in parts if not part.figures]
    bound = [c for c in reading.firm if _speaks(c, counting) and not _speaks(c, context)]
    return any(all(_speaks(c, [part]) for c in bound) for part in answering)


def _speaks(chunk: Chunk, parts: list[Part]) -> bool:
    return any(held(chunk, part.words) >= HELD for part in parts)


@lru_cache(MOST_CUT)
def parts_of(text: str) -> tuple[Part, ...]:
    """Return the parts of a sentence in order."""
    return tuple(_parts(text))


def _parts(text: str) -> Iterator[Part]:
    """Yield the parts; what comes up to the first figure, or before "gồm", is about all behind."""
    at, above, brackets, counted = 0, [""], [""], False
    for end, mark in (*((m.start(), m.group()) for m in _MARKS.finditer(text)), (len(text), "")):
        own = text[at:end]
        words, places = figures_in(own)
        told = frozenset(words[i] for i in places)
        if own.strip():
            yield Part(syllables(" ".join([*above, *brackets, own])), told)
        if (len(brackets) <= 1 and not counted) or _OPENS.match(text, end):
            above.append(own)
        counted = counted or bool(told)
        brackets = [*brackets, own] if mark == "(" else brackets[:-1] if mark == ")" else brackets
        at = end + 1
