"""The tables of the field: abbreviations and words that staff use for words of the texts."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.syllables import syllables
from corpus.table import rows

Phrase = tuple[str, ...]  # compared syllables, in order


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Other wordings of a phrase: `others[phrase]`, both ways for abbreviations.

    `shorts` maps an abbreviation to its long form, as written in the table. `near` are the pairs
    whose meaning is near but not the same: synonyms, not abbreviations.
    """

    others: dict[Phrase, tuple[Phrase, ...]]
    shorts: dict[str, str]
    near: frozenset[tuple[Phrase, Phrase]] = frozenset()

    @property
    def longest(self) -> int:
        """How many syllables the longest known phrase has."""
        return max((len(phrase) for phrase in self.others), default=0)


def load_vocabulary() -> Vocabulary:
    """Read the two tables that ship with the project."""
    abbreviations = rows("abbreviations.csv")
    pairs = [(row["short"], row["long"]) for row in abbreviations]
    pairs += [(row["long"], row["short"]) for row in abbreviations]
    synonyms = [(row["word"], row["also"]) for row in rows("synonyms.csv")]
    others: dict[Phrase, tuple[Phrase, ...]] = {}
    for word, also in (*pairs, *synonyms):
        key = syllables(word)
        others[key] = (*others.get(key, ()), syllables(also))
    near = frozenset((syllables(word), syllables(also)) for word, also in synonyms)
    return Vocabulary(others, {row["short"]: row["long"] for row in abbreviations}, near)
