"""What a question calls documents: by their kind, and by the number behind it."""

from __future__ import annotations

import re

from corpus.forms import KINDS
from corpus.numbers import find_numbers
from corpus.syllables import folded

ANY, PAGE = "van ban", "bai viet"
SHORT = {  # kinds as they are typed in a hurry; "nd" and "ct" are too much else
    "bc": "báo cáo", "cv": "công văn", "hd": "hướng dẫn", "kh": "kế hoạch", "kl": "kết luận",
    "nq": "nghị quyết", "qd": "quyết định", "tb": "thông báo", "ttr": "tờ trình",
}  # fmt: skip
_FOLDED = tuple(sorted({folded(kind) for kind in KINDS}, key=lambda kind: (-len(kind), kind)))
_KIND = rf"(?:{'|'.join(_FOLDED)}|{ANY}|tai lieu|{PAGE}|bai)"
# "pháp luật", "kỷ luật", "mệnh lệnh" and "theo quy định" are no documents
_NONE = r"(?!(?:(?<=phap )|(?<=ky ))luat|(?<=menh )lenh|(?:(?<=theo )|(?<=duoc ))quy dinh)"
NAMES_KIND = re.compile(rf"\b{_NONE}{_KIND}\b")
# what stands behind a number that counts nothing: "Kế hoạch 5 của Sở", not "Kế hoạch 5 năm"
_UNCOUNTED = (
    r"(?=[\s?.!]*$|[,;.?)]|\s+(?:cua|ve|do|nam (?:19|20)\d\d|ngay|la|so|o|tai|co|thi|den|gui|ky|noi"
    r"|giao|va|quy dinh|yeu cau)\b)"
)
_NUMBERED = re.compile(
    rf"\b{_NONE}(?:{_KIND}|{'|'.join(SHORT)})\s+(?:so:?\s*\d[\w/.-]*"
    rf"|(?!(?:19|20)\d\d\b)\d+(?:[\w.]*[/-][\w/.-]*\w|{_UNCOUNTED}))"
)
_TYPED = re.compile(  # no part of another name: "Sở KH&CN", "điểm TB"; "CT 5" is no chairman
    rf"(?<![\w/-])(?<!(?i:sở|bộ) )(?<!(?i:phòng) )(?<!(?i:điểm) )"
    rf"(?P<kind>(?:{'|'.join(SHORT)}|qđ)\b(?![/&-]| [&-]| (?:và|va) )|(?:ct|tt)(?= (?:số )?\d))",
    re.IGNORECASE,
)
_SPELLED = SHORT | {"ct": "chỉ thị", "tt": "thông tư"}
_SEVERAL = re.compile(rf"(?:(?:,| va| hay| hoac) (?:{_KIND})\b)+")


def own_number(text: str) -> str:
    """Return the number of the document that is asked about, "" where it is called otherwise.

    >>> own_number("Kế hoạch của Sở số 12/KH-SNV do ai ký?")
    '12/KH-SNV'
    >>> own_number("Kế hoạch thực hiện Chỉ thị 33/CT-TTg do ai ký?")
    ''
    """
    bare = folded(text)
    found = NAMES_KIND.search(bare)
    for number in find_numbers(text):
        ahead = list(NAMES_KIND.finditer(bare, 0, number.span.start))
        beside = ahead and not bare[ahead[-1].end() : number.span.start].strip(" :").strip("so")
        if not (beside and found and ahead[-1].start() != found.start()):
            return number.value
    return ""


def kinds_called(text: str) -> frozenset[str]:
    """Return the kinds, folded, of which a document is called: the first, and those joined to it.

    >>> sorted(kinds_called("Ai ký báo cáo và kế hoạch thực hiện Chỉ thị 5?"))
    ['bao cao', 'ke hoach']
    """
    bare = folded(text)
    first = NAMES_KIND.search(bare)
    if first is None:
        return frozenset()
    more = _SEVERAL.match(bare, first.end())
    return frozenset(NAMES_KIND.findall(bare, first.start(), (more or first).end()))


def spelled(text: str) -> str:
    """Spell out the kind of a document that is typed in short.

    >>> spelled("KH phòng cháy 2024 của huyện số mấy?"), spelled("CT 5 của CT huyện")
    ('kế hoạch phòng cháy 2024 của huyện số mấy?', 'chỉ thị 5 của CT huyện')
    """
    return _TYPED.sub(lambda found: _SPELLED[folded(found["kind"])], text)


def numbered(text: str) -> tuple[str, ...]:
    """Return the documents that a text calls by kind and number, as it has them.

    >>> numbered("Quyết định 02-QĐ/ĐU và Kế hoạch số 60 nói gì?")
    ('Quyết định 02-QĐ/ĐU', 'Kế hoạch số 60')
    """
    return tuple(text[at.start() : at.end()] for at in _NUMBERED.finditer(folded(text)))
