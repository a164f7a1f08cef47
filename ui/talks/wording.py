"""What the pages of conversations, and the dossiers made of them, say."""

from __future__ import annotations

PAGE = "Lịch sử hỏi đáp"
INTRO = (
    "Các cuộc hỏi của anh, chị; người khác không xem được. "
    "Cuộc hỏi {} ngày không dùng sẽ bị xóa, trừ cuộc được ghim."
)
INTRO_KEPT = "Các cuộc hỏi của anh, chị; người khác không xem được."
SEARCH, SEARCH_BUTTON = "Tìm trong các cuộc hỏi", "Tìm"
NONE, NONE_FOUND = "Chưa có cuộc hỏi nào được lưu.", "Không có cuộc hỏi nào chứa các từ này."
GO_ON, OPEN = "Hỏi tiếp", "Xem"
PIN, UNPIN, PINNED = "Ghim", "Bỏ ghim", "đã ghim"
RENAME, NEW_TITLE = "Đổi tên", "Tên cuộc hỏi"
DELETE, DELETE_ALL = "Xóa hẳn", "Xóa hẳn mọi cuộc hỏi"
DELETE_SURE = "Xóa hẳn cuộc hỏi này? Không khôi phục được."
DELETE_ALL_SURE = "Xóa hẳn mọi cuộc hỏi của tôi; không khôi phục được."
SURE = "Tôi chắc chắn"
NOT_SURE = "Chưa xóa: hãy đánh dấu vào ô “Tôi chắc chắn”."
COUNT = "{} lượt hỏi"
CHANGED = "lần cuối {}"
EXPORT = "Tải hồ sơ"
BACK = "Về lịch sử hỏi đáp"
ONE_ANSWER = "Câu trả lời"
WHOLE_TALK = "Xem cả cuộc hỏi"
THANKS = "Đã ghi nhận ý kiến. Cảm ơn anh, chị."
JUDGED = "Ý kiến người dùng"
JUDGED_INTRO = (
    "Những câu trả lời mà người dùng đã đánh giá, mới nhất trước. "
    "Đưa câu sai vào bộ câu hỏi để lần sau đo được."
)
JUDGED_NONE = "Chưa có ý kiến nào."
JUDGED_COLUMNS = ("Câu hỏi", "Ý kiến", "Lý do", "Thao tác")
GOOD, BAD = "hữu ích", "chưa đúng"

# --- the dossier
TITLE = "HỒ SƠ HỎI ĐÁP"
TALK = "Cuộc hỏi"
QUESTION, ANSWER, SOURCES = "Câu hỏi", "Trả lời", "Nguyên văn được trích"
ASKED = "Hỏi lúc {}; chỉ mục kho văn bản: {}."
NO_INDEX = "không tìm trong kho"
GONE = "Văn bản này không còn trong kho; lời trích được giữ như lúc trả lời."
STATUS = "Tình trạng hiệu lực: {} ({})."
NO_STATUS = "Tình trạng hiệu lực: sổ hiệu lực chưa ghi, cần kiểm tra hiệu lực."
