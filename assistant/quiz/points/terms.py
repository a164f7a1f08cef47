"""Short names that a text explains: "chỉ số hiệu quả quản trị … cấp tỉnh (PAPI)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.quiz.field import Field
from assistant.quiz.frame import Frame, Proof
from assistant.quiz.item import Source
from assistant.quiz.point import Gap, Pair, Point
from assistant.quiz.wording import clean
from corpus.span import Span

_SHORT = re.compile(r"\s\((?P<short>[A-ZĐƯ][A-Za-zĐđ]*[A-ZĐƯ][A-Za-zĐđ]*|[A-Z]\w+ [A-Z]\w+)\)")
_COMMA = re.compile(r"[,;:]\s+")
_LOOSE = frozenset({"đặc", "nhất", "trong", "và", "cùng"})  # "đặc biệt là …": no name begins so
SHORTEST, LONGEST = 2, 14  # syllables of a long name
FEWEST = 3  # short names in one sentence: a list of them


def terms(field: Field) -> Iterator[Point]:
    """Yield a gap and a pair for each short name with its long one before it in brackets."""
    for passage, span in field.sentences():
        text = span.of(field.text(passage.document_id))
        hits = list(_SHORT.finditer(text))
        for hit in hits if len(hits) >= FEWEST else ():
            start = _start(text[: hit.start()], hit["short"])
            if start is not None:
                cut = Span(start, hit.start())
                source = field.source(passage, Span(start, hit.end()).shifted(span.start))
                yield from _points(clean(cut.of(text)), hit["short"], source)


def _points(words: str, short: str, source: Source) -> Iterator[Point]:
    head = " ".join(words.split()[:2]).lower()
    fact = f"term:{short}"
    yield Gap(
        family=f"term:{head}",
        value=words,
        question=f"tên viết tắt “{short}” dùng để chỉ nội dung nào?",
        statement=f"Tên viết tắt “{short}” dùng để chỉ {{}}",
        frame=Frame(Proof.WORDS, after=short),
        source=source,
        fact=fact,
    )
    yield Gap(
        family="short",
        value=short,
        question=f"“{words}” được viết tắt là gì?",
        statement=f"“{words[:1].upper()}{words[1:]}” được viết tắt là {{}}",
        cloze=f"{words[:1].upper()}{words[1:]} ({{}})",
        frame=Frame(Proof.WORDS, words),
        source=source,
        fact=fact,
    )
    yield Pair(
        family=f"term:{source.document_id}",
        left=short,
        right=words,
        question="hãy ghép mỗi tên viết tắt với tên đầy đủ",
        frame=Frame(Proof.WORDS, after=short),
        source=source,
        fact=fact,
    )


def _start(before: str, short: str) -> int | None:
    """Return where the long name of a listed short one begins: after the comma before it.

    A name whose initials are the short one explains itself; nobody need be asked.
    """
    ends = [found.end() for found in _COMMA.finditer(before)]
    words = re.findall(r"[^\W\d_]+", before[ends[-1] :]) if ends else []
    initials = "".join(word[0] for word in words).casefold()
    capitals = any(word.isupper() and len(word) > 1 for word in words)
    if not SHORTEST < len(words) <= LONGEST or capitals or initials.endswith(short.casefold()):
        return None
    return None if words[0] in _LOOSE else ends[-1]
