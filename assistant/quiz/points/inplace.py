"""Gaps in place: a value within a sentence, asked with the words around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.quiz.field import Field
from assistant.quiz.frame import Frame, Proof
from assistant.quiz.point import Gap, fact_at
from assistant.quiz.wording import (
    clean,
    joined,
    nested,
    points_outside,
    raised,
    whole,
)
from corpus.forms import KINDS
from corpus.passage import Passage
from corpus.span import Span

_LABEL = re.compile(r"[\s\-–+*•]*(?:\(\d+\)\s*|\d{1,2}[.-]\s+)?(?:\([^()]{1,12}\)\s*[-–]\s*)?")
_CLAUSE = re.compile(r";\s+(?=[^\W\d_]{2})")
_CITED = re.compile(rf"(?:{'|'.join(KINDS)}) (?:số )?\d")
_STOP = re.compile(r"[;.](?=\s|$)|¹|²|³|\.\.\.|…")
_BREAK = re.compile(r",(?=\s)")
SHORTEST, LONGEST, FAR = 40, 260, 110  # characters: of the words asked, and after the value


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What sort of value is asked: its family, and its name in "… nào điền đúng vào chỗ trống"."""

    family: str
    noun: str
    tier: int = 2
    fact: str = ""


def in_place(field: Field, place: tuple[Passage, Span], value: Span, asked: Asked) -> Gap | None:
    """Return the gap of a value in its sentence, None when its words do not stand alone.

    `place` is a passage and the span of one of its sentences; `value` lies in that sentence.
    """
    passage, span = place
    text = span.of(field.text(passage.document_id))
    start = _start(text, value)
    end = _end(text, value)
    left, right = clean_left(text[start : value.start]), clean(text[value.end : end])
    said = joined(left, value.of(text), right)
    fit = SHORTEST <= len(said) <= LONGEST and whole(clean(said)) and len(left) > 1
    if not fit or points_outside(said) or not left[:1].isupper():
        return None
    comma = "," if text[value.end :].lstrip("”*").startswith(",") and right else ""
    right = f"{comma} {right}".strip()
    source = field.source(passage, Span(start, end).shifted(span.start))
    shown = clean(value.of(text))
    gap = raised(joined(left, "{}", right))
    return Gap(
        family=asked.family,
        value=shown,
        question=f"{asked.noun} nào điền đúng vào chỗ trống trong câu:"
        f" “{nested(gap.replace('{}', '……'))}”?",
        statement=gap,
        cloze=gap,
        frame=Frame(Proof.WORDS, left, right),
        source=source,
        fact=asked.fact or fact_at(source, shown),
        tier=asked.tier,
    )


def clean_left(text: str) -> str:
    """Return the words before a value: on one line, an opening quote before it kept."""
    return " ".join(text.replace("*", "").split())


def _start(text: str, value: Span) -> int:
    """Return where the words begin: at the sentence, or at a clause when that is too far."""
    label = _LABEL.match(text)
    first = label.end() if label else 0
    starts = [first, *(c.end() for c in _CLAUSE.finditer(text, 0, value.start))]
    near = [at for at in starts if at <= value.start and value.start - at <= LONGEST - FAR]
    start = near[0] if near else starts[-1]
    alone = start == first or _CITED.match(text, start)  # other clauses lean on what is before
    return start if alone and text[:start].count("(") == text[:start].count(")") else value.start


def _end(text: str, value: Span) -> int:
    """Return where the words end: with the clause, at a comma when that is too far."""
    stop = _STOP.search(text, value.end)
    end = stop.start() if stop else len(text)
    if end - value.end <= FAR:
        return end
    breaks = [found.start() for found in _BREAK.finditer(text, value.end, value.end + FAR)]
    return breaks[-1] if breaks else end
