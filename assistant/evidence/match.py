"""How much of a question a stretch of text is about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from operator import mul

from assistant.reading.reading import Chunk, Wording
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
        return weighed(self.wording, self.shares)


def weighed(wording: Wording, shares: Iterable[float]) -> float:
    """Return the weighted share of a whole wording, in [0, 1], of the shares of its syllables."""
    gained: float = sum(map(mul, shares, wording.weights))
    return wording.worth * gained / sum(wording.weights)


def match(chunk: Chunk, words: Phrase) -> Match:
    """Return the match of the best wording of a chunk, the first of equals."""
    text = positions(words)
    return max((located(wording, text) for wording in chunk.wordings), key=lambda m: m.share)


def held(chunk: Chunk, words: Phrase) -> float:
    """Return the weighted share of a chunk that stands in `words`, in [0, 1]."""
    return match(chunk, words).share


Positions = dict[str, list[int]]  # where each syllable of a text stands


def positions(words: Phrase) -> Positions:
    """Return where each syllable stands, in order.

    >>> positions(("dân", "biết", "dân", "bàn"))["dân"]
    [0, 2]
    """
    found: Positions = {}
    for place, word in enumerate(words):
        found.setdefault(word, []).append(place)
    return found


def located(wording: Wording, text: Positions) -> Match:
    """Match the syllables of a wording, each with a neighbour of its own beside it."""
    shares, places = _held(wording, text)
    return Match(wording, shares, tuple(sorted(places)))


def shares_in(wording: Wording, text: Positions) -> tuple[float, ...]:
    """Return how much of each syllable of a wording a text holds, in [0, 1]."""
    return _held(wording, text)[0]


def _held(wording: Wording, text: Positions) -> tuple[tuple[float, ...], Iterable[int]]:
    at = [_places(accepted, text) for accepted in wording.places]
    if not any(at):
        return (0.0,) * len(at), ()
    if len(at) == 1:
        return (1.0,), at[0]
    paired = _paired(at)
    shares = tuple(1.0 if k in paired else ALONE if at[k] else 0.0 for k in range(len(at)))
    return shares, _positions(paired)


def _places(accepted: frozenset[str], text: Positions) -> list[int]:
    if len(accepted) == 1:
        return text.get(next(iter(accepted)), [])
    return sorted(place for word in accepted & text.keys() for place in text[word])


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
