"""What a web page or a page break adds to a text: counters, stars, lists of other news.

The rules name the wording of the usual portal software of Vietnamese agencies, not single pages.
What a printed page adds at its edges is in `corpus.running`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpus import forms
from corpus.joins import goes_on
from corpus.lines import Line
from corpus.running import Sheets, is_bare, running

_OPENINGS = (
    # rating
    r"bạn đánh giá|đánh giá bài viết|xếp hạng|tổng số điểm|click để đánh giá|hãy là người đầu",
    r"ngôi sao (?:không )?(?:có )?hiệu lực|\d+ trong \d+ đánh giá",
    # the session and who is logged in
    r"bạn đã không sử dụng site|bấm vào đây để duy trì|đăng nhập để|mã (?:bảo mật|an toàn)",
    # counters
    r"lượt (?:xem|truy cập|đọc)\b|số lần (?:xem|đọc)|đã xem\s*:|[\d.,]+ (?:lượt|bình luận)",
    # who put it on the page
    r"viết bởi\b|đăng bởi\b|người đăng\b|bản quyền\b|copyright|từ khóa\s*:|tags?\s*:",
    # tools
    r"chia sẻ(?: bài viết| qua| lên|$)|in (?:trang|bài viết)|bản in$",
    r"gửi (?:email|bình luận|phản hồi)",
    r"quay (?:lại|về)(?: trang| đầu trang|$)|về đầu trang|trang chủ\b|cỡ chữ|xem thêm|đọc tiếp",
    r"(?:like|tweet|facebook|zalo|email|print)$",
)
_OPENING = re.compile("|".join(_OPENINGS), re.IGNORECASE)
_TAIL = re.compile(
    r"(?:ý kiến bạn đọc|bình luận|tin mới(?: hơn| nhất)?|(?:những )?tin (?:mới|cũ) hơn"
    r"|(?:các )?(?:tin|bài)(?: viết| đã)? (?:khác|liên quan|cùng chuyên mục|đưa|đọc nhiều)"
    r"|tin (?:cùng loại|liên quan|đọc nhiều|nổi bật|xem nhiều)|có thể bạn quan tâm"
    r"|(?:những )?(?:bài viết|tin tức) (?:khác|liên quan|mới|cùng chuyên mục))[^.;]{0,20}",
    re.IGNORECASE,
)
_PAGE = re.compile(
    r"trang\s*[-–]?\s*\d{1,4}\s*[-–]?(?:\s*(?:/|trên)\s*\d{1,4})?"
    r"|[-–]\s*\d{1,4}\s*[-–]"
    # the running title of an official gazette, with the page on its outer side
    r"|(?:\d{1,4}\s+)?CÔNG BÁO(?: [^\d/]{1,40})?\s*/\s*Số [\d+ ]+"
    r"/\s*Ngày \d{1,2}([-/])\d{1,2}\1\d{4}(?:\s+\d{1,4})?",
    re.IGNORECASE,
)
_COUNTERS = re.compile(r"\d+(?: +\d+)+|\d{5,}")
_ROWS = 400  # characters between the numbers of two rows at most; a page has more
_LONG = 200  # characters: running text, never a title in a list of other news
_CRUMB_WORDS = 4
_CRUMBS = 6


def furniture(lines: Sequence[Line], sheets: Sheets = ()) -> frozenset[int]:
    """Return the indexes of the lines that are no words of the document itself.

    `sheets` are the pages of the lines, empty where the text has no pages.
    """
    added = {i for i, line in enumerate(lines) if _is_added(line.text)}
    printed = {i for i, line in enumerate(lines) if _PAGE.fullmatch(line.text)}
    numbers = running(lines, sheets) if sheets else _numbers(lines)
    return frozenset(added | printed | numbers | set(_tail(lines)) | set(_crumbs(lines, added)))


def _is_added(text: str) -> bool:
    return len(text) <= _LONG and _OPENING.match(text) is not None


def _numbers(lines: Sequence[Line]) -> frozenset[int]:
    """Return the numbers that stand alone in a text without pages, but for those of rows."""
    counters = {i for i, line in enumerate(lines) if _COUNTERS.fullmatch(line.text)}
    bare = [i for i, line in enumerate(lines) if is_bare(line.text)]
    rows = {i for pair in pairwise(bare) if _number_rows(lines, *pair) for i in pair}
    rows |= {i for i in bare if _is_early(lines, i)}
    return frozenset(counters | {i for i in bare if i not in rows or _cuts(lines, i)})


def _is_early(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a number is too near the beginning to end a page; counters follow a day."""
    inside = 0 < at < len(lines) - 1 and lines[at].span.start < _ROWS
    return inside and not forms.POSTED.match(lines[at - 1].text)


def _number_rows(lines: Sequence[Line], first: int, second: int) -> bool:
    """Tell whether two numbers count up, so near each other that no page is between them."""
    one, two = (lines[i].text for i in (first, second))
    near = lines[second].span.start - lines[first].span.end <= _ROWS
    return near and one.isdecimal() and two.isdecimal() and int(one) + 1 == int(two)


def _cuts(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a line stands within a sentence."""
    return 0 < at < len(lines) - 1 and goes_on(lines[at - 1].text, lines[at + 1].text)


def _tail(lines: Sequence[Line]) -> Iterator[int]:
    """Yield a heading such as "Các tin khác" and all that follows it, up to running text."""
    inside = False
    for i, line in enumerate(lines):
        inside = _TAIL.fullmatch(line.text) is not None or (inside and not _runs(line.text))
        if inside:
            yield i


def _runs(text: str) -> bool:
    return len(text) > _LONG and text.endswith((".", "!", "…"))


def _crumbs(lines: Sequence[Line], own: set[int]) -> Iterator[int]:
    """Yield the short lines at the very top that stand beside furniture: a menu, a category."""
    top = next((i for i, line in enumerate(lines) if i not in own and not _is_crumb(line)), 0)
    if top <= _CRUMBS and own.intersection(range(top)):
        yield from range(top)


def _is_crumb(line: Line) -> bool:
    words = line.text.split()
    dated = any(char.isdigit() for char in line.text)
    return line.label is None and not dated and len(words) <= _CRUMB_WORDS
