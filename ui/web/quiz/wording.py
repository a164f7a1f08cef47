"""Every Vietnamese sentence of the quiz studio."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from assistant.quiz.bank.kept import Status
from assistant.quiz.export.question import Lost
from assistant.quiz.item import Difficulty, Kind
from assistant.quiz.stale import Change

STUDIO = "Soạn đề"
BANK = "Ngân hàng câu hỏi"
STUDIO_AREAS = "Các phần của mục Trắc nghiệm"
INTRO = (
    "Máy soạn câu hỏi từ văn bản trong kho; mỗi câu có đáp án đã đối chiếu và đoạn được trích. "
    "Anh, chị duyệt từng câu trước khi dùng."
)

# --- asking for a paper
NEW_PAPER = "Soạn đề mới"
DOCUMENTS = "Văn bản"
DOCUMENTS_HINT = "Không chọn văn bản nào nghĩa là soạn từ cả kho."
SECTION = "Chỉ một mục"
NO_SECTION = "Toàn bộ văn bản đã chọn"
COUNT = "Số câu"
KINDS = "Loại câu"
DIFFICULTY = "Độ khó"
MIXED = "Đan xen các mức"
MORE_OPTIONS = "Tùy chọn khác"
PAPER_TITLE = "Tên đề"
PAPER_TITLE_HINT = "Để trống thì máy tự đặt"
SEED = "Số gieo"
SEED_HINT = "Cùng văn bản, cùng lựa chọn và cùng số gieo thì được cùng một bộ câu."
MAKE = "Soạn"
PAPERS = "Các đề đã soạn"
NO_PAPERS = "Chưa có đề nào."
MAKING = "Đang soạn đề"
MAKING_MORE = "Máy đang đọc văn bản, soạn câu nháp và đối chiếu từng câu với nguồn."
SECONDS = "giây"
SEE_RESULT = "Xem kết quả"
LOST_JOB = "Không còn lượt soạn này. Xin soạn lại."

# --- a paper
ITEM = "Câu"
KEY = "Đáp án"
EXPLANATION = "Giải thích"
SOURCE = "Đoạn được trích"
MORE_SOURCES = "Các đoạn khác làm chứng"
NO_SOURCE = "Câu nhập từ tệp, chưa gắn với đoạn nào trong kho."
APPROVE = "Duyệt"
APPROVE_ANYWAY = "Duyệt, tôi đã đối chiếu"
REJECT = "Loại"
REASON = "Lý do loại"
REASON_HINT = "Ví dụ: lời hỏi dài, dễ hiểu nhầm"
CONFIRM_REJECT = "Loại câu này"
BACK_TO_DRAFT = "Xét lại"
EDIT = "Sửa"
ANOTHER = "Đổi câu khác"
UP, DOWN = "Đưa lên", "Đưa xuống"
TAKE_OUT = "Bỏ khỏi đề"
APPROVE_REST = "Duyệt các câu chưa xét"
APPROVE_REST_HINT = "Chỉ duyệt câu đã được chứng minh và không cần soát lại."
DOWNLOAD = "Tải về"
TRY = "Làm thử"
RENAME = "Đổi tên"
REMOVE_PAPER = "Xóa đề"
REMOVE_PAPER_HINT = "Các câu của đề vẫn còn trong ngân hàng."
EMPTY_PAPER = "Đề này không có câu nào."
REJECTED_BY = "Câu nháp bị loại theo từng phép kiểm"
CHECK, DRAFTS = "Phép kiểm", "Số câu nháp bị loại"
PROVED = "Đã chứng minh"
UNPROVED = "Chưa được chứng minh lại"
STALE = "Cần soát lại"
OLD_WORDS, NEW_WORDS = "Lời văn khi soạn", "Lời văn hiện nay"
NO_NEW_WORDS = "Văn bản không còn đoạn nào tương tự."
RENEW = "Dùng lời văn hiện nay và kiểm lại"
PAPERS_AGAIN = "Về danh sách đề"
PAPER_AGAIN = "Về đề"
NOT_ITEM = "Không làm được việc này. Xin tải lại trang rồi thử lại."

STATUSES: Mapping[Status, str] = MappingProxyType(
    {
        Status.DRAFT: "Chưa xét",
        Status.APPROVED: "Đã duyệt",
        Status.REJECTED: "Đã loại",
    }
)
KIND_NAMES: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.MC: "Một lựa chọn đúng",
        Kind.MULTI: "Nhiều lựa chọn đúng",
        Kind.TF: "Đúng – Sai",
        Kind.MATCH: "Ghép đôi",
        Kind.ORDER: "Sắp thứ tự",
        Kind.FILL: "Điền chỗ trống",
        Kind.SHORT: "Trả lời ngắn",
    }
)
DIFFICULTIES: Mapping[Difficulty, str] = MappingProxyType(
    {Difficulty.EASY: "Dễ", Difficulty.MEDIUM: "Vừa", Difficulty.HARD: "Khó"}
)
CHANGES: Mapping[Change, str] = MappingProxyType(
    {
        Change.GONE: "Văn bản không còn trong kho.",
        Change.CHANGED: "Văn bản đã thay đổi ở đoạn này.",
    }
)
CHECKS: Mapping[str, str] = MappingProxyType(
    {
        "citation_verbatim": "đoạn trích đúng nguyên văn",
        "key_supported": "đáp án có trong đoạn trích",
        "exactly_one_right": "đúng số phương án đúng",
        "distractors_unsupported": "phương án sai không được văn bản nào nêu là đúng",
        "explanation_supported": "lời giải thích trích đúng nguồn",
        "stem_stands_alone": "lời hỏi nêu rõ văn bản, đọc riêng vẫn hiểu",
        "no_cue_length": "độ dài không làm lộ đáp án",
        "no_cue_words": "từ ngữ không làm lộ đáp án",
        "same_form": "các phương án cùng dạng",
        "options_apart": "các phương án không nói trùng nhau",
        "readable": "câu chữ lành lặn, không quá dài",
        "not_duplicate": "không hỏi trùng câu khác",
        "not_given_away": "không làm lộ đáp án của câu khác",
        "position_balanced": "vị trí đáp án cân bằng",
        "other_difficulty": "đúng độ khó đã chọn",
        "no_source": "có nguồn trong kho",
        "stem_changed": "lời hỏi do người sửa, máy không đối chiếu được",
    }
)

# --- downloading
EXPORT = "Tải đề về"
FORMAT, HOLDS, LOSSES_OF = "Dạng tệp", "Dùng cho", "Mất gì khi tải"
NOTHING_LOST = "Không mất gì"
NONE_APPROVED = "Chưa có câu nào được duyệt. Hãy duyệt ít nhất một câu rồi tải về."
VARIANTS = "Số mã đề"
FORMATS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "moodle-xml": ("Moodle XML", "Moodle; nguồn trích ở phần phản hồi chung"),
        "gift": ("GIFT", "Moodle và nhiều hệ thống khác"),
        "aiken": ("Aiken", "Moodle, chỉ câu một lựa chọn đúng"),
        "csv": ("CSV", "bảng tính, chương trình khác"),
        "xlsx": ("Excel (XLSX)", "bảng tính"),
        "kahoot": ("Kahoot (XLSX)", "Kahoot"),
        "quizizz": ("Quizizz (XLSX)", "Quizizz"),
        "docx": ("Word (DOCX)", "bản in có đáp án và nguồn ở tờ riêng"),
        "qti": ("QTI 2.1 (ZIP)", "Canvas, Blackboard và hệ thống theo chuẩn QTI"),
    }
)
LOSSES: Mapping[Lost, str] = MappingProxyType(
    {
        Lost.KIND: "bỏ {} câu vì dạng tệp không có loại câu đó",
        Lost.SHORTENED: "{} câu bỏ tên văn bản trong lời hỏi cho đủ ngắn",
        Lost.LENGTH: "bỏ {} câu vì dài quá mức cho phép",
        Lost.FEEDBACK: "không giữ được lời giải thích và nguồn trích",
    }
)


def paper_title(names: tuple[str, ...], section: str) -> str:
    """Return what a paper is called when nobody named it."""
    told = names[0] if len(names) == 1 else f"{len(names)} văn bản"
    return f"Đề từ {told}" + (f", mục {section}" if section else "")


def counted(items: int, approved: int) -> str:
    """Say how many items a paper has."""
    return f"{items} câu, {approved} câu đã duyệt"


def fewer(made: int, wanted: int) -> str:
    """Say that fewer items were made than were asked for, and why."""
    return (
        f"Soạn được {made}/{wanted} câu: văn bản không còn nội dung cho câu đạt yêu cầu; "
        "máy không thêm câu kém cho đủ số."
    )


def item_label(number: int) -> str:
    """Return how an item is read aloud."""
    return f"{ITEM} {number}"


def unproved(faults: tuple[str, ...]) -> str:
    """Say which checks an item does not pass."""
    return f"{UNPROVED}: " + "; ".join(CHECKS.get(name, name) for name in faults) + "."


def left_out(count: int) -> str:
    """Say that stale items are not in a file."""
    return f"{count} câu cần soát lại không được đưa vào tệp."
