"""The Vietnamese of the page of language models."""

from __future__ import annotations

TITLE = "Mô hình ngôn ngữ"
INTRO = (
    "Mô hình ngôn ngữ chỉ diễn đạt lại câu trả lời; câu nào chương trình không đối chiếu được với"
    " nguồn thì không được đưa vào câu trả lời. Khi không có mô hình, hoặc mô hình gặp lỗi, câu trả"
    " lời là nguyên văn."
)
NOW, CHOOSE = "Hiện trạng", "Chọn mô hình"
MODEL, ADDRESS, KEY, DEFAULT, STATE = (
    "Mô hình đang dùng", "Địa chỉ máy chủ", "Khóa truy cập", "Cách trả lời mặc định", "Tình trạng",
)  # fmt: skip
TODAY, TIMES, FAULTS = "Từ tố đã dùng hôm nay", "Các câu trả lời gần đây", "Lỗi gần đây"
NO_MODEL = "Chưa chọn mô hình nào"
PROVIDERS_OWN = "theo nhà cung cấp"
HAS_KEY = "Có, đặt trong tệp cài đặt hoặc biến môi trường; trang này không hiện khóa"
NO_KEY = "Không có"
RESTS, WORKS = "Tạm nghỉ vì lỗi nhiều lần liên tiếp", "Sẵn sàng"
NONE_YET = "Chưa có"
PROVIDER = "Nhà cung cấp"
PROVIDER_HINT = "openai (mọi máy chủ theo giao diện OpenAI), ollama, hoặc gói LangChain đã cài"
NAME, NAME_HINT = "Tên mô hình", "Để trống nếu không dùng mô hình ngôn ngữ"
ADDRESS_HINT = (
    "Ví dụ http://127.0.0.1:11434 hoặc http://127.0.0.1:8080/v1. Câu hỏi và đoạn trích sẽ được gửi"
    " đến địa chỉ này. Khóa truy cập chỉ được gửi đến địa chỉ ghi trong tệp cài đặt."
)
SAVE, AS_SET, TRY = "Lưu lựa chọn", "Trở lại theo tệp cài đặt", "Thử mô hình"
SAVED = "Đã lưu. Các câu hỏi từ bây giờ dùng lựa chọn này."
WENT_BACK = "Đã trở lại theo tệp cài đặt."
TRIED = "Mô hình đã trả lời."


def limit(used: int, most: int) -> str:
    """Return the tokens of today and how many they may be."""
    return f"{used} trong hạn mức {most}" if most else f"{used} (không đặt hạn mức)"


def times(answers: int, first: float, total: float) -> str:
    """Return how quick the last answers were."""
    told = f"{answers} câu; trung vị: câu đầu hiện sau {first:.1f} giây, cả bài {total:.1f} giây"
    return told.replace(".", ",")
