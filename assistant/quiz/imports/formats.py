"""The formats that questions are taken in from, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from assistant.quiz.errors import UnknownKindError
from assistant.quiz.export.question import Question
from assistant.quiz.imports.aiken import from_aiken
from assistant.quiz.imports.gift import from_gift
from assistant.quiz.imports.moodle import from_moodle_xml

IMPORTS: Mapping[str, Callable[[bytes], tuple[Question, ...]]] = MappingProxyType(
    {"moodle-xml": from_moodle_xml, "gift": from_gift, "aiken": from_aiken}
)


def imported(name: str, data: bytes) -> tuple[Question, ...]:
    """Return the questions of a file in a format.

    Raises:
        UnknownKindError: there is no format of that name.
        BadImportError: the file is not in that format.
    """
    if name not in IMPORTS:
        raise UnknownKindError(name, tuple(IMPORTS))
    return IMPORTS[name](data)
