"""What people say around a question: greetings, thanks, the formula of a quiz.

These words look for nothing, yet "luật sư" or "đúng" stand in many passages. The list is of
formulas of the language, written from nobody's questions.
"""

from __future__ import annotations

import re

ASKER = r"(?:tôi|em|mình|tớ|cháu|con|anh|chị|chúng tôi|bọn em|gia đình tôi|bạn tôi)"
HEARER = r"(?:anh|chị|anh/chị|các bạn|bạn|luật sư|quý cơ quan|ban biên tập|mọi người|ad|admin)"
FORMULAS = (
    rf"(?:kính |xin )?(?:chào|thưa|gửi) {HEARER}(?: {HEARER})?",
    r"xin (?:kính )?chào",
    rf"(?:xin |vui lòng |làm ơn )?(?:{HEARER} )?cho {ASKER}(?: xin)? (?:được )?hỏi(?: là| rằng)?",
    rf"{ASKER} (?:xin|muốn|cần) (?:được )?hỏi(?: là| rằng)?",
    rf"{HEARER} (?:vui lòng |làm ơn )?(?:cho hỏi|tư vấn giúp {ASKER}|giúp {ASKER} với)",
    r"(?:xin|cho) hỏi(?: là| rằng)?",
    rf"(?:xin |chân thành |{ASKER} )?cảm ơn(?: {HEARER})?(?: nhiều)?",
    rf"(?:mong|nhờ) {HEARER} (?:tư vấn|giải đáp|trả lời|giúp)(?: giúp| cho)?(?: {ASKER})?",
    r"(?:nhận định |câu )?(?:này |sau |trên )?(?:là )?đúng hay sai",
    r"(?:có )?đúng không",
    r"phải không",
    r"ạ(?=\s*[?.!,]|$)",
)
_SAID = re.compile(rf"(?<!\w)(?:{'|'.join(FORMULAS)})(?!\w)\s*[,.!:?]*", re.IGNORECASE)


def plain(question: str) -> str:
    """Return the question without formulas; as it is when nothing else is said.

    >>> plain("Thưa luật sư, cho tôi hỏi thời hiệu khởi kiện là bao lâu ạ?")
    'thời hiệu khởi kiện là bao lâu'
    >>> plain("Xin chào!")
    'Xin chào!'
    """
    rest = " ".join(_SAID.sub(" ", question).split()).strip(" ,.:;")
    return rest if any(map(str.isalnum, rest)) else question
