"""Laws that a text names and the registry does not know: by a known title, or with date or year.

What stands in the table of titles are names alone: it says nothing of number, date or force.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from corpus import forms
from corpus.document import Fact
from corpus.lawnames import LawNames
from corpus.span import Span
from corpus.table import rows

_KIND = (  # "Trường Đại học Luật …" is no law
    r"(?<!học )(?<!khoa )(?<!Khoa )(?<!ngành )(?<!Viện )(?<!chí )(?<!Hội )"
    r"\b(?:Bộ luật|Bộ Luật|Luật|Pháp lệnh)"
)
_WORDS = (  # what no title of a law holds
    r"[.;:()“”\"\n]|\b(?:và|của) (?:Bộ luật|Luật|Pháp lệnh|Nghị|Chính phủ|tỉnh)\b"
    r"|\b(?:Luật|Nghị định|Thông tư|Quyết định|này|được|theo|tại|từ|sau|đã|là|thì|để)\b"
)
_AMENDING = r"(?:sửa đổi|Sửa đổi)(?:, bổ sung)? [^.;:()“”\"\n]{3,200}?"
_TITLE = rf"[{forms.UPPER}](?:(?!{_WORDS}).){{2,120}}?"
DATED = re.compile(
    rf"(?P<name>{_KIND} (?:{_AMENDING}|{_TITLE})|Hiến pháp(?: nước [^.;:()\n]{{3,60}}?)?)"
    r"(?=,? (?:năm \d{4}\b|ngày \d{1,2}(?:[/.-]| tháng )))"
)
NUMBERED = re.compile(rf"(?P<kind>{_KIND}) (?:{_AMENDING}|{_TITLE})(?: số:? ?| )$")


def titled(text: str) -> Iterator[Fact]:
    """Yield where `text` names a law, in order; the value is the name on one line.

    >>> [one.value for one in titled("Căn cứ Luật Việc làng ngày 19/6/2015; Luật Đất đai;")]
    ['Luật Việc làng', 'Luật Đất đai']
    """
    dated = [
        Fact(" ".join(found["name"].split()), Span(*found.span("name")))
        for found in DATED.finditer(text)
    ]
    apart = (
        one
        for one in _titles().find(text)
        if not any(one.span.overlaps(other.span) for other in dated)
    )
    yield from sorted((*dated, *apart), key=lambda one: one.span.start)


@cache
def _titles() -> LawNames:
    return LawNames({row["name"]: None for row in rows("laws.csv")})
