"""What the commands of whoever operates the program say: users, backups, repair."""

from __future__ import annotations

USERS = "Người dùng của trang: thêm, đổi vai trò, cấp mật khẩu, xóa; dùng được khi trang đang chạy."
USERS_LIST = "liệt kê người dùng"
USERS_ADD = "thêm người dùng; in ra mật khẩu nếu không cho sẵn"
USERS_ROLE = "đổi vai trò"
USERS_PASSWORD = "cấp mật khẩu mới"  # noqa: S105 - it is none
USERS_REMOVE = "xóa người dùng cùng các cuộc hỏi của người đó"
USERS_WHAT = "vai trò; người đầu tiên mặc nhiên là administrator, người khác là reader"
USERS_GIVEN = "mật khẩu; “-” để đọc từ đầu vào chuẩn"


def user_added(name: str, role: str) -> str:
    """Say that there is a new user."""
    return f"Đã thêm người dùng {name} ({role})."


BACKUP = "Sao lưu toàn bộ kho, hội thoại, người dùng vào một tệp; dùng được khi trang đang chạy."
RESTORE = "Khôi phục bản sao lưu vào thư mục dữ liệu chưa có kho."
BACKUP_FILE = "tệp sao lưu"
REPAIRED = "Đã tạo lại chỉ mục từ các văn bản."
REPAIR = "tạo lại chỉ mục nếu chỉ mục hỏng hoặc không khớp kho"


def backed_up(path: str, documents: int, size: str) -> str:
    """Say that a backup was written."""
    return f"Đã sao lưu {documents} văn bản vào {path} ({size})."


def restored(home: str, documents: int) -> str:
    """Say that a backup was restored."""
    return f"Đã khôi phục {documents} văn bản vào {home}. Lần chạy tới sẽ tạo lại chỉ mục."
