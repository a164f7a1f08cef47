"""Every Vietnamese sentence of the pages; those of the errors come from `ui/failures.py`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from assistant.question import LONGEST_QUESTION
from assistant.reply import RefusalReason

# --- the frame of every page
PRODUCT = "Hỏi Quy chế"
TAGLINE = "Hỏi đáp quy chế dân chủ ở cơ sở, mỗi câu trả lời đều dẫn nguồn"
ASK_PAGE = "Hỏi đáp"
LIBRARY_PAGE = "Kho văn bản"
QUIZ_PAGE = "Trắc nghiệm"
FIGURES_PAGE = "Đánh giá"
TALKS_PAGE = "Lịch sử"
ADMINISTRATION_PAGE = "Quản trị"
ACCOUNT_PAGE = "Tài khoản"
RIGHTS_PAGE = "Bảng quyền"
SKIP = "Đến nội dung chính"
AREAS = "Các phần của trang"
NOTICE = "Câu trả lời do máy trích từ văn bản; hãy kiểm tra nguồn trước khi dùng."
LOADING = "Đang mở trang…"
NO_SCRIPT = "Trang hỏi đáp cần JavaScript. Kho văn bản vẫn đọc được khi tắt JavaScript."

# --- the conversation
WELCOME = "Anh, chị cần tra cứu điều gì?"
WELCOME_MORE = (
    "Hỏi bằng câu thường ngày. Câu trả lời gồm nguyên văn các đoạn trong kho văn bản; "
    "chọn số nguồn để xem đúng chỗ được trích."
)
EXAMPLES = (
    "Công chức, viên chức được biết những nội dung nào?",
    "Công chức, viên chức được bàn, tham gia ý kiến và giám sát những việc gì?",
    "Văn phòng Sở có nhiệm vụ gì?",
    "Báo cáo phải gửi chậm nhất vào ngày nào?",
)
NARROW = "Chỉ tìm trong (loại, cơ quan, năm, nhãn, văn bản)"
NARROW_BUTTON = "Lọc văn bản"
ONE_TEXT = "Văn bản"
NARROWING: Mapping[str, str] = MappingProxyType(
    {"kind": "Loại", "issuer": "Cơ quan", "year": "Năm", "tag": "Nhãn"}
)
SUGGESTED = "Hỏi tiếp:"
SUGGESTED_INSTEAD = "Câu gần giống mà kho văn bản có lời đáp:"
BOX_LABEL = "Câu hỏi của anh, chị"
BOX_HINT = "Nhập câu hỏi…"
SEND = "Gửi"
STOP = "Dừng"
NEW_CHAT = "Cuộc hỏi mới"
YOU_ASKED = "Câu hỏi"
SEARCHING = "Đang tìm trong kho văn bản…"
PREPARING = "Đang chuẩn bị dữ liệu, xin chờ trong giây lát…"
NOT_READY = "Hệ thống chưa sẵn sàng trả lời. Xin thử lại sau ít phút."
STOPPED = "Đã dừng theo yêu cầu; câu trả lời ở trên có thể chưa đủ."
STOPPED_EARLY = "Đã dừng theo yêu cầu, chưa có câu trả lời."
UNDERSTOOD = "Tôi hiểu là: "
NEAREST = "Những đoạn gần với câu hỏi nhất:"
WARNING = "Lưu ý"
COPY = "Sao chép kèm nguồn"
COPIED = "Đã sao chép"
COPY_QUOTE, COPY_LINK = "Sao chép trích dẫn", "Sao chép liên kết"
DAY = "ngày"
NOT_COPIED = "Trình duyệt không cho sao chép"
SOURCES = "Nguồn:"

# --- the source beside the conversation
SOURCE_PANEL = "Nguồn của câu trả lời"
CLOSE = "Đóng"
PREVIOUS = "Nguồn trước"
NEXT = "Nguồn sau"
OPENING = "Đang mở nguồn…"
NOT_OPENED = "Không mở được nguồn này. Xin thử lại."
OLD_SOURCE = "Lời trích này ở bản cũ của văn bản; văn bản đã được thay bằng bản mới."
SOURCE_CHANGED = "Văn bản đã thay đổi, lời được trích không còn ở chỗ cũ. Đây là bản hiện tại."
WHOLE_TEXT = "Mở toàn văn"
BLANK = "để trống trong nguồn"
NOT_STATED = "không nêu trong nguồn"
ABSENT = "–"
SIGNED_BY = "Người ký"
NUMBER = "Số"
WEB_FURNITURE = "Phần của trang web, không thuộc văn bản"
CITED_HERE = "Đoạn được trích, nguồn"

# --- the library
LIBRARY_INTRO = (
    "Các văn bản mà hệ thống dùng để trả lời. Chọn một văn bản để xem đề mục và toàn văn."
)
OUTLINE = "Đề mục"
NO_OUTLINE = "Văn bản này không có đề mục."
READING = "Toàn văn"
PAGE = "Trang"
BACK_TO_LIBRARY = "Về kho văn bản"
NO_DOCUMENTS = "Kho chưa có văn bản. Thêm ở dưới đây, hoặc bằng lệnh: hoiquyche add TỆP"
TITLE = "Tên văn bản"
FILE = "Tên tệp"
ORIGIN = "Xuất xứ"
ANNEXES = "Kèm theo"

# --- the figures
NO_FIGURES = "Chưa có kết quả đánh giá. Chạy lệnh sau để đo, rồi mở lại trang này:"
EVAL_COMMAND = "hoiquyche eval answers"

# --- errors of the edge
UNEXPECTED = (
    "Có lỗi ngoài dự kiến khi trả lời. Câu hỏi chưa bị mất: xin gửi lại, hoặc báo quản trị."
)
BROKEN = "Có lỗi ngoài dự kiến. Xin thử lại; nếu vẫn lỗi, hãy báo quản trị viên."
NOT_FOUND = "Không có trang này."
NOT_FOUND_MORE = "Địa chỉ có thể đã thay đổi. Xin quay lại trang Hỏi đáp hoặc Kho văn bản."
BAD_REQUEST = (
    "Yêu cầu không đúng dạng: cần JSON có “question” (chữ) và “history” (danh sách lượt hỏi)."
)
BAD_CITATION = "Địa chỉ trích dẫn không đúng hoặc nằm ngoài văn bản."
FOREIGN_HOST = "Máy chủ này chỉ nhận yêu cầu gửi đến đúng tên của nó."
FOREIGN_ORIGIN = "Yêu cầu đến từ một trang khác nên bị từ chối."
NO_RIGHT = "Tài khoản này không được dùng phần đó. Hãy nhờ quản trị viên cấp quyền."
SIGN_IN_FIRST = "Hãy đăng nhập trước."
NO_USER_MESSAGE = "Cần ít nhất một lượt của người dùng (role: user)."
NOT_WORDS = "Trang hỏi đáp chỉ nhận lời câu hỏi và các lựa chọn, không nhận tệp."
NOT_YOURS = "Lượt hỏi này thuộc về người khác."
TOO_LARGE = "Yêu cầu quá dài; giới hạn là 64 KiB."
FILE_TOO_LARGE = "Tệp quá lớn; giới hạn là 4 MiB."
UPLOAD_TOO_LARGE = "Các tệp quá lớn; mỗi lần thêm không quá 200 MiB. Hãy thêm làm nhiều lần."

PARTICULARS: Mapping[str, str] = MappingProxyType(
    {
        "kind": "Loại văn bản",
        "number": "Số, ký hiệu",
        "issuer": "Cơ quan ban hành",
        "place": "Nơi ban hành",
        "issued_on": "Ngày ban hành",
        "signer": "Người ký",
    }
)

REFUSALS: Mapping[RefusalReason, str] = MappingProxyType(
    {
        RefusalReason.SILENT: "Các văn bản trong kho không nêu nội dung này.",
        RefusalReason.EMPTY: "Chưa có câu hỏi. Xin nhập câu hỏi rồi gửi lại.",
        RefusalReason.TOO_LONG: (
            f"Câu hỏi dài quá {LONGEST_QUESTION:,} ký tự. Xin rút gọn rồi gửi lại."
        ).replace(",", ".", 1),
        RefusalReason.UNREADABLE: "Không đọc được câu hỏi này. Xin viết lại bằng tiếng Việt.",
        RefusalReason.NO_DOCUMENTS: (
            "Kho, hoặc phần kho được chọn, chưa có văn bản nào. Xin thêm văn bản rồi hỏi lại."
        ),
    }
)


def refusal(reason: RefusalReason) -> str:
    """Return the sentence that tells why nothing is answered."""
    return REFUSALS[reason]


def source_count(citations: int, documents: int) -> str:
    """Say how many places of how many documents an answer rests on."""
    return f"{citations} chỗ trích trong {documents} văn bản"


def answered(citations: int, documents: int) -> str:
    """Say that the answer is whole, to those who cannot see it."""
    return f"Đã có câu trả lời, {source_count(citations, documents)}."


def citation_label(number: int, address: str) -> str:
    """Return how a citation is read aloud: "Nguồn 2, mục II.3"."""
    return f"Nguồn {number}, {address}" if address else f"Nguồn {number}"


RUNS_AREA = "Lần đo"
COMPARE_AREA = "So sánh"
GOLD_AREA = "Bộ câu hỏi"
JUDGED_AREA = "Ý kiến người dùng"
TO_GOLD, TO_GOLD_EDITED = "Đưa vào bộ câu hỏi", "Sửa rồi đưa vào"
FROM_TALKS = "Từ hỏi đáp"  # the gold set that turns go into
SENT_TO_GOLD = "Đã đưa vào bộ câu hỏi “{}”, chờ người khác duyệt."
SEE_GOLD = "Xem, sửa"
EVALUATION_AREAS = "Các phần của trang đánh giá"

# --- conversations that are kept
TALKS = "/cuoc-hoi"
TALK = "cuoc"  # in the address of the page: the conversation that is shown
PERMALINK = "Liên kết đến câu trả lời"
GOOD = "Hữu ích"
BAD = "Chưa đúng…"
ABOUT = "Chỗ chưa đúng"
ABOUT_ALL = "Cả câu trả lời"
WHY = "Vì sao (không bắt buộc)"
SEND_VERDICT = "Gửi ý kiến"
JUDGED_GOOD = "Đã ghi nhận: hữu ích. Cảm ơn anh, chị."
JUDGED_BAD = "Đã ghi nhận: chưa đúng. Cảm ơn anh, chị đã báo."


def about(number: int) -> str:
    """Say that one citation is wrong: "Nguồn 2 sai"."""
    return f"Nguồn {number} sai"


def force(status: str, basis: str) -> str:
    """Say what is known of the force of a document, and which source says it."""
    return f"Tình trạng hiệu lực: {status} ({basis})."
