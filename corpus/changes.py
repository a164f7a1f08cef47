"""What a document does to one that it mentions: cites, amends, replaces or repeals it."""

from __future__ import annotations

import re
from enum import StrEnum

from corpus import forms
from corpus.document import Document
from corpus.labels import label_of
from corpus.numbers import find_numbers
from corpus.span import Span


class Relation(StrEnum):
    """What a document does to one that it mentions."""

    BASIS = "căn cứ"
    CITES = "viện dẫn"
    REPLACES = "thay thế"
    AMENDS = "sửa đổi"
    REPEALS = "bãi bỏ"


_VERB = re.compile(
    r"\b(?:(?P<replaces>thay thế(?: cho)?)|(?P<repeals>bãi bỏ|h(?:ủy|uỷ) bỏ)"
    r"|(?P<amends>sửa đổi(?:, bổ sung)?))\b",
    re.IGNORECASE,
)
_PART = re.compile(  # of a document, which lives on without it
    r"\W*(?:các |một số |những |toàn bộ |cụm )*(?:từ|khoản|điểm|điều|mục|chương|phụ lục|biểu|mẫu"
    r"|đoạn|nội dung|quy định tại|câu|tên)\b",
    re.IGNORECASE,
)
_PART_OF = re.compile(
    r"\b(?:điều|khoản|điểm|mục|chương|phụ lục)(?: (?:số )?[\w.]{1,5})?,? (?:của |kèm theo |tại )?$",
    re.IGNORECASE,
)
_ELSE = re.compile(r"\b(?:theo|căn cứ|trên cơ sở)\b", re.IGNORECASE)
_AND = re.compile(r"(?:,|\bvà|\bđồng thời)\s*$")  # before a second verb of the same clause
_DETAILS = re.compile(r"\b(?:quy định chi tiết|hướng dẫn)\b", re.IGNORECASE)  # another does so
_ACTOR = re.compile(rf"(?P<made>\bban hành )?\b(?P<kind>{forms.ANY_KIND}) $", re.IGNORECASE)
_ENDED = re.compile(
    r"(?:(?! này\b)[^.;]){0,250}\b(?:hết hiệu lực (?:thi hành )?(?:kể )?từ ngày\b"
    r"|(?:chấm dứt|không còn|hết) hiệu lực(?: thi hành)?\s*(?:[.;,]|$|kể từ)"
    r"|bị (?:bãi bỏ|h(?:ủy|uỷ) bỏ|thay thế)\b)",
    re.IGNORECASE | re.MULTILINE,
)
_BASIS = re.compile(r"\W*Căn cứ\b")
_CLAUSE = re.compile(r"[.;:]\s")
_ITEMS = 60  # lines of a list above an item, with its lead-in
_FAR = 80  # characters between the verb and its object
_FAR_IN_LIST = 250


def relation_of(document: Document, span: Span) -> Relation:
    """Return what `document` does to the one that it mentions under `span`."""
    text = document.text
    line = text.rfind("\n", 0, span.start) + 1
    clause = max((one.end() for one in _CLAUSE.finditer(text, line, span.start)), default=line)
    before = text[clause : span.start]
    detailed = find_numbers(before) and _DETAILS.search(before)
    done = None if detailed else _done(document, before)
    done = done or _introduced(document, line, span.start)
    if done:
        return done
    if not detailed and _ENDED.match(text, span.end):
        part = _PART_OF.search(text, clause, span.start)
        return Relation.AMENDS if part else Relation.REPEALS
    return Relation.BASIS if _BASIS.match(text, line) else Relation.CITES


def _done(document: Document, before: str) -> Relation | None:
    """Return what the last verb of a clause does to what follows, None when it has no such verb."""
    verb = next(reversed(list(_VERB.finditer(before))), None)
    if verb is None:
        return None
    between = before[verb.end() :]
    far = _FAR_IN_LIST if find_numbers(between) else _FAR
    if len(between) > far or (_ELSE.search(between) and not _PART.match(between)):
        return None
    if not _acts(document, before[: verb.start()]):
        return Relation.CITES
    if verb["amends"] or _PART.match(between):
        return Relation.AMENDS
    return Relation.REPLACES if verb["replaces"] else Relation.REPEALS


def _introduced(document: Document, line: int, start: int) -> Relation | None:
    """Return what is done to the items of a list: "Bãi bỏ các văn bản sau đây: 1. …; 2. …".

    The item has to begin with the document: one that only cites it is another matter.
    """
    text = document.text
    label = label_of(text[line : text.find("\n", start) + 1 or None])
    first = line + (label.end if label else 0)
    item = max((one.end() for one in _CLAUSE.finditer(text, line, start)), default=line)
    item = max(item, first)
    if text[item:start].strip():
        return None
    intro = text[first:start].rpartition(":")[0] or (_lead(text, line) if label else "")
    return _done(document, _CLAUSE.split(intro)[-1])


def _lead(text: str, line: int) -> str:
    """Return the lead-in above a list whose item begins at `line`, "" when there is none."""
    for above in reversed(text[:line].splitlines()[-_ITEMS:]):
        if above.rstrip().endswith(":"):
            return above.rstrip(": ")
        if above.strip() and label_of(above) is None:
            break
    return ""


def _acts(document: Document, before: str) -> bool:
    """Tell whether it is `document` that does what a clause says; `before` stands before the verb.

    It is another where that one is named by its number ("Nghị định số 1 sửa đổi Nghị định số 2"),
    or by its kind alone ("Luật sửa đổi, bổ sung một số điều của Luật …").
    """
    own = document.particulars
    number = own.number.value if own.number else ""
    others = [one for one in find_numbers(before) if one.value != number]
    if others:
        return bool(_AND.search(before)) and _changes(document, before[: others[0].span.start])
    actor = _ACTOR.search(before)
    if actor is None:
        return True
    same = own.kind is not None and actor["kind"].casefold() == own.kind.value.casefold()
    return same and (bool(actor["made"]) or not before[: actor.start()].strip())


def _changes(document: Document, before: str) -> bool:
    """Tell whether a clause does something of its own to what follows `before`."""
    return _done(document, before) not in (None, Relation.CITES)
