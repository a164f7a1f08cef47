"""Why a file cannot be added, or measured with, in Vietnamese."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from corpus import errors as e
from evals.errors import BeirFault

REASONS: Mapping[e.Unreadable, str] = MappingProxyType(
    {
        e.Unreadable.MISSING: "không có tệp này. Hãy kiểm tra lại đường dẫn.",
        e.Unreadable.FOLDER: "đây là một thư mục. Hãy chọn từng tệp trong đó.",
        e.Unreadable.SPECIAL: "đây không phải là tệp thông thường. Hãy chọn tệp văn bản.",
        e.Unreadable.FORBIDDEN: "không có quyền đọc. Hãy cấp quyền đọc rồi thêm lại.",
        e.Unreadable.FAILING: "ổ đĩa hoặc ổ mạng lỗi khi đọc. Hãy chép tệp về máy rồi thêm lại.",
        e.Unreadable.TOO_LARGE: "tệp lớn quá mức cho phép. Hãy tách thành các tệp nhỏ hơn.",
        e.Unreadable.EMPTY: "tệp không có chữ. Hãy chọn bản có nội dung.",
        e.Unreadable.SCAN: (
            "các trang là ảnh chụp. Hãy cài tesseract-ocr và tesseract-ocr-vie để máy nhận dạng "
            "chữ, rồi thêm lại."
        ),
        e.Unreadable.UNSUPPORTED: (
            "định dạng chưa được hỗ trợ. Hãy lưu lại dưới dạng DOCX, ODT, RTF, PDF, HTML, XLSX, "
            "PPTX, TXT hoặc ảnh PNG, JPEG, TIFF, WebP, BMP."
        ),
        e.Unreadable.ARCHIVE: "tệp nén lồng quá nhiều lớp. Hãy giải nén rồi thêm lại.",
        e.Unreadable.ENCRYPTED: "tệp có mật khẩu. Hãy bỏ mật khẩu rồi thêm lại.",
        e.Unreadable.DAMAGED: "tệp hỏng hoặc bị cắt cụt. Hãy lấy lại bản gốc.",
        e.Unreadable.UNSAFE: "cấu trúc tệp không an toàn. Hãy lấy lại bản gốc từ nơi ban hành.",
        e.Unreadable.TOO_HEAVY: (
            "đọc tệp quá lâu hoặc quá tốn bộ nhớ. Hãy lưu lại thành bản đơn giản hơn."
        ),
        e.Unreadable.GARBLED: (
            "không nhận ra bảng mã chữ Việt. Hãy chuyển sang Unicode (UTF-8) rồi thêm lại."
        ),
        e.Unreadable.BARE: "đây là thư mục không có tệp nào đọc được.",
        e.Unreadable.UNFORESEEN: (
            "chương trình gặp lỗi ngoài dự kiến. Hãy lưu lại dưới dạng khác rồi thêm lại; nếu vẫn "
            "lỗi, hãy báo quản trị viên."
        ),
        e.Unreadable.SECRET: (
            "tệp có dấu chỉ độ mật. Không đưa tài liệu bí mật nhà nước vào hệ thống này."
        ),
    }
)

BEIR_FAULTS: Mapping[BeirFault, str] = MappingProxyType(
    {
        BeirFault.MISSING: "không có tệp này",
        BeirFault.UNREADABLE: "không đọc được dưới dạng UTF-8",
        BeirFault.EMPTY: "tệp không có dòng nào",
        BeirFault.RECORD: "phải là một JSON có “_id” và “text”",
        BeirFault.TWICE: "“_id” này đã có ở dòng trên",
        BeirFault.QREL: "phải là mã câu hỏi, mã dòng và một số nguyên, cách nhau bằng dấu tab",
        BeirFault.UNKNOWN_QUERY: "câu hỏi này không có trong queries.jsonl",
        BeirFault.UNKNOWN_ROW: "dòng này không có trong corpus.jsonl",
        BeirFault.RUN: "phải có sáu cột của TREC, cách nhau bằng dấu tab",
        BeirFault.NO_ANSWER: "không câu hỏi nào có dòng trả lời",
    }
)
