"""Marks of state secrecy: a file that bears one is never taken in.

The degrees are those of Luật Bảo vệ bí mật nhà nước: Tuyệt mật, Tối mật, Mật.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

HEAD_LINES = 15
_LABEL = r"(?:dấu)?(?:chỉ)?(?:độ|mức)(?:độ)?mật"  # "Độ mật:", "Dấu chỉ độ mật"
_URGENT = r"(?:(?:độ|mức)(?:độ)?khẩn)?(?:h(?:ỏa|oả)tốc(?:hẹngiờ)?|thượngkhẩn|khẩn)"
_COPY = r"(?:bản)?số\d*"  # "Bản số 01"
_TERM = r"thờihạn(?:bảovệ)?(?:bímậtnhànước)?\d+(?:năm|tháng)"
_SPREAD = r"lưuhànhnộibộ|chỉngườicótênmớiđượcbócbì"
_MARK = re.compile(
    rf"(?:{_URGENT})?(?:{_LABEL}|dấu|tàiliệu|vănbản)?(?:tuyệt|tối)?mật(?:{_URGENT}|{_COPY}|{_TERM}|{_SPREAD})*"
    rf"|{_LABEL}{_URGENT}"  # "Độ Mật; Mức khẩn: Hỏa tốc"
)
_NO_MARK = re.compile(_LABEL)  # the label of a blank
_COLUMNS = re.compile(r"\t|\|| {3,}")
_NEAR_COLUMNS = re.compile(r"\t|\|| {2,}")  # also what a justified line holds between words
_BRACKETS = re.compile(r"(?<=\w)\s*\([^()]*\)")  # "(thời hạn bảo vệ 20 năm)"
_BESIDE = re.compile(  # what a mark stands on one line with, parted by one blank
    r"^\s*(?i:số)\s*:?\s*\S*/\S+\s+(?=\S)"
    r"|(?<=MẬT)\s+\S+(?: \S+){0,5}, ngày\b.*$|^.*, ngày\b.*\bnăm \d{4}\s+(?=\S)"
)
_NOT_LETTERS = re.compile(r"[^\w\u0300-\u036f]|_")


def is_secret(text: str) -> bool:
    r"""Tell whether a line of its own among the first 15 is a mark of secrecy.

    >>> is_secret("UBND TỈNH\nT Ố I   M Ậ T\nBÁO CÁO"), is_secret("Giữ bí mật công tác.")
    (True, False)
    """
    lines = (line for line in text.splitlines() if line.strip())
    return any(map(is_mark, (line for _, line in zip(range(HEAD_LINES), lines, strict=False))))


def is_mark(line: str) -> bool:
    r"""Tell whether a line, or a column of one, says a degree of secrecy and nothing else.

    Beside the degree may stand how urgent it is, which copy, and how long it is kept secret.

    >>> is_mark("TỐI MẬT - HỎA TỐC"), is_mark("Số: 1/BC-UBND\tMẬT"), is_mark("bí  mật  nhà nước")
    (True, True, False)
    """
    line = _BESIDE.sub("", line.replace("\u00a0", " "))
    near = [cell for cell in _columns(line, _NEAR_COLUMNS) if cell.isupper()]
    return any(map(_says_degree, (line, *_columns(line, _COLUMNS), *near)))


def any_mark(lines: Iterable[str]) -> bool:
    """Tell whether one of `lines` is a mark, wherever it stands."""
    return any(map(is_mark, lines))


def _columns(line: str, between: re.Pattern[str]) -> Iterator[str]:
    """Yield the columns of a line; "MẬT" after "BÍ" is a word of a title set wide."""
    before = ""
    for cell in between.split(line):
        if not before.endswith("bí"):
            yield cell
        before = _letters(cell)


def _says_degree(cell: str) -> bool:
    words = map(_letters, (cell, _BRACKETS.sub("", cell)))
    return any(_MARK.fullmatch(one) and not _NO_MARK.fullmatch(one) for one in words)


def _letters(cell: str) -> str:
    """Return the letters alone; blanks between a letter and its tone must not part them."""
    bare = _NOT_LETTERS.sub("", unicodedata.normalize("NFD", cell).casefold())
    return unicodedata.normalize("NFC", bare)
