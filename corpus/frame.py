"""The frame of an official document: its head and its foot (Nghị định 30/2020/NĐ-CP, Điều 8)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from enum import StrEnum

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


KINDS = (
    "Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh", "Lệnh", "Nghị quyết liên tịch", "Nghị quyết",
    "Nghị định", "Thông tư liên tịch", "Thông tư", "Quyết định", "Chỉ thị", "Quy chế", "Quy định",
    "Thông cáo", "Thông báo", "Hướng dẫn", "Chương trình", "Kế hoạch", "Phương án", "Đề án",
    "Dự án", "Báo cáo", "Biên bản", "Tờ trình", "Hợp đồng", "Công điện", "Bản ghi nhớ",
    "Bản thỏa thuận", "Giấy ủy quyền", "Giấy mời", "Giấy giới thiệu", "Giấy nghỉ phép",
    "Phiếu gửi", "Phiếu chuyển", "Phiếu báo", "Thư công", "Kết luận", "Công văn", "Điều lệ",
)  # fmt: skip
KIND = re.compile(
    r"(?:\*\*|#+ )*(?P<kind>"
    + "|".join(kind.upper() for kind in KINDS)
    + r")(?=$|[\s*:.])(?:\*\*)?:?"
)
NUMBER = re.compile(
    r"(?:\*\*)?(?:[A-ZĐ]\w+(?: \w+)? )?[Ss][Ốố]\s*:?\s*(?P<n>[\d.…_]*(?:\s*\d+)?)\s*(?P<sign>[-/]\s*(?:\d{4}\s*/\s*)?[A-ZĐ][\w/ -]*\w)"
)
PLACE_DATE = re.compile(
    r"[*_(]*(?P<place>[^\W\d][^,;:.\d]{1,40}),\s*ngày\s*(?P<day>\d{1,2})?[\s.…_]*tháng\s*(?P<month>\d{1,2})?"
    r"[\s.…_]*năm\s*(?P<year>\d{4})[*_)]*"
)
_STATE = re.compile(
    r"CỘNG H(?:ÒA|OÀ) XÃ HỘI|Độc lập\s*[-–]\s*Tự do|ĐẢNG CỘNG SẢN VIỆT NAM|[-–—_=*. ]{3,}$"
    r"|V/v\b|Kính gửi|HỎA TỐC|KHẨN\b|DỰ THẢO|\((?:Ban hành )?[Kk]èm theo",
    re.IGNORECASE,
)
POSTED = re.compile(
    r"(?:(?:Thứ \w+|Chủ nhật|Ngày đăng|Ngày|Cập nhật)\s*[-:,]?\s*)?(?:\d{1,2}[:h]\d{2}\s*)?"
    r"(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})(?:,?\s*\d{1,2}[:h]\d{2}(?:\s*[AP]M)?)?",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"(?:Hình ảnh|Ảnh|Ảnh minh họa|Hình \d+|Ảnh \d+)\b(?!.*[.;:]$)", re.IGNORECASE
)
_RECIPIENTS = re.compile(r"[*_]*nơi nhận[*_]*\s*[:.]?[*_]*", re.IGNORECASE)
_OFFICE = re.compile(
    r"(?:\*\*)?(?:(?:KT|TM|TL|TUQ|Q)\.?\s?[A-ZĐ]|(?:PHÓ )?(?:GIÁM ĐỐC|CHỦ TỊCH|BỘ TRƯỞNG|THỦ TƯỚNG|CHÁNH"
    r"|TRƯỞNG (?:BAN|PHÒNG)|BÍ THƯ|HIỆU TRƯỞNG|CỤC TRƯỞNG|TỔNG GIÁM ĐỐC)\b)"
)
_BYLINE = re.compile(
    r"(?:Tác giả|Nguồn|Bài(?:,? ảnh)?|Tin(?:,? bài)?|Người viết|Biên tập)\s*:|Đ/c\s|\(?Theo [A-ZĐ]"
)
_CLOSED = re.compile(r"\./\.[*_]*$")
_SHORT = 160
_HEAD_LINES = 40


def frame(lines: Sequence[Line], skipped: frozenset[int]) -> dict[int, Role]:
    """Return the role of each line that belongs to the head, the foot or a picture."""
    rest = [i for i in range(len(lines)) if i not in skipped]
    head = _head(lines, rest)
    foot = _foot(lines, [i for i in rest if i not in head])
    captions = {i: Role.CAPTION for i in rest if _is_caption(lines[i])}
    return captions | foot | head


def _is_caption(line: Line) -> bool:
    return len(line.text) <= _SHORT * 2 and _CAPTION.match(line.text) is not None


def _head(lines: Sequence[Line], rest: list[int]) -> dict[int, Role]:
    zone = rest[:_HEAD_LINES]
    if any(_official(lines[i].text) for i in zone[:15]):
        return _official_head(lines, zone)
    return _page_head(lines, zone)


def _official(text: str) -> bool:
    found = KIND.match(text)
    alone = found is not None and not text[found.end() :].strip(" *")
    return alone or any(form.match(text) for form in (NUMBER, PLACE_DATE, _STATE))


def _official_head(lines: Sequence[Line], zone: list[int]) -> dict[int, Role]:
    roles: dict[int, Role] = {}
    for at, i in enumerate(zone):
        if KIND.match(lines[i].text):
            return roles | {i: Role.HEAD} | _summary(lines, zone[at:])
        if not _heads(lines[i]):
            return roles
        roles[i] = Role.HEAD
    return roles


def _heads(line: Line) -> bool:
    if line.label and line.label.rank not in (Rank.BULLET, Rank.CAPITAL, Rank.ROMAN):
        return False
    return _official(line.text) or line.text.isupper() or bool(POSTED.fullmatch(line.text))


def _summary(lines: Sequence[Line], zone: list[int]) -> dict[int, Role]:
    """Find the trích yếu: the lines that touch the kind, else the short ones after it."""
    text = lines[zone[0]].text
    found = KIND.match(text)
    inline = bool(found and text[found.end() :].strip(" *:"))
    close = _while(lines, zone[1:], lambda line: not line.spaced and _summarises(line))
    if inline or close:
        return dict.fromkeys(close, Role.TITLE) | _rules(lines, zone[1 + len(close) :])
    return dict.fromkeys(_while(lines, zone[1:6], _summarises), Role.TITLE)


def _rules(lines: Sequence[Line], zone: list[int]) -> dict[int, Role]:
    return dict.fromkeys(_while(lines, zone, lambda line: bool(_STATE.match(line.text))), Role.HEAD)


def _while(lines: Sequence[Line], zone: list[int], holds: Callable[[Line], bool]) -> list[int]:
    found: list[int] = []
    for i in zone:
        if not holds(lines[i]):
            break
        found.append(i)
    return found


def _summarises(line: Line) -> bool:
    ends = line.text.rstrip("*_ ")[-1:] in ".;:,"
    return (
        line.label is None and not ends and len(line.text) <= 400 and not _CAPTION.match(line.text)
    )


def _page_head(lines: Sequence[Line], zone: list[int]) -> dict[int, Role]:
    """Find the heading and the date of a web page: short lines above its first paragraph."""
    top = _while(lines, zone[:6], lambda line: _summarises(line) and len(line.text) <= 300)
    if len(top) == min(len(zone), 6) or not top:
        return {}
    dated = [i for i in top if POSTED.fullmatch(lines[i].text)]
    titled = next((i for i in top if i not in dated and len(lines[i].text.split()) > 3), None)
    roles = dict.fromkeys(top if dated or titled is not None else [], Role.HEAD)
    return roles | ({titled: Role.TITLE} if titled is not None else {})


def _foot(lines: Sequence[Line], rest: list[int]) -> dict[int, Role]:
    roles: dict[int, Role] = {}
    role: Role | None = None
    for before, i in zip([None, *rest], rest, strict=False):
        closed = before is not None and bool(_CLOSED.search(lines[before].text))
        role = _foot_role(lines[i], role, closed=closed)
        if role:
            roles[i] = role
    return roles


def _foot_role(line: Line, role: Role | None, *, closed: bool) -> Role | None:
    if len(line.text) > _SHORT or _reopens(line):
        return None
    if _RECIPIENTS.match(line.text):
        return Role.RECIPIENTS
    if role is Role.RECIPIENTS and line.label and line.label.rank is Rank.BULLET:
        return role
    if role or closed or _OFFICE.match(line.text) or _BYLINE.match(line.text):
        return Role.SIGNATURE
    return None


def _reopens(line: Line) -> bool:
    return line.label is not None and line.label.rank <= Rank.ARTICLE
