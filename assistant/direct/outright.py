"""What is answered outright, without weighing: the texts have it in so many words."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.direct.cited import said_of
from assistant.direct.mentioned import mentions_of
from assistant.direct.said import Said
from assistant.direct.shortened import longforms
from assistant.direct.starting import turning_points
from assistant.question import Question
from assistant.reading.reading import Reader
from assistant.shelf import Shelf
from assistant.weighing.trim import Trimmer


@dataclass(frozen=True, slots=True)
class Outright:
    """Finds what a text says in so many words.

    When a document takes effect, what it replaces, what an abbreviation stands for, what a document
    is about that is only cited, which documents speak of something.
    """

    shelf: Shelf
    reader: Reader
    trimmer: Trimmer

    def said(self, text: str, question: Question) -> Said:
        """Return what answers, or what is missing; neither for a question about anything else."""
        reading, chosen = self.reader.read(text), question.documents
        found = turning_points(self.shelf, reading, chosen)
        found = found or longforms(self.shelf, reading, chosen)
        if found:
            return Said(found)
        speaking = mentions_of(self.shelf, self.reader, text, chosen)
        if speaking:
            return Said(tuple(self.trimmer.trimmed(reading, candidate) for candidate in speaking))
        return said_of(self.shelf, self.reader, text, chosen)
