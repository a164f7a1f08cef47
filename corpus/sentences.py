"""The sentences of a passage, and the items of a sentence that lists things."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from corpus.labels import label_of
from corpus.span import Span, trimmed

_STOP = re.compile(r"(?:\./\.|\.(?:\s\.)+|[.!?…]+)[”\"’)\]*_]*")
_OPENING = re.compile(r"\s+[*_“\"‘(\[+-]*\s?[^\W_]")
_NOT_AN_END = re.compile(
    r"(?:(?:^|[\s(])(?:TP|Tp|TX|TT|Q|P|H|X|Tr|tr|St|ThS|Ths|TS|PGS|GS|BS|KS|CN|Đ/c|đ/c|Ông|Bà|v\.v"
    r"|KT|TM|TL|TUQ|No|Art|[A-ZĐ])"
    r"|(?i:khoản|điều|điểm|mục|tiểu mục|phần|chương|phụ lục|biểu|mẫu|số|stt)\s+[\w.]{1,4})$"
)
_LISTED = re.compile(r":\s+(?=\S)")
_PAIRED = re.compile(r"“[^“”]*”|\([^()]*\)|\"[^\"]*\"")
_OF_WHICH = re.compile(r"(?:trong đó|bao gồm|cụ thể)\b", re.IGNORECASE)
_EDGE = " \n;.,…*_/"


def sentences(text: str) -> tuple[Span, ...]:
    """Return the spans of the sentences of one passage, trimmed, in order.

    >>> text = "Theo khoản 1. Điều 5, TP. HCM chỉ đạo thực hiện.Hằng năm có 1.710 đồng."
    >>> [s.of(text) for s in sentences(text)][1]
    'Hằng năm có 1.710 đồng.'
    """
    cuts = [0, *_ends(text), len(text)]
    spans = (trimmed(text, a, b) for a, b in pairwise(cuts))
    return tuple(span for span in spans if span)


def _ends(text: str) -> Iterator[int]:
    label = label_of(text)
    start = label.end if label else 0
    for stop in _STOP.finditer(text, start):
        if _is_end(text, stop):
            yield stop.end()


def _is_end(text: str, stop: re.Match[str]) -> bool:
    after = _OPENING.match(text, stop.end())
    if after is None:
        return _is_glued(text, stop)
    first = after.group()[-1]
    if first.islower() or _NOT_AN_END.search(text[max(0, stop.start() - 20) : stop.start()]):
        return False
    return stop.group()[0] != "(" and (not first.isdigit() or not _is_number(text, stop))


def _is_number(text: str, stop: re.Match[str]) -> bool:
    """Tell whether the stop ends a short number ("1. 2"), not a year or a date."""
    word = text[: stop.start()].rsplit(None, 1)[-1:] or [""]
    return word[0].isdigit() and len(word[0]) <= 2  # noqa: PLR2004 - a number of two digits


def _is_glued(text: str, stop: re.Match[str]) -> bool:
    """Tell whether the next sentence touches the stop: "thực hiện.Hằng năm"."""
    before, after = text[: stop.start()], text[stop.end() : stop.end() + 2]
    word = before[-40:].rsplit(None, 1)[-1] if before.strip() else ""
    if "@" in word or "/" in word or word.casefold().startswith("www"):
        return False
    return before[-1:].islower() and after[:1].isupper() and after[1:].islower()


def clauses(text: str) -> tuple[Span, ...]:
    """Return the spans of the clauses of a sentence, cut at ";" outside brackets and quotes.

    >>> text = "Có 41 biên chế; có 141 người (25; 116)."
    >>> [s.of(text) for s in clauses(text)]
    ['Có 41 biên chế;', 'có 141 người (25; 116).']
    """
    spans = (trimmed(text, a, b) for a, b in pairwise([0, *_ends_of(text, ";"), len(text)]))
    return tuple(span for span in spans if span)


def pauses(text: str) -> tuple[int, ...]:
    """Return where the pieces between commas, semicolons and colons end, outside brackets, quotes.

    >>> text = "Năm 2023, có 1,5 ha (0,5 ha, 1 ha); đạt chỉ tiêu."
    >>> [text[:end] for end in pauses(text)]
    ['Năm 2023,', 'Năm 2023, có 1,5 ha (0,5 ha, 1 ha);']
    """
    return tuple(end for end in _ends_of(text, ",;:") if text[end : end + 1].isspace())


def _ends_of(text: str, marks: str) -> list[int]:
    """Return the offsets behind marks that stand outside brackets and quotes."""
    inside = [(found.start(), found.end()) for found in _PAIRED.finditer(text)]
    stops = [at + 1 for at, char in enumerate(text) if char in marks]
    return [stop for stop in stops if not any(start < stop <= end for start, end in inside)]


def enumeration(text: str) -> tuple[Span, ...]:
    """Return the spans of the items of the first sentence like "lead: a; b; c; …" in `text`.

    Empty when there is none. An item that says what another consists of stays with it.

    >>> text = "Công khai, như: nâng lương; khen thưởng, kỷ luật; ..."
    >>> [s.of(text) for s in enumeration(text)]
    ['nâng lương', 'khen thưởng, kỷ luật']
    """
    for sentence in sentences(text):
        items = _items(text, sentence)
        if len(items) > 1:
            return items
    return ()


def _items(text: str, sentence: Span) -> tuple[Span, ...]:
    masked = _masked(text[: sentence.end])
    colon = _LISTED.search(masked, sentence.start)
    if colon is None or ";" in masked[sentence.start : colon.start()]:
        return ()
    cuts = [colon.end(), *_separators(masked, colon.end()), sentence.end]
    spans = [_stripped(text, a, b) for a, b in pairwise(cuts)]
    items = tuple(span for span in spans if span)
    return () if _is_amount(text, items) else items


def _is_amount(text: str, items: tuple[Span, ...]) -> bool:
    """Tell whether the colon only gives an amount: "cấp huyện: 08 cuộc; việc thực hiện …"."""
    counted = [text[item.start].isdigit() for item in items]
    return bool(counted) and counted[0] and not all(counted)


def _masked(text: str) -> str:
    """Blank out what stands in quotes or brackets: its marks separate nothing here."""
    return _PAIRED.sub(lambda found: "x" * len(found.group()), text)


def _separators(masked: str, start: int) -> Iterator[int]:
    for found in re.finditer(";", masked[start:]):
        cut = start + found.end()
        if _OF_WHICH.match(masked[cut:].lstrip()):
            return
        yield cut


def _stripped(text: str, start: int, end: int) -> Span | None:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip(_EDGE))
    right = len(piece.rstrip(_EDGE))
    return Span(start + left, start + right) if right > left else None
