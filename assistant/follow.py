"""Follow-up questions: what a short question takes over from the turns before it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.direct.particular import asked_particular, is_about_itself
from assistant.question import Question, Turn
from assistant.reading.cues import Wanted, find
from assistant.reading.kinds import NAMES_KIND, numbered
from assistant.reading.reading import Reader, Reading
from assistant.reading.runs import characters
from corpus.forms import KINDS as ALL_KINDS
from corpus.syllables import folded, syllables
from corpus.vocabulary import Phrase
from index.tokens import is_unaccented

# "Thế năm 2023 thì sao?", "Còn Thanh tra Sở?", "Gửi cho ai?", "Văn bản đó số mấy?"
_OPENS = re.compile(r"^(?:the|con|vay|the con|vay con|rua|roi)\b(?! nao)")
# "Kế hoạch đó căn cứ vào đâu?": the document that was spoken of, whatever else is said; without
# diacritics "do" and "tren" are too much else
_KINDS_SAID = "|".join(kind.casefold() for kind in (*ALL_KINDS, "văn bản", "bài viết"))
_SAME = re.compile(
    rf"^\W*(?:theo |trong |vậy |thế )?(?:bản )?(?:{_KINDS_SAID}) (?:đó|ấy|này)\b", re.IGNORECASE
)
_WHAT_OF = re.compile(r"^(?!(?:nếu|khi)\b)(?:\S+ ){1,5}thì sao\W*$", re.IGNORECASE)
_JUST_WHEN = re.compile(
    r"^\W*(?:vào |thế )?(?:ngày (?:nào|mấy|tháng nào)|hôm nào|khi nào|bao giờ|năm nào)\W*$",
    re.IGNORECASE,
)
_TRAILING = re.compile(r"(?:[ ,]+(?:do|có|là|mang|được|và))+$", re.IGNORECASE)
TIMES = frozenset({"năm", "tháng", "ngày"})  # what stood beside a date that is taken over anyway
KINDS = frozenset({"báo cáo", "kế hoạch", "văn bản", "bài", "bài viết"})  # of the other document
# With diacritics "này" is told from "hôm nay", "đó" from "do ai", "họ" from "hồ sơ".
_POINTS_BACK = re.compile(r"\b(?:đó|ấy|này|trên|nó|họ|vừa rồi|vừa nêu)\b", re.IGNORECASE)
_POINTS_BACK_BARE = re.compile(
    r"\b(?:do(?! ai\b)|ay|(?<!hom )(?<!hien )(?<!nam )nay|tren|no|ho(?! so\b)|vua roi|vua neu)\b"
)


def completed(question: Question, reader: Reader) -> str:
    """Return the question with the topic of the turns before it, where it cannot stand alone."""
    asked = [turn.content for turn in question.history if turn.role == "user"]
    text = ""
    for turn in (*asked, question.text):
        text = _joined(text, turn, reader)
    return text


def continued(question: Question, reader: Reader) -> str:
    """Return the question taken as going on with the turn before it, whatever its words are."""
    before = _before(question, reader) or reader.read(question.text)
    return _taken_over(before, reader.read(question.text), keep=True)


def gone_on(question: Question, reader: Reader) -> str:
    """Return a question that can stand alone as one about the document spoken of, "" for another.

    It names none, no agency and no year, and the one before it did.
    """
    before = _before(question, reader)
    if before is None or not before.scope.documents:
        return ""
    now = reader.read(question.text)
    if now.scope.names or now.scope.years or _leans(question.text, now):
        return ""
    return _together(now.text, _named(before, now))


def _before(question: Question, reader: Reader) -> Reading | None:
    """Return what was asked before, taken with the turns before that; None for a first question."""
    asked = [turn.content for turn in question.history if turn.role == "user"]
    if not asked:
        return None
    return reader.read(completed(Question(asked[-1], _until(question, asked[-1])), reader))


def _joined(before: str, text: str, reader: Reader) -> str:
    now = reader.read(text)
    if not before.strip() or not _leans(text, now):
        return text
    return _taken_over(reader.read(before), now)


def _leans(text: str, reading: Reading) -> bool:
    """Tell whether a question needs the one before it."""
    bare = folded(text).strip()
    if _OPENS.match(bare) or _SAME.match(text) or _WHAT_OF.match(text.strip()):
        return True
    if not reading.firm or _is_short(reading) or _asks_of_it(text, reading):
        return True
    return _points_back(text) and len(reading.firm) <= 1 and not reading.scope.names


def _points_back(text: str) -> bool:
    """Tell whether a word stands for something that was said before.

    >>> _points_back("Văn bản này do ai ký?"), _points_back("Giá vàng hôm nay bao nhiêu?")
    (True, False)
    """
    if is_unaccented(text):
        return bool(_POINTS_BACK_BARE.search(text.casefold()))
    return bool(_POINTS_BACK.search(text))


def _asks_of_it(text: str, reading: Reading) -> bool:
    """Tell whether a particular is asked for and nothing else: "Người ký là ai?"."""
    alone = len(reading.firm) <= 1 and not reading.scope.names
    return alone and is_about_itself(text) and not NAMES_KIND.search(folded(text))


def _is_short(reading: Reading) -> bool:
    """Tell whether a question says too little to stand alone: "Họp để làm gì?"."""
    return (
        len(reading.firm) == 1
        and len(reading.firm[0].words) == 1
        and not reading.scope.names
        and not reading.scope.years
    )


def _taken_over(before: Reading, now: Reading, *, keep: bool = False) -> str:
    """Return what is asked now, of the matter that was asked about before.

    What is said now about year, document or matter replaces what was said before about it.
    """
    text, topic = _topic(before, now, keep=keep)
    return _together(text, [*topic, *_named(before, now)])


def _named(before: Reading, now: Reading) -> list[str]:
    """Return the names and years that are taken over."""
    names = [] if now.scope.names else [" ".join(name) for name in before.scope.names]
    years = [] if now.scope.years else sorted(before.scope.years)
    return names + [f"năm {year}" for year in years]


def _together(text: str, topic: Iterable[str]) -> str:
    """Return one question, with what it takes over behind it."""
    text = re.sub(r"^(?:thế còn|vậy còn|thế|vậy|còn)\s+", "", text, flags=re.IGNORECASE)
    text = re.sub(r"\s*thì sao\s*\?*$", "", text, flags=re.IGNORECASE).rstrip("? ")
    once: dict[Phrase, str] = {}
    for piece in filter(None, (text, *topic)):
        once.setdefault(syllables(piece), piece)
    return ", ".join(once.values()) + "?"


def _topic(before: Reading, now: Reading, *, keep: bool) -> tuple[str, list[str]]:
    """Return the words of what is asked now, and of the matter that they are about."""
    text = now.text.strip()
    called = [] if now.scope.documents else list(numbered(before.text)) or _called(before)
    if called and is_about_itself(before.text) and _JUST_WHEN.match(text):
        return f"ban hành {text}", called
    same_sort = now.wanted is Wanted.OPEN
    topic = _carried(before, now, keep=keep)
    if is_about_itself(now.text) and not now.scope.documents:
        return text, called or [words for words in topic if words in KINDS] or ["văn bản"]
    if same_sort and topic:  # "ai ký", "bao nhiêu hồ sơ"
        topic[0] = f"{before.asking} {topic[0]}".strip()
    elif same_sort:
        topic = [_asked_of(before)]
    return text, topic


def _called(before: Reading) -> list[str]:
    """Return by which words a question for a particular calls the document, [] for any other.

    They end with the last name among them: "Báo cáo năm 2021 của Sở Y tế gửi ai tổng hợp?"
    """
    asked = asked_particular(before.text)
    rest = " ".join(asked.rest.split()).strip(" ,?.") if asked else ""
    named = characters(rest, find(syllables(rest), frozenset(before.scope.names)))
    rest = _TRAILING.sub("", rest[: named[0][1]] if named else rest)
    return [rest] if rest else []


def _carried(before: Reading, now: Reading, *, keep: bool) -> list[str]:
    """Return what the question before was about, empty where now says itself what it is about."""
    same_sort = now.wanted is Wanted.OPEN
    own = len(now.firm) > 1 and not same_sort
    other = same_sort and now.scope.documents  # the same, of another document
    drop = not keep and not other and (own or (now.firm and same_sort and not now.scope.years))
    return [] if drop else _matter(before, without=TIMES | KINDS if other else TIMES)


def _asked_of(before: Reading) -> str:
    """Return what was asked, with the thing that it asked for where more was said of it.

    After "bao nhiêu hồ sơ về du lịch?" the question "Còn thể thao?" asks for records again; after
    "bao nhiêu đơn?" the question "Còn hồ sơ?" asks for another thing.
    """
    more = before.follows and any(chunk is not before.asked for chunk in before.firm)
    thing = " ".join(before.asked.words) if before.asked and more else ""
    return f"{before.asking} {thing}".strip()


def _matter(reading: Reading, without: frozenset[str]) -> list[str]:
    said = (" ".join(chunk.words) for chunk in reading.chunks)
    return [words for words in said if words not in without]


def _until(question: Question, text: str) -> tuple[Turn, ...]:
    """Return the turns before the last one that asked `text`."""
    at = max(i for i, turn in enumerate(question.history) if turn.content == text)
    return question.history[:at]
