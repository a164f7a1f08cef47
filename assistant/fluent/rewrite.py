"""A follow-up question that the rules could not complete, completed by a model and checked."""

from __future__ import annotations

from assistant.fluent.model import ModelError
from assistant.fluent.prompt import rewriting
from assistant.fluent.voice import Voice
from assistant.grounding.words import FACTS, Sort, Speller
from assistant.question import LONGEST_QUESTION, Question
from corpus.syllables import syllables

REMEMBERED = 3  # questions before that a model is told of
_ASKING = frozenset(syllables("ai gì nào đâu sao mấy nhiêu khi hỏi biết hãy xin"))


class Rewriter:
    """Lets a model complete a question; it may use the words of the conversation only."""

    def __init__(self, speller: Speller) -> None:
        self._speller = speller

    def rewritten(self, question: Question, voice: Voice) -> str:
        """Return the question so that it stands alone; "" when it was not done, or done wrong."""
        before = [turn.content for turn in question.history if turn.role == "user"][-REMEMBERED:]
        if not before or not voice.speaks:
            return ""
        try:
            said = voice.said(rewriting(question.text, before))
        except ModelError:
            return ""
        first = next((line.strip() for line in said.splitlines() if line.strip()), "")
        text = first.strip('"“” ')
        return text if self._is_of(text, (*before, question.text)) else ""

    def _is_of(self, text: str, turns: tuple[str, ...]) -> bool:
        """Tell whether all that a question speaks of was spoken of before."""
        if not 0 < len(text) <= LONGEST_QUESTION:
            return False
        known = {word.key for turn in turns for word in self._speller.words(turn)}
        new = [word for word in self._speller.words(text) if word.key not in known]
        return not any(
            word.sort in FACTS or (word.sort is Sort.MATTER and word.key not in _ASKING)
            for word in new
        )
