"""False senses: what is done is not done, what must be may be, the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator

_VERBS = (
    "thực hiện|tổ chức|triển khai|ban hành|xây dựng|báo cáo|công khai|tiếp tục|tăng cường"
    "|đẩy mạnh|nâng cao|phối hợp|tham mưu|đảm bảo|bảo đảm|kiểm tra|quán triệt|lãnh đạo|chỉ đạo"
    "|đổi mới|góp phần|phát huy|giải quyết|tuyên truyền|hướng dẫn|đánh giá|gửi|tiếp nhận"
    "|chấp hành|tuân thủ|hoàn thành|cung cấp|lập|giao|đề xuất|theo dõi|đôn đốc|rà soát|duy trì"
    "|khắc phục|đề cao|đưa|mở|phân công|niêm yết|trả lời|trang bị|vận động|biểu dương|cập nhật"
)
_OPENS = re.compile(rf"^(?P<verb>{_VERBS})\b", re.IGNORECASE)
_DONE = re.compile(rf"\b(?:đã|luôn|đều) (?P<verb>{_VERBS}|có|được)\b")
_NEXT = re.compile(rf"; (?P<verb>{_VERBS})\b")
_WHO = re.compile(
    r"\b(?:Sở|Ban Giám đốc|Giám đốc|lãnh đạo Sở|người đứng đầu|công chức|viên chức|Văn phòng"
    rf"|người lao động|người sử dụng lao động|đơn vị|cơ quan) (?P<verb>{_VERBS})\b",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?P<cue>không|chưa) (?!chỉ|những|gian|khí|quân|phải)(?=\w)", re.IGNORECASE)
_PASSIVE = re.compile(
    r"(?<!không )(?<!phải )(?<!chưa )\b(?P<cue>được) (?=quan tâm|chỉ đạo|thực hiện|tổ chức"
    r"|triển khai|giao|đưa|học tập|duy trì|công khai|quán triệt|nâng|tham gia|cử|biết|bàn"
    r"|giám sát|kiểm tra|xử lý)"
)
# each with what does not follow from it
_MODALS = (
    (r"\b(?:bắt buộc )?phải (?!chăng)", ("có thể ", "không phải ", "không cần ")),
    (r"\bcó trách nhiệm (?=\w)", ("có quyền ", "không có trách nhiệm ", "có thể ")),
    (r"\bcó nghĩa vụ (?=\w)", ("có quyền ", "không có nghĩa vụ ")),
    (r"\bcó quyền (?=\w)", ("có nghĩa vụ ", "không có quyền ", "phải ")),
    (r"\bcó thể (?=\w)", ("phải ", "không thể ")),
    (r"\bkhông được (?=\w)", ("được ", "phải ")),
    (r"\bcần (?=\w)(?!thiết)", ("không cần ", "không được ")),
    (r"\bđược (?=học tập|biết|bàn|tham gia|giám sát|góp ý|kiểm tra)", ("phải ", "không được ")),
)
_WEAKER = ("có thể", "nên", "không bắt buộc phải", "có quyền")


def negations(text: str) -> Iterator[str]:
    """Yield `text` with a "không" more or less."""
    for hit in _verbs(text):
        yield _before(text, hit.start("verb"), "không")
    for hit in _DONE.finditer(text):
        yield f"{text[: hit.start()]}chưa {hit['verb']}{text[hit.end() :]}"
    for hit in _NOT.finditer(text):
        rest = text[hit.end() :]
        yield text[: hit.start()] + (rest[:1].upper() + rest[1:] if not hit.start() else rest)
    for hit in _PASSIVE.finditer(text):
        yield _before(text, hit.start("cue"), "không")


def modalities(text: str) -> Iterator[str]:
    """Yield `text` with another modality, or a weaker one where there is none."""
    for pattern, others in _MODALS:
        for hit in re.finditer(rf"(?<!không )(?<!chưa ){pattern}", text):
            yield from (text[: hit.start()] + other + text[hit.end() :] for other in others)
    for hit in _verbs(text):
        for weaker in _WEAKER:
            yield _before(text, hit.start("verb"), weaker)


def _verbs(text: str) -> Iterator[re.Match[str]]:
    """Yield where somebody does something: at the beginning, after who does it, after ";"."""
    for pattern in (_OPENS, _WHO, _NEXT):
        yield from pattern.finditer(text)


def _before(text: str, at: int, word: str) -> str:
    """Return `text` with a word put in at a place, the capital moved to it at the beginning."""
    if at:
        return f"{text[:at]}{word} {text[at:]}"
    return f"{word[:1].upper()}{word[1:]} {text[:1].lower()}{text[1:]}"
