"""Whether a text names who is asked for: a person, or who holds an office."""

from __future__ import annotations

import re

from assistant.reading.reading import Reading, asked_by

_OFFICES = (
    r"(?<!chu )(?<!nha )truong(?! hop)|(?<!thanh )pho(?! bien)|giam doc|chu tich"
    r"|bi thu|thu ky|chanh|chu nhiem|thu tuong|tong thanh tra"
)
OFFICE = re.compile(
    rf"\b(?:{_OFFICES})\b[^?,]* la ai\b|\bai (?:hien )?(?:la|giu chuc(?: vu)?) (?:{_OFFICES})\b"
)
_HOLDS = re.compile(  # one office is held by who has another: "Bí thư làm Trưởng ban"
    r"(?i)\b(?:bí thư|giám đốc|chủ tịch|trưởng|phó|chánh|thủ trưởng|người đứng đầu|đồng chí)\b"
    r"[^;.]{0,60}\b(?:làm|là|giữ|kiêm|đảm nhiệm)\s+(?:(?:chức|vai trò|nhiệm vụ)\s+)?"
    r"(?:trưởng|phó|chủ tịch|bí thư|giám đốc|thư ký|chánh)"
)
_NAME_OF = re.compile(
    rf"\b(?:{_OFFICES}|sep|lanh dao|nguoi dung dau)\b[^?,]*"
    r"\b(?:ten(?: la| goi)? gi|(?:ho|ho va) ten)\b"
    r"|\b(?:ke|neu|cho biet) ten (?:cac |nhung |\d+ )?(?:dong chi|lanh dao)\b"
)
_FAMILY = re.compile(  # the commonest family names; the names behind them
    r"\b(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Mai|Trương"
    r"|Đoàn|Đào|Lâm|Hà|Cao|Tô|Trịnh|Lương|Tạ|Châu|Quách|Thái|Kiều|Từ|Tăng|Vương|La|Thạch|Kim|Phùng"
    r"|Lưu|Chu|Triệu|Nông|Tống) ([^\W\d_]+ [^\W\d_]+)"
)
_ADDRESSED = re.compile(r"\b(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí|[Đđ]/c) ([^\W\d_]+ [^\W\d_]+)")


def asks_name(reading: Reading) -> bool:
    """Tell whether the name of a person is asked for."""
    return asked_by(_NAME_OF, reading.text)


def has_name(text: str) -> bool:
    """Tell whether a person is named: what stands behind such a word begins with capitals."""
    return any(
        all(name[0].isupper() for name in hit.group(1).split())
        for pattern in (_FAMILY, _ADDRESSED)
        for hit in pattern.finditer(text)
    )


def has_person(text: str, reading: Reading) -> bool:
    """Tell whether a person or another office is named, where it is asked who holds one."""
    if not asked_by(OFFICE, reading.text):
        return True
    return has_name(text) or bool(_HOLDS.search(text))
