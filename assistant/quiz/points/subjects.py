"""Who does what: sentences that begin with their subject."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.quiz.field import Field
from assistant.quiz.frame import Frame, Proof
from assistant.quiz.point import Gap, Point, fact_at
from assistant.quiz.points.duties import assigns
from assistant.quiz.points.number import numbers
from assistant.quiz.wording import clean, in_order, joined, points_outside, whole
from corpus import forms
from corpus.passage import Passage, PassageKind
from corpus.sentences import clauses
from corpus.span import Span

_WHO = (
    rf"(?:{forms.AGENCY}|Cấp ủy|Lãnh đạo|Giám đốc|[Tt]hủ trưởng|Người đứng đầu|Chính quyền"
    r"|Các phòng|Các đơn vị|Các cơ quan|Các đoàn thể|BCH|Đoàn Thanh niên|Mặt trận Tổ quốc|Cán bộ"
    r"|Công chức|Người có|Nhân dân|Công dân|Trưởng|Cộng đồng|Hộ gia đình|Người)"
)
DOES = (
    r"(?:đã |phải |luôn |có |thường xuyên |tiếp tục |kịp thời |định kỳ |căn cứ |chịu )*(?:ban hành"
    r"|báo cáo|bảo đảm|phát huy|phối hợp|thực hiện|tổ chức|tham mưu|triển khai|vận động|chỉ đạo"
    r"|lãnh đạo|làm việc|hoạt động|kiểm tra|xây dựng|hướng dẫn|trách nhiệm (?=\w)|nêu cao|rà soát"
    r"|tiến hành|tạo điều kiện|chấp hành|theo dõi|đánh giá|thông báo|công khai|lựa chọn|quyết định"
    r"|đề nghị|xem xét|tiếp nhận|giải quyết|gửi|cung cấp|niêm yết|thành lập|chủ trì|giám sát)\b"
)
_SAYS = re.compile(
    rf"(?P<when>(?:Hằng năm|Hàng năm|Định kỳ)[, ]+)?(?P<who>{_WHO}[^;.:()\d“”]{{0,75}}?)"
    rf" (?P<does>{DOES})"
)
_BARE = re.compile(  # too little to name anybody, or more than a name
    r"(?:Sở|Ban|Bộ|Phòng|Người|Hội|Trưởng|Lãnh đạo|Thanh tra|Các cơ quan|Các phòng|.* về)$"
    r"|Trường hợp\b|.*\b(?:xác định|có|là|được|không|khi|do|để|thì|tổng hợp|thi hành|quy định"
    r"|ra)\b"
)
_LABEL = re.compile(r"[\s\-–+*•]*(?:\(\d+\)\s*|\d{1,2}[.-]\s+|[a-zđ]\)\s+)?")
_VERB = re.compile(rf"\b{DOES}")
SHORTEST, LONGEST = 45, 200  # characters of what is done


def subjects(field: Field) -> Iterator[Point]:
    """Yield a gap for the subject of each sentence that says what some office or people do."""
    for passage, span in field.sentences():
        heading = field.heading(passage)
        if passage.kind is PassageKind.FOOTNOTE or (heading and assigns(heading)):
            continue
        text = span.of(field.text(passage.document_id))
        label = _LABEL.match(text)
        start = label.end() if label else 0
        hit = _SAYS.match(text, start)
        point = _gap(field, (passage, span), hit) if hit else None
        if point:
            yield point


def _gap(field: Field, place: tuple[Passage, Span], hit: re.Match[str]) -> Gap | None:
    passage, span = place
    text = hit.string
    end = _end(text, hit.start("does"))
    who, done = clean(hit["who"]), clean(text[hit.start("does") : end])
    fit = SHORTEST <= len(done) <= LONGEST and whole(done) and whole(who)
    if not fit or points_outside(joined(who, done)) or _BARE.match(who) or _VERB.search(who):
        return None
    if any(numbers(done)) or in_order((who,), field.name(passage.document_id)):
        return None
    if text[hit.start("does") : end].rstrip().endswith(":"):
        return None
    when = clean(hit["when"] or "").lower()
    when = f"{when}, " if when else ""
    source = field.source(passage, Span(hit.start("who"), end).shifted(span.start))
    return Gap(
        family="subject-of",
        value=who,
        question=f"{when}cơ quan, tổ chức hoặc cá nhân nào {done}?",
        statement=f"{when}{{}} {done}",
        frame=Frame(Proof.WORDS, "", done),
        source=source,
        fact=fact_at(source, "who"),
        tier=1,
    )


def _end(text: str, start: int) -> int:
    """Return where what is done ends: with the sentence, or its first clause when it is long."""
    if len(text) - start <= LONGEST:
        return len(text)
    first = clauses(text[start:])
    return start + first[0].end if first else len(text)
