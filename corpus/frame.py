"""The frame of a document: its head, its foot, the captions of its pictures."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from enum import StrEnum

from corpus import forms
from corpus.labels import Rank
from corpus.lines import Line, is_row


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


_RESOLVES = re.compile(rf"(?:{forms.KIND.pattern})[*_]*:[*_]*")  # "QUYẾT ĐỊNH:" within the body
_OFFICIAL = (
    forms.NUMBER_LINE, forms.PLACE_DATE, forms.DATED_LINE, forms.MOTTO, forms.SUBJECT,
    forms.ADDRESSEE,
)  # fmt: skip
_DECIDES = re.compile(forms.AGENCY.upper() + r"\b|" + forms.OFFICE.pattern)  # who does so
_AGENCY = re.compile(rf"[*_]*{forms.AGENCY.upper()}\b")
_BASIS = re.compile(r"\W*(?:Căn cứ|Thực hiện|Theo|Thi hành)\b")
_GOING_ON = (":", ";", ",")  # ends of a line below which the list goes on
_ODD = 80  # characters of a line that no rule of a head knows
_ODD_LINES = 8
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
    resolves = {i: Role.HEAD for i in rest if _RESOLVES.fullmatch(lines[i].text)}
    return captions | foot | resolves | head


def attached_kind(text: str) -> str:
    """Return the kind that stands alone on a line, as above an attached document, else "".

    >>> attached_kind("QUY CHẾ"), attached_kind("QUYẾT ĐỊNH:")
    ('Quy chế', '')
    """
    found = forms.KIND.match(text)
    alone = found is not None and not text[found.end() :].strip("*_ ")
    return found["kind"].capitalize() if found and alone else ""


def _is_caption(line: Line) -> bool:
    return len(line.text) <= 2 * _SHORT and forms.CAPTION.match(line.text) is not None


def _head(lines: Sequence[Line], rest: list[int]) -> dict[int, Role]:
    zone = rest[:_HEAD_LINES]
    official = any(_official(lines[i].text) for i in zone[:_FIRST_LINES])
    if official or _is_lettered(lines, zone):
        return _official_head(lines, zone)
    return _page_head(lines, zone)


def _is_lettered(lines: Sequence[Line], zone: list[int]) -> bool:
    """Tell whether an agency in capitals heads a kind that has its trích yếu on its own line."""
    near = [lines[i] for i in zone[:_ODD_LINES]]
    kind = next((at for at, line in enumerate(near) if _is_kind(line.text)), 0)
    above = near[:kind]
    capitals = all(line.text.isupper() or _rules(line) for line in above)
    return bool(above and capitals and _AGENCY.match(above[0].text))


def _official(text: str) -> bool:
    """Tell whether `text` is a line that only the head of an official document has."""
    found = forms.KIND.match(text)
    if found:
        return not text[found.end() :].strip(" *:")
    return any(form.match(text.lstrip("*_(")) for form in _OFFICIAL)


def _official_head(lines: Sequence[Line], zone: list[int]) -> dict[int, Role]:
    roles: dict[int, Role] = {}
    for at, i in enumerate(zone):
        if i in roles:
            continue
        if forms.KIND.match(lines[i].text):
            return roles | {i: Role.HEAD} | _summary(lines, zone[at:])
        if not _heads(lines[i]) and not (_is_odd(lines[i]) and _kind_follows(lines, zone[at:])):
            break
        roles[i] = Role.TITLE if forms.SUBJECT.match(lines[i].text) else Role.HEAD
        roles |= _addressees(lines, zone[at:])
    return roles


def _is_odd(line: Line) -> bool:
    """Tell whether `line` is short and no sentence: a head may hold one that no rule knows."""
    return line.label is None and len(line.text) <= _ODD and line.text[-1] not in ".;:"


def _kind_follows(lines: Sequence[Line], zone: list[int]) -> bool:
    """Tell whether a line of a kind stands soon below, with only lines of a head between."""
    near = [lines[i] for i in zone[1 : 1 + _ODD_LINES]]
    kind = next((at for at, line in enumerate(near) if _is_kind(line.text)), None)
    return kind is not None and all(_heads(line) or _is_odd(line) for line in near[:kind])


def _is_kind(text: str) -> bool:
    return forms.KIND.match(text) is not None and not _RESOLVES.fullmatch(text)


def _addressees(lines: Sequence[Line], zone: list[int]) -> dict[int, Role]:
    """Find who is addressed line by line, below "Kính gửi:" at the first of `zone`."""
    if not zone or not forms.ADDRESSEE.match(lines[zone[0]].text):
        return {}
    named: list[int] = []
    for i in zone[1:]:
        above = lines[zone[0] if not named else named[-1]].text.rstrip("*_ ")
        if above[-1:] not in _GOING_ON or not _is_addressee(lines[i]):
            break
        named.append(i)
    return dict.fromkeys(named, Role.RECIPIENTS)


def _is_addressee(line: Line) -> bool:
    listed = line.label is None or line.label.rank is Rank.BULLET
    return listed and len(line.text) <= _SHORT and not _BASIS.match(line.text)


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
    close = _touching(lines, zone[1:])
    if not inline and not close:
        close = _while(lines, zone[1 : 1 + _SUMMARY_LINES], _summarises)
    rules = _while(lines, zone[1 + len(close) :], _closes_head)
    below = zone[1 + len(close) + len(rules) :]
    told = _while(lines, below[:1], lambda line: bool(forms.ADDRESSEE.match(line.text)))
    return (
        dict.fromkeys(close, Role.TITLE)
        | dict.fromkeys((*rules, *told), Role.HEAD)
        | _addressees(lines, below)
    )


def _touching(lines: Sequence[Line], zone: list[int]) -> list[int]:
    """Find the lines of a trích yếu that touches its kind; it may be parted by ";" or ","."""
    found: list[int] = []
    for at, i in enumerate(zone):
        below = lines[zone[at + 1]] if at + 1 < len(zone) else None
        on = below is not None and not below.spaced and below.label is None
        parted = on and lines[i].text[-1] in ";," and below is not None and below.text[0].islower()
        decides = found and _DECIDES.match(lines[i].text) and not lines[found[-1]].text.isupper()
        if (
            lines[i].spaced
            or decides
            or not (_summarises(lines[i]) or (parted and _is_short(lines[i])))
        ):
            break
        found.append(i)
    return found


def _is_short(line: Line) -> bool:
    return line.label is None and len(line.text) <= _SHORT


def _rules(line: Line) -> bool:
    return bool(forms.RULE.match(line.text) or forms.STAMP.match(line.text))


def _closes_head(line: Line) -> bool:
    """Tell whether `line` may stand between the trích yếu and the body: who decides, a rule."""
    return _rules(line) or (line.label is None and line.text.isupper())


def _while(lines: Sequence[Line], zone: list[int], holds: Callable[[Line], bool]) -> list[int]:
    count = next((at for at, i in enumerate(zone) if not holds(lines[i])), len(zone))
    return zone[:count]


def _summarises(line: Line) -> bool:
    text = line.text.rstrip("*_ ")
    if line.label or text[-1:] in ".;:," or len(text) > _LONG:
        return False
    return not (_rules(line) or _is_caption(line) or forms.ADDRESSEE.match(line.text))


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
    before: Role | None = None
    for at, i in enumerate(rest):
        before = _foot_role(lines[i], before, [lines[j] for j in rest[at + 1 : at + 3]])
        if before and lines[i].label and Role.RECIPIENTS in roles.values():
            before = Role.RECIPIENTS  # set beside those who sign
        if before:
            roles[i] = before
        elif forms.END.search(lines[i].text):
            before = Role.SIGNATURE  # the words of the document end here: what follows signs
    return roles | {i: Role.SIGNATURE for i in rest if _credits(lines[i].text) and i not in roles}


def _foot_role(line: Line, before: Role | None, below: Sequence[Line]) -> Role | None:
    if not _fits(line) or attached_kind(line.text):
        return None
    if forms.RECIPIENTS.match(line.text):
        return Role.RECIPIENTS
    if before is Role.RECIPIENTS and line.label:
        return before
    signs = forms.OFFICE.match(line.text) and line.text.isupper() and all(map(_fits, below))
    return Role.SIGNATURE if before or signs else None


def _fits(line: Line) -> bool:
    """Tell whether `line` can stand in a foot: short, no heading and no row of a table."""
    plain = line.label is None or line.label.rank is Rank.BULLET
    return plain and len(line.text) <= _SHORT and not is_row(line.text)


def _credits(text: str) -> bool:
    """Tell whether `text` is a line of its own that names the author or the source."""
    named = any(form.match(text) for form in (forms.BYLINE, forms.SOURCE_LINE))
    return named and len(text) <= _SHORT
