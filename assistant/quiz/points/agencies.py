"""Where things go and who asks for them: "gửi Sở Nội vụ", "theo yêu cầu của Thanh tra tỉnh"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.quiz.field import Field
from assistant.quiz.point import Point
from assistant.quiz.points.inplace import Asked, in_place
from corpus import forms
from corpus.passage import PassageKind
from corpus.span import Span

_WORD = r"(?:[A-ZĐÂÊÔĂƠƯỦỤ][^\W\d_]*)"
NAME = (
    rf"{forms.AGENCY}(?: {_WORD}(?:, {_WORD}(?: [^\W\d_]+)? và {_WORD}(?: [^\W\d_]+)?)?"
    rf"| (?:vụ|tra|đạo|vận|lịch|ương|ủy|đoàn|nhân dân|tỉnh|huyện|thương|hợp|hội|công|chính|nghệ"
    rf"|cấp xã|cấp tỉnh|cấp huyện|Việt Nam|và Truyền thông|và Du lịch|và Công nghệ)\b){{1,8}}"
)
_SENT = re.compile(
    r"(?i:gửi về|gửi đến|gửi|báo cáo về|thực hiện về|trình|về|(?:yêu cầu|hướng dẫn|tiêu chí"
    rf"|chỉ đạo) của)\s(?P<name>{NAME})(?=\s(?:theo|để|cho|nắm|\(|xem|ban hành|phê duyệt|tổng hợp)"
    r"|[.,;]|$)"
)
_ASKED = Asked(family="agency", noun="tên cơ quan, đơn vị", tier=1)


def agencies(field: Field) -> Iterator[Point]:
    """Yield a gap for each office that something goes to, or by whose wish it is done."""
    for passage, span in field.sentences():
        if passage.kind is PassageKind.FOOTNOTE:
            continue
        text = span.of(field.text(passage.document_id))
        for hit in _SENT.finditer(text):
            point = in_place(field, (passage, span), Span(*hit.span("name")), _ASKED)
            if point and point.value[:1].isupper():
                yield point
