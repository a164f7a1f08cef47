"""Which right a question asks about, and which stretches are about it, not about another one."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from assistant.evidence.grants import Deed, is_a_way, names_right, said
from assistant.reading.reading import Reading
from assistant.shelf import Shelf
from corpus.passage import Passage

MOST_READ = 20_000  # stretches whose rights are remembered

Deeds = frozenset[Deed]

_WHAT = re.compile(r"\b(?:những|các|nội dung|việc|vấn đề) (?:nội dung |việc |vấn đề )?(?:gì|nào)\b")
_HOW = re.compile(r"\b(?:hình thức|cách|thời điểm|thời gian|trình tự|thế nào|khi nào|bao giờ)\b")


class Entitled:
    """Tells what people are said to have a right to, in a stretch or in what stands above it."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._above = cache(self._said_above)
        self._ways = cache(self._in_a_way)

    def is_other(self, asked: Deeds, text: str, passage: Passage) -> bool:
        """Tell whether a stretch of `passage` gives rights, and none of those `asked` about.

        What is listed under "Những nội dung viên chức bàn và quyết định" is not what they are to
        be told of, however alike the words are.
        """
        if not asked:
            return False
        told = deeds_in(text) or self._above(passage.id)
        return bool(told) and not told & asked

    def gives(self, asked: Deeds, text: str, passage: Passage) -> bool:
        """Tell whether a stretch of `passage`, or what is above it, gives a right `asked` about."""
        return bool(asked & (deeds_in(text) or self._above(passage.id)))

    def is_way(self, asked: Deeds, passage: Passage) -> bool:
        """Tell whether a passage says how or when people have a right, not what it is about.

        "Hình thức công dân kiểm tra, giám sát" does not say what they supervise.
        """
        return bool(asked) and self._ways(passage.id)

    def _in_a_way(self, passage_id: str) -> bool:
        passage = self._shelf.passages[passage_id]
        return is_a_way(self._shelf, passage)

    def _said_above(self, passage_id: str) -> Deeds:
        """Return the rights that the nearest of a passage's lead-in and headings gives."""
        above = self._shelf.above(self._shelf.passages[passage_id])
        return next((deeds for p in above if (deeds := deeds_in(p.text))), frozenset())


def rights_asked(question: str) -> Deeds:
    """Return the rights whose content a question asks for; empty for any other question.

    >>> sorted(map(str, rights_asked("Viên chức được biết những nội dung nào?")))
    ['phải công khai', 'được biết']
    >>> rights_asked("Phải lấy ý kiến Nhân dân trong bao nhiêu ngày?")
    frozenset()
    """
    return deeds_in(question) if asks_what(question) else frozenset()


def asks_all(reading: Reading) -> bool:
    """Tell whether a question asks for all that people have a right to, naming nothing else."""
    return asks_what(reading.text) and all(
        names_right(" ".join(chunk.words)) for chunk in reading.firm
    )


@lru_cache(256)
def asks_what(question: str) -> bool:
    """Tell whether a question asks what something is about, not how or when it is done.

    >>> asks_what("Công dân giám sát những gì?"), asks_what("Công dân giám sát bằng hình thức gì?")
    (True, False)
    """
    words = question.casefold()
    return bool(_WHAT.search(words)) and not _HOW.search(words)


@lru_cache(MOST_READ)
def deeds_in(text: str) -> Deeds:
    """Return the rights that words give people or ask about; who is told knows it."""
    deeds = frozenset(deed for _, some in said(text) for deed in some)
    told = {Deed.KNOW, Deed.DISCLOSE}
    return deeds | told if deeds & told else deeds
