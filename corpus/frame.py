"""The frame of a document: its head, its foot, the captions of its pictures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum

from corpus import forms
from corpus.labels import Rank
from corpus.lines import Line


class Role(StrEnum):
    """What a line is in its document; the value is the address of a frame passage."""

    BODY = "thân"
    NOTE = "chú thích"
    HEAD = "phần đầu"
    TITLE = "trích yếu"
    CAPTION = "chú thích ảnh"
    RECIPIENTS = "nơi nhận"
    SIGNATURE = "phần ký"
    FURNITURE = "ngoài văn bản"


_SHORT = 160  # characters of a line of the frame
_LONG = 400  # characters that a trích yếu never has
_HEAD_LINES = 40
_FIRST_LINES = 15  # an official head shows itself in these
_SUMMARY_LINES = 5
_TITLE_WORDS = 4


def frame(lines: Sequence[Line], skipped: frozenset[int]) -> dict[int, Role]:
    """Return the role of each line that belongs to the head, the foot or a picture."""
    rest = [i for i in range(len(lines)) if i not in skipped]
    head = _head(lines, rest)
    foot = _foot(lines, [i for i in rest if i not in head])
    captions = {i: Role.CAPTION for i in rest if _is_caption(lines[i])}
    return captions | foot | head


def _is_caption(line: Line) -> bool:
    return len(line.text) <= 2 * _SHORT and forms.CAPTION.match(line.text) is not None


def _head(lines: Sequence[Line], rest: list[int]) -> dict[int, Role]:
    zone = rest[:_HEAD_LINES]
    if any(_official(lines[i].text) for i in zone[:_FIRST_LINES]):
        return _official_head(lines, zone)
    return _page_head(lines, zone)


def _official(text: str) -> bool:
    """Tell whether `text` is a line that only the head of an official document has."""
    found = forms.KIND.match(text)
    if found:
        return not text[found.end() :].strip(" *:")
    known = (forms.NUMBER_LINE, forms.PLACE_DATE, forms.MOTTO, forms.SUBJECT, forms.ADDRESSEE)
    return any(form.match(text.lstrip("*_(")) for form in known)


def _official_head(lines: Sequence[Line], zone: list[int]) -> dict[int, Role]:
    roles: dict[int, Role] = {}
    for at, i in enumerate(zone):
        if forms.KIND.match(lines[i].text):
            return roles | {i: Role.HEAD} | _summary(lines, zone[at:])
        if not _heads(lines[i]):
            break
        roles[i] = Role.TITLE if forms.SUBJECT.match(lines[i].text) else Role.HEAD
    return roles


def _heads(line: Line) -> bool:
    if line.label and line.label.rank <= Rank.ARTICLE:
        return False
    marks = (forms.RULE, forms.STAMP, forms.POSTED)
    return _official(line.text) or line.text.isupper() or any(m.match(line.text) for m in marks)


def _summary(lines: Sequence[Line], zone: list[int]) -> dict[int, Role]:
    """Find the trích yếu: the lines that touch the kind, else the short ones after it."""
    text = lines[zone[0]].text
    found = forms.KIND.match(text)
    inline = bool(found and text[found.end() :].strip(" *:"))
    close = _while(lines, zone[1:], lambda line: not line.spaced and _summarises(line))
    if not inline and not close:
        close = _while(lines, zone[1 : 1 + _SUMMARY_LINES], _summarises)
    rules = _while(lines, zone[1 + len(close) :], _rules)
    return dict.fromkeys(close, Role.TITLE) | dict.fromkeys(rules, Role.HEAD)


def _rules(line: Line) -> bool:
    return bool(forms.RULE.match(line.text) or forms.STAMP.match(line.text))


def _while(lines: Sequence[Line], zone: list[int], holds: Callable[[Line], bool]) -> list[int]:
    count = next((at for at, i in enumerate(zone) if not holds(lines[i])), len(zone))
    return zone[:count]


def _summarises(line: Line) -> bool:
    text = line.text.rstrip("*_ ")
    if line.label or text[-1:] in ".;:," or len(text) > _LONG:
        return False
    return not _rules(line) and not _is_caption(line)


def _page_head(lines: Sequence[Line], zone: list[int]) -> dict[int, Role]:
    """Find the heading and the date of a web page: short lines above its first paragraph."""
    top = _while(lines, zone[: _SUMMARY_LINES + 1], _summarises)
    if len(top) == len(zone[: _SUMMARY_LINES + 1]):  # no paragraph below: a list, not a page
        return {}
    dated = [i for i in top if forms.POSTED.fullmatch(lines[i].text)]
    titled = [i for i in top if i not in dated and _is_title(lines[i].text)][:1]
    roles = dict.fromkeys(top if dated or titled else [], Role.HEAD)
    return roles | dict.fromkeys(titled, Role.TITLE)


def _is_title(text: str) -> bool:
    return len(text.split()) >= _TITLE_WORDS


def _foot(lines: Sequence[Line], rest: list[int]) -> dict[int, Role]:
    roles: dict[int, Role] = {}
    role: Role | None = None
    closed = False  # the words of the document have ended with "./."
    for i in rest:
        role = _foot_role(lines[i], role, closed=closed)
        if role:
            roles[i] = role
        closed = bool(forms.END.search(lines[i].text))
    return roles


def _foot_role(line: Line, role: Role | None, *, closed: bool) -> Role | None:
    if len(line.text) > _SHORT or (line.label and line.label.rank <= Rank.ARTICLE):
        return None
    if forms.RECIPIENTS.match(line.text):
        return Role.RECIPIENTS
    if role is Role.RECIPIENTS and line.label and line.label.rank is Rank.BULLET:
        return role
    return Role.SIGNATURE if role or closed or _signs(line.text) else None


def _signs(text: str) -> bool:
    if forms.OFFICE.match(text):
        return text.isupper()
    return any(form.match(text) for form in (forms.BYLINE, forms.SOURCE_LINE, forms.COMRADE))
