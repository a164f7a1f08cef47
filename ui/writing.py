"""What a language model had to do with an answer, in words and as HTML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from assistant.fluent.model import Fault
from assistant.grounding.checker import Check
from assistant.mode import Mode
from assistant.reply import Answer, Claim, ClaimStatus
from assistant.written import Generation, Withheld, Written
from ui.markup import Html, joined, tag

MODES: Mapping[Mode, str] = MappingProxyType(
    {
        Mode.EXTRACTIVE: "Trích nguyên văn",
        Mode.FLUENT: "Diễn giải",
        Mode.PLAIN: "Giải thích dễ hiểu",
        Mode.COMPARE: "So sánh hai văn bản",
        Mode.SUMMARY: "Tóm tắt theo mục",
        Mode.LETTER: "Soạn công văn trả lời",
    }
)
MODE_LABEL = "Cách trả lời"
WRITING = "Mô hình ngôn ngữ đang viết; câu nào chứng minh được mới hiện…"
FAULTS: Mapping[str, str] = MappingProxyType(
    {
        Fault.ABSENT: "Chưa có mô hình ngôn ngữ nào được cài đặt.",
        Fault.UNREACHABLE: "Không kết nối được với mô hình ngôn ngữ.",
        Fault.REFUSED: "Máy chủ của mô hình ngôn ngữ từ chối yêu cầu; xin báo quản trị.",
        Fault.BUSY: "Mô hình ngôn ngữ đang bận.",
        Fault.SLOW: "Mô hình ngôn ngữ không trả lời kịp.",
        Fault.EMPTY: "Mô hình ngôn ngữ không viết gì.",
        Fault.BROKEN: "Mô hình ngôn ngữ gặp lỗi.",
        Fault.RESTING: "Mô hình ngôn ngữ lỗi nhiều lần nên tạm nghỉ.",
        Fault.SPENT: "Đã dùng hết hạn mức của mô hình ngôn ngữ trong ngày.",
        Fault.UNPROVED: "Mô hình ngôn ngữ không viết được câu nào chứng minh được.",
    }
)
UNUSABLE: Mapping[str, str] = MappingProxyType(
    {
        "provider": "Tên nhà cung cấp chỉ gồm chữ thường, số và dấu gạch dưới, ví dụ: openai.",
        "model": "Tên mô hình dài quá 300 ký tự hoặc có ký tự không dùng được.",
        "base_url": "Địa chỉ máy chủ phải bắt đầu bằng http:// hoặc https://, không chứa mật khẩu.",
    }
)
STANDS_IN = "Dưới đây là nguyên văn."
CUT = "Mô hình ngôn ngữ dừng giữa chừng. Các câu đã viết đều được đối chiếu; sau đó là nguyên văn."
STATUS: Mapping[ClaimStatus, tuple[str, str]] = MappingProxyType(
    {
        ClaimStatus.VERBATIM: ("nguyên văn", "Câu này là lời của văn bản."),
        ClaimStatus.CORRECTION: ("nguyên văn", "Căn cứ đề mục của văn bản."),
        ClaimStatus.PARTICULAR: ("nguyên văn", "Căn cứ phần đầu, phần cuối của văn bản."),
        ClaimStatus.PARAPHRASED: (
            "diễn giải",
            "Câu này do mô hình viết, đã được đối chiếu với nguồn bằng chương trình.",
        ),
    }
)
CHECKS: Mapping[str, str] = MappingProxyType(
    {
        Check.QUESTION: "là câu hỏi",
        Check.NOTHING: "không nói gì hơn câu hỏi",
        Check.QUOTE: "lời trích không có trong nguồn",
        Check.DOCUMENT: "số hiệu văn bản không có trong nguồn",
        Check.DATE: "ngày tháng không có trong nguồn",
        Check.ORIGIN: "ngày hoặc cơ quan ban hành của văn bản được dẫn không đúng với nguồn",
        Check.NUMBER: "con số không đúng chỗ trong nguồn",
        Check.FORCE: "thêm hoặc bớt “không”, “phải”, “được”, “có thể”, “chỉ”…",
        Check.ACTOR: "chủ thể không đúng với nguồn",
        Check.OPPOSITE: "nghĩa trái với nguồn",
        Check.COVERED: "có ý không nằm trong nguồn",
    }
)


def withheld_count(count: int) -> str:
    """Say how many sentences are no part of the answer."""
    return f"{count} câu của mô hình không chứng minh được, không thuộc câu trả lời"


def fault_text(written: Written) -> str:
    """Say why the words are those of the sources after all; "" when they are not."""
    if not written.fault:
        return ""
    if written.fault == Fault.CUT:
        return CUT
    return f"{FAULTS.get(written.fault, FAULTS[Fault.BROKEN])} {STANDS_IN}"


def written_lines(written: Written) -> Iterator[str]:
    """Yield what a model had to do with an answer, for the command line."""
    if said := fault_text(written):
        yield said
    if written.withheld:
        yield withheld_count(len(written.withheld))


def fault_html(answer: Answer) -> Html:
    """Return what is said above an answer that a model did not word."""
    said = fault_text(answer.written) if answer.written else ""
    return tag("p", said, class_="fault", role="note") if said else Html("")


def marked(answer: Answer) -> bool:
    """Tell whether each sentence shows what it is: where a model worded them."""
    written = answer.written
    if written is not None:
        return written.fault in ("", Fault.CUT)
    claims = (claim for part in answer.parts for claim in part.claims)
    return any(claim.status is ClaimStatus.PARAPHRASED for claim in claims)


def status_html(claim: Claim) -> Html:
    """Return what a sentence is, beside it."""
    word, why = STATUS[claim.status]
    return tag("span", word, class_=f"status {claim.status.value}", title=why)


def writing_html(answer: Answer) -> Html:
    """Return what is said under an answer: what was withheld, and who wrote."""
    written = answer.written
    if written is None:
        return Html("")
    pieces = [_withheld(written.withheld)] if written.withheld else []
    if written.generation and marked(answer):
        pieces.append(tag("p", _made(written.generation), class_="made"))
    return joined(pieces)


def _withheld(withheld: tuple[Withheld, ...]) -> Html:
    items = (
        tag("li", tag("q", one.text), " – ", CHECKS.get(one.check, ""), _failing(one))
        for one in withheld
    )
    summary = tag("summary", withheld_count(len(withheld)))
    return tag("details", summary, tag("ul", *items), class_="withheld")


def _failing(one: Withheld) -> str:
    return f": “{one.words}”" if one.words and one.words != one.text else ""


def _made(made: Generation) -> str:
    """Say who wrote, and how fast."""
    speed = f", {made.tokens / made.total:.0f} từ tố/giây" if made.tokens and made.total else ""
    times = f"câu đầu sau {made.first:.1f} giây, cả bài {made.total:.1f} giây{speed}"
    return f"Viết bởi {made.model}: {times.replace('.', ',')}."
