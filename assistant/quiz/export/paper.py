"""A printed paper in DOCX, which a trainer can still change."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, datetime

from assistant.quiz.export.printed import Sheet, sheets
from assistant.quiz.export.question import Exported, Question

_MADE = datetime(2000, 1, 1, tzinfo=UTC)  # the same each time


def paper(asked: Sequence[Question], variants: int = 1, seed: int = 0) -> Exported:
    """Write the sheets of a paper, each beginning on a new page."""
    return Exported(in_word(sheets(asked, variants, seed)))


def in_word(printed: Sequence[Sheet]) -> bytes:
    """Return sheets as a DOCX file, each beginning on a new page; always the same bytes."""
    from docx import Document  # noqa: PLC0415 — loading it takes a while
    from docx.enum.text import WD_BREAK  # noqa: PLC0415

    document = Document()
    document.core_properties.created = document.core_properties.modified = _MADE
    for number, sheet in enumerate(printed):
        if number:
            document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        document.add_heading(sheet.title, level=1)
        for line in sheet.lines:
            paragraph = document.add_paragraph()
            paragraph.add_run(line.strong).bold = True
            paragraph.add_run(line.text)
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()
