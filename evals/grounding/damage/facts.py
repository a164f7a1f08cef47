"""False figures, dates and numbers of documents: one digit, day, year or sign is another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.numbers import find_numbers
from corpus.span import Span

_DATE = re.compile(
    r"\b(?P<d>\d{1,2})(?P<s>[/.-])(?P<m>\d{1,2})(?P=s)(?P<y>(?:19|20)\d{2})\b"
    r"|ngày (?P<d2>\d{1,2}) tháng (?P<m2>\d{1,2}) năm (?P<y2>\d{4})"
    r"|năm (?P<y3>(?:19|20)\d{2})\b|tháng (?P<m4>\d{1,2})/(?P<y4>\d{4})"
)
_FIGURE = re.compile(r"(?<![\w/.,-])\d+(?:[.,]\d+)*(?![\w/-]|[.,]\d)")
_KINDS = {"NĐ": "TT", "TT": "NĐ", "KH": "QĐ", "QĐ": "KH", "CT": "KL", "KL": "CT", "NQ": "QĐ"}
_OF = re.compile(r"(?<=[/-])(?P<kind>NĐ|TT|KH|QĐ|CT|KL|NQ)(?=[/-])")
_PLACE = re.compile(r"(?:điều|khoản|điểm|mục|phụ lục|thứ|lần|khóa) $", re.IGNORECASE)


def digits(text: str) -> Iterator[str]:
    """Yield `text` with one figure that counts something changed by a digit."""
    taken = [one.span for one in find_numbers(text)] + [Span(*d.span()) for d in _dates(text)]
    known = set(_FIGURE.findall(text))
    for hit in _FIGURE.finditer(text):
        apart = not any(hit.start() < s.end and s.start < hit.end() for s in taken)
        if apart and hit.start() and not _PLACE.search(text[: hit.start()]):
            # one that is said anyway may say less, and be true
            others = (other for other in _other_figures(hit.group()) if other not in known)
            yield from (_put(text, hit.span(), other) for other in others)


def _other_figures(figure: str) -> Iterator[str]:
    """Yield figures that differ in one digit, in the order of two, or by a digit more."""
    for at, digit in enumerate(figure):
        if digit.isdigit():
            yield figure[:at] + str((int(digit) + 1) % 10) + figure[at + 1 :]
    if figure.isdigit() and len(set(figure[-2:])) > 1 and len(figure) > 1:
        yield figure[:-2] + figure[-2:][::-1]
    yield f"{figure}0" if figure.isdigit() else f"1{figure}"


def dates(text: str) -> Iterator[str]:
    """Yield `text` with one date that is another day, month or year."""
    numbers = [one.span for one in find_numbers(text)]
    for hit in _dates(text):
        if any(hit.start() < s.end and s.start < hit.end() for s in numbers):
            continue
        for name, value in hit.groupdict().items():
            if value and name[0] in "dmy":
                yield _put(text, hit.span(name), _other_day(name[0], value))


def _other_day(part: str, value: str) -> str:
    number = int(value)
    if part == "y":
        return str(number + (1 if number % 2 else -1))
    most = 12 if part == "m" else 28
    other = number % most + 1
    return f"{other:0{len(value)}d}"


def _dates(text: str) -> Iterator[re.Match[str]]:
    return _DATE.finditer(text)


def documents(text: str) -> Iterator[str]:
    """Yield `text` with one number of a document that is the number of another."""
    for found in find_numbers(text):
        number = found.span.of(text)
        for other in _other_numbers(number):
            yield _put(text, (found.span.start, found.span.end), other)


def _other_numbers(number: str) -> Iterator[str]:
    first = re.match(r"\d+", number)
    if first:
        yield f"{int(first.group()) + 1:0{len(first.group())}d}{number[first.end() :]}"
        yield f"{first.group()}{int(first.group()[-1]) + 1}{number[first.end() :]}"
    year = re.search(r"(?<=/)(?:19|20)\d{2}(?=/)", number)
    if year:
        yield _put(number, year.span(), str(int(year.group()) + 1))
    kind = _OF.search(number)
    if kind:
        yield _put(number, kind.span(), _KINDS[kind["kind"]])


def _put(text: str, span: tuple[int, int], other: str) -> str:
    return text[: span[0]] + other + text[span[1] :]
