"""What can go wrong before a quiz is made."""

from __future__ import annotations

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


class BadImportError(QuizError):
    """A file that is not in the format it was said to be; nothing of it is taken in."""

    def __init__(self, source: str, place: str, reason: str) -> None:
        self.source, self.place, self.reason = source, place, reason
        super().__init__(f"{source}, {place}: {reason}")
