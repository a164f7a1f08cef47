"""Every Vietnamese sentence of the pages, the command line and the errors."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from assistant.question import LONGEST_QUESTION
from assistant.reply import MisquotedError, RefusalReason, UnsupportedClaimError
from corpus import errors as e

# --- the frame of every page
PRODUCT = "Hỏi Quy chế"
TAGLINE = "Hỏi đáp quy chế dân chủ ở cơ sở, mỗi câu trả lời đều dẫn nguồn"
ASK_PAGE = "Hỏi đáp"
LIBRARY_PAGE = "Kho văn bản"
FIGURES_PAGE = "Đánh giá"
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
EXAMPLES_LABEL = "Câu hỏi thường gặp"
BOX_LABEL = "Câu hỏi của anh, chị"
BOX_HINT = "Nhập câu hỏi…"
SEND = "Gửi"
STOP = "Dừng"
NEW_CHAT = "Cuộc hỏi mới"
CONVERSATION = "Cuộc hỏi đáp"
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
NOT_COPIED = "Trình duyệt không cho sao chép"
SOURCES = "Nguồn:"

# --- the source beside the conversation
SOURCE_PANEL = "Nguồn của câu trả lời"
CLOSE = "Đóng"
PREVIOUS = "Nguồn trước"
NEXT = "Nguồn sau"
OPENING = "Đang mở nguồn…"
NOT_OPENED = "Không mở được nguồn này. Xin thử lại."
WHOLE_TEXT = "Mở toàn văn"
BLANK = "để trống trong nguồn"
NOT_STATED = "không nêu trong nguồn"
WEB_FURNITURE = "Phần của trang web, không thuộc văn bản"
CITED_HERE = "Đoạn được trích, nguồn"

# --- the library
LIBRARY_INTRO = (
    "Các văn bản mà hệ thống dùng để trả lời. Chọn một văn bản để xem đề mục và toàn văn."
)
OUTLINE = "Đề mục"
NO_OUTLINE = "Văn bản này không có đề mục."
READING = "Toàn văn"
BACK_TO_LIBRARY = "Về kho văn bản"
NO_DOCUMENTS = "Kho chưa có văn bản. Thêm bằng lệnh: hoiquyche add TỆP"
TITLE = "Tên văn bản"
FILE = "Tên tệp"
ORIGIN = "Xuất xứ"

# --- the figures
FIGURES_INTRO = "Kết quả của lần đánh giá gần nhất trên bộ câu hỏi kiểm tra."
NO_FIGURES = "Chưa có kết quả đánh giá. Chạy lệnh sau để đo, rồi mở lại trang này:"
EVAL_COMMAND = "hoiquyche eval answers"
GENERAL = "Chung"
MEASURE = "Chỉ số"
VALUE = "Giá trị"
ITEMS = "Mục"

# --- errors of the edge
UNEXPECTED = (
    "Có lỗi ngoài dự kiến khi trả lời. Câu hỏi chưa bị mất: xin gửi lại, hoặc báo quản trị."
)
NOT_FOUND = "Không có trang này."
NOT_FOUND_MORE = "Địa chỉ có thể đã thay đổi. Xin quay lại trang Hỏi đáp hoặc Kho văn bản."
BAD_REQUEST = (
    "Yêu cầu không đúng dạng: cần JSON có “question” (chữ) và “history” (danh sách lượt hỏi)."
)
BAD_CITATION = "Địa chỉ trích dẫn không đúng hoặc nằm ngoài văn bản."
FOREIGN_HOST = "Máy chủ này chỉ nhận yêu cầu gửi đến đúng tên của nó."
FOREIGN_ORIGIN = "Yêu cầu đến từ một trang khác nên bị từ chối."
TOO_LARGE = "Yêu cầu quá dài; giới hạn là 64 KiB."

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


def citation_label(number: int, address: str) -> str:
    """Return how a citation is read aloud: "Nguồn 2, mục II.3"."""
    return f"Nguồn {number}, {address}" if address else f"Nguồn {number}"


def sentence(error: e.HoiQuyCheError) -> str:
    """Say in Vietnamese what happened, to what, and what to do; the nearest class above counts."""
    for kind in type(error).__mro__:
        if kind in _SENTENCES:
            return _SENTENCES[kind](error)
    raise LookupError(type(error))  # the root has a sentence, so an error never comes here


def _file(path: Path) -> str:
    return f"tệp “{path.name}”"


_SENTENCES: Mapping[type, Callable[[Any], str]] = MappingProxyType(
    {
        e.HoiQuyCheError: lambda _: (
            "Có lỗi khi thực hiện yêu cầu. Chạy `hoiquyche doctor` để kiểm tra."
        ),
        e.InvalidSpanError: lambda x: (
            f"Đoạn trích [{x.start}, {x.end}) không nằm trong văn bản. "
            "Hãy mở lại văn bản từ Kho văn bản."
        ),
        e.UnreadableSourceError: lambda x: (
            f"Không đọc được {_file(x.path)}. Hãy mở thử tệp trên máy, "
            "lưu lại dưới dạng DOCX, PDF có chữ, HTML hoặc TXT rồi thêm lại."
        ),
        e.UnsupportedFormatError: lambda x: (
            f"Định dạng của {_file(x.path)} chưa được hỗ trợ. "
            "Hãy lưu lại dưới dạng TXT, Markdown, HTML, DOCX hoặc PDF có chữ rồi thêm lại."
        ),
        e.EmptySourceError: lambda x: (
            f"Không có chữ trong {_file(x.path)}: tệp rỗng hoặc là bản chụp. "
            "Hãy nhận dạng chữ (OCR) hoặc dùng bản có chữ rồi thêm lại."
        ),
        e.SecretSourceError: lambda x: (
            f"Đã từ chối {_file(x.path)} vì có dấu chỉ độ mật. "
            "Không đưa tài liệu bí mật nhà nước vào hệ thống này."
        ),
        e.UnknownDocumentError: lambda x: (
            f"Trong kho không có văn bản “{x.name}”. Chạy `hoiquyche list` để xem các văn bản."
        ),
        e.DuplicateDocumentError: lambda x: (
            f"“{x.source}” trùng từng byte với “{x.existing}” đã có trong kho; không cần thêm lại."
        ),
        e.LibraryLockedError: lambda x: (
            f"Thư mục dữ liệu {x.home} đang được dùng bởi {x.owner}. "
            "Hãy dừng chương trình đó, hoặc hỏi trên trang mà nó đang mở."
        ),
        e.StateError: lambda _: (
            "Thư mục dữ liệu cần sửa. Chạy `hoiquyche doctor` để biết cần làm gì."
        ),
        e.DamagedLibraryError: lambda x: (
            f"Không đọc được kho văn bản {x.path}. "
            "Hãy giữ lại bản sao của tệp này rồi chạy `hoiquyche doctor`."
        ),
        e.MissingIndexError: lambda x: (
            f"Chưa có chỉ mục tìm kiếm trong {x.folder}. Chạy `hoiquyche rebuild` để tạo."
        ),
        e.DamagedIndexError: lambda x: (
            f"Chỉ mục tìm kiếm trong {x.folder} bị hỏng; kho văn bản không mất gì. "
            "Chạy `hoiquyche rebuild` để tạo lại."
        ),
        e.StaleIndexError: lambda x: (
            f"Chỉ mục tìm kiếm không còn khớp với kho hoặc mô hình ({x.built} → {x.now}). "
            "Chạy `hoiquyche rebuild` để tạo lại."
        ),
        UnsupportedClaimError: lambda _: (
            "Một câu của câu trả lời không có nguồn nên câu trả lời bị giữ lại. "
            "Xin hỏi lại theo cách khác."
        ),
        MisquotedError: lambda x: (
            f"Một đoạn trích không khớp với văn bản “{x.source}” nên câu trả lời bị giữ lại. "
            "Chạy `hoiquyche rebuild` rồi hỏi lại."
        ),
    }
)
