"""What the pages of the library say."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from corpus.relations import Held

ADD = "Thêm văn bản"
ADD_TO_LIBRARY = "Thêm vào kho"
CHOOSE = "Kéo thả tệp vào đây, hoặc bấm để chọn tệp"
CHOSEN = "tệp đã chọn"
FORMATS = (
    "DOCX, DOC, RTF, ODT, PDF, ảnh chụp, HTML, XLSX, CSV, PPTX, EML, TXT, Markdown, ZIP; mỗi tệp "
    "không quá 25 MB. Tệp cùng tên được thay bằng bản mới, bản cũ vẫn được giữ."
)
NOTHING_CHOSEN = "Chưa chọn tệp nào. Hãy chọn ít nhất một tệp."
ADDING = "Đang thêm văn bản"
ADDING_MORE = "Có thể rời trang này; việc đọc vẫn tiếp tục và câu hỏi vẫn được trả lời."
SEE_RESULT = "Xem kết quả"
LOST_JOB = "Không còn theo dõi được lần thêm này. Văn bản đã thêm có trong kho."
ADDED_PAGE = "Kết quả thêm văn bản"
TO_LIBRARY = "Về kho văn bản"
FRESH, REPLACED, UNCHANGED, REFUSED = "đã thêm", "thay bản cũ", "đã có, không đổi", "không thêm"
FILE_COLUMNS = ("Tệp", "Kết quả", "Chi tiết")
NEAR = "Gần giống {} ({} % lời văn chung). Hãy xem có phải cùng một văn bản."
ALL_TAGS = "Tất cả"
TAGS = "Nhãn"
TAG_HINT = "Ví dụ: tiếp công dân. Nhãn dùng để gom văn bản thành bộ sưu tập."
ADD_TAG = "Gắn nhãn"
TAKE_TAG = "Bỏ nhãn"
NO_TAGS = "Chưa có nhãn."
KEEPING = "Quản lý văn bản này"
HOW_READ = "Cách đọc tệp"
PARTICULARS = "Thông tin văn bản"
PARTICULARS_HINT = (
    "Phần sửa phải là lời của chính văn bản. Để trống nếu văn bản không nêu. Phần sửa được giữ "
    "riêng, không đổi văn bản, và còn nguyên khi đọc lại tệp."
)
SAVE = "Lưu phần sửa"
RESTORE = "Trả về thông tin máy đọc"
UNPROVED = "Không thấy “{}” trong văn bản, nên không thể ghi là {}. Hãy chép đúng lời văn bản."
SAVED = "Đã lưu phần sửa."
TAGGED = "Đã cập nhật nhãn."
RESTORED = "Đã trả về thông tin máy đọc."
OUTLINE = "Đề mục"
HEADINGS = "{} đề mục máy nhận ra"
NO_HEADING, IS_HEADING = "Không phải đề mục", "Đặt làm đề mục"
NEW_HEADING = "Dòng là đề mục mà máy chưa nhận ra"
NEW_HEADING_HINT = "Chép nguyên dòng đó trong văn bản."
SAID: Mapping[bool, str] = MappingProxyType({True: "Là đề mục", False: "Không phải đề mục"})
FORGET_MARK = "Bỏ phần sửa"
MARKED = "Đã sửa đề mục."
VERSIONS = "Các bản trước"
VERSION = "Bản thay thế ngày {}"
OLD_VERSION = "Đây là bản cũ, được thay thế ngày {}. Câu trả lời chỉ dùng bản hiện tại."
CURRENT = "Xem bản hiện tại"
CHANGED = (
    "Văn bản đã thay đổi từ khi có đường dẫn này, lời được trích không còn ở chỗ cũ. Dưới đây là "
    "bản hiện tại."
)
REMOVE = "Bỏ khỏi kho"
REMOVE_MORE = (
    "Bỏ văn bản này cùng các bản trước, nhãn và phần sửa. Không lấy lại được; đường dẫn đến văn "
    "bản sẽ không mở được nữa."
)
REMOVED = "Đã bỏ {} khỏi kho."
JOINED = "nối {} câu bị ngắt trang"
FOOTNOTES = "{} chú thích cuối trang"
FURNITURE = "{} đoạn ngoài văn bản được tách riêng, không dùng để trả lời"
RELATIONS = "Quan hệ giữa các văn bản"
RELATIONS_INTRO = (
    "Văn bản nào viện dẫn văn bản nào: bên trái là văn bản trong kho, bên phải là văn bản được "
    "nhắc đến. Số, ký hiệu chỉ được coi là một văn bản khi cùng ngày và cùng nơi ban hành."
)
CITED = "Văn bản được nhắc đến"
ONE_TEXT, EVERY_TEXT, SHOW = "Quan hệ của văn bản", "Tất cả văn bản trong kho", "Xem"
EVERY_CITED = "Tất cả"
ON_A_PHONE = "Màn hình hẹp: hãy chọn một văn bản để xem sơ đồ của văn bản đó."
CITED_COLUMNS = ("Văn bản", "Trong kho", "Hiệu lực", "Được nhắc đến trong")
HELD: Mapping[Held, str] = MappingProxyType(
    {Held.LIBRARY: "có", Held.REGISTERED: "chưa có, đã ghi sổ hiệu lực", Held.MISSING: "chưa có"}
)
DISAGREEMENTS = "Chỗ không thống nhất"
STATUS_PAGE = "Sổ hiệu lực văn bản"
STATUS_INTRO = (
    "Tình trạng hiệu lực dùng để cảnh báo trong câu trả lời. Mỗi dòng có căn cứ và ngày tra cứu; "
    "chỗ chưa chắc chắn ghi “cần kiểm tra hiệu lực”. Đây không phải cơ sở dữ liệu pháp luật."
)
STATUS_COLUMNS = ("Văn bản", "Tình trạng", "Căn cứ", "Tra cứu ngày")
STATUS_NEW, STATUS_EXPORT, STATUS_IMPORT = "Ghi thêm văn bản", "Tải về CSV", "Nhập từ tệp CSV"
STATUS_FORM, STATUS_SAVE = "Ghi tình trạng hiệu lực", "Lưu"
STATUS_FORGET = "Bỏ phần đã ghi, dùng lại bản đi kèm"
STATUS_FILE = "Tệp CSV"
STATUS_FILE_HINT = (
    "Các cột như tệp tải về; số, loại, tình trạng, căn cứ và ngày tra cứu không để trống."
)
STATUS_OWN = "ghi tại đây"
STATUS_SAVED, STATUS_FORGOTTEN = "Đã ghi {}.", "Đã bỏ phần ghi về {}."
STATUS_IMPORTED = "Đã nhập {} văn bản."
SINCE = "từ"
NOT_CSV = "Tệp không phải CSV đọc được. Hãy dùng tệp tải về từ trang này làm mẫu."
FACTS: Mapping[str, str] = MappingProxyType(
    {
        "number": "Số, ký hiệu", "kind": "Loại văn bản", "name": "Tên gọi", "also": "Tên, số khác",
        "issued_on": "Ngày ban hành", "effective_on": "Ngày có hiệu lực", "status": "Tình trạng",
        "replaced_by": "Được thay thế bởi", "amended_by": "Được sửa đổi bởi",
        "since": "Tình trạng này từ ngày", "basis": "Căn cứ", "note": "Ghi chú",
        "as_of": "Ngày tra cứu", "certain": "Chắc chắn",
    }
)  # fmt: skip
_DAY = "Viết dạng 2024-03-05."
FACT_HINTS: Mapping[str, str] = MappingProxyType(
    {
        "also": "Cách nhau bằng dấu chấm phẩy.", "replaced_by": "Cách nhau bằng dấu chấm phẩy.",
        "amended_by": "Cách nhau bằng dấu chấm phẩy.", "issued_on": _DAY, "effective_on": _DAY,
        "since": _DAY, "as_of": _DAY,
        "basis": "Điều, khoản của văn bản hoặc trang công báo nói như vậy.",
        "name": "Luật thì ghi tên bắt đầu bằng “Luật”, để nhận ra khi được gọi bằng tên.",
    }
)  # fmt: skip


def reading(done: int, total: int, left: float | None) -> str:
    """Say how many files were read, and how long the others may take."""
    return f"Đang đọc tệp {min(done + 1, total)}/{total}{_still(left)}"


def indexing(done: int, total: int, left: float | None) -> str:
    """Say how far the index is, and how long it may take."""
    return f"Đang lập chỉ mục {done}/{total} đoạn{_still(left)}"


def _still(left: float | None) -> str:
    return "" if left is None else f", còn khoảng {max(1, round(left))} giây"
