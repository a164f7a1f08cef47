"""How a file was read, in Vietnamese: its format and encoding, its pages, what was mended."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from corpus.document import Document
from corpus.reading import Mended, Mending

RECOGNISED = "Chữ nhận dạng từ ảnh: hãy đối chiếu với bản gốc trước khi dùng."
PAGES = "{} trang"
UNREAD = "{} trang là ảnh, chưa đọc được chữ (cần cài Tesseract)"
ENCODING = "Bảng mã: {}"
NOTHING_MENDED = "Không phải sửa gì."
FORMATS_NAMED: Mapping[str, str] = MappingProxyType(
    {
        "text": "Văn bản thuần", "csv": "Bảng CSV", "html": "Trang web", "docx": "Word (DOCX)",
        "doc": "Word đời cũ (DOC)", "rtf": "RTF", "odt": "OpenDocument (ODT)", "pdf": "PDF",
        "xlsx": "Bảng tính (XLSX)", "pptx": "Trình chiếu (PPTX)", "picture": "Ảnh chụp",
        "eml": "Thư điện tử (EML)",
    }
)  # fmt: skip
_MENDED: Mapping[Mending, str] = MappingProxyType(
    {
        Mending.ENCODING: "Chuyển {} từ có dấu sang Unicode",
        Mending.LOST: "Không đọc được {} ký tự, để lại dấu � ở chỗ đó; hãy đối chiếu với bản gốc",
        Mending.FONT: "Chuyển {} đoạn phông chữ cũ (TCVN3, VNI) sang Unicode",
        Mending.COMPOSED: "Gộp {} dấu rời vào chữ (Unicode dựng sẵn)",
        Mending.BLANKS: "Thay {} khoảng trắng đặc biệt bằng khoảng trắng thường",
        Mending.UNSEEN: "Bỏ {} ký tự không nhìn thấy",
        Mending.PARTED: "Nối {} tiếng bị khoảng trắng tách rời",
        Mending.GLUED: "Tách {} chỗ hai tiếng dính liền",
    }
)


def mended(one: Mended) -> str:
    """Say what was mended, how often, with the first place."""
    said = _MENDED[one.what].format(one.count)
    return f"{said}, ví dụ: “{one.before}” → “{one.after}”" if one.after else said


def facts(document: Document) -> Iterator[str]:
    """Yield the format, the encoding, the pages, and what has to be looked at with care."""
    reading = document.reading
    yield FORMATS_NAMED.get(reading.format, reading.format)
    if reading.encoding:
        yield ENCODING.format(reading.encoding)
    if reading.pages:
        yield PAGES.format(len(reading.pages))
    if reading.recognised:
        yield RECOGNISED
    if reading.unread:
        yield UNREAD.format(reading.unread)
