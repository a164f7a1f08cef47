"""What can go wrong before a quiz is made."""

from __future__ import annotations

from enum import StrEnum

from corpus.errors import HoiQuyCheError


class QuizError(HoiQuyCheError):
    """A quiz that cannot be made or read as it was asked."""


class EmptyScopeError(QuizError):
    """The chosen documents or section hold no passage to ask about."""

    def __init__(self, section: str = "") -> None:
        self.section = section
        super().__init__(f"nothing to ask about in section {section!r}" if section else "no texts")


class UnknownKindError(QuizError):
    """A kind of item, a difficulty or a format that does not exist."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        self.name, self.known = name, known
        super().__init__(f"{name!r} is none of {', '.join(known)}")


class BadCountError(QuizError):
    """A number of items that cannot be asked for."""

    def __init__(self, count: str) -> None:
        self.count = count
        super().__init__(f"{count!r} is not a number of items from 1 to 1000")


class Fault(StrEnum):
    """What is wrong with an import file; the value says it in English."""

    ENCODING = "it is not UTF-8"
    XML = "it is not well-formed XML, or it declares entities"
    RECORD = "a field is missing or cannot be what it is"
    EMPTY = "it has no question"
    STEM = "a question without words"
    OPTIONS = "fewer than two options"
    KEY = "no right answer, or one that is none of the options"
    UNCLOSED = "a question whose answers do not end"
    KIND = "a sort of question that is not known here"


class BadImportError(QuizError):
    """A file that is not in the format it was said to be; nothing of it is taken in.

    `place` is a line or the name of a question, "" for the whole file.
    """

    def __init__(self, place: str, fault: Fault) -> None:
        self.place, self.fault = place, fault
        super().__init__(f"{place or 'the file'}: {fault}")
