"""The formats by the names that the command line knows them by."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from assistant.quiz.errors import UnknownKindError
from assistant.quiz.export.aiken import aiken
from assistant.quiz.export.commas import commas
from assistant.quiz.export.gift import gift
from assistant.quiz.export.moodle import moodle_xml
from assistant.quiz.export.paper import paper
from assistant.quiz.export.portable import portable
from assistant.quiz.export.qti import qti
from assistant.quiz.export.question import Exported, Question
from assistant.quiz.export.sheets import kahoot, quizizz, spreadsheet

FORMATS: Mapping[str, Callable[[Sequence[Question]], Exported]] = MappingProxyType(
    {
        "moodle-xml": moodle_xml,
        "gift": gift,
        "aiken": aiken,
        "csv": commas,
        "xlsx": spreadsheet,
        "kahoot": kahoot,
        "quizizz": quizizz,
        "docx": paper,
        "pdf": portable,
        "qti": qti,
    }
)

PRINTED: Mapping[str, Callable[[Sequence[Question], int, int], Exported]] = MappingProxyType(
    {"docx": paper, "pdf": portable}
)


def exported(name: str, asked: Sequence[Question], *, variants: int = 1, seed: int = 0) -> Exported:
    """Write questions in a format; only a paper has variants.

    Raises:
        UnknownKindError: there is no format of that name.
    """
    if name in PRINTED:
        return PRINTED[name](asked, variants, seed)
    if name not in FORMATS:
        raise UnknownKindError(name, tuple(FORMATS))
    return FORMATS[name](asked)
