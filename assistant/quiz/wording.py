"""Words of a source as an item shows them: on one line, without marks, fit to stand in a stem."""

from __future__ import annotations

import re

from assistant.quote import shown
from corpus.forms import KINDS
from corpus.syllables import syllables

_NOTE = re.compile(r"(?<=\w)[¹²³⁰⁴⁵⁶⁷⁸⁹]+|^[¹²³⁰⁴⁵⁶⁷⁸⁹]+\s*")
_EDGES = " \t\n;,.:…–-+*/"
_LABEL = re.compile(r"^(?:\(\d{1,2}\)|\d{1,2}[.)-]|[a-zđ]\))\s*")
_PAIRS = (("“", "”"), ("(", ")"))
# What points outside a stem: to the text around it, or to the text itself
_DEICTIC = re.compile(
    r"\b(?:nói|nêu|kể|quy định|đề) trên\b|\btrên đây\b|\bsau đây:|\bdưới đây\b|\b(?:kế hoạch"
    r"|báo cáo|văn bản|quy chế|công văn|luật|nghị định|thông tư|điều|khoản|điểm|mục|chương"
    r"|quyết định|trường hợp|việc|nội dung|vấn đề|phần|danh mục|bài viết) (?:này|đó|ấy|trên)\b"
    r"|\bđiều này\b|\bnhư sau\b|\bkhoản \d+ điều này\b|\btừ đó\b|\bqua đó\b|\bnhư vậy\b",
    re.IGNORECASE,
)
_STOPS = frozenset(
    {
        "và", "của", "các", "những", "cho", "với", "về", "trong", "trên", "tại", "theo", "là",
        "được", "có", "để", "từ", "đến", "việc", "một", "này", "khi", "do", "ra", "ở", "vào",
        "thì", "mà", "như", "hoặc", "đã", "đang", "sẽ", "bằng", "số", "ngày", "tháng", "năm",
    }
)  # fmt: skip


def clean(text: str) -> str:
    """Return words on one line, without bullets, emphasis, footnote marks or outer punctuation.

    >>> clean("- Gửi về **Sở**¹;")
    'Gửi về Sở'
    """
    line = _NOTE.sub("", shown(text))
    return _closed(_LABEL.sub("", line).strip(_EDGES))


def _closed(line: str) -> str:
    """Take away an outer mark that has no partner."""
    for opened, shut in _PAIRS:
        if line.count(opened) > line.count(shut) and line.startswith(opened):
            line = line[1:]
        if line.count(shut) > line.count(opened) and line.endswith(shut):
            line = line[:-1]
    return line.strip(_EDGES)


def whole(line: str) -> bool:
    """Tell whether every quote and bracket of a line has its partner."""
    return all(line.count(opened) == line.count(shut) for opened, shut in _PAIRS)


def lowered(line: str) -> str:
    """Return a line begun in lower case, unless it begins with a name or an abbreviation.

    >>> lowered("Tham mưu xây dựng"), lowered("Sở Nội vụ"), lowered("UBND tỉnh")
    ('tham mưu xây dựng', 'Sở Nội vụ', 'UBND tỉnh')
    """
    if _AREA.match(line):
        return line[:1].lower() + line[1:]
    first, _, rest = line.partition(" ")
    second = rest[:1]
    named = len(first) > 1 and not first[1:].islower()
    if named or second.isupper() or _NAME.match(line):
        return line
    return line[:1].lower() + line[1:]


_AREA = re.compile(r"(?:Huyện|Tỉnh|Xã|Phường|Thành phố|Thị trấn|Các|Toàn|Mỗi)\b")
_NAME = re.compile(
    rf"(?:{'|'.join(KINDS)}) (?:số )?\d|(?:Sở|Bộ|Ban|Ủy ban|Đảng|Văn phòng|Thanh tra|Luật|Công đoàn"
    r"|Ủy viên|Quốc hội|Chính phủ|Thủ tướng|Nhà nước|Nhân dân|Mặt trận|Giám đốc|Chủ tịch|Cổng)\b"
)


def nested(words: str) -> str:
    """Return words fit to stand in quotes: their own quotes are single ones.

    >>> nested("phong trào “Dân vận khéo”")
    'phong trào ‘Dân vận khéo’'
    """
    return words.replace("“", "‘").replace("”", "’")


def joined(*parts: str) -> str:
    """Join words by single blanks, none before a comma or a percent sign.

    >>> joined("có", "155", "cơ quan", ", đơn vị")
    'có 155 cơ quan, đơn vị'
    """
    line = " ".join(" ".join(parts).split())
    return re.sub(r" +(?=[,;:%”’])|(?<=[“‘]) +", "", line)


def raised(line: str) -> str:
    """Return a line begun with a capital."""
    return line[:1].upper() + line[1:]


def points_outside(line: str) -> bool:
    """Tell whether words point to what stands elsewhere: "nói trên", "kế hoạch này"."""
    return bool(_DEICTIC.search(line))


def weighty(text: str) -> tuple[str, ...]:
    """Return the syllables that carry meaning."""
    return tuple(word for word in syllables(text) if word not in _STOPS)


def share(asked: tuple[str, ...], there: frozenset[str] | set[str]) -> float:
    """Return the share of the asked syllables that are there, 0 for none asked."""
    return sum(word in there for word in asked) / len(asked) if asked else 0.0


def follows(part: tuple[str, ...], words: tuple[str, ...], start: int = 0) -> int:
    """Return the place after the first occurrence of `part` in `words`, -1 when there is none."""
    if not part:
        return start
    for at in range(start, len(words) - len(part) + 1):
        if words[at : at + len(part)] == part:
            return at + len(part)
    return -1


def common_run(one: str, other: str) -> int:
    """Return how many syllables in a row two texts share at most.

    >>> common_run("Các đơn vị sự nghiệp trực thuộc Sở", "đơn vị sự nghiệp trực thuộc")
    6
    """
    a, b = syllables(one), syllables(other)
    longest, row = 0, [0] * (len(b) + 1)
    for word in a:
        row = [0, *(row[k] + 1 if word == b[k] else 0 for k in range(len(b)))]
        longest = max(longest, *row)
    return longest


def in_order(parts: tuple[str, ...], text: str) -> bool:
    """Tell whether the parts follow each other in a text; marks between words do not count.

    >>> in_order(("Dân biết", "dân làm"), "“Dân biết, dân bàn, dân làm”")
    True
    """
    words, at = syllables(text), 0
    for part in parts:
        at = follows(syllables(part), words, at)
        if at < 0:
            return False
    return True
