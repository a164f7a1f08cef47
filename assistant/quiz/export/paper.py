"""A printed paper in DOCX: one or more variants, then their keys with the citations."""

from __future__ import annotations

import io
import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from assistant.quiz.export.aiken import LETTERS
from assistant.quiz.export.question import Exported, Question
from assistant.quiz.export.table import key_of
from assistant.quiz.item import Kind

if TYPE_CHECKING:
    from docx.document import Document

TITLE, VARIANT = "ĐỀ KIỂM TRA", "Mã đề"
NAME_LINE = "Họ và tên: ………………………………………………   Đơn vị: ………………………………………"
KEYS = "ĐÁP ÁN VÀ NGUỒN TRÍCH"
ANSWER = "Trả lời: ……………………………………………………………………………………………"
_MADE = datetime(2000, 1, 1, tzinfo=UTC)  # the same bytes each time


def paper(asked: Sequence[Question], variants: int = 1, seed: int = 0) -> Exported:
    """Write the paper: questions and options of each variant in an order of its own."""
    from docx import Document  # noqa: PLC0415 — loading it takes a while
    from docx.enum.text import WD_BREAK  # noqa: PLC0415

    document = Document()
    document.core_properties.created = document.core_properties.modified = _MADE
    made = [(f"{n:03d}", shuffled(asked, n, seed)) for n in range(1, variants + 1)]
    for number, inside in made:
        _paper(document, number, inside)
        document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    for number, inside in made:
        _keys(document, number, inside)
    data = io.BytesIO()
    document.save(data)
    return Exported(data.getvalue())


def shuffled(asked: Sequence[Question], variant: int, seed: int) -> tuple[Question, ...]:
    """Return the questions of a variant; the first has them as they are."""
    if variant == 1:
        return tuple(asked)
    chance = random.Random(f"paper {seed} {variant}")  # noqa: S311 — a draw, not a secret
    order = list(asked)
    chance.shuffle(order)
    return tuple(_reordered(one, chance) for one in order)


def _reordered(one: Question, chance: random.Random) -> Question:
    """Return a question with its options in another order; "Đúng, Sai" stay as they are."""
    if one.kind is Kind.TF or not one.options:
        return one
    order = list(range(len(one.options)))
    chance.shuffle(order)
    options = tuple(one.options[k] for k in order)
    key = tuple(order.index(k) for k in one.key)
    straight = one.kind in (Kind.MC, Kind.MULTI)
    return replace(one, options=options, key=tuple(sorted(key)) if straight else key)


def _paper(document: Document, number: str, asked: Sequence[Question]) -> None:
    document.add_heading(f"{TITLE} – {VARIANT} {number}", level=1)
    document.add_paragraph(NAME_LINE)
    for n, one in enumerate(asked, start=1):
        document.add_paragraph().add_run(f"Câu {n}. {one.stem}").bold = True
        for k, prompt in enumerate(one.prompts, start=1):
            document.add_paragraph(f"{k}. {prompt}  → ……")
        for k, option in enumerate(one.options):
            document.add_paragraph(f"{LETTERS[k]}. {option}")
        if one.kind in (Kind.ORDER, Kind.SHORT):
            document.add_paragraph(ANSWER)


def _keys(document: Document, number: str, asked: Sequence[Question]) -> None:
    document.add_heading(f"{KEYS} – {VARIANT} {number}", level=1)
    for n, one in enumerate(asked, start=1):
        line = document.add_paragraph()
        line.add_run(f"Câu {n}: {key_of(one)}. ").bold = True
        line.add_run(one.feedback)
