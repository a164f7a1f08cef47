"""The words of a question that say what sort of answer it wants, and those that carry no matter."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib import resources

from corpus.syllables import folded, syllables
from corpus.vocabulary import Phrase

THINGS = 4  # the most syllables of the thing asked for in "những … nào"


class Wanted(StrEnum):
    """The sort of answer that a question wants."""

    LIST = "list"  # every item of a list
    DUTIES = "duties"  # what an actor has to do
    COUNT = "count"  # a figure with its unit
    WHEN = "when"  # a date, a deadline, a frequency
    NUMBER = "number"  # the number of a document
    PHONE = "phone"
    EMAIL = "email"
    WHO = "who"
    MEANS = "means"  # by what means: "bằng hình thức nào"
    WHERE = "where"
    DEFINITION = "definition"  # what a term means: "được hiểu thế nào"
    TERM = "term"  # what something is, a term or a thing: "là gì"
    YES_NO = "yes_no"
    OPEN = "open"


# What a question about a telephone or an address may seem to want by its asking words.
_CONTACTS = frozenset(
    {Wanted.NUMBER, Wanted.COUNT, Wanted.TERM, Wanted.WHERE, Wanted.LIST, Wanted.OPEN}
)


_FIRST = frozenset({"ai"})  # at the beginning it asks, whatever else does: "Ai giữ mấy việc đó?"


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase found in a question: the half-open stretch of its syllables."""

    start: int
    end: int


def find(words: Phrase, phrases: frozenset[Phrase]) -> tuple[Found, ...]:
    """Return where `phrases` stand in `words`: leftmost first, the longest at each place.

    >>> find(("cho", "biết", "ai"), frozenset({("biết",), ("cho", "biết")}))
    (Found(start=0, end=2),)
    """
    longest = _longest(phrases)
    found, at = [], 0
    while at < len(words):
        most = min(longest, len(words) - at)
        length = next((n for n in range(most, 0, -1) if words[at : at + n] in phrases), 0)
        if length:
            found.append(Found(at, at + length))
        at += length or 1
    return tuple(found)


@lru_cache(256)
def _longest(phrases: frozenset[Phrase]) -> int:
    """Return the syllables of the longest phrase."""
    return max(map(len, phrases), default=0)


@cache
def _either(one: frozenset[Phrase], other: frozenset[Phrase]) -> frozenset[Phrase]:
    return one | other


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """The cue phrases, with or without diacritics as the question has them."""

    wanted: dict[Wanted, frozenset[Phrase]]
    function: frozenset[Phrase]
    soft: frozenset[Phrase]
    light: frozenset[Phrase]
    many: frozenset[Phrase]  # "những", "các"
    which: frozenset[Phrase]  # "nào", "gì"
    one: frozenset[Phrase]  # "nào"
    how: frozenset[Phrase]  # "thế nào", which asks for no thing
    telephone: frozenset[Phrase]
    mail: frozenset[Phrase]
    comparing: frozenset[Phrase]  # "khác nhau"
    several: frozenset[Phrase]  # asks for every document: "những văn bản nào"
    coupling: frozenset[Phrase]  # stands between two things that are compared: "và"
    asking: frozenset[Phrase]  # any word that asks

    def sort_of(self, words: Phrase) -> tuple[Wanted, tuple[Found, ...]]:
        """Return what the question wants and the stretches that say so; OPEN when nothing does."""
        if words[0] in _FIRST and not find(words, self.wanted[Wanted.DEFINITION]):
            return Wanted.WHO, (Found(0, 1),)
        return self._contact_at(words) or self._asked_by(words)

    def _asked_by(self, words: Phrase) -> tuple[Wanted, tuple[Found, ...]]:
        several = self._plural(words)
        for wanted, phrases in self.wanted.items():
            found = find(words, phrases)
            if wanted is Wanted.COUNT and several and found and self._is_many(words, found):
                continue  # "mấy việc gì" asks for the things, not for their number
            if not found and wanted is Wanted.LIST:
                found = several
            if found:
                return self._of_contact(wanted, words), found
        return Wanted.OPEN, ()

    def _contact_at(self, words: Phrase) -> tuple[Wanted, tuple[Found, ...]] | None:
        """Return the contact that a question begins with: "số đường dây nóng của Sở"."""
        for wanted, phrases in ((Wanted.PHONE, self.telephone), (Wanted.EMAIL, self.mail)):
            found = tuple(at for at in find(words, phrases) if at.start == 0)
            if found:
                return wanted, found
        return None

    def _of_contact(self, wanted: Wanted, words: Phrase) -> Wanted:
        """Tell "số mấy" of a telephone from that of a document."""
        if wanted in _CONTACTS and find(words, self.telephone):
            return Wanted.PHONE
        if wanted in _CONTACTS and find(words, self.mail):
            return Wanted.EMAIL
        return wanted

    def _is_many(self, words: Phrase, found: tuple[Found, ...]) -> bool:
        return all(words[at.start : at.end] in self.many for at in found)

    def _plural(self, words: Phrase) -> tuple[Found, ...]:
        """Return the word that asks for several things, whatever they are.

        "những … nào", "các … gì", "các … là gì", and a bare "… nào".
        """
        how = {at.end - 1 for at in find(words, self.how)}
        asking = [i for i, word in enumerate(words) if (word,) in self.which and i not in how]
        several = [i for i, word in enumerate(words) if (word,) in self.many]
        near = [i for i in asking if any(1 < i - start <= THINGS for start in several)]
        last = [i for i in asking if i == len(words) - 1 and several]
        bare = [i for i in asking if (words[i],) in self.one]
        return tuple(Found(i, i + 1) for i in (*near, *last, *bare)[:1])

    def light_in(self, run: Phrase) -> tuple[Found, ...]:
        """Return the stretches of a run that are light or soft words."""
        return find(run, _either(self.soft, self.light))

    def weightless(self, run: Phrase) -> bool:
        """Tell whether a run is made of light and soft words only."""
        return sum(at.end - at.start for at in self.light_in(run)) == len(run)


def load_cues(*, accented: bool) -> Cues:
    """Return the cue phrases to compare with an accented or an unaccented question."""
    table = tomllib.loads(
        resources.files("assistant.reading").joinpath("cues.toml").read_text("utf-8")
    )

    def phrases(texts: list[str]) -> frozenset[Phrase]:
        accents = (syllables(text) for text in texts)
        if accented:
            return frozenset(accents)
        return frozenset(tuple(folded(word) for word in words) for words in accents)

    wanted = {Wanted(name): phrases(texts) for name, texts in table.pop("wanted").items()}
    return Cues(wanted=wanted, **{name: phrases(texts) for name, texts in table.items()})
