"""Blanks that part a syllable, and blanks that are missing between two.

What is certain is mended by `corpus.repair`; what only may be so is told by `corpus.doubts`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from corpus.known import known_pairs, known_syllables
from corpus.loaders.legible import is_syllable

_WORD = re.compile(r"[^\W\d_]+")
_LETTER = re.compile(r"[A-Za-zĐđ]|[B-DF-HJ-NP-TV-XZĐ]+")  # "điểm đ", "nhà M", "phòng TH"
_NO_LOAN = re.compile("[\u0309\u0303]")  # hỏi and ngã: no transcribed foreign word has them
_LABELLED = frozenset(  # what bears a letter as its name
    (
        "điểm", "khoản", "mục", "điều", "chương", "phần", "tiết", "nhà", "khu", "loại", "nhóm",
        "lớp", "tổ", "hạng", "phòng", "dãy", "tầng", "cấp", "khối", "bảng", "biểu", "mẫu", "lục",
        "đội", "cột", "dòng", "hình", "ô", "lô", "căn", "đoạn", "ý", "câu", "bước", "án", "tuyến",
        "cụm", "gói", "đợt", "vòng", "ca", "kỳ", "vùng", "cổng", "số", "trường", "kho", "xưởng",
        "đường", "trạm",
    )
)  # fmt: skip
_SECOND = frozenset(  # no transcribed foreign word ends in these
    (
        "các", "của", "và", "những", "được", "người", "với", "về", "để", "khi", "này", "đã",
        "đang", "sẽ", "đến", "từ", "nếu", "hoặc", "việc", "trước", "phải", "trong", "trên", "tại",
    )
)  # fmt: skip
_LONGEST = 7  # letters of a syllable: "nghiêng"
_PIECES = 3  # the most parts that one syllable was found in
_SHORT = 2  # letters of the shortest syllable that is taken off another


@dataclass(frozen=True, slots=True)
class Joint:
    """A place where a blank is too many or missing, and what it should be; `certain` or not."""

    start: int
    end: int
    words: str
    certain: bool


_Words = list[re.Match[str]]


def parted(text: str) -> Iterator[Joint]:
    """Yield what stray blanks have parted: pieces that are no words, and are one together.

    Uncertain where the only piece that is no word may be a letter: "lao đ ông".
    """
    for run in _runs(text):
        at = 0
        while at < len(run):
            found = _joined(run, at)
            if found:
                yield found[0]
            at += found[1] if found else 1


def glued(text: str) -> Iterator[Joint]:
    """Yield words that are no syllable, but two known ones in one way only.

    Certain where the words around say so, or no foreign word sounds like it: "môtô" and "Hànội"
    are as their authors write them.
    """
    known, words = known_syllables(), [found.span() for found in _WORD.finditer(text)]
    for at, (start, end) in enumerate(words):
        cut = _cut(text[start:end], known)
        if cut:
            before, after = (text[slice(*one)] for one in (_at(words, at - 1), _at(words, at + 1)))
            halves = text[start : start + cut], text[start + cut : end]
            certain = _fits((before, *halves, after))
            yield Joint(start, end, " ".join(halves), certain)


def _at(words: list[tuple[int, int]], at: int) -> tuple[int, int]:
    """Return where a word stands; nowhere before the first and after the last."""
    return words[at] if 0 <= at < len(words) else (0, 0)


def _runs(text: str) -> Iterator[_Words]:
    """Yield the words of a text, those together that one blank parts."""
    run: _Words = []
    for word in _WORD.finditer(text):
        if run and not (word.start() == run[-1].end() + 1 and text[run[-1].end()] == " "):
            yield run
            run = []
        run.append(word)
    yield run


def _joined(run: _Words, at: int) -> tuple[Joint, int] | None:
    """Return the longest syllable that the pieces from `at` on make, and how many they are."""
    lengths = accumulate(len(word.group()) for word in run[at : at + _PIECES])
    most = sum(length <= _LONGEST for length in lengths)
    for count in range(most, 1, -1):
        pieces = [word.group() for word in run[at : at + count]]
        if _is_one(pieces):
            before = run[at - 1].group().lower() if at else ""
            start, end = run[at].start(), run[at + count - 1].end()
            text = run[at].string
            certain = _is_certain(pieces) and not _is_label(pieces, before, text[end : end + 1])
            return Joint(start, end, "".join(pieces), certain), count
    return None


def _is_one(pieces: list[str]) -> bool:
    """Tell whether pieces, one of which is no word, are a known syllable in one case together."""
    known, whole = known_syllables(), "".join(pieces)
    if whole.isascii() or not (whole.isupper() or whole[1:].islower()):
        return False
    return whole.lower() in known and any(piece.lower() not in known for piece in pieces)


def _is_certain(pieces: list[str]) -> bool:
    """Tell whether one of the pieces is neither a word nor a letter that may stand alone."""
    known = known_syllables()
    return any(piece.lower() not in known and not _LETTER.fullmatch(piece) for piece in pieces)


def _is_label(pieces: list[str], before: str, after: str) -> bool:
    """Tell whether the first piece is the name of what stands before, or the last an item's."""
    named = before in _LABELLED and _LETTER.fullmatch(pieces[0])
    return bool(named or (after == ")" and _LETTER.fullmatch(pieces[-1])))


def _cut(word: str, known: frozenset[str]) -> int:
    """Return where a word is two known syllables, 0 when nowhere or in more ways than one."""
    if word.isascii() or len(word) > 2 * _LONGEST or not word[1:].islower():
        return 0
    whole = word.lower()
    if is_syllable(whole):
        return 0
    ways = range(_SHORT, len(word) - _SHORT + 1)
    cuts = [at for at in ways if whole[:at] in known and whole[at:] in known]
    return cuts[0] if len(cuts) == 1 else 0


def _fits(around: tuple[str, str, str, str]) -> bool:
    """Tell whether two halves are surely two words, by themselves or with the words around."""
    before, first, second, after = around
    if first[0].isupper():
        return False
    outside = {(before.lower(), first), (second, after.lower())}
    native = second in _SECOND or _is_native(first) or _is_native(second)
    return native or not outside.isdisjoint(known_pairs())


def _is_native(syllable: str) -> bool:
    return _NO_LOAN.search(unicodedata.normalize("NFD", syllable)) is not None
