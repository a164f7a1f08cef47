"""Documents that a question names and the library does not have, and what is asked of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from assistant.reading.kinds import NAMES_KIND
from corpus.document import Document
from corpus.numbers import find_numbers
from corpus.syllables import folded, syllables

_SHORT_NUMBER = re.compile(  # "Kế hoạch 765", its symbol left out
    r"\b(?:kế hoạch|chỉ thị|quyết định|nghị quyết|nghị định|thông tư|công văn|kết luận|hướng dẫn)"
    r" (?:số )?(?!(?:19|20)\d\d\b)\d{1,4}\b(?!\s?[-/.,]\s?\w)",
    re.IGNORECASE,
)
_KIND_AND_DIGITS = re.compile(r"^(?P<kind>\D+?) (?:so )?(?P<digits>\d{1,4})\b")
_SIGNED = re.compile(r"\bai (?:là người )?ký\b|\bngười ký\b", re.IGNORECASE)
_CONTENT = re.compile(
    r"\b(?:quy định|giao|đặt ra|nêu|yêu cầu|hướng dẫn|gồm|bao gồm|đề ra|nói|ghi"
    r"|có (?:những|các|mấy|bao nhiêu))\b"
)
_TITLE = re.compile(r"\b(?:về|tên|tên gọi|trích yếu|nhan đề)(?: \w+){0,2} (?:gì|nào)\b|\bvề việc\b")
# what is asked about who carries a document out, or about another that tells of it
_CARRIED_OUT = re.compile(
    r"\b(?:làm|thực hiện|triển khai|thi hành|quán triệt)(?: theo)?(?: [^\W\d_]+){0,3}(?: số)?\s*$",
    re.IGNORECASE,
)
_SAID_ELSEWHERE = re.compile(
    r",\s+(?:báo cáo|kế hoạch|bài|bài viết|văn bản)\b[^,?]*\b(?:ghi|nói|nêu|dẫn|viết)\b",
    re.IGNORECASE,
)
_AHEAD = 40  # characters before the name: "Theo khoản 2 Điều 4 Nghị định số "
# whose a number is said to be: "của UBND tỉnh Bắc Ninh", "của Tỉnh ủy Quảng Bình"
_OWNER = re.compile(
    r"[^?;]{0,40}?(?P<whose>\bcủa [^?;,.]{0,40}?"
    r"(?i:tỉnh|huyện|thành phố|thị xã|quận|xã|phường|đặc khu|[uủ]̉?y|uỷ) "
    r"(?P<place>[A-ZĐ][^\W\d_]+(?: [A-ZĐ][^\W\d_]+)+))"
)
_HEAD = 300  # characters of a letterhead
# what ministries and departments of provinces are called by first: "Sở Y tế", "Bộ Tài chính"
_FIELDS = (
    "công an|công nghiệp|công thương|dân tộc|du lịch|giao thông|giáo dục|kế hoạch|khoa học|lao động"
    "|nội vụ|ngoại giao|ngoại vụ|nông nghiệp|quốc phòng|quy hoạch|tài chính|tài nguyên|thông tin"
    "|thương mại|tư pháp|văn hóa|văn hoá|xây dựng|y tế"
)
_BODIES = "sở|bộ"
_NO_BODY = ("cơ", "trụ", "cán", "nội", "toàn", "tiến")  # "cơ sở y tế", "cán bộ y tế"
_AMONG = 8  # syllables between "Sở" and a field that its name has further on
_NOTED = re.compile(r"\b(?:nhac|dan chieu|vien dan|can cu|trien khai|thuc hien|thay the|bai bo)\b")


def asks_inside(text: str, absent: tuple[str, ...]) -> bool:
    """Tell whether a question asks what stands in one of the documents that are absent.

    >>> asks_inside("Công văn 403-CV/TU giao cho các Sở việc gì?", ("403-CV/TU",))
    True
    >>> asks_inside("Công văn 403-CV/TU ban hành ngày nào?", ("403-CV/TU",))
    False
    >>> asks_inside("Ai ký Công văn 403-CV/TU?", ("403-CV/TU",))
    True
    >>> asks_inside("Ba năm làm Chỉ thị 31-CT/TU, huyện có những thay đổi gì?", ("31-CT/TU",))
    False
    """
    if absent and _SIGNED.search(text):
        return True
    places = [(text.casefold().find(name.casefold()), name) for name in absent]
    ahead = [
        text[at + len(name) :]
        for at, name in places
        if 0 <= at <= _AHEAD and not of_another(text[:at], text[at + len(name) :])
    ]
    return any(_CONTENT.search(rest) and not _TITLE.search(rest) for rest in ahead)


def of_another(before: str, behind: str) -> bool:
    """Tell whether it is another that does or says what is asked: who carries a document out."""
    carried = _CARRIED_OUT.search(before) and behind.lstrip().startswith(",")
    return bool(carried or _SAID_ELSEWHERE.search(behind))


def numbers_in(text: str) -> Iterable[str]:
    """Yield the numbers of documents that a question names, also those cut short."""
    yield from (number.value for number in find_numbers(text))
    yield from (found.group() for found in _SHORT_NUMBER.finditer(text))


def owner(text: str, number: str) -> re.Match[str] | None:
    """Return what says whose the document of a number is, "của UBND tỉnh Bắc Ninh"."""
    at = text.find(number)
    return _OWNER.match(text, at + len(number)) if at >= 0 else None


def is_of(document: Document, place: str) -> bool:
    """Tell whether a document may be of a place: its head names it, or no place at all."""
    known = document.particulars
    if known.place is None:
        return True
    end = known.title.span.end if known.title else _HEAD
    return folded(place) in folded(" ".join(document.text[:end].split()))


def unheard_agencies(text: str, compared: str) -> Iterable[str]:
    """Yield the ministries and departments in a question that no text speaks of.

    `compared` holds the syllables of all texts, parted by blanks.

    >>> [*unheard_agencies("Sở Y tế và cơ sở y tế có gì?", " giám đốc sở nội vụ và cơ sở y tế ")]
    ['Sở Y tế']
    >>> [*unheard_agencies("So Du lich lam gi?", " sở văn hóa thể thao và du lịch ")]
    []
    """
    bare = text.isascii()
    told = folded if bare else str
    apart = "".join(rf"(?<!\b{told(word)} )" for word in _NO_BODY)
    agency = rf"{apart}\b(?P<body>{told(_BODIES)}) (?P<field>{told(_FIELDS)})\b"
    heard = told(compared)
    for found in re.finditer(agency, text, re.IGNORECASE):
        body, field = found["body"].casefold(), " ".join(syllables(found["field"]))
        among = rf"(?:(?!(?:{body}) )\S+ ){{0,{_AMONG}}}?"
        if not re.search(rf"{apart}\b{body} {among}{field} ", heard):
            yield found.group()


def squeezed(text: str) -> str:
    """Return a text as numbers are looked up in it: bare letters, no blanks, one kind of stroke.

    >>> squeezed("Số: 60 /KH–SVHTTDL")
    'so:60/kh/svhttdl'
    """
    apart = re.sub(r"(?<=\d)\s+(?=\d)", "_", folded(text))
    return re.sub(r"[-–−]", "/", re.sub(r"\s+", "", apart))


def stands_in(number: str, text: str) -> bool:
    """Tell whether a number stands in a text that was `squeezed`."""
    return bool(re.search(rf"(?<!\d){re.escape(squeezed(number))}", text))


def mentions(absent: tuple[str, ...], text: str) -> bool:
    """Tell whether a text names one of some absent documents, all of which have a number.

    True where one of them is named without.

    >>> mentions(("Kế hoạch 65",), "Thực hiện Kế hoạch số 065/KH-UBND")
    True
    >>> mentions(("114-KL/TW",), "Kết luận số 120-KL/TW"), mentions(("Kế hoạch 6",), "6 kế hoạch")
    (False, False)
    """
    known = [_number(name) for name in absent]
    if not all(known):
        return True
    found = squeezed(text)
    return any(number.search(found) for number in known if number)


@lru_cache(256)
def _number(name: str) -> re.Pattern[str] | None:
    """Return what the number in a name looks like in a text that was `squeezed`; None without."""
    full = next(iter(find_numbers(name)), None)
    if full:
        return re.compile(rf"(?<!\d)0*{re.escape(squeezed(full.value).lstrip('0'))}")
    short = _KIND_AND_DIGITS.search(folded(name))
    if short is None:
        return None
    kind = squeezed(short["kind"])
    return re.compile(rf"{kind}(?:so:?)?0*{short['digits'].lstrip('0')}(?!\d)")


def is_only(rest: str, absent: tuple[str, ...]) -> bool:
    """Tell whether words name nothing but absent documents, none that may speak of them.

    >>> is_only("Nghị định 145/2020/NĐ-CP quy định gì?", ("145/2020/NĐ-CP",))
    True
    >>> is_only("Báo cáo nói gì về Nghị định 145/2020/NĐ-CP?", ("145/2020/NĐ-CP",))
    False
    """
    return not NAMES_KIND.search(_without(rest, absent)) and not _NOTED.search(folded(rest))


def _without(rest: str, absent: tuple[str, ...]) -> str:
    """Return folded words without the names of absent documents and the kinds before them."""
    bare = folded(rest)
    for name in sorted(map(folded, absent), key=len, reverse=True):
        kind = rf"(?:{NAMES_KIND.pattern} (?:so:? ?)?)?"
        bare = re.sub(kind + re.escape(name), " ", bare)
    return re.sub(r"\bquy dinh\b", " ", bare)  # the verb


def titled(text: str, name: str) -> str:
    """Return an absent name with its kind as the question has it: "Quyết định 777/QĐ-SNV".

    >>> titled("Quyết định số 777/QĐ-SNV ngày nào?", "777/QĐ-SNV")
    'Quyết định số 777/QĐ-SNV'
    """
    at = folded(text).find(folded(name))
    ahead = list(NAMES_KIND.finditer(folded(text), 0, max(at, 0)))
    beside = ahead and not folded(text)[ahead[-1].end() : at].strip(" :").removeprefix("so")
    return text[ahead[-1].start() : at + len(name)] if beside else name
