"""The words of a sentence in the form in which they are proved: figures and dates as values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from assistant.evidence.figures import spelled
from corpus.numbers import find_numbers
from corpus.syllables import syllables
from corpus.table import rows, several
from corpus.vocabulary import Phrase


class Sort(StrEnum):
    """What a word is to the checks."""

    MATTER = "matter"
    LINK = "link"  # carries no matter of its own: "và", "của", "theo"
    NUMBER = "number"
    DATE = "date"
    DOCUMENT = "document"  # the number of a document


FACTS = frozenset({Sort.NUMBER, Sort.DATE, Sort.DOCUMENT})


@dataclass(frozen=True, slots=True)
class Word:
    """A word at `text[start:end]`; words of one `key` say the same.

    `clause` counts the clauses before it in its text; ";" and "." part clauses. `capital` says
    that it is written with a capital letter, `pause` that a comma, colon or bracket is before it.
    """

    key: str
    start: int
    end: int
    sort: Sort
    clause: int
    capital: bool = False
    pause: bool = False


Words = tuple[Word, ...]

_DATES = (
    re.compile(r"ngày (?P<d>\d{1,2}) tháng (?P<m>\d{1,2})(?:,? năm (?P<y>\d{4}))?", re.IGNORECASE),
    re.compile(
        r"(?:ngày )?\b(?P<d>\d{1,2})(?P<s>[/.-])(?P<m>\d{1,2})(?P=s)(?P<y>\d{4})", re.IGNORECASE
    ),
    re.compile(r"tháng (?P<m>\d{1,2})(?:/|-|,? năm )(?P<y>\d{4})", re.IGNORECASE),
    re.compile(r"\b(?P<m>\d{1,2})/(?P<y>(?:19|20)\d{2})\b"),
    re.compile(r"ngày (?P<d>\d{1,2})[/-](?P<m>\d{1,2})\b", re.IGNORECASE),
    re.compile(r"(?<!mỗi )(?<!hàng )(?<!hằng )tháng (?P<m>\d{1,2})\b(?! lần)", re.IGNORECASE),
    re.compile(r"(?:năm )?\b(?P<y>(?:19|20)\d{2})\b", re.IGNORECASE),
)
_PLAIN = re.compile(r"[^\W\d_]+-\d+\b|\d+(?:[.,]\d+)+|\d+|[^\W\d_]+|[;.?!\n,:()–-]")
_STOPS, _PAUSES = ";.?!\n", ",:()–-"
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")
_SPELLED = {
    "hai": 2, "ba": 3, "bốn": 4, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
}  # fmt: skip
_NO_FIGURE_BEFORE = frozenset({"thứ", "chị", "ông", "bà", "anh", "đầu", "riêng", "công", "vô"})
_ROMAN = re.compile(r"[IVX]+")
LINKS = frozenset(
    syllables(
        "là và của các những cho với về tại trong theo để thì mà này đó kia đây sau như gồm "
        "bao cụ thể việc sự do bởi khi nếu ở từ đến tới vào ra trên dưới bằng qua hoặc hay "
        "còn cũng đã đang sẽ vẫn nhằm một rằng đối cùng nhau lại nêu nói vậy thế ấy nó họ gì "
        "nào đều số ngày tháng năm sự cái con chiếc mỗi từng điều khoản điểm mục nội dung"
    )
)

# words that say how something is said of something, not what
FORCES = frozenset({"được", "phải", "có", "không", "chưa", "cần", "nên"})


class Speller:
    """Takes a text apart; phrases that say the same are given the words of one of them."""

    def __init__(self, same: Mapping[Phrase, Phrase]) -> None:
        self._same = same
        self._longest = max(map(len, same), default=1)

    def words(self, text: str) -> Words:
        """Return the words of `text` in order."""
        return tuple(self._united(list(_summed(list(_read(text))))))

    def _united(self, read: list[Word]) -> Iterator[Word]:
        at = 0
        while at < len(read):
            length, phrase = self._phrase(read, at)
            first, last = read[at], read[at + length - 1]
            if phrase:
                for n, key in enumerate(phrase):
                    pause = first.pause and not n
                    yield replace(first, key=key, end=last.end, sort=_sort(key), pause=pause)
            else:
                yield first
            at += length

    def _phrase(self, read: list[Word], at: int) -> tuple[int, Phrase]:
        for length in range(min(self._longest, len(read) - at), 0, -1):
            found = self._same.get(tuple(word.key for word in read[at : at + length]))
            if found:
                return length, found
        return 1, ()


def load_speller() -> Speller:
    """Read the tables of abbreviations and of words that say the same."""
    same: dict[Phrase, Phrase] = {}
    for row in rows("abbreviations.csv"):
        same[syllables(row["short"])] = syllables(row["long"])
    for row in rows("same.csv"):
        first, *others = several(row["words"])
        same |= {syllables(other): syllables(first) for other in others}
    return Speller(same)


def _read(text: str) -> Iterator[Word]:
    """Yield the words of a text with the clause that each stands in."""
    clause, pause = 0, False
    taken = _taken(text)
    pieces = [*taken, *_between(text, taken)]
    for word in sorted(pieces, key=lambda word: word.start):
        if word.key in _STOPS:
            clause, pause = clause + 1, False
        elif word.key in _PAUSES:
            pause = True
        else:
            yield replace(word, clause=clause, pause=pause)
            pause = False


def _summed(read: list[Word]) -> Iterator[Word]:
    """Yield words with spelled figures summed up: "hai mươi ba" is 23, "mười hai" 12."""
    at = 0
    while at < len(read):
        value, length = spelled([word.key for word in read[at : at + 3]])
        if length > 1:
            yield replace(read[at], key=str(value), end=read[at + length - 1].end)
        else:
            yield read[at]
        at += length


def _taken(text: str) -> list[Word]:
    """Return the numbers of documents and the dates."""
    found = [
        Word("#" + n.value.casefold(), n.span.start, n.span.end, Sort.DOCUMENT, 0)
        for n in find_numbers(text)
    ]
    for pattern in _DATES:
        for hit in pattern.finditer(text):
            if not any(hit.start() < word.end and word.start < hit.end() for word in found):
                found.append(Word(_day(hit), hit.start(), hit.end(), Sort.DATE, 0))
    return found


def _day(hit: re.Match[str]) -> str:
    parts = hit.groupdict()
    return "@" + "-".join(str(int(parts[p])) if parts.get(p) else "?" for p in "ymd")


def _between(text: str, taken: Iterable[Word]) -> Iterator[Word]:
    """Yield the words outside what is `taken`."""
    masked = list(text)
    for word in taken:
        masked[word.start : word.end] = "\0" * (word.end - word.start)
    before = ""
    for hit in _PLAIN.finditer("".join(masked)):
        raw = hit.group()
        key = _key(raw, before)
        yield Word(key, *hit.span(), _sort(key), 0, raw[0].isupper())
        before = key


def _key(raw: str, before: str) -> str:
    if raw in _STOPS or raw in _PAUSES:
        return raw
    if _THOUSANDS.fullmatch(raw):
        return raw.replace(".", "")
    if _ROMAN.fullmatch(raw):
        return f"={raw}"
    return _compared(raw, before)


def _compared(raw: str, before: str) -> str:
    if "-" in raw:  # "Covid-19" is a name, no figure
        return raw.casefold()
    if raw == "đ" and before[:1].isdigit():
        return "đồng"
    key = (syllables(raw) or (raw.casefold(),))[0]
    if key in _SPELLED and before not in _NO_FIGURE_BEFORE:
        return str(_SPELLED[key])
    return key.replace(",", ".") if key[0].isdigit() else key


def _sort(key: str) -> Sort:
    if key[0].isdigit() or key[0] == "=":
        return Sort.NUMBER
    return Sort.LINK if key in LINKS else Sort.MATTER
