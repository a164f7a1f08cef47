"""What the table of rights says."""

from __future__ import annotations

TITLE = "Bảng quyền"
INTRO = (
    "Ai được biết, được bàn, được tham gia ý kiến, được kiểm tra, giám sát việc gì, theo đúng lời "
    "các văn bản trong kho. Mỗi dòng có căn cứ; chỗ văn bản không nói rõ là của ai thì không ghi."
)
EMPTY = "Không văn bản nào trong kho nói rõ điều này."
COLUMNS = ("Ai", "Quyền, trách nhiệm", "Nội dung", "Địa chỉ", "Văn bản")
WHO, DEED, DOCUMENT = "Ai", "Quyền, trách nhiệm", "Văn bản"
EVERY = "Tất cả"
FILTER = "Lọc"
COUNTED = "{} nội dung"
CSV, JSON = "Tải về CSV", "Tải về JSON"
MATRIX = "Số nội dung theo người và quyền"
BASIS = "Căn cứ"
