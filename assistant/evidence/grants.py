"""Who may know, discuss, give an opinion on, or supervise what: the rows of the table of rights.

A row is made only where the text itself puts the people before the right ("công chức, viên chức
được biết …") or names them as those who are told or asked ("công khai cho viên chức biết"). What
the right is about is the list below, what stands behind the colon, or the sentence itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from assistant.reply import Citation
from assistant.shelf import READ, Sentence, Shelf
from corpus.address import address
from corpus.passage import Passage, PassageKind
from corpus.span import Span


class Deed(StrEnum):
    """What people may do; the value is the heading of its column."""

    KNOW = "được biết"
    DISCLOSE = "phải công khai"
    DECIDE = "bàn, quyết định"
    ADVISE = "tham gia ý kiến"
    SUPERVISE = "kiểm tra, giám sát"


Said = tuple[tuple[str, ...], tuple[Deed, ...]]  # who, and which rights


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """One cell of the table: these people may do this about that.

    `citation` is what it is about, word for word; `basis` are the words that say who and what.
    """

    who: tuple[str, ...]
    deeds: tuple[Deed, ...]
    citation: Citation
    basis: Citation


# in the order of the table; the words of a text that stand for each
PEOPLE: Mapping[str, str] = MappingProxyType(
    {
        "Công chức": r"cán bộ|công chức|ccvc",
        "Viên chức": r"viên chức|ccvc",
        "Người lao động": r"người lao động",
        "Người đứng đầu": r"người đứng đầu|thủ trưởng|giám đốc|ban giám đốc|lãnh đạo",
        "Công đoàn": r"(?:bch |ban chấp hành )?công đoàn",
        "Ban Thanh tra nhân dân": r"ban thanh tra nhân dân",
        "Ban Giám sát đầu tư của cộng đồng": r"ban giám sát đầu tư (?:của )?cộng đồng",
        "Nhân dân": r"nhân dân|người dân|công dân|cử tri|hộ gia đình|cộng đồng dân cư",
        "Mặt trận, đoàn thể": (
            r"mặt trận tổ quốc(?: việt nam)?|các đoàn thể|tổ chức chính trị - xã hội"
        ),
    }
)
_ONE = "|".join(dict.fromkeys(PEOPLE.values()))
# the longest first: "Ban Thanh tra nhân dân" does not name the people
_NAMES = re.compile("|".join(sorted(PEOPLE.values(), key=len, reverse=True)))
_PLACE = r"(?: (?:sở|cơ quan|đơn vị|ở cơ quan, đơn vị|cơ quan, đơn vị|xã|cấp xã|ở xã))?"
_WHO = rf"(?:(?:{_ONE}){_PLACE})(?:(?:, và|,| và| hoặc) (?:(?:{_ONE}){_PLACE}))*"
_DEEDS: Mapping[Deed, str] = MappingProxyType(
    {
        Deed.KNOW: r"biết",
        Deed.DISCLOSE: r"phải công khai|công khai",
        Deed.DECIDE: r"bàn|thảo luận|quyết định(?: trực tiếp)?|trực tiếp quyết định",
        Deed.ADVISE: r"tham gia (?:đóng góp )?ý kiến|đóng góp ý kiến|cho ý kiến|góp ý",
        Deed.SUPERVISE: r"kiểm tra|giám sát",
    }
)
_DEED = "|".join(_DEEDS.values())
_BEFORE = (
    r"(?:có quyền |được quyền |có trách nhiệm |được |thực hiện quyền |thực hiện |trực tiếp "
    r"|tham gia hoạt động |tham gia |theo dõi, )*"
)
_CHAIN = rf"{_BEFORE}(?:{_DEED})(?:(?:, và|,| và) {_BEFORE}(?:{_DEED}))*"
_DOING = re.compile(rf"\b(?P<who>{_WHO}) (?P<deeds>{_CHAIN})\b")
_PURE = re.compile(rf"{_WHO}|{_CHAIN}")
_TOLD = re.compile(
    rf"\b(?:công khai|thông báo|phổ biến)\b[^.;:]{{0,60}}? (?:đến|cho|để|tới) (?P<who>{_WHO}) "
    r"(?:được )?(?P<deeds>biết)\b"
)
_ASKED = re.compile(
    rf"\blấy (?P<deeds>ý kiến)(?: tham gia| đóng góp| góp ý)*(?: của)? (?P<who>{_WHO})\b"
)
_ROLE = re.compile(
    r"\b(?:vai trò|quyền|chức năng) (?P<deeds>kiểm tra, giám sát|giám sát|kiểm tra)\b"
    rf"[^.;:]{{0,80}}? của (?P<who>{_WHO})\b"
)
_NUMBER = r"(?:điều \d+[a-zđ]?\. ?|[\divxlc]+[.)] ?|[-+] ?)?"
_ABOUT = re.compile(rf"{_NUMBER}(?:những |các )?(?:nội dung|việc|vấn đề|quyền)\b")
_NAMED = re.compile(rf"{_NUMBER}(?P<who>{_WHO})[:.]?")  # a heading that only names people
_OWN = re.compile(rf"{_NUMBER}(?:[^.;:,]{{0,30}} )?(?P<deeds>{_DEED})\b")
RULES = (_DOING, _TOLD, _ASKED, _ROLE)
_GRANTED = re.compile(r"\b(?:được|có quyền|thực hiện quyền|theo dõi, giám sát)\b")
_PROCEDURE = re.compile(
    r"(?:kế hoạch|thời gian|thời điểm|thời hạn|hình thức|phiếu|kết quả|cách thức|việc|nội dung|"
    r"tiến hành|địa điểm và cách thức)(?: tổ chức)?(?: thảo luận,)? $"
)
_NUMBER_ONLY = re.compile(rf"^{_NUMBER}")
_WAY = re.compile(rf"{_NUMBER}(?:hình thức|thời điểm|thời gian|trình tự)\b")
_COLON = re.compile(r":\s*$")
_SHORTEST = 4  # syllables of what a right is about


def grants(shelf: Shelf) -> tuple[Grant, ...]:
    """Return the rows that a library proves, in the order of its texts; no cell twice."""
    found: dict[tuple[str, Span, Said], Grant] = {}
    for passage in shelf.passages.values():
        if passage.kind in READ or passage.kind is PassageKind.HEADING:
            for grant in _of(shelf, passage):
                cited = grant.citation
                found.setdefault((cited.document_id, cited.span, (grant.who, grant.deeds)), grant)
    return tuple(found.values())


def _of(shelf: Shelf, passage: Passage) -> Iterator[Grant]:
    for sentence in shelf.sentences(passage):
        words = shelf.text(sentence)
        every = said(words) or _under_a_name(shelf, passage, words)
        if passage.kind is PassageKind.HEADING:
            every = every[:1]  # "… tham gia ý kiến trước khi người đứng đầu quyết định"
        basis = _cited(passage, sentence.spans[0], shelf) if every else None
        for who, deeds in every:
            for span, place in _contents(shelf, sentence, words):
                cited = _cited(place, span, shelf)
                yield Grant(who=who, deeds=deeds, citation=cited, basis=basis or cited)


def said(words: str) -> tuple[Said, ...]:
    """Return who is said to have which rights, in the order of the words.

    >>> said("Tạo điều kiện cho viên chức được biết, được bàn.")
    ((('Viên chức',), (<Deed.KNOW: 'được biết'>, <Deed.DECIDE: 'bàn, quyết định'>)),)
    >>> said("Báo cáo kết quả kiểm tra, giám sát.")
    ()
    """
    low = " ".join(words.lower().split())
    hits = [found for rule in RULES for found in rule.finditer(low)]
    ordered = sorted((hit for hit in hits if _means_it(hit, low)), key=lambda hit: hit.start())
    pairs = [(tuple(_people(hit["who"])), tuple(_deeds(hit["deeds"]))) for hit in ordered]
    return tuple(dict.fromkeys(pair for pair in pairs if all(pair)))


def names_right(words: str) -> bool:
    """Tell whether words in small letters are people, or what people have a right to do."""
    return bool(_PURE.fullmatch(words))


def _means_it(hit: re.Match[str], low: str) -> bool:
    """Tell whether a hit speaks of a right: by a word that grants it, or of what its subject does.

    "kế hoạch lấy ý kiến Nhân dân" tells of a plan, "do hộ gia đình bàn" of a procedure.
    """
    if hit.re is _ASKED:
        return not _PROCEDURE.search(low[: hit.start()])
    if hit.re is not _DOING or _GRANTED.search(hit["deeds"]) or _ABOUT.match(low):
        return True
    return not _NUMBER_ONLY.sub("", low[: hit.start()]).strip()


def _under_a_name(shelf: Shelf, passage: Passage, words: str) -> tuple[Said, ...]:
    """Return what a sentence says of the people that the heading right above it names."""
    heading = next(iter(shelf.above(passage)), None)
    named = heading and _NAMED.fullmatch(" ".join(heading.text.lower().split()))
    doing = _OWN.match(" ".join(words.lower().split()))
    if not (named and doing):
        return ()
    return ((tuple(_people(named["who"])), tuple(_deeds(doing["deeds"]))),)


def _people(words: str) -> Iterator[str]:
    """Yield the people that words name, in the order of the table."""
    named = {hit.group() for hit in _NAMES.finditer(words)}
    return (name for name, rule in PEOPLE.items() if any(re.fullmatch(rule, n) for n in named))


def _deeds(words: str) -> Iterator[Deed]:
    for deed, rule in _DEEDS.items():
        if re.search(rf"\b(?:{rule})\b", words) or (deed is Deed.ADVISE and words == "ý kiến"):
            yield deed


def _contents(shelf: Shelf, sentence: Sentence, words: str) -> Iterable[tuple[Span, Passage]]:
    """Return what a sentence grants: the items it introduces, what follows its colon, or itself."""
    passage = sentence.passage
    if passage.kind is PassageKind.HEADING:
        return _below(shelf, passage) if _ABOUT.match(words.lower()) else ()
    if _COLON.search(words):
        return _below(shelf, passage)
    return ((_behind_colon(sentence, words), passage),)


def _behind_colon(sentence: Sentence, words: str) -> Span:
    """Return what stands behind the colon that ends the naming of a right, else all of it."""
    span, (head, colon, rest) = sentence.spans[0], words.partition(":")
    if len(sentence.spans) > 1 or not colon or not rest.strip() or not said(head):
        return span
    return Span(span.end - len(rest.lstrip()), span.end)


def _below(shelf: Shelf, passage: Passage) -> Iterator[tuple[Span, Passage]]:
    """Yield the items that a passage introduces; one with items of its own by those."""
    for below in shelf.below(passage):
        leaf = below.kind in READ and not shelf.children.get(below.id)
        if leaf and len(shelf.words(below)) >= _SHORTEST and not is_a_way(shelf, below):
            yield below.span, below


def is_a_way(shelf: Shelf, passage: Passage) -> bool:
    """Tell whether an item says how, not what: "2. Hình thức kiểm tra, giám sát …"."""
    return any(_WAY.match(one.text.lower()) for one in (passage, *shelf.above(passage)))


def _cited(passage: Passage, span: Span, shelf: Shelf) -> Citation:
    quote = span.of(shelf.documents[passage.document_id].text)
    place = address(passage)
    return Citation(n=1, document_id=passage.document_id, span=span, quote=quote, address=place)
