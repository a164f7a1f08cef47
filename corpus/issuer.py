"""Who issued a document: its letterhead, else the sentence in which the issuer speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus import forms
from corpus.document import Fact
from corpus.frame import Role
from corpus.passage import Passage, PassageKind
from corpus.span import Span, trimmed

_LETTERHEAD = re.compile(forms.AGENCY.upper() + r"\b")
_MOTTO = re.compile(  # whole, or the piece of it that one line has; a state is named, too
    r"[\s|]*\b(?<!NƯỚC )(?<!XÃ HỘI )(?:CỘNG H(?:ÒA|OÀ) XÃ HỘI(?:\s+CHỦ NGHĨA(?:\s+VIỆT NAM)?)?"
    r"|CHỦ NGHĨA VIỆT NAM|ĐẢNG CỘNG SẢN VIỆT NAM"
    r"|Độc lập\s*[-–]\s*Tự do(?:\s*[-–]\s*Hạnh phúc)?)\b[\s|]*",
    re.IGNORECASE,
)
_LAST = re.compile(r"(?:Độc lập\s*[-–]|ĐẢNG CỘNG SẢN)", re.IGNORECASE)  # lines of the motto
_GOES_ON = re.compile(  # how an issuer in more lines than the motto goes on below it
    r"(?:VÀ|TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|ĐẶC KHU|XÃ|PHƯỜNG|THỊ TRẤN)\b"
)
_VERB = (
    r"(?:đã )?(?:xây dựng|ban hành|báo cáo|(?<!ruyền )(?<!iao )(?<!iễn )thông báo|đề nghị"
    r"|hướng dẫn|quyết định|kính trình|trình|gửi|yêu cầu|triển khai|kế hoạch)\b"
)
_SPEAKS = re.compile(
    rf"(?P<name>{forms.AGENCY}(?: (?!về |theo |của |được |trong |từ |đã )[^\W\d_]\w*,?){{0,12}}?)"
    rf",? {_VERB}"
)
_STARTS = re.compile(r"^[*_]*|(?<=[.!?:;]) +[*_]*|, *(?=Sở )|\n\s*")
_AMONG = 3  # paragraphs of the body in which an official issuer speaks first


def issuer(text: str, passages: Sequence[Passage]) -> Fact | None:
    """Return who issued the text, in the writing of its body when the letterhead is in capitals.

    A web page has the issuer that its title names and that speaks in it.
    """
    head = _letterhead(passages)
    if head:
        return Fact(_written(text, _blanked(head.of(text))), head)
    spoken = list(_spoken(passages))
    title = " ".join(p.text for p in passages if p.path == (Role.TITLE.value,)).casefold()
    if _is_official(passages):
        return next((fact for fact in spoken), None)
    return next((fact for fact in spoken if fact.value.casefold() in title), None)


def _is_official(passages: Sequence[Passage]) -> bool:
    """Tell whether the head has a number line, or the kind of the document."""
    head = (p.text for p in passages if p.path == (Role.HEAD.value,))
    return any(forms.NUMBER_LINE.match(text) or forms.KIND.match(text) for text in head)


def _letterhead(passages: Sequence[Passage]) -> Span | None:
    """Return the last agency in capitals above the number, with the lines that go on with it."""
    found: Span | None = None
    closed = False
    for passage in passages:
        if passage.path != (Role.HEAD.value,) or forms.NUMBER_LINE.match(passage.text):
            break
        span, words = _own(passage), _blanked(passage.text).lstrip("*_ ")
        if span and _LETTERHEAD.match(words):
            found, closed = span, False
        elif span and found and (not closed or _GOES_ON.match(words)):
            found = Span(found.start, span.end)
        closed = closed or _LAST.search(passage.text) is not None
    return found


def _own(passage: Passage) -> Span | None:
    """Return what a line in capitals says beside the motto; None for the motto and the kind."""
    words = _blanked(passage.text)
    own = trimmed(words, 0, len(words)) if words.isupper() else None
    other = any(form.match(passage.text) for form in (forms.MOTTO, forms.KIND))
    return own.shifted(passage.span.start) if own and not other else None


def _blanked(text: str) -> str:
    """Return `text` with blanks for the motto, which a page sets beside the issuer.

    >>> _blanked("SỞ MẪU | Độc lập - Tự do").split()
    ['SỞ', 'MẪU']
    """
    return _MOTTO.sub(lambda found: " " * len(found.group()), text)


def _written(text: str, name: str) -> str:
    """Return `name` as running text writes it, else as it stands, on one line."""
    name = " ".join(name.replace("*", "").split())
    for found in re.finditer(re.escape(name), text, re.IGNORECASE):
        if not found.group().isupper():
            return found.group()
    return name


def _spoken(passages: Sequence[Passage]) -> Iterator[Fact]:
    for passage in _voices(passages):
        for start in _STARTS.finditer(passage.text):
            found = _SPEAKS.match(passage.text, start.end())
            if found:
                begin = passage.span.start + found.start("name")
                name = found["name"]
                yield Fact(name, Span(begin, begin + len(name)))


def _voices(passages: Sequence[Passage]) -> list[Passage]:
    """Return the paragraphs in which an issuer speaks: before the first heading and the last."""
    plain = [p for p in passages if p.kind is PassageKind.PARAGRAPH]
    if not _is_official(passages):
        return plain
    top = [p for p in plain if len(p.path) == 1]
    return [*top[:_AMONG], *(p for p in top[_AMONG:] if p.path == ("đoạn cuối",))]
