"""What the pages of signing in, of one's account and of the administration say."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ui.people.audit import Deed
from ui.people.errors import Bar, PeopleError
from ui.people.passwords import LONGEST, SHORTEST
from ui.people.role import Role
from ui.people.tokens import MOST

SIGN_IN = "Đăng nhập"
NAME, PASSWORD = "Tên đăng nhập", "Mật khẩu"
SIGN_OUT = "Đăng xuất"
PRIVACY = (
    "Câu hỏi và câu trả lời của anh, chị được lưu trên máy chủ của cơ quan, chỉ anh, chị xem được, "
    "và xóa được bất cứ lúc nào. Nhật ký chỉ ghi ai làm việc gì, lúc nào; không ghi lời câu hỏi."
)

ACCOUNT = "Tài khoản"
ROLE = "Vai trò"
CHANGE_PASSWORD = "Đổi mật khẩu"  # noqa: S105 - a label
OLD_PASSWORD, NEW_PASSWORD = "Mật khẩu đang dùng", "Mật khẩu mới"
PASSWORD_HINT = f"Ít nhất {SHORTEST} ký tự."
TOKENS = "Mã truy cập cho chương trình khác"
TOKENS_INTRO = (
    "Chương trình khác dùng mã này để hỏi thay anh, chị qua API, /v1/chat/completions hoặc MCP "
    "(địa chỉ /mcp), với đúng quyền của anh, chị. Mã chỉ hiện một lần."
)
TOKEN_LABEL, MAKE_TOKEN = "Dùng cho", "Tạo mã"
TOKEN_MADE = "Mã mới, hãy chép ngay vì sẽ không hiện lại:"  # noqa: S105 - a label
REVOKE = "Thu hồi"
TOKEN_COLUMNS = ("Dùng cho", "Tạo lúc", "Dùng gần nhất", "Thao tác")
NEVER = "chưa dùng"
OWN_DATA, OWN_DATA_LINK = "Dữ liệu của tôi", "Tải về mọi cuộc hỏi (JSON)"
LOCAL_ACCOUNT = (
    "Chương trình đang phục vụ riêng máy này, không cần đăng nhập. Quản trị viên đầu tiên được tạo "
    "ở trang Quản trị."
)

ADMINISTRATION = "Quản trị"
USERS, HEALTH, AUDIT = "Người dùng", "Tình trạng", "Nhật ký"
AREAS = "Các phần của trang quản trị"
FIRST_RUN = "Tạo quản trị viên đầu tiên"
FIRST_RUN_INTRO = (
    "Chương trình chưa có người dùng nên chỉ phục vụ riêng máy này và không hỏi mật khẩu. Khi tạo "
    "quản trị viên, mọi người đều phải đăng nhập, và trang mới mở được cho máy khác. Mật khẩu được "
    "sinh ngẫu nhiên và chỉ hiện một lần."
)
ADD_USER, ADD = "Thêm người dùng", "Thêm"
USER_COLUMNS = ("Tên đăng nhập", "Vai trò", "Tạo lúc", "Mã truy cập", "Thao tác")
NAME_HINT = "Chữ, số, dấu chấm, gạch; ví dụ: an.nguyen"
GENERATED = "Mật khẩu của {}, hãy chép ngay vì sẽ không hiện lại:"
RENEW, ASSIGN, REMOVE = "Cấp mật khẩu mới", "Đổi vai trò", "Xóa người dùng"
REMOVE_SURE = "Xóa tài khoản này cùng mọi cuộc hỏi của người đó? Không khôi phục được."
DONE = {"vai": "Đã đổi vai trò.", "xoa": "Đã xóa người dùng."}
TO_SIGN_IN = "Đến trang đăng nhập"

AUDIT_INTRO = "Ai đã làm gì, lúc nào, từ máy nào. Nhật ký chỉ ghi thêm, không sửa, không xóa được."
AUDIT_COLUMNS = ("Số", "Lúc", "Ai", "Việc", "Đối tượng", "Từ máy")
AUDIT_WHOLE = "Chuỗi kiểm tra nguyên vẹn."
AUDIT_ALTERED = "Nhật ký bị sửa hoặc mất dòng từ số {}."
AUDIT_WHO, AUDIT_SHOW, AUDIT_OLDER = "Chỉ của người dùng", "Xem", "Cũ hơn"
EXPORT_CSV, EXPORT_JSONL = "Tải về CSV", "Tải về JSON Lines"
NOBODY = "(máy này)"

READY, NOT_READY = "sẵn sàng trả lời", "chưa sẵn sàng"
FACTS = MappingProxyType(
    {
        "state": "Trạng thái",
        "documents": "Số văn bản",
        "passages": "Số đoạn",
        "generation": "Chỉ mục kho văn bản",
        "embedder": "Mô hình nhúng",
        "home": "Thư mục dữ liệu",
        "size": "Dung lượng dữ liệu",
        "free": "Còn trống trên đĩa",
        "users": "Số người dùng",
        "version": "Phiên bản",
        "since": "Chạy từ",
    }
)
LAST_ERRORS, NO_ERRORS = "Lỗi gần đây", "Chưa có lỗi nào từ khi chạy."

ROLES: Mapping[Role, str] = MappingProxyType(
    {
        Role.READER: "người dùng (hỏi đáp, đọc văn bản)",
        Role.TRAINER: "giảng viên (thêm trắc nghiệm)",
        Role.EVALUATOR: "người đánh giá (thêm đánh giá)",
        Role.LIBRARIAN: "thủ thư (thêm, sửa văn bản)",
        Role.ADMINISTRATOR: "quản trị viên (mọi việc)",
    }
)
DEEDS: Mapping[Deed, str] = MappingProxyType(
    {
        Deed.SIGNED_IN: "đăng nhập",
        Deed.REFUSED: "đăng nhập sai",
        Deed.SIGNED_OUT: "đăng xuất",
        Deed.ASKED: "hỏi",
        Deed.ADDED: "thêm văn bản",
        Deed.CHANGED: "thay đổi",
        Deed.REMOVED: "xóa",
        Deed.EXPORTED: "tải về",
        Deed.MEASURED: "đo",
    }
)
BARS: Mapping[Bar, str] = MappingProxyType(
    {
        Bar.NAME: "Tên đăng nhập cần bắt đầu bằng chữ hoặc số, chỉ có chữ, số và . _ @ -.",
        Bar.TAKEN: "Đã có người dùng tên “{}”.",
        Bar.UNKNOWN: "Không có người dùng tên “{}”.",
        Bar.SHORT: f"Mật khẩu cần ít nhất {SHORTEST} ký tự.",
        Bar.LONG: f"Nội dung quá dài; mật khẩu không quá {LONGEST} ký tự, tên không quá 60.",
        Bar.LAST: "Đây là quản trị viên cuối cùng; hãy giao vai trò này cho người khác trước.",
        Bar.WRONG: "Tên đăng nhập hoặc mật khẩu không đúng.",
        Bar.WAIT: "Đã thử sai nhiều lần. Hãy đợi {} giây rồi thử lại.",
        Bar.LABEL: "Hãy ghi mã này dùng cho việc gì.",
        Bar.ALONE: "Chưa có người dùng. Hãy tạo quản trị viên đầu tiên ở trang Quản trị.",
        Bar.FEW: f"Mỗi người có tối đa {MOST} mã; hãy thu hồi mã không dùng nữa.",
    }
)


def barred(error: PeopleError) -> str:
    """Return the sentence of an error."""
    return BARS[error.why].format(error.seconds if error.why is Bar.WAIT else error.name)
