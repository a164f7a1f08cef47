"""How texts, tables and questions use their syllables: which there are, and which follow which."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from itertools import chain, pairwise

import numpy as np

from assistant.reading.cues import load_cues
from assistant.shelf import Shelf
from assistant.typed.spelling import syllable
from corpus.passage import PassageKind
from corpus.syllables import folded
from corpus.vocabulary import Phrase, Vocabulary

FILE = "questions.npz"
EDGE = ""  # what stands before the first syllable of a run, and behind the last
SAID = 3  # times that a phrase of the tables counts: in questions it is commoner than in texts
ASKED = 20  # times more for phrases like "thế nào", which texts hardly have and questions do
UNSEEN, SYLLABLES = 0.1, 20_000  # occurrences of a syllable never seen; about how many there are

Pair = tuple[str, str]


class Usage:
    """Counts of syllables and of neighbouring syllables, over runs of `compared` syllables.

    How likely one is after another is smoothed as Witten and Bell (1991) do: the more different
    syllables were seen after the first, the more is left for one that was not.
    """

    def __init__(self, runs: Iterable[Phrase], asked: Mapping[Pair, int] | None = None) -> None:
        self.pairs: Counter[Pair] = Counter(asked or {})
        for run in runs:
            self.pairs.update(pairwise((EDGE, *run, EDGE)))
        self.counts: Counter[str] = Counter()
        self._followed: Counter[str] = Counter()
        self._followers: Counter[str] = Counter()
        for (before, word), times in self.pairs.items():
            self.counts[word] += times
            self._followed[before] += times
            self._followers[before] += 1
        self._total = sum(self.counts.values()) + UNSEEN * SYLLABLES
        self.accented: dict[str, tuple[str, ...]] = {}
        for word in sorted(filter(syllable, self.counts)):
            self.accented[folded(word)] = (*self.accented.get(folded(word), ()), word)

    @classmethod
    def of(cls, shelf: Shelf, vocabulary: Vocabulary) -> Usage:
        """Count over the passages that can be found, the tables, the cue phrases and questions."""
        shown = (p for p in shelf.passages.values() if p.kind is not PassageKind.FURNITURE)
        return cls(chain(map(shelf.words, shown), phrases(vocabulary)), load_asked())

    def log_likelihood(self, word: str, before: str) -> float:
        """Return how likely `word` is after `before`, `EDGE` at the start, as a logarithm.

        >>> usage = Usage([("dân", "chủ"), ("nhân", "dân")])
        >>> usage.log_likelihood("chủ", "dân") > usage.log_likelihood("nhân", "dân")
        True
        """
        alone = (self.counts[word] + UNSEEN) / self._total
        followers = self._followers[before]
        if not followers:
            return math.log(alone)
        seen = self.pairs[before, word] + followers * alone
        return math.log(seen / (self._followed[before] + followers))


def phrases(vocabulary: Vocabulary) -> Iterable[Phrase]:
    """Return the phrases of the tables and the cues, each `SAID` times."""
    cues = load_cues(accented=True)
    sorts = chain(cues.wanted.values(), (cues.function, cues.soft, cues.light, cues.asking))
    known = chain(vocabulary.others, *vocabulary.others.values(), *sorts)
    asking = (phrase for phrase in cues.function if len(phrase) > 1)
    return chain(
        (phrase for phrase in sorted(known) for _ in range(SAID)),
        (phrase for phrase in sorted(asking) for _ in range(ASKED)),
    )


@cache
def load_asked() -> Mapping[Pair, int]:
    """Read how often syllables follow each other in questions (`python -m evals.teach.asking`)."""
    with (
        resources.files("assistant.typed").joinpath(FILE).open("rb") as file,
        np.load(file) as known,
    ):
        words = known["words"].tolist()
        befores = np.repeat(np.arange(len(words)), known["followers"]).tolist()
        rows = zip(befores, known["after"].tolist(), known["times"].tolist(), strict=True)
        return {(words[before], words[after]): times for before, after, times in rows}
