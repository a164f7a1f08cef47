"""How much of a question a stretch of text is about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from assistant.reading import Chunk, Wording
from corpus.vocabulary import Phrase

BESIDE = 2  # syllables apart at most: "tiếp công dân", "tiếp xúc công dân"
ALONE = 0.25  # what a syllable counts for without its neighbour: "viên" of "thành viên"


@dataclass(frozen=True, slots=True)
class Match:
    """How much of each syllable of a wording a text holds, in [0, 1], and where.

    `places` are the syllables of the text that take part, in order.
    """

    wording: Wording
    shares: tuple[float, ...]
    places: tuple[int, ...] = ()

    @property
    def share(self) -> float:
        """The weighted share of the whole wording, in [0, 1]."""
        weights = self.wording.weights
        gained = sum(s * weight for s, weight in zip(self.shares, weights, strict=True))
        return self.wording.worth * gained / sum(weights)


def match(chunk: Chunk, words: Phrase) -> Match:
    """Return the match of the best wording of a chunk, the first of equals."""
    return max((matched(wording, words) for wording in chunk.wordings), key=lambda m: m.share)


def held(chunk: Chunk, words: Phrase) -> float:
    """Return the weighted share of a chunk that stands in `words`, in [0, 1]."""
    return match(chunk, words).share


def held_in(chunk: Chunk, fields: Iterable[tuple[float, Phrase]]) -> float:
    """Return the share of a chunk that several texts hold together, each with its worth."""
    texts = tuple(fields)
    return max(_together(wording, texts) for wording in chunk.wordings)


def _together(wording: Wording, texts: tuple[tuple[float, Phrase], ...]) -> float:
    found = [(worth, matched(wording, words).shares) for worth, words in texts]
    best = tuple(
        max(worth * shares[k] for worth, shares in found) for k in range(len(wording.places))
    )
    return Match(wording, best).share


def matched(wording: Wording, words: Phrase) -> Match:
    """Match the syllables of a wording, each with a neighbour of its own beside it."""
    at = [[i for i, word in enumerate(words) if word in place] for place in wording.places]
    if len(at) == 1:
        return Match(wording, (1.0 if at[0] else 0.0,), tuple(at[0]))
    paired = _paired(at)
    shares = tuple(1.0 if k in paired else ALONE if at[k] else 0.0 for k in range(len(at)))
    return Match(wording, shares, tuple(sorted(_positions(paired))))


def _paired(at: list[list[int]]) -> dict[int, set[int]]:
    """Return, for each syllable found beside its neighbour in the wording, where it is."""
    paired: dict[int, set[int]] = {}
    for (k, here), (after, there) in pairwise(enumerate(at)):
        for i in here:
            beside = [j for j in there if 0 < abs(i - j) <= BESIDE]
            if beside:
                paired.setdefault(k, set()).add(i)
                paired.setdefault(after, set()).update(beside)
    return paired


def _positions(paired: dict[int, set[int]]) -> Iterable[int]:
    return {i for places in paired.values() for i in places}
