"""Fixed phrases in quotes that list their parts: "Dân biết, dân bàn, dân làm, …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.quiz.field import Field
from assistant.quiz.frame import Frame, Proof
from assistant.quiz.point import Gap, Point, Sequence
from assistant.quiz.wording import clean, raised
from corpus.passage import Passage
from corpus.span import Span
from corpus.syllables import syllables

_QUOTED = re.compile(
    r"(?P<what>[^\W\d_]+ [^\W\d_]+)(?: năm \d{4})?(?: là)?\s*:?\s*“(?P<words>[^“”]{20,200})”"
)
_CALLED = re.compile(r"^(?P<name>[^:]{4,40}):\s+(?P<rest>.+)$")
_CUTS = (re.compile(r",\s+"), re.compile(r"\s+[–-]\s+"))
FEWEST = 4
LONGEST = 5  # syllables of a part


def phrases(field: Field) -> Iterator[Point]:
    """Yield a sequence and gaps for each quoted phrase of at least four short parts."""
    for passage, span in field.sentences():
        text = span.of(field.text(passage.document_id))
        for hit in _QUOTED.finditer(text):
            whole = Span(*hit.span("words"))
            named = _CALLED.match(hit["words"])
            words = named["rest"] if named else hit["words"]
            what = named["name"] if named else hit["what"]
            parts = _parts(words)
            if parts:
                yield from _points(field, (passage, whole.shifted(span.start)), what, parts)


def _parts(words: str) -> tuple[str, ...]:
    for cut in _CUTS:
        parts = tuple(clean(part) for part in cut.split(words))
        sizes = [len(syllables(part)) for part in parts]
        alike = max(sizes) <= LONGEST and len({part.casefold() for part in parts}) == len(parts)
        if len(parts) >= FEWEST and min(sizes) > 0 and alike:
            return parts
    return ()


def _points(
    field: Field, place: tuple[Passage, Span], what: str, parts: tuple[str, ...]
) -> Iterator[Point]:
    passage, span = place
    source = field.source(passage, span)
    key = f"phrase:{source.document_id}:{parts[0].casefold()}:{len(parts)}"
    shown = what[:1].lower() + what[1:]
    yield Sequence(
        parts=tuple(raised(part) for part in parts),
        question=f"hãy sắp xếp các vế sau theo đúng thứ tự nêu trong {shown}",
        frame=Frame(Proof.ORDER),
        source=source,
        facts=(f"{key}:order",),
    )
    last = len(parts) - 1
    before = ", ".join(parts[:last])
    yield Gap(
        family=f"part:{len(syllables(parts[last]))}",
        value=parts[last][:1].lower() + parts[last][1:],
        question=f"{shown} được nêu có {len(parts)} vế: “{before}, ……”. Vế còn thiếu là gì?",
        statement=f"{raised(what)} được nêu là: “{before}, {{}}”",
        cloze=f"{raised(what)}: ‘{before}, {{}}’",
        frame=Frame(Proof.WORDS, before),
        source=source,
        fact=f"{key}:{last}",
    )
