"""The frame of an official letter around an answer: a draft, its blanks left to the office."""

from __future__ import annotations

from assistant.mode import Mode
from assistant.reply import Answer

LONGEST_QUESTION = 300  # characters of it that the letter repeats
DRAFT = "DỰ THẢO CÔNG VĂN TRẢ LỜI"
TO = "Kính gửi: ……………………………………"
REPLYING = "Trả lời đề nghị của ………………… về nội dung: “{}”, ………………… có ý kiến như sau:"
REPLYING_ONLY = "Trả lời đề nghị của …………………, ………………… có ý kiến như sau:"
CLOSING = "Trên đây là ý kiến của …………………, gửi ………………… để biết và thực hiện./."
COPIES = "Nơi nhận: Như trên; ……; Lưu: VT, ……"
SIGNED = "THỦ TRƯỞNG CƠ QUAN (ký, ghi rõ họ tên, đóng dấu)"
CHECK = (
    "Bản dự thảo do máy soạn: cơ quan điền số, ký hiệu, ngày tháng, nơi nhận, người ký và kiểm tra"
    " từng nguồn [n], hiệu lực của văn bản được dẫn trước khi trình ký."
)


def is_letter(answer: Answer) -> bool:
    """Tell whether an answer was asked for as a letter."""
    return answer.written is not None and answer.written.mode == Mode.LETTER


def opening(answer: Answer) -> tuple[str, ...]:
    """Return the lines before what the letter says; () where there is none."""
    if not is_letter(answer):
        return ()
    made = answer.written.generation if answer.written else None
    asked = made.question.strip()[:LONGEST_QUESTION] if made else ""
    return DRAFT, TO, REPLYING.format(asked) if asked else REPLYING_ONLY


def closing(answer: Answer) -> tuple[str, ...]:
    """Return the lines behind what the letter says; () where there is none."""
    return (CLOSING, COPIES, SIGNED, CHECK) if is_letter(answer) else ()
