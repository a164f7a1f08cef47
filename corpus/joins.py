"""Which lines go on with the one before: cut by a page, by a hard line end, or a title below."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.labels import Label, Rank, is_title
from corpus.lines import Line, is_row

_ENDED = tuple(".:;!?…”)/")
_STOPPED = tuple(".:;!?…")
_DATE = re.compile(r"\d{1,2}/\d{1,2}/\d{4}|\d{1,2}/\d{4}")
_OPEN_END = re.compile(
    r"\b(?:của|và|hoặc|hay|theo|tại|trong|các|những|mỗi|cho|với|bởi|từ|đến|về việc|số|Điều|khoản"
    r"|điểm|ngày|tháng|năm)$"
)
_ITEM = re.compile(r"[a-zđ]\d?(?:\)|[./]\s)\s*[^\W\d_]")  # "a. niêm yết", not "q. 1"
_KEPT = re.compile(r"\((?:Ban hành )?[Kk]èm theo|-{3,}")
_WIDTHS = range(50, 121)  # characters of a line of a printed page
_SAMPLE = 10  # lines, fewer prove no width
_FULL = 0.8  # of the width
_WRAPPED = 0.2  # of the lines are full and end within a sentence


def ended(text: str) -> bool:
    """Tell whether `text` ends as a sentence, a lead-in or a list item does."""
    return text.rstrip("*_ ").endswith(_ENDED)


def goes_on(first: str, second: str) -> bool:
    """Tell whether `second` goes on with the sentence of `first`, over a page.

    It begins in lower case, or with a date that `first` announces; [à-ỹ] would match capitals.
    A row of a table is whole.

    >>> goes_on("Kế hoạch số 22-KH/ĐUK ngày", "28/5/2021 về thực hiện")
    True
    >>> goes_on("BÁO CÁO", "Đánh giá chung"), goes_on("a. họp dân", "b. niêm yết")
    (False, False)
    """
    if ended(first) or is_row(first) or is_row(second) or _begins_item(first, second):
        return False
    opening = second.lstrip('*_“"(')
    last = first.rstrip("*_ ")[-1:]
    return opening[:1].islower() or (bool(_DATE.match(opening)) and last.islower())


def goes_over(first: str, second: str, width: int) -> bool:
    """Tell whether `second`, the first words of a page, goes on with `first` on the page before.

    It does also when `first` ends in a word that waits for another, or was full.

    >>> goes_over("do Hội đồng nhân dân và", "Ủy ban nhân dân quyết định.", 0)
    True
    """
    if goes_on(first, second):
        return True
    if ended(first) or is_row(first) or is_row(second) or second.isupper():
        return False
    if _begins_item(first, second):
        return False
    last = first.rsplit("\n", 1)[-1]
    return _OPEN_END.search(first.rstrip("*_ ")) is not None or is_cut(last, width)


def _begins_item(first: str, second: str) -> bool:
    """Tell whether `second` begins with the letter of an item, and `first` waits for none."""
    waits = _OPEN_END.search(first.rstrip("*_ ")) is not None
    return not waits and _ITEM.match(second.lstrip("*_")) is not None


def titles(label: Label | None, heading: str, line: str) -> bool:
    """Tell whether `line` is the title of the "Chương I" above it, or goes on with that title."""
    if label is None or label.rank > Rank.ROMAN or is_row(line):
        return False
    if not heading[label.end :].strip("*_ "):
        return is_title(line) or _KEPT.match(line) is not None
    if label.rank is Rank.ANNEX and _KEPT.match(line):
        return True
    return heading[label.end :].isupper() and line.isupper()


def width(lines: Sequence[Line]) -> int:
    """Return how long the lines of a hard-wrapped text are, 0 when a line is a paragraph."""
    lengths = sorted(len(line.text) for line in lines)
    if len(lengths) < _SAMPLE or lengths[-1] > _WIDTHS[-1]:
        return 0
    long = lengths[int(len(lengths) * 0.9)]
    cut = sum(is_cut(line.text, long) for line in lines)
    return long if long in _WIDTHS and cut >= _WRAPPED * len(lengths) else 0


def is_cut(text: str, width: int) -> bool:
    """Tell whether a line of a text of that width ends only because it was full."""
    full = width > 0 and len(text) >= _FULL * width
    return full and not text.endswith(_STOPPED) and not is_row(text)
