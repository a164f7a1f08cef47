"""Where the texts say that a document is replaced, repealed or amended."""

from __future__ import annotations

import re

from assistant.evidence.candidate import Candidate
from assistant.evidence.support import PROVED
from assistant.reading.absent import squeezed
from assistant.shelf import READ, Shelf

_BY = r"(?:thaythe|baibo|huybo|suadoi)"  # squeezed, before what it ends
_IS = r"(?:hethieuluc|chamduthieuluc|ngunghieuluc|(?:bi|duoc)(?:thaythe|baibo|huybo|suadoi))"

_NEAR = 60
_PART = re.compile(
    r"(?:chuong[ivxl]+|dieu\d+|khoan\d+|diem[a-z])[^;.]{0,60}$"
)  # only a part of it ends
_ONLY_MEANT = re.compile(r"duthao|denghi|kiennghi|dexuat|khong(?:bi)?(?:thaythe|baibo|huybo)")


def states_end(text: str, number: str) -> bool:
    """Tell whether a text says that the document of a number is replaced, repealed or amended.

    >>> states_end("Bãi bỏ Nghị quyết số 5/NQ-HĐND ngày 8/7/2020.", "5/NQ-HĐND")
    True
    >>> states_end("Nghị quyết số 5/NQ-HĐND thay thế Nghị quyết số 3/NQ-HĐND.", "5/NQ-HĐND")
    False
    >>> states_end("Chương V của Nghị định số 5/2010/NĐ-CP hết hiệu lực.", "5/2010/NĐ-CP")
    False
    >>> states_end("Trình dự thảo Quyết định thay thế Quyết định số 3/QĐ-UBND.", "3/QĐ-UBND")
    False
    """
    said = squeezed(text)
    if _ONLY_MEANT.search(said):
        return False
    known = rf"(?<!\d){re.escape(squeezed(number))}"
    ended = re.compile(rf"{_BY}(?P<by>[^;]{{0,120}}?){known}|{known}[^;]{{0,200}}?{_IS}")
    found = ended.search(said)
    if found is None:
        return False
    ahead = said[max(0, found.start() - _NEAR) : found.start()] + (found["by"] or "")
    return not _PART.search(ahead)


def endings(shelf: Shelf, numbers: frozenset[str]) -> tuple[Candidate, ...]:
    """Return the sentences that say so of one of some numbers, in the order of the library."""
    return tuple(
        Candidate(head=passage, sentence=sentence, items=(), support=PROVED, whole=True)
        for passage in shelf.passages.values()
        if passage.kind in READ and any(number.split("/")[0] in passage.text for number in numbers)
        for sentence in shelf.sentences(passage)
        if any(states_end(shelf.text(sentence), number) for number in numbers)
    )
