"""What the commands of whoever operates the program say: users, backups, repair."""

from __future__ import annotations

import re

from assistant.desk import Examined

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


def examined(found: Examined) -> tuple[str, ...]:
    """Say what was found in order."""
    return (
        f"Kho: {found.documents} văn bản, {found.passages} đoạn",
        f"Chỉ mục: {found.indexed} đoạn, mô hình nhúng {found.embedder}",
    )


RECIPIENTS, ANNEXES = "Nơi nhận", "Kèm theo"  # of a document, on the command line
BLANK_TAG = "nhãn không được để trống"


def not_whole(words: str, most: int) -> str:
    """Say that something is no number that can be used."""
    return f"“{words}” không phải số nguyên từ 1 đến {most}"


# what argparse says, and how it is said here
WRONG = (
    (r"argument LỆNH: invalid choice: '(.*?)' \(choose from .+\)", r"không có lệnh “\1”"),
    (r"argument (.+?): invalid choice: '(.*?)' \(choose from (.+)\)",
     r"\1 không nhận “\2”, chỉ nhận \3"),
    (r"the following arguments are required: (.+)", r"thiếu \1"),
    (r"one of the arguments (.+) is required", r"thiếu một trong \1"),
    (r"unrecognized arguments: (.+)", r"thừa “\1”"),
    (r"argument (.+?): expected .+", r"thiếu giá trị của \1"),
    (r"argument (.+?): not allowed with argument (.+)", r"\1 không dùng cùng \2"),
    (r"argument (.+?): invalid \w+ value: '(.*)'", r"\1 không nhận “\2”"),
    (r"argument (.+?): (.+)", r"\1: \2"),
)  # fmt: skip


def wrong_use(program: str, message: str) -> str:
    """Say what is wrong with a command, and where its usage is told.

    >>> wrong_use("hoiquyche show", "the following arguments are required: TÊN")
    'Lệnh chưa đúng: thiếu TÊN. Xem cách dùng: hoiquyche show --help'
    """
    for form, said in WRONG:
        told, fitting = re.subn(form, said, message)
        if fitting:
            message = told
            break
    return f"Lệnh chưa đúng: {message}. Xem cách dùng: {program} --help"
