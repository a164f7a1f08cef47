"""Numbers that count something, as a text writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.numbers import find_numbers
from corpus.span import Span

_HIT = re.compile(
    r"(?<![\w/.,–-])(?P<n>\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?)"
    r"(?P<unit>\s?%|\s?đ\b(?!ồng chí)|\s[^\W\d_A-ZĐ][^\W\d_]*2?)(?![\w/])"
)
_NUMBERED = re.compile(  # what is numbered, not counted
    r"(?:Điều|khoản|điểm|mục|số|tháng|quý|năm|ngày|thứ|lần|đợt|khóa|khoá|phần|chương|phụ lục|mẫu"
    r"|cấp|hạng|loại|nhiệm kỳ|bảng|tiết|kỳ)\s*$",
    re.IGNORECASE,
)
_NO_UNIT = frozenset(
    {
        "và", "của", "đến", "tới", "theo", "tại", "ở", "trong", "thì", "là", "có", "do",
        "với", "cho", "từ", "khi", "như", "hoặc", "nêu", "trên", "về", "này", "đầu", "cuối",
        "trở", "được", "đối", "quy", "nghị", "thông", "luật", "hay", "phải", "để", "không",
        "ban", "kèm", "gồm", "sau", "trước", "làm",
    }
)  # fmt: skip
_NOUNS = re.compile(
    r"(?:vạn|triệu|tỷ|nghìn|trăm) [^\W\d_]+|hồ sơ|văn bản|biên chế|đơn vị|đơn thư|thủ tục|đồng chí"
    r"|doanh nghiệp|công trình|tài liệu|thành viên|cơ quan|đại biểu|hội nghị|phóng viên|nhân dân"
    r"|ngày làm việc|thị trấn|cá nhân|tập thể|người|phần trăm|ý kiến|kiến nghị|trường hợp|vụ việc"
    r"|công chức|viên chức|cán bộ|hội viên|đảng viên|mô hình|lớp|cuộc"
)
_TIMES = frozenset({"ngày", "tháng", "năm", "tuần", "giờ", "phút", "ngày làm việc"})
_TERM = re.compile(
    r"(?:trong thời hạn|chậm nhất|thời hạn|ít nhất|tối đa|tối thiểu|không quá|sau|nhiệm kỳ)(?: là)?"
    r"\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number with its unit; `span` covers both, `digits` the number alone."""

    digits: str
    unit: str
    span: Span

    @property
    def is_time(self) -> bool:
        """Whether it says how long."""
        return self.unit in _TIMES

    @property
    def sort(self) -> str:
        """Which numbers can stand for it: shares, amounts of money, times, counts."""
        if self.unit == "%":
            return "share"
        if self.unit in ("đ", "đồng"):
            return "money"
        return f"time:{self.unit}" if self.is_time else "count"


def numbers(text: str) -> Iterator[Number]:
    """Yield the numbers of a text that count something, in order.

    Numbers of documents, dates, articles and years count nothing.

    >>> [n.unit for n in numbers("Năm 2023, có 41 biên chế, đạt 12,5%, theo Điều 4 Luật số 5")]
    ['biên chế', '%']
    """
    taken = [one.span for one in find_numbers(text)]
    for hit in _HIT.finditer(text):
        at = Span(*hit.span())
        named = _NUMBERED.search(text[: at.start]) or any(at.overlaps(span) for span in taken)
        made = None if named else _number(text, hit)
        if made:
            yield made


def _number(text: str, hit: re.Match[str]) -> Number | None:
    digits, unit, end = hit["n"], hit["unit"].strip(), hit.end()
    start = hit.start("unit") + 1
    noun = _NOUNS.match(text, start)
    if unit not in ("%", "đ") and noun:
        unit, end = noun.group(), noun.end()
    made = Number(digits, unit, Span(hit.start(), end))
    trivial = digits == "100" and unit == "%"
    idle = unit in _NO_UNIT or (made.is_time and not _TERM.search(text[: hit.start()]))
    return None if trivial or idle else made
