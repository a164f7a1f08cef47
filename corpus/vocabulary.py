"""The tables of the field: abbreviations, what staff and citizens say for words of the texts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import product

from corpus.syllables import syllables
from corpus.table import rows, several

Phrase = tuple[str, ...]  # compared syllables, in order


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Other wordings of a phrase: `others[phrase]`, both ways for abbreviations.

    `shorts` maps an abbreviation to its long form, as written in the table. `near` are the pairs
    whose meaning is near but not the same: synonyms and lay words, not abbreviations. `lay` are
    everyday wordings of what the laws say: they are never words of a text, nor of a name.
    """

    others: dict[Phrase, tuple[Phrase, ...]]
    shorts: dict[str, str]
    near: frozenset[tuple[Phrase, Phrase]] = frozenset()
    lay: dict[Phrase, tuple[Phrase, ...]] = field(default_factory=dict)

    def asked(self) -> dict[Phrase, tuple[Phrase, ...]]:
        """Return the other wordings of all that a question may say, lay words among them."""
        both = {phrase: (*self.others.get(phrase, ()), *said) for phrase, said in self.lay.items()}
        return {**self.others, **both}


def load_vocabulary() -> Vocabulary:
    """Read the three tables that ship with the project."""
    abbreviations = rows("abbreviations.csv")
    pairs = [(row["short"], row["long"]) for row in abbreviations]
    pairs += [(row["long"], row["short"]) for row in abbreviations]
    synonyms = [(row["word"], row["also"]) for row in rows("synonyms.csv")]
    lay = list(lay_words())
    near = (*synonyms, *lay)
    return Vocabulary(
        others=_others((*pairs, *synonyms)),
        shorts={row["short"]: row["long"] for row in abbreviations},
        near=frozenset((syllables(word), syllables(also)) for word, also in near),
        lay=_others(lay),
    )


def lay_words() -> Iterable[tuple[str, str]]:
    """Yield each everyday wording with each wording of the laws for it ("ly dị", "ly hôn")."""
    for row in rows("lay.csv"):
        yield from product(several(row["said"]), several(row["law"]))


def _others(pairs: Iterable[tuple[str, str]]) -> dict[Phrase, tuple[Phrase, ...]]:
    others: dict[Phrase, tuple[Phrase, ...]] = {}
    for word, also in pairs:
        key = syllables(word)
        others[key] = (*others.get(key, ()), syllables(also))
    return others
