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
    """The weighted share of a chunk that a text holds, in [0, 1], and at which syllables."""

    share: float
    places: tuple[int, ...]


NONE = Match(0.0, ())


def match(chunk: Chunk, words: Phrase) -> Match:
    """Return the match of the best wording of a chunk, the first of equals."""
    found = (_match(wording, words) for wording in chunk.wordings)
    return max(found, key=lambda m: m.share, default=NONE)


def held(chunk: Chunk, words: Phrase) -> float:
    """Return the weighted share of a chunk that stands in `words`, in [0, 1]."""
    return match(chunk, words).share


def _match(wording: Wording, words: Phrase) -> Match:
    """Match the syllables of a wording, each with a neighbour of its own beside it."""
    at = [[i for i, word in enumerate(words) if word in place] for place in wording.places]
    if len(at) == 1:
        return Match(1.0, tuple(at[0])) if at[0] else NONE
    paired = _paired(at)
    shares = (1.0 if k in paired else ALONE if at[k] else 0.0 for k in range(len(at)))
    gained = sum(share * weight for share, weight in zip(shares, wording.weights, strict=True))
    return Match(gained / sum(wording.weights), tuple(sorted(_positions(paired))))


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
