"""What the pages of gold sets say."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from evals.bank.kept import Gesture
from evals.check import Lapse
from evals.gold import Status

TITLE = "Bộ câu hỏi"
INTRO = (
    "Câu hỏi chuẩn với câu trả lời mẫu và đúng những chữ của văn bản chứng minh cho nó. "
    "Người này viết, người khác soát lại với văn bản rồi duyệt; câu đã khóa không ai sửa được. "
    "Khi đo, chỉ những câu đã duyệt hoặc đã khóa được hỏi."
)
SETS = "Các bộ"
NO_SETS = "Chưa có bộ nào. Viết câu đầu tiên ở đây, từ một lượt hỏi đáp, hoặc nhập từ tệp."
NEW_SET = "Viết câu vào bộ mới"
SET_NAME = "Tên bộ"
SET_HINT = "Ví dụ: Văn phòng Sở, quý IV"
BEGIN = "Viết câu"
IMPORT = "Nhập từ tệp"
FILE = "Tệp"
FILE_HINT = "JSONL, CSV hoặc XLSX; cột như tệp xuất ra. Câu đã có mã trong bộ được giữ nguyên."
TAKE_IN = "Nhập"
NO_FILE = "Chưa chọn tệp."
TAKEN_IN = "Đã nhập {} câu mới vào bộ “{}” ({} câu đã có, giữ nguyên)."
EXPORT = "Xuất"
QUEUE = "Hàng chờ soát ({})"
EMPTY_QUEUE = "Không còn câu nào chờ soát trong bộ này."
NEW_ITEM = "Viết câu mới"
WORDS, KIND, HALF, STATUS, TAG = "Lời, mã, thẻ", "Loại", "Nửa", "Tình trạng", "Thẻ"
ALL = "Tất cả"
FILTER = "Lọc"
FOUND = "{} câu"
NOTHING = "Không có câu nào như vậy."
STATUSES: Mapping[Status, str] = MappingProxyType(
    {Status.DRAFT: "Bản nháp", Status.REVIEWED: "Đã duyệt", Status.LOCKED: "Đã khóa"}
)
LOOKS: Mapping[Status, str] = MappingProxyType(
    {Status.DRAFT: "draft", Status.REVIEWED: "good", Status.LOCKED: "calm"}
)
HAS_FAULTS = "Có lỗi"

ID, ID_HINT = "Mã", "Ngắn, không trùng trong bộ: vp-001"
QUESTION = "Câu hỏi"
HISTORY, HISTORY_HINT = "Các lượt trước", "Mỗi dòng một lượt: “user: …” hoặc “assistant: …”"
ANSWERABLE = "Văn bản trong kho có lời giải"
YES, NO = "Có", "Không"
REFERENCE, REFERENCE_HINT = "Câu trả lời mẫu", "Như một người cẩn thận trả lời, nêu tên văn bản"
KEY_POINTS, KEY_POINTS_HINT = (
    "Ý chính phải có",
    "Mỗi dòng một ý; các cách nói thay nhau cách bằng dấu |",
)
FORBIDDEN, FORBIDDEN_HINT = "Lời làm câu trả lời sai", "Mỗi dòng một lời"
EVIDENCE, EVIDENCE_HINT = (
    "Căn cứ",
    "Mỗi dòng một căn cứ bắt buộc: “tên tệp: nguyên văn”; chỗ thay nhau cách bằng dấu |",
)
ALLOWED, ALLOWED_HINT = "Được dẫn thêm", "Mỗi dòng một chỗ, ví dụ tiêu đề của danh sách"
TAGS, TAGS_HINT = "Thẻ", "Mỗi dòng một thẻ"
AUTHOR = "Người viết"
WHO, WHO_HINT = "Người thực hiện", "Tên của bạn; được ghi vào lịch sử thay đổi"
SAVE = "Lưu"
SAVED = "Đã lưu."
REVIEW, RETURN, LOCK, REMOVE = "Duyệt", "Trả lại", "Khóa", "Xóa câu này"
REASON = "Lý do trả lại hoặc mở khóa"
GOOD_SO = "Không có lỗi nào máy tìm được."
FAULTS = "Lỗi máy tìm được"
STANDING = "Soát và khóa"
HISTORY_OF = "Lịch sử thay đổi"
SOURCE = "Nguồn để chọn căn cứ"
DOCUMENT = "Văn bản"
CHOOSE_DOCUMENT = "Chọn văn bản"
PICK = "Dùng đoạn đang chọn làm căn cứ"
PICK_MORE = "Thêm thành chỗ thay thế của căn cứ cuối"
PICK_HINT = "Bôi đen các chữ chứng minh trong văn bản, rồi bấm nút."
PICKED = "Đã thêm căn cứ."
PICK_NOTHING = "Chưa bôi đen chữ nào trong văn bản."
BACK = "← Về bộ câu hỏi"
NEXT = "Câu chờ soát tiếp theo"
FROM_CHAT_TITLE = "Viết câu từ lượt hỏi đáp"
CHOOSE_SET = "Vào bộ"
NOT_UNDERSTOOD = "Chưa lưu: cột {} không hiểu được “{}”."
WRONG = "Chưa lưu: {}"

GESTURES: Mapping[Gesture, str] = MappingProxyType(
    {
        Gesture.WROTE: "viết",
        Gesture.TOOK_IN: "nhập từ tệp",
        Gesture.EDITED: "sửa",
        Gesture.REVIEWED: "duyệt",
        Gesture.RETURNED: "trả lại",
        Gesture.LOCKED: "khóa",
        Gesture.UNLOCKED: "mở khóa",
    }
)
LAPSES: Mapping[Lapse, str] = MappingProxyType(
    {
        Lapse.UNPROVED: "câu có lời giải mà thiếu {}",
        Lapse.NOT_SILENT: "câu không có lời giải mà lại có {}",
        Lapse.EMPTY_GROUP: "có một nhóm thay thế để trống",
        Lapse.OTHER_HALF: "phải thuộc nửa {}",
        Lapse.UNREVIEWED: "chưa ghi người duyệt",
        Lapse.SIGNED: "bản nháp mà đã ghi người duyệt",
        Lapse.NO_SOURCE: "kho không có văn bản “{}”",
        Lapse.MISQUOTED: "chữ trích không có trong văn bản: {}",
        Lapse.IN_KEY_POINT: "lời cấm “{}” nằm trong ý chính",
        Lapse.IN_REFERENCE: "lời cấm “{}” nằm trong câu trả lời mẫu",
        Lapse.UNSAID: "câu trả lời mẫu không nói ý “{}”",
        Lapse.NO_LENGTH: "độ dài câu mẫu không hợp lệ",
        Lapse.SAME_ID: "trùng mã với {}",
        Lapse.SAME_QUESTION: "trùng câu hỏi với {}",
        Lapse.REPEATS: "chép lại văn bản không được công bố: “{}”",
    }
)
NAMES: Mapping[str, str] = MappingProxyType(
    {
        "evidence": "căn cứ",
        "key_points": "ý chính",
        "question": "câu hỏi",
        "history": "các lượt trước",
        "kind": "loại",
        "answerable": "có lời giải hay không",
        "reference": "câu trả lời mẫu",
        "reference_length": "độ dài câu mẫu",
        "forbidden": "lời làm câu trả lời sai",
        "allowed": "chỗ được dẫn thêm",
        "tags": "thẻ",
        "author": "người viết",
        "split": "nửa",
        "id": "mã",
    }
)


def lapse(found: Lapse, about: str) -> str:
    """Say what is wrong with an item."""
    return LAPSES[found].format(NAMES.get(about, about))
