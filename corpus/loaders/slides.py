"""PPTX: the words of a presentation, slide by slide. The door to python-pptx."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pptx import Presentation

from corpus.loaders.archive import check_archive
from corpus.loaders.lines import joined, table
from corpus.loaders.package import ordinary
from corpus.loaders.source import Source


def slides_text(source: Source) -> str:
    r"""Return the words of every slide and of its notes, a form feed between slides.

    Raises:
        UnreadableSourceError: damaged or unsafe.
    """
    check_archive(source)
    slides = Presentation(BytesIO(ordinary(source).data)).slides
    return "\n\f\n".join(joined(_slide(slide)) for slide in slides)


def _slide(slide: Any) -> Iterator[str]:  # noqa: ANN401  python-pptx has no types
    shapes = sorted(slide.shapes, key=lambda shape: shape is not slide.shapes.title)
    for shape in shapes:
        yield from _shape(shape)
    notes = slide.notes_slide.notes_text_frame if slide.has_notes_slide else None
    if notes is not None:  # a page of notes may have lost its place for them
        yield notes.text


def _shape(shape: Any) -> Iterator[str]:  # noqa: ANN401
    if shape.has_text_frame:
        yield from (paragraph.text for paragraph in shape.text_frame.paragraphs)
    elif getattr(shape, "has_table", False):
        yield from table([[cell.text for cell in line.cells] for line in shape.table.rows])
    else:
        for below in getattr(shape, "shapes", ()):  # a group
            yield from _shape(below)
