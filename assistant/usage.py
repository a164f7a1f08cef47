"""How the texts and the tables use their syllables: which there are, and which stand together."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from itertools import chain, pairwise

from assistant.cues import load_cues
from assistant.shelf import Shelf
from assistant.spelling import syllable
from corpus.passage import PassageKind
from corpus.syllables import folded
from corpus.vocabulary import Phrase, Vocabulary

PAIRED = 0.8  # of the likelihood of a syllable comes from the one before it, the rest from itself
UNSEEN = 1e-6  # the likelihood of what was never seen
SAID = 3  # times that a phrase of the tables counts: in questions it is commoner than in texts

ASKED = 20  # times more for phrases like "thế nào", which texts hardly have and questions do


class Usage:
    """Counts of syllables and of neighbouring syllables, over runs of `compared` syllables."""

    def __init__(self, runs: Iterable[Phrase]) -> None:
        self.counts: Counter[str] = Counter()
        self.pairs: Counter[tuple[str, str]] = Counter()
        for run in runs:
            self.counts.update(run)
            self.pairs.update(pairwise(run))
        self._total = max(1, sum(self.counts.values()))
        self.accented: dict[str, tuple[str, ...]] = {}
        for word in sorted(filter(syllable, self.counts)):
            self.accented[folded(word)] = (*self.accented.get(folded(word), ()), word)

    @classmethod
    def of(cls, shelf: Shelf, vocabulary: Vocabulary) -> Usage:
        """Count over the passages that can be found, the tables and the cue phrases."""
        shown = (p for p in shelf.passages.values() if p.kind is not PassageKind.FURNITURE)
        return cls(chain(map(shelf.words, shown), phrases(vocabulary)))

    def log_likelihood(self, word: str, before: str | None) -> float:
        """Return how likely `word` is after `before` (None at the start), as a logarithm."""
        alone = self.counts[word] / self._total
        if before is None:
            return math.log(alone + UNSEEN)
        return math.log(PAIRED * self.follows(before, word) + (1 - PAIRED) * alone + UNSEEN)

    def follows(self, before: str, word: str) -> float:
        """Return the share of the occurrences of `before` that have `word` after them.

        >>> Usage([("dân", "chủ"), ("nhân", "dân")]).follows("dân", "chủ")
        0.5
        """
        return self.pairs[before, word] / (self.counts[before] or 1)

    def precedes(self, word: str, after: str) -> float:
        """Return the share of the occurrences of `after` that have `word` before them."""
        return self.pairs[word, after] / (self.counts[after] or 1)


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
