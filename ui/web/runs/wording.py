"""What the pages of runs say."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from evals.gold import Split

INTRO = (
    "Đo câu trả lời trên bộ câu hỏi chuẩn: mỗi lần đo được lưu cùng mọi điều kiện của nó, so sánh "
    "được từng câu với lần đo khác. Số liệu do chương trình tính, không nhờ mô hình ngôn ngữ chấm."
)
NEW_RUN = "Đo lần mới"
GOLD = "Bộ câu hỏi"
SHIPPED_GOLD = "Các bộ đi kèm (về năm văn bản đi kèm)"
HALF = "Hỏi những câu nào"
HALVES: Mapping[str, str] = MappingProxyType(
    {
        Split.TUNE.value: "Nửa điều chỉnh (được xem khi sửa)",
        Split.REPORT.value: "Nửa báo cáo (chỉ để công bố)",
        "": "Tất cả",
    }
)
NAME = "Tên lần đo"
NAME_HINT = "Ví dụ: trước khi thêm Nghị định mới. Để trống thì lấy thời điểm đo."
MEASURE = "Đo"
MEASURING = "Đang đo"
MEASURING_MORE = "Đang hỏi lần lượt từng câu; câu hỏi của người khác vẫn được trả lời."
SEE_RESULT = "Xem kết quả"
NOT_READY = "Chương trình đang chuẩn bị, chưa đo được. Hãy thử lại sau ít phút."
LOST_JOB = "Không còn theo dõi được lần đo này. Nếu đã xong, kết quả có trong danh sách."
NO_GOLD = "Bộ câu hỏi này không còn. Hãy chọn bộ khác."
FAULTY = "Bộ câu hỏi không hợp với kho: {}"
RUNS = "Các lần đo đã lưu"
NO_RUNS = "Chưa có lần đo nào."
COLUMNS = ("Lần đo", "Bộ câu hỏi", "Số câu", "Đúng và đủ", "Từ chối đúng", "ms (p50)", "Thay đổi")
CHOOSE = "Chọn hai lần đo để so sánh"
BEFORE, AFTER = "Mốc (trước)", "So với mốc (sau)"
COMPARE = "So sánh"
COMPARE_INTRO = (
    "Chênh lệch có khoảng tin cậy 95 % (bootstrap theo cặp) và giá trị p (phép thử hoán vị). "
    "“Chưa chắc” nghĩa là chênh lệch như vậy có thể do ngẫu nhiên."
)
TOO_FEW = "Cần ít nhất hai lần đo để so sánh."
SAME_RUN = "Hãy chọn hai lần đo khác nhau."
QUALITY_TIME = "Chất lượng và thời gian của các lần đo cùng bộ câu hỏi"
QUALITY_TIME_MORE = "Dấu đậm: không lần đo nào vừa đúng hơn vừa nhanh hơn."

CARD = "Điều kiện đo"
FIGURES = "Số liệu"
BY_KIND = "Theo loại câu hỏi"
WHY = "Vì sao mất"
WHY_INTRO = "Giai đoạn đầu tiên mà đường đến lời giải bị lạc, của mỗi câu chưa được."
STAGE_COLUMNS = ("Giai đoạn", "Số câu")
QUESTIONS = "Từng câu"
ALL = "Tất cả"
LOST, GOT = "Chưa được", "Được"
STATE, KIND, STAGE, PART, WORDS = "Kết quả", "Loại", "Giai đoạn mất", "Nửa", "Lời câu hỏi"
FILTER = "Lọc"
FOUND = "{} câu"
EXPORT = "Tải kết quả"
FORGET = "Xóa lần đo này"
FORGOTTEN = "Đã xóa lần đo “{}”."

QUESTION, BEFORE_IT = "Câu hỏi", "Trước đó"
REFERENCE = "Câu trả lời mẫu"
NO_REFERENCE = "Không công bố (văn bản không thuộc kho đi kèm) hoặc câu không có lời giải."
ANSWER = "Câu trả lời của chương trình"
REFUSED = "Từ chối"
ANSWERED = "Có trả lời"
SOURCES = "Trích dẫn"
NO_SOURCES = "Không có trích dẫn."
FAULTS = "Lỗi tìm ra"
NO_FAULTS = "Không có lỗi nào."
SCORES = "Điểm của câu này"
NOT_APPLICABLE = "không tính"
RETRIEVED = "Đoạn tìm được"
RETRIEVED_COLUMNS = ("Hạng", "Chỗ", "Điểm", "Từ ngữ", "Nghĩa", "Từng từ", "Lời")
NOT_SEARCHED = "Không tìm trong văn bản: hỏi về số, ngày, người ký … được tra ở phần đầu, cuối."
CANDIDATES = "Ứng viên đã cân nhắc"
CANDIDATE_COLUMNS = ("Hạng", "Điểm xếp hạng", "Xác suất trả lời", "Lời")
CITED, EVIDENCE = "được trích", "là chỗ chứng minh"
GONE = "(văn bản không còn trong kho hoặc đã thay đổi)"
BACK = "← Về lần đo"
BACK_COMPARE = "← Về bảng so sánh"
SIDE_BY_SIDE = "Đặt cạnh nhau"
LOSSES, WINS, MOVED = "Kém hơn", "Tốt hơn", "Khác lời, điểm như cũ"
NONE_LOST = "Không câu nào kém hơn."
NONE_WON = "Không câu nào tốt hơn."
UNCOMMON = "Không so sánh được {} câu: {} chỉ lần trước có, {} chỉ lần sau có, {} đã sửa câu hỏi."
AGREEMENT = "{} câu chung, {} câu có câu trả lời và trích dẫn như cũ."
GROUP = "Nhóm câu"

KNOWN: Mapping[str, str] = MappingProxyType(
    {
        "version": "Phiên bản",
        "code": "Mã chương trình",
        "library": "Mã kho",
        "documents": "Số văn bản",
        "passages": "Số đoạn",
        "embedder": "Mô hình nhúng",
        "embedder_digest": "Mã mô hình",
        "writer": "Cách viết",
        "setting": "Khác mặc định",
        "seed": "Hạt giống",
        "machine": "Máy",
    }
)


def asked(done: int, total: int) -> str:
    """Say how far a run is."""
    return f"Đã hỏi {done}/{total} câu"
