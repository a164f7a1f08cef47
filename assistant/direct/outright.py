"""What is answered outright, without weighing: the texts have it in so many words."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.direct.mentioned import mentions_of
from assistant.direct.shortened import longforms
from assistant.direct.starting import turning_points
from assistant.evidence.candidate import Candidate
from assistant.question import Question
from assistant.reading.reading import Reader
from assistant.shelf import Shelf
from assistant.weighing.trim import Trimmer


@dataclass(frozen=True, slots=True)
class Outright:
    """Finds what a text says in so many words.

    When a document takes effect, what it replaces, what an abbreviation stands for, which documents
    speak of something.
    """

    shelf: Shelf
    reader: Reader
    trimmer: Trimmer

    def candidates(self, text: str, question: Question) -> tuple[Candidate, ...]:
        """Return what answers; empty for a question about anything else."""
        reading, chosen = self.reader.read(text), question.documents
        said = turning_points(self.shelf, reading, chosen)
        said = said or longforms(self.shelf, reading, chosen)
        if said:
            return said
        speaking = mentions_of(self.shelf, self.reader, text, chosen)
        return tuple(self.trimmer.trimmed(reading, candidate) for candidate in speaking)
