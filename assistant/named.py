"""Whether a text names who is asked for: a person, or who holds an office."""

from __future__ import annotations

import re

from assistant.reading import Reading, asked_by

_OFFICES = "truong|pho|giam doc|chu tich|bi thu|thu ky|chanh|chu nhiem|thu tuong|tong thanh tra"
OFFICE = re.compile(
    rf"\b(?:{_OFFICES})\b[^?,]* la ai\b|\bai (?:hien )?(?:la|giu chuc(?: vu)?) (?:{_OFFICES})\b"
)
_HOLDS = re.compile(  # one office is held by who has another: "Bí thư làm Trưởng ban"
    r"(?i)\b(?:bí thư|giám đốc|chủ tịch|trưởng|phó|chánh|thủ trưởng|người đứng đầu|đồng chí)\b"
    r"[^;.]{0,60}\b(?:làm|là|giữ|kiêm|đảm nhiệm)\s+(?:chức\s+)?"
    r"(?:trưởng|phó|chủ tịch|bí thư|giám đốc|thư ký|chánh)"
)
_NAME_OF = re.compile(
    rf"\b(?:{_OFFICES})\b[^?,]*\b(?:ten(?: la| goi)? gi|(?:ho|ho va) ten)\b"
    r"|\b(?:ke|neu|cho biet) ten\b[^?,]*\b(?:dong chi|thanh vien|ong|ba|nguoi|lanh dao)\b"
)
_PERSON = re.compile(  # the commonest family names, then at least one more name
    r"\b(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Mai|Trương"
    r"|Đoàn|Đào|Lâm|Hà|Cao|Tô|Trịnh|Lương|Tạ|Châu|Quách|Thái|Kiều|Từ|Tăng|Vương|La|Thạch|Kim)"
    r"(?: [A-ZĐÀ-Ỹ]\w+){1,4}"
)


def asks_name(reading: Reading) -> bool:
    """Tell whether the name of a person is asked for."""
    return asked_by(_NAME_OF, reading.text)


def has_name(text: str) -> bool:
    """Tell whether a person is named."""
    return bool(_PERSON.search(text))


def has_person(text: str, reading: Reading) -> bool:
    """Tell whether a person or another office is named, where it is asked who holds one."""
    if not asked_by(OFFICE, reading.text):
        return True
    return has_name(text) or bool(_HOLDS.search(text))
