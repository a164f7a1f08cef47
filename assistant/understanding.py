"""What understands a question: its words repaired, then read."""

from __future__ import annotations

from dataclasses import dataclass, replace

from assistant.question import Question, Turn
from assistant.reading.parts import readings
from assistant.reading.reading import Reader, Reading
from assistant.typed.repair import Repairer


@dataclass(frozen=True, slots=True)
class Understanding:
    """Reads questions as they were meant."""

    reader: Reader
    repairer: Repairer

    def meant(self, question: Question) -> Question:
        """Return the question, and those before it, with their words repaired."""
        turns = tuple(
            Turn(turn.role, self.repairer.repaired(turn.content).text)
            if turn.role == "user"
            else turn
            for turn in question.history
        )
        text = self.repairer.repaired(question.text).text
        return Question(text, turns, question.documents)

    def original(self, text: str, question: Question) -> str:
        """Return a question as it was asked in another language; "" for one in Vietnamese."""
        foreign = text != question.text and self.repairer.repaired(question.text).foreign
        return question.text if foreign else ""

    def parts(self, text: str, question: Question) -> tuple[Reading, ...]:
        """Return what is asked, part by part; `text` is what the question is taken to mean."""
        original = self.original(text, question)
        return tuple(replace(part, original=original) for part in readings(text, self.reader))
