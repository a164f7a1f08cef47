"""Whether a sentence holds a value of the sort that a question wants, beside what it asks about."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import takewhile

from assistant.cues import Wanted
from assistant.match import match
from assistant.reading import Chunk, Reading
from assistant.units import units_asked
from corpus.syllables import folded, syllables
from corpus.vocabulary import Phrase

_DATE = re.compile(
    r"\d{1,2}/\d{1,2}/\d{4}|tháng \d{1,2}(?:/| năm )\d{4}|\d{1,2}/\d{4}|năm \d{4}"
    r"|(?:hàng|hằng|mỗi|một) (?:ngày|tuần|tháng|quý|năm)|định kỳ|\d+ (?:ngày|tháng|năm)|quý \d",
    re.IGNORECASE,
)
_CITED_DATE = re.compile(r"(?:/|-)[A-ZĐƯ]\S*,?\s+ngày\s+(?P<date>\d{1,2}/\d{1,2}/\d{4})")
_DAY = re.compile(r"\d{1,2}/\d{1,2}(?:/\d{4})?|ngày \d{1,2} tháng \d{1,2}", re.IGNORECASE)
_HOW_MANY = frozenset({"mấy", "nhiêu", "lâu", "may", "nhieu", "lau"})
_SPANS = frozenset(
    {"ngày", "tháng", "năm", "tuần", "giờ", "hôm", "lâu"}
    | {"ngay", "thang", "nam", "tuan", "gio", "hom", "lau"}
)
_DURATION = re.compile(
    r"\d+ (?:\([^)]*\) )?(?:ngày|tháng|năm|tuần|giờ|phút|quý)\b|\d{1,2}/\d{1,2}(?:/\d{4})?"
    r"|\b(?:một|hai|ba|bốn|năm|sáu|bảy|mười|mỗi|hàng|hằng) (?:ngày|tháng|năm|tuần|giờ|quý)\b"
    r"|\bngay\b|định kỳ",
    re.IGNORECASE,
)
_LAST = frozenset(
    {"hạn", "chậm", "trễ", "muộn", "chót", "deadline", "han", "cham", "tre", "muon", "chot"}
)
_NAMING = re.compile(  # numbers that name a document, a part of it, a date or a year
    r"\d+[\w.]*\s?[-/]\s?[\w-]*[A-ZĐ]\S*|\d{1,2}/\d{1,2}(?:/\d{4})?|\d{1,2}/\d{4}"
    r"|năm (?:19|20)\d{2}|(?i:điều|khoản|mục|chương)\s+\d+"
    r"|(?:19|20)\d{2}\s*-\s*(?:19|20)\d{2}|(?<=\()\d+(?=\))"
)
_DEADLINE = re.compile(r"chậm nhất|trước ngày|hạn chót|thời hạn|trong vòng", re.IGNORECASE)
_NUMBER = re.compile(r"\d+[\w.]*\s?[-/]\s?[\w-]*[A-ZĐ]{2}", re.UNICODE)
_NAMED_LAW = re.compile(r"\b(?:Luật|Bộ luật|Hiến pháp|Pháp lệnh)\b")
_MEANS = frozenset({"qua", "bằng", "trên", "tại", "dưới"})
_PLACE = frozenset({"tại", "ở", "trên", "vào", "lên", "qua", "đến"})
PLACE_WITHIN = 15  # syllables
_PHONE = re.compile(r"(?<!\d)0[\d.\s]{8,13}\d(?!\d)|\b1[89]00[\d.\s]{4,}")
_EMAIL = re.compile(r"\S+@\S+\.\w+")
_OFFICE = re.compile(
    r"\b(?:truong|pho|giam doc|chu tich|bi thu|thu ky|chanh|chu nhiem)\b[^?,]* la ai\b"
    r"|\bai la (?:truong|pho|giam doc|chu tich|bi thu|thu ky|chanh|chu nhiem)\b"
)
_NAME_OF = re.compile(
    r"\b(?:truong|pho|giam doc|chu tich|bi thu|thu ky|chanh|chu nhiem)\b[^?,]*"
    r"\b(?:ten(?: la| goi)? gi|(?:ho|ho va) ten)\b"
)
_PERSON = re.compile(  # the commonest family names, then at least one more name
    r"\b(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Mai|Trương"
    r"|Đoàn|Đào|Lâm|Hà|Cao|Tô|Trịnh|Lương|Tạ|Châu|Quách|Thái|Kiều|Từ|Tăng|Vương|La|Thạch|Kim)"
    r"(?: [A-ZĐÀ-Ỹ]\w+){1,4}"
)
# What speakers call a thing of any sort.
_ANYTHING = frozenset("cái cai món mon bộ bo nơi noi chỗ cho suất suat mảng mang".split())  # noqa: SIM905 - shorter
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
_COUNT = re.compile(r"^\d+(?:[.,]\d+)*$")
_TERMS = frozenset({Wanted.DEFINITION, Wanted.TERM})
_CONTACTS = frozenset({Wanted.PHONE, Wanted.EMAIL})
_MEANING = re.compile(r"\bla (?:nhung|cac|ai|gi|viec|loai|van ban|nguoi)\b|\bgoi la\b|\bcoi la\b")
MOST_COUNTED = 20_000  # sentences whose figures are remembered
LONGEST_TERM = 16  # syllables
NEAR = 12  # syllables between a figure and the thing that it counts
BESIDE = 2  # the same where the thing is a mere classifier: "bao nhiêu người"


def holds(text: str, reading: Reading) -> bool:
    """Tell whether `text` has a value of the sort that is wanted; sorts without a value pass."""
    if _asks_name(reading):
        return bool(_PERSON.search(text))
    check = _CHECKS.get(reading.wanted)
    return check is None or check(text, reading)


def demands(reading: Reading) -> bool:
    """Tell whether nothing answers without such a value: a contact, a unit, the name of a person.

    Who asks how many per cent is not answered by another figure, however near it stands.
    """
    if reading.wanted in _CONTACTS or _asks_name(reading):
        return True
    return reading.wanted is Wanted.COUNT and bool(units_asked(reading.text))


def _asks_name(reading: Reading) -> bool:
    return _found(_NAME_OF, reading.text)


@lru_cache(256)
def _found(pattern: re.Pattern[str], question: str) -> bool:
    """Tell whether a question has a pattern; it is asked for each of many sentences."""
    return bool(pattern.search(folded(question)))


def nearness(words: Phrase, reading: Reading) -> float:
    """Return how near a figure stands to what is asked about, in [0, 1]; 0 without a figure.

    For the figure that stands best: the mean over the chunks found in `words`, each 1 beside the
    figure and half `NEAR` syllables away.
    """
    if reading.wanted not in (Wanted.COUNT, Wanted.WHEN):
        return 0.0
    figures = [i for i, word in enumerate(words) if word[0].isdigit()]
    found = [(chunk.weight, match(chunk, words).places) for chunk in reading.firm]
    total = sum(weight for weight, _ in found)
    if not figures or not total:
        return 0.0
    return max(
        sum(weight * _closeness(figure, places) for weight, places in found) / total
        for figure in figures
    )


def counted(words: Phrase, reading: Reading) -> float:
    """Return how much of the thing asked about stands right behind a figure, in [0, 1].

    "24 đơn vị hành chính" has all of "đơn vị hành chính", "70 đơn vị" a half.
    """
    if reading.wanted is not Wanted.COUNT or reading.asked is None:
        return 0.0
    figures = [i for i in range(len(words)) if _is_figure(words, i)]
    return max(
        (
            _opening(wording.places, words[i + 1 :])
            for i in figures
            for wording in reading.asked.wordings
        ),
        default=0.0,
    )


def _opening(places: tuple[frozenset[str], ...], words: Phrase) -> float:
    """Return the share of a wording with which `words` begin."""
    pairs = zip(places, words, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[1] in pair[0], pairs)) / len(places)


def defines(words: Phrase, reading: Reading) -> float:
    """Return how much a sentence is the definition "term là …" that is asked for, in [0, 1].

    For the chunk of the question that it fits best: the less of the share of the chunk in the term
    and the share of the term in the chunk.
    """
    if "là" not in words[:LONGEST_TERM] or not _asks_meaning(reading):
        return 0.0
    term = tuple(word for word in words[: words.index("là")] if not word.isdigit())
    return max((_same(chunk, term) for chunk in reading.firm), default=0.0) if term else 0.0


def _asks_meaning(reading: Reading) -> bool:
    return reading.wanted in _TERMS or _found(_MEANING, reading.text)


def _same(chunk: Chunk, term: Phrase) -> float:
    asked = frozenset(
        word for wording in chunk.wordings for place in wording.places for word in place
    )
    return min(match(chunk, term).share, sum(word in asked for word in term) / len(term))


def _closeness(figure: int, places: tuple[int, ...]) -> float:
    away = min((abs(figure - place) for place in places), default=None)
    return 0.0 if away is None else NEAR / (NEAR + away - 1) if away else 1.0


def _has_date(text: str, reading: Reading) -> bool:
    words = set(reading.asking.split())
    if words & _HOW_MANY and words & _SPANS:
        return bool(_DURATION.search(text))
    dates = _DAY if words & {"ngày", "hôm", "ngay", "hom"} else _DATE
    if words & _LAST or _asks_deadline(reading):
        return bool(_DEADLINE.search(text)) and bool(dates.search(text))
    if any(any(c.isdigit() for c in word) for chunk in reading.firm for word in chunk.words):
        return bool(dates.search(text))  # a document is named: its own date is what is asked
    return bool(dates.search(_CITED_DATE.sub("", text)))


def _asks_deadline(reading: Reading) -> bool:
    return bool(set(syllables(reading.text)) & _LAST)


def _has_count(text: str, reading: Reading) -> bool:
    """Tell whether a figure stands near what is counted; numbers of documents count nothing."""
    words, figures = _figures(text)
    asked = reading.asked
    unit = _has_unit(text, reading)
    if unit is not None:
        return unit
    if asked is None or not reading.follows or asked.words[0] in _ANYTHING:
        return any(_near(chunk, words, figures, NEAR) for chunk in reading.firm)
    if asked.soft:  # a classifier: "bao nhiêu người", "10 đồng chí"
        classifiers = frozenset().union(*asked.wordings[0].places, *_firsts(asked))
        places = [i for i, word in enumerate(words) if word in classifiers]
        return any(0 < at - i <= BESIDE for i in figures for at in places)
    return _near(asked, words, figures, NEAR)


@lru_cache(MOST_COUNTED)
def _figures(text: str) -> tuple[Phrase, list[int]]:
    """Return the syllables of a sentence without names of documents, and where figures stand."""
    words = syllables(_NAMING.sub(" ; ", text))
    return words, [i for i in range(len(words)) if _is_figure(words, i)]


def _is_figure(words: Phrase, at: int) -> bool:
    """Tell whether a word is a figure: "năm" is five in "năm hồ sơ", a year in "hằng năm"."""
    if _COUNT.match(words[at]):
        return True
    before, after = words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else ""
    if before in _NO_FIGURE_AFTER.get(words[at], ()) or before[-1:].isdigit():
        return False
    return words[at] in _WORDS and not _COUNT.match(after) and after not in _NO_FIGURE_BEFORE


def _has_unit(text: str, reading: Reading) -> bool | None:
    """Tell whether a text has the unit that a question asks in, None when it asks in none."""
    units = units_asked(reading.text)
    return any(unit.search(text) for unit in units) if units else None


def _firsts(chunk: Chunk) -> list[frozenset[str]]:
    return [wording.places[0] for wording in chunk.wordings]


def _near(chunk: Chunk, words: Phrase, figures: list[int], reach: int) -> bool:
    places = match(chunk, words).places
    return any(abs(i - at) <= reach for i in figures for at in places)


def _has_person(text: str, reading: Reading) -> bool:
    """Tell whether a person is named, where the question asks who holds an office."""
    return not _OFFICE.search(folded(reading.text)) or bool(_PERSON.search(text))


def _has_number(text: str, _: Reading) -> bool:
    return bool(_NUMBER.search(text) or _NAMED_LAW.search(text))


def _has_means(text: str, reading: Reading) -> bool:
    """Tell whether a word of means stands right after what is done: "công khai qua …"."""
    words = syllables(text)
    ends = {i + 1 for chunk in reading.firm for i in match(chunk, words).places}
    return any(words[i] in _MEANS for end in ends for i in range(end, min(end + 2, len(words))))


def _has_place(text: str, reading: Reading) -> bool:
    """Tell whether a word of place stands somewhere after what is asked about."""
    words = syllables(text)
    starts = {i for chunk in reading.firm for i in match(chunk, words).places}
    return any(word in _PLACE for i in starts for word in words[i : i + PLACE_WITHIN])


_CHECKS: dict[Wanted, Callable[[str, Reading], bool]] = {
    Wanted.WHEN: _has_date,
    Wanted.COUNT: _has_count,
    Wanted.MEANS: _has_means,
    Wanted.WHERE: _has_place,
    Wanted.NUMBER: _has_number,
    Wanted.WHO: _has_person,
    Wanted.PHONE: lambda text, _: bool(_PHONE.search(text)),
    Wanted.EMAIL: lambda text, _: bool(_EMAIL.search(text)),
}
