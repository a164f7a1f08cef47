"""Which sentences of the evidence a sentence rests on, and which word of it is which there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from assistant.grounding.evidence import Stretch, Weigh
from assistant.grounding.words import FACTS, Sort, Word, Words

MOST = 12  # sentences that one may sum up: the items of a list
LEAST_GAIN = 0.06  # of the weight of a sentence that one more stretch must bring
NEXT_TO = 3  # words on each side that tell which of several equal words is meant
ALONE = 0.5  # what a word counts for whose neighbours stand elsewhere in the evidence


@dataclass(frozen=True)
class Alignment:
    """A sentence and the stretches that it rests on, the weightiest first.

    `covered` is the share of the weight of its words that stand there, in [0, 1]; `missing` are
    the words that do not.
    """

    words: Words
    stretches: tuple[Stretch, ...]
    covered: float
    missing: Words

    @cached_property
    def run(self) -> Words:
        """The words of the stretches and their lead-ins, clauses numbered through."""
        found: list[Word] = []
        leads: set[tuple[int, ...]] = set()
        for stretch in self.stretches:
            lead = tuple(word.start for word in stretch.lead)
            part = stretch.own if lead in leads else stretch.run
            leads.add(lead)
            base = found[-1].clause + 1 if found else 0
            found += [
                Word(w.key, w.start, w.end, w.sort, base + i, w.capital)
                for w, i in zip(part, _numbered(stretch, part), strict=True)
            ]
        return tuple(found)

    @cached_property
    def around(self) -> frozenset[str]:
        """What the settings of the stretches say."""
        return frozenset(key for stretch in self.stretches for key in stretch.around)

    @cached_property
    def places(self) -> dict[int, int]:
        """For each word of the sentence its place in `run`, where it has one."""
        where: dict[str, list[int]] = {}
        for at, word in enumerate(self.run):
            where.setdefault(word.key, []).append(at)
        return {
            at: max(where[word.key], key=lambda place, at=at: self._alike(at, place))  # type: ignore[misc] # a default binds it now
            for at, word in enumerate(self.words)
            if word.key in where
        }

    def _alike(self, at: int, place: int) -> float:
        """Return how alike the words around two places are."""
        run, words = self.run, self.words
        near = {w.key for w in run[max(0, place - NEXT_TO) : place + NEXT_TO + 1]}
        wider = {w.key for w in run[max(0, place - 8) : place + 9]}
        own = [w.key for w in words[max(0, at - NEXT_TO) : at + NEXT_TO + 1]]
        return sum(1.0 * (key in near) + 0.3 * (key in wider) for key in own)


def _numbered(stretch: Stretch, part: Words) -> list[int]:
    """Return the clause of each word; a lead-in is of one clause with what follows it."""
    lead = len(part) - len(stretch.own)
    return [0] * lead + [word.clause for word in stretch.own]


def align(words: Words, evidence: Iterable[Stretch], weigh: Weigh) -> Alignment:
    """Return what a sentence rests on best: one stretch, then those near it that bring more."""
    weights = [_weight(word, weigh) for word in words]
    total = sum(weights) or 1.0
    chosen: list[Stretch] = []
    shares = [0.0] * len(words)
    every = list(evidence)
    candidates = [stretch for stretch in every if stretch.says]
    while candidates and len(chosen) < MOST:
        scored = [(_gain(words, weights, shares, s), i) for i, s in enumerate(candidates)]
        gain, best = max(scored, key=lambda pair: (pair[0], -pair[1]))
        if gain < LEAST_GAIN * total:
            break
        stretch = candidates.pop(best)
        shares = [max(a, b) for a, b in zip(shares, _shares(words, stretch), strict=True)]
        if not chosen:
            candidates = [s for s in every if s is not stretch and _belongs(s, stretch)]
        chosen.append(stretch)
    covered = sum(w * s for w, s in zip(weights, shares, strict=True)) / total
    missing = tuple(word for word, share in zip(words, shares, strict=True) if not share)
    return Alignment(words, tuple(chosen), covered, missing)


def _belongs(other: Stretch, first: Stretch) -> bool:
    """Tell whether two stretches may prove one sentence together: they stand side by side."""
    a, b = other.sentence.passage, first.sentence.passage
    if a.document_id != b.document_id:
        return False
    return a.id == b.id or a.parent in {b.parent, b.id} or b.parent == a.id


def _gain(words: Words, weights: list[float], shares: list[float], stretch: Stretch) -> float:
    new = _shares(words, stretch)
    return sum(w * max(0.0, b - a) for w, a, b in zip(weights, shares, new, strict=True))


def _shares(words: Words, stretch: Stretch) -> list[float]:
    """Return how much of each word a stretch says, in [0, 1]: 1 beside a neighbour of its own."""
    said = [w.key in stretch.keys or w.key in stretch.around or _dated(w, stretch) for w in words]
    pairs = stretch.pairs
    return [
        0.0 if not said[i] else 1.0 if word.sort in FACTS or _paired(words, i, pairs) else ALONE
        for i, word in enumerate(words)
    ]


def _dated(word: Word, stretch: Stretch) -> bool:
    return word.sort is Sort.DATE and any(same_day(word.key, fact) for fact in stretch.facts)


def same_day(said: str, known: str) -> bool:
    """Tell whether a date says no more than a known one: "@2024-?-?" of "@2024-3-5".

    >>> same_day("@2024-?-?", "@2024-3-5"), same_day("@2024-3-5", "@2024-?-?")
    (True, False)
    """
    if said[:1] != "@" or known[:1] != "@":
        return False
    pairs = zip(said[1:].split("-"), known[1:].split("-"), strict=True)
    return all(a in ("?", b) for a, b in pairs)


def _paired(words: Words, at: int, pairs: frozenset[tuple[str, str]]) -> bool:
    key = words[at].key
    if words[at].sort is Sort.LINK:
        return True
    before = next((w.key for w in reversed(words[:at]) if w.sort is not Sort.LINK), None)
    after = next((w.key for w in words[at + 1 :] if w.sort is not Sort.LINK), None)
    return any(
        (a, b) in pairs or (b, a) in pairs for a, b in ((before, key), (key, after)) if a and b
    )


def _weight(word: Word, weigh: Weigh) -> float:
    if word.sort is Sort.LINK:
        return 0.0
    return 3.0 if word.sort in FACTS else weigh(word.key)
