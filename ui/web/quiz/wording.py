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
APPROVE_REST_HINT = (
    "“Duyệt các câu chưa xét” chỉ duyệt câu đã được chứng minh và không cần soát lại; "
    "xin đọc qua từng câu trước."
)
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
SEE_STALE = "Xem các câu đó"
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
        "stem_changed": "lời hỏi đã sửa vẫn hỏi đúng điều trong đoạn trích",
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
        "docx": ("Word (DOCX)", "bản in có đáp án và nguồn ở tờ riêng, còn sửa được"),
        "pdf": ("PDF", "bản in có đáp án và nguồn ở tờ riêng"),
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


# --- one item
EDITING = "Sửa câu hỏi"
STEM = "Lời hỏi"
OPTION = "Phương án"
IS_KEY = "Đáp án đúng"
LEFT, RIGHT = "Vế trái", "Vế phải"
ACCEPTED = "Đáp án được chấp nhận"
ACCEPTED_HINT = "Mỗi dòng một cách viết."
SAVE = "Lưu và kiểm lại"
SAVE_HINT = (
    "Sau khi lưu, máy kiểm lại phương án, đáp án, lời giải thích và nguồn; câu trở về “Chưa xét”. "
    "Lời hỏi đã sửa thì máy không đối chiếu được, người duyệt tự đối chiếu."
)
TAGS = "Nhãn"
TAGS_HINT = "Cách nhau bằng dấu phẩy, ví dụ: tập huấn 2024, công đoàn"
SAVE_TAGS = "Lưu nhãn"
HISTORY = "Các bản đã lưu"
VERSION = "Bản"
RESTORE = "Dùng lại bản này"
CURRENT = "đang dùng"
REMOVE_ITEM = "Xóa hẳn câu này"
REMOVE_ITEM_HINT = "Câu và mọi bản đã lưu bị xóa khỏi ngân hàng và khỏi các đề."
BANK_AGAIN = "Về ngân hàng câu hỏi"
CHECK_ITEM = "Xem lại câu"

# --- the bank
BANK_INTRO = (
    "Các câu đã duyệt được giữ ở đây để dùng lại. Tìm theo lời văn, nhãn, loại câu rồi lập đề mới; "
    "câu chưa xét, đã loại hoặc cần soát lại thì chọn ở ô “Quyết định”."
)
SEARCH = "Tìm"
SEARCH_WORDS = "Lời văn"
SEARCH_HINT = "Có dấu hoặc không dấu"
ANY = "Tất cả"
STATUS = "Quyết định"
KIND = "Loại câu"
CHOOSE = "Chọn"
GATHER = "Lập đề từ các câu đã chọn"
PUT = "Thêm vào đề"
PUT_BUTTON = "Thêm các câu đã chọn"
NEW_TITLE = "Tên đề mới"
NOTHING_FOUND = "Không có câu nào như vậy."
IMPORT = "Nhập câu hỏi từ tệp"
IMPORT_FILE = "Tệp"
IMPORT_FORMAT = "Dạng tệp"
IMPORT_BUTTON = "Nhập vào ngân hàng"
IMPORT_HINT = (
    "Câu nhập từ tệp chưa gắn với đoạn nào trong kho nên mang dấu “Chưa được chứng minh lại”. "
    "Tệp có lỗi thì không câu nào được nhập."
)
NO_FILE = "Chưa chọn tệp."
IMPORT_FORMATS: Mapping[str, str] = MappingProxyType(
    {"moodle-xml": "Moodle XML", "gift": "GIFT", "aiken": "Aiken"}
)

# --- taking a paper
TRIAL = "Làm thử"
ANSWER = "Trả lời"
YOUR_ANSWER = "Câu trả lời của anh, chị"
CHOOSE_ONE = "Chọn…"
RIGHT_ANSWER, WRONG_ANSWER = "Đúng", "Chưa đúng"
NEXT_ITEM, FINISH = "Câu tiếp theo", "Xem kết quả"
RESULT = "Kết quả làm thử"
SCORE = "Điểm"
PRINT = "In phiếu kết quả"
AGAIN = "Làm lại"
TAKER = "Họ và tên: ……………………………………"
UNIT = "Đơn vị: ……………………………………"
NOT_ANSWERED = "Chưa trả lời"
NO_ANSWER = "Xin chọn hoặc nhập câu trả lời rồi gửi."
PLACE_TWICE = "Mỗi vị trí chỉ dùng cho một bước."
DRAFTS_TOO = "Đề chưa có câu nào được duyệt nên bản làm thử gồm cả câu chưa xét."
NOTHING_TO_TRY = "Đề không có câu nào để làm thử."
TRIAL_NOTE = "Kết quả chỉ để tự học; máy chấm theo từ ngữ của đáp án."


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
    told = "; ".join(CHECKS.get(name, name) for name in faults)
    return f"{UNPROVED}. Những điều chưa chứng minh được: {told}."


def stale_items(count: int) -> str:
    """Say how many items rest on words that changed or went."""
    return f"{count} câu cần soát lại vì văn bản đã thay đổi hoặc không còn trong kho."


def left_out(count: int) -> str:
    """Say that stale items are not in a file."""
    return f"{count} câu cần soát lại không được đưa vào tệp."


def imported(count: int, new: int) -> str:
    """Say how many questions of a file are in the bank now."""
    known = count - new
    return f"Đã nhập {new} câu." + (f" {known} câu đã có từ trước." if known else "")


def of_items(number: int, items: int) -> str:
    """Say which item of how many this is."""
    return f"{ITEM} {number}/{items}"


def scored(right: int, items: int) -> str:
    """Say how many answers are right."""
    return f"{right}/{items} câu đúng ({round(100 * right / items)}%)"


def found(count: int, most: int) -> str:
    """Say how many items were found."""
    return f"{most} câu đầu tiên" if count >= most else f"{count} câu"
