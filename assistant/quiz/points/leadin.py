"""The words that lead to a number in its sentence, without the numbers before it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.quiz.frame import GAP
from assistant.quiz.points.number import Number, numbers

_CLAUSE = re.compile(r"(?:;|\.)\s+")
_SEPARATOR = re.compile(r"[,;:(]\s+|\(")
_FOREWORD = re.compile(r"^\s*(?:\([^()]{1,12}\)\s*[-–]\s*|[-–+*]\s*|\(\d+\)\s*)")
_OF_WHICH = re.compile(r"\btrong đó\b\s*[:,]?", re.IGNORECASE)
_ASIDE = re.compile(r"\([^()]*\d[^()]*\)")
_TIMED = re.compile(r",\s+(?=(?:trong|từ|đến|tính) (?:\d+ năm|năm \d{4}|giai đoạn)\b)")
_GAPS = re.compile(rf"(?:\s*{GAP}\s*)+")
LONG = 120  # characters from which the words are begun anew at a time
OPENING = re.compile(
    r"(?:Trong|Từ|Tính|Sau|Qua|Năm|Đến|Hằng năm|Hàng năm|Trên cơ sở)\b[^,;]{2,60},\s*",
    re.IGNORECASE,
)
SUBJECT = re.compile(
    r"(?:(?:tổng )?số|tổng|mức|tỷ lệ|diện tích|dân số|sở|ban|phòng|ubnd|ủy ban|cơ quan|đơn vị|toàn"
    r"|cổng|người|cán bộ|công chức|các|mỗi|huyện|tỉnh|xã|chính quyền|đảng|công đoàn|hội nghị"
    r"|cuộc|văn phòng|bộ|hội đồng|thời hạn|thời gian|nhiệm kỳ|trường hợp|quỹ|chậm nhất)\b",
    re.IGNORECASE,
)


def led(text: str) -> Iterator[tuple[Number, str]]:
    """Yield the numbers of a sentence with the words that lead to each, cut at `GAP` marks.

    >>> [left for _, left in led("Năm 2023, có 41 biên chế, trong đó: nữ 20 người")]
    ['Năm 2023, có', 'Năm 2023, có … biên chế, trong đó: nữ']
    """
    said: list[str] = []
    before: list[Number] = []
    for number in numbers(text):
        left = _GAPS.sub(f" {GAP} ", _left(text, number, before, said)).strip()
        if left:
            yield number, left
        said.append(left or (said[-1] if said else ""))
        before.append(number)


def is_complete(left: str) -> bool:
    """Tell whether words have a subject, so that a number can be asked in place."""
    return bool(SUBJECT.match(OPENING.sub("", left, count=1)) or SUBJECT.match(left))


def _left(text: str, number: Number, before: list[Number], said: list[str]) -> str:
    start = _last_end(_CLAUSE, text, number.span.start)
    clause = _FOREWORD.sub("", text[start : number.span.start])
    masked = _ASIDE.sub(GAP, clause)
    if not any(numbers(f"{masked} x")):
        plain = _begun(masked, first=start == 0)
        return plain if start == 0 else _continued(plain, said)
    if text[before[-1].span.end : number.span.start].rstrip().endswith(" và"):
        return f"{said[-1]} {GAP} "
    own = _own(text, number)
    return _of_which(clause, own) or _aligned(own, said) or _opened(own, said)


def _last_end(mark: re.Pattern[str], text: str, before: int) -> int:
    return max((found.end() for found in mark.finditer(text, 0, before)), default=0)


def _begun(clause: str, *, first: bool) -> str:
    """Return a clause, begun anew at a time that it names when it is long."""
    times = list(_TIMED.finditer(clause))
    if len(clause) <= LONG or not times:
        return clause
    return clause[times[-1].end() :] if first else ""


def _own(text: str, number: Number) -> str:
    """Return the words of the number's own segment."""
    end = len(text[: number.span.start].rstrip(" :"))
    return text[_last_end(_SEPARATOR, text, end) : number.span.start]


def _continued(clause: str, said: list[str]) -> str:
    """Return the words of a later clause, after the opening that it shares with those before."""
    if not said or not clause:
        return clause
    if _OF_WHICH.match(clause.lstrip()):
        return f"{said[-1]} {GAP} {clause}"
    shared = said[-1].split(GAP)[0] if GAP in said[-1] else ""
    return _aligned(clause, said) or (f"{shared}{GAP} {clause}" if shared else clause)


def _of_which(clause: str, own: str) -> str:
    """Return own words after "…, trong đó:", the numbers before it left out."""
    found = _OF_WHICH.search(clause)
    if found is None:
        return ""
    opening = clause[: found.end()]
    for number in reversed(list(numbers(opening))):
        opening = opening[: number.span.start] + GAP + opening[_unit(number) :]
    return (
        f"{opening} {own}"
        if own.strip() in clause[found.end() :][: len(own) + 2]
        else (f"{opening} {GAP} {own}")
    )


def _unit(number: Number) -> int:
    """Return where the unit of a number begins."""
    return number.span.start + len(number.digits)


def _aligned(own: str, said: list[str]) -> str:
    """Return own words after an earlier opening, where that one has the same word: "quỹ …"."""
    first = own.split(" ", 1)[0].strip(",:")
    if len(first) < 2:  # noqa: PLR2004 — a word has two letters
        return ""
    for left in reversed(said):
        found = list(re.finditer(rf"\b{re.escape(first)}\b", left))
        if found and found[-1].start() > 0:
            return f"{left[: found[-1].start()]}{GAP} {own}"
    return ""


def _opened(own: str, said: list[str]) -> str:
    """Return own words after the time that the sentence opens with, or alone with a subject."""
    opening = OPENING.match(said[0]) if said else None
    if opening and not SUBJECT.match(own):
        return f"{opening.group().strip()} {GAP} {own}"
    return own if SUBJECT.match(own) else ""
