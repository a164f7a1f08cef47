"""Other wordings of a question: what people call otherwise than the texts do."""

from __future__ import annotations

from collections.abc import Mapping

from corpus.syllables import folded, syllables
from corpus.vocabulary import Phrase, Vocabulary


class Wordings:
    """The phrases of a vocabulary, looked for in a question with or without diacritics."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._accented = vocabulary.asked()
        self._longest = max(map(len, self._accented), default=0)
        self._bare: dict[Phrase, tuple[Phrase, ...]] = {}
        for phrase, others in self._accented.items():
            key = tuple(map(folded, phrase))
            self._bare[key] = (*self._bare.get(key, ()), *others)

    def of(self, question: str, *, unaccented: bool = False) -> tuple[str, ...]:
        """Return the other wordings of the phrases in `question`, each once.

        Of phrases that overlap, the one that begins first counts, then the longest.

        >>> others = {("ubnd",): (("ủy", "ban", "nhân", "dân"),)}
        >>> Wordings(Vocabulary(others, {})).of("UBND tỉnh họp khi nào?")
        ('ủy ban nhân dân',)
        """
        table = self._bare if unaccented else self._accented
        words, found, at = syllables(question), dict[str, None](), 0
        while at < len(words):
            phrase = self._at(words[at:], table)
            found |= dict.fromkeys(map(" ".join, table.get(phrase, ())))
            at += max(1, len(phrase))
        return tuple(found)

    def _at(self, words: Phrase, table: Mapping[Phrase, object]) -> Phrase:
        """Return the longest phrase of the table that `words` begin with; () when none does."""
        lengths = range(min(self._longest, len(words)), 0, -1)
        return next((words[:n] for n in lengths if words[:n] in table), ())
