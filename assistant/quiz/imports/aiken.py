"""Questions out of Aiken."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from assistant.quiz.errors import BadImportError, Fault
from assistant.quiz.export.aiken import LETTERS
from assistant.quiz.export.question import Question
from assistant.quiz.imports.words import decoded
from assistant.quiz.item import Kind

_OPTION = re.compile(r"^(?P<letter>[A-Za-z])[.)]\s+(?P<words>\S.*)$")
_KEY = re.compile(r"^ANSWER:\s*(?P<letter>[A-Za-z])\s*$")


@dataclass(slots=True)
class _Begun:
    """A question whose key was not read yet."""

    stem: str = ""
    options: list[str] = field(default_factory=list)

    def add(self, line: str) -> None:
        """Take a line: an option after the stem, else more of the stem."""
        option = _OPTION.match(line) if self.stem else None
        if option:
            self.options.append(option["words"])
        else:
            self.stem = f"{self.stem} {line}".strip()


def from_aiken(data: bytes) -> tuple[Question, ...]:
    """Return the questions of an Aiken file, all or none.

    Raises:
        BadImportError: the file, or one of its questions, cannot be read; the place is a line.
    """
    text = decoded(data)
    found: list[Question] = []
    begun = _Begun()
    for number, raw in enumerate(text.split("\n"), start=1):
        line = raw.strip()
        key = _KEY.match(line)
        if key:
            found.append(_question(len(found) + 1, number, begun, key["letter"]))
            begun = _Begun()
        elif line:
            begun.add(line)
    if begun.stem:
        raise BadImportError(str(text.count("\n") + 1), Fault.UNCLOSED)
    if not found:
        raise BadImportError("", Fault.EMPTY)
    return tuple(found)


def _question(number: int, line: int, begun: _Begun, letter: str) -> Question:
    stem, options = begun.stem, begun.options
    if not stem:
        raise BadImportError(str(line), Fault.STEM)
    if len(options) < 2:  # noqa: PLR2004 — a choice has two options
        raise BadImportError(str(line), Fault.OPTIONS)
    key = LETTERS.find(letter.upper())
    if not 0 <= key < len(options):
        raise BadImportError(str(line), Fault.KEY)
    return Question(name=str(number), kind=Kind.MC, stem=stem, options=tuple(options), key=(key,))
