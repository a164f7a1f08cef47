"""The figures of a text that count something."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from corpus.syllables import syllables
from corpus.vocabulary import Phrase

_NAMING = re.compile(  # numbers that name a document, a part of it, a date or a year
    r"\d{1,6}[\w.]{0,12}\s?[-/]\s?[\w-]*[A-ZĐ]\S*|\d{1,2}/\d{1,2}/\d{4}|\d{1,2}/\d{4}"
    r"|(?!(\d{1,2})/\1\b)\d{1,2}/\d{1,2}|(?i:quý|đợt|thứ|khóa)\s+\d+"
    r"|(?i:năm) (?:19|20)\d{2}|(?i:điều|khoản|mục|chương)\s+\d+"
    r"|(?:19|20)\d{2}\s*-\s*(?:19|20)\d{2}|(?<=\()\d+(?=\))"
)
_WORDS = frozenset({"một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"})
_YEARLY = frozenset(  # before "năm" they make it a year
    "hàng hằng mỗi từng trong các nhiều cả đầu cuối giữa nửa ngày tháng quý kỳ qua hết".split()  # noqa: SIM905 - shorter
)
_NO_FIGURE_AFTER = {  # the words that look like a figure, by what stands before them
    "năm": _YEARLY,
    "ba": frozenset({"thứ", "chị", "ông", "bà", "anh"}),
    "hai": frozenset({"thứ", "cả"}),
    "một": frozenset({"từng", "mỗi", "bất", "nhất", "thứ"}),
}
_NO_FIGURE_BEFORE = frozenset(
    ["số", "cách", "phần", "cửa", "trong", "nay", "trước", "sau", "qua", "học", "mới", "là"]
)
_TIMES = frozenset({("ngày",), ("tháng",), ("năm",), ("tuần",), ("giờ",)})
_COUNT = re.compile(r"^\d+(?:[.,]\d+)*$")
_UNITS = {"một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "sáu": 6,
          "bảy": 7, "tám": 8, "chín": 9}  # fmt: skip
_ONES = {**_UNITS, **{str(n): n for n in range(1, 10)}}
_TEN, _TENS = ("mười", "10"), frozenset({*_UNITS, "mười", "mươi"})
MOST_COUNTED = 20_000  # sentences whose figures are remembered


@lru_cache(MOST_COUNTED)
def figures_in(text: str) -> tuple[Phrase, list[int]]:
    """Return the syllables of a sentence without names of documents, and where figures stand."""
    words = syllables(_NAMING.sub(" ; ", text))
    return words, [i for i in range(len(words)) if is_figure(words, i) and not _lasts(words, i)]


def _lasts(words: Phrase, at: int) -> bool:
    """Tell whether a figure says how long: "9 tháng đầu năm" counts nothing else."""
    return words[at + 1 : at + 2] in _TIMES


def is_figure(words: Phrase, at: int) -> bool:
    """Tell whether a word is a figure: "năm" is five in "năm hồ sơ", a year in "hằng năm"."""
    if _COUNT.match(words[at]):
        return True
    before, after = words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else ""
    if before in _NO_FIGURE_AFTER.get(words[at], ()) or before[-1:].isdigit():
        return False
    return words[at] in _WORDS and not _COUNT.match(after) and after not in _NO_FIGURE_BEFORE


@lru_cache(MOST_COUNTED)
def are_comparable(text: str) -> bool:
    """Tell whether a text has two amounts of the same.

    >>> are_comparable("huyện: 08 cuộc, xã 92 cuộc"), are_comparable("có 70 đơn vị, 23 xã")
    (True, False)
    >>> are_comparable("quỹ đường hoa 1.710.000đ; quỹ mái ấm 5.480.000đ")
    True
    """
    words, places = figures_in(text)
    things = [words[thing] for _, thing in counted_at(words, places)]
    return len(things) > len(set(things)) or text.count("%") > 1


@lru_cache(MOST_COUNTED)
def counts_in(text: str) -> frozenset[tuple[int, str]]:
    """Return what a text counts: each number with the first syllable of what is counted.

    >>> sorted(counts_in("Tiếp nhận 05 hồ sơ, hai mươi mốt đơn vào ngày 5/3/2024"))
    [(5, 'hồ'), (21, 'đơn')]
    """
    words, places = figures_in(text)
    return frozenset((value, words[thing]) for value, thing in counted_at(words, places))


def counted_at(words: Phrase, places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the numbers that begin at `places`, each with where that stands which it counts."""
    found = (_number(words, at) for at in places if not at or words[at - 1] not in _TENS)
    return ((value, end) for value, end in found if value and end < len(words))


def _number(words: Phrase, at: int) -> tuple[int, int]:
    """Return the number that begins at a word, and where it ends; 0 for one with a fraction."""
    if _COUNT.match(words[at]):
        return (0 if "," in words[at] else int(words[at].replace(".", ""))), at + 1
    value, length = spelled(words[at : at + 3])
    return value, at + length


def spelled(words: Sequence[str]) -> tuple[int, int]:
    """Return the number up to 99 that words begin with, and how many spell it; 0 where none does.

    >>> spelled(("hai", "mươi", "ba")), spelled(("mười", "một", "hồ")), spelled(("hồ",))
    ((23, 3), (11, 2), (0, 1))
    """
    first, second, third = (*words, "", "", "")[:3]
    if first in _TEN:
        return (10 + _ONES[second], 2) if second in _ONES else (10, 1)
    if first in _ONES and second == "mươi":
        tens = 10 * _ONES[first]
        return (tens + _ONES[third], 3) if third in _ONES else (tens, 2)
    return _ONES.get(first, 0), 1
