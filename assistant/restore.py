"""The likeliest syllables along a question, where each place has several to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.usage import Usage

OFTEN = 20  # occurrences from which on a syllable with hardly a rival needs no neighbour
NEARLY_ALL = 0.8  # of the occurrences of all syllables with the same letters


@dataclass(frozen=True, slots=True)
class Choice:
    """A syllable that a typed one may stand for; `cost` is what speaks against it, in nats."""

    word: str
    cost: float = 0.0


@dataclass(frozen=True, slots=True)
class _Path:
    score: float
    words: tuple[str, ...]


def likeliest(places: Sequence[Sequence[Choice]], usage: Usage) -> tuple[str, ...]:
    """Return one syllable a place, by the Viterbi algorithm over pairs; ties go to the first.

    >>> usage = Usage([("dân", "chủ"), ("người", "dân"), ("chú", "ý")])
    >>> likeliest([[Choice("dần"), Choice("dân")], [Choice("chú"), Choice("chủ")]], usage)
    ('dân', 'chủ')
    """
    paths = [_Path(0.0, ())]
    for choices in places:
        paths = [_best(paths, choice, usage) for choice in choices]
    return max(paths, key=lambda path: path.score).words


def _best(paths: Sequence[_Path], choice: Choice, usage: Usage) -> _Path:
    """Return the best path that ends in `choice`."""

    def extended(path: _Path) -> float:
        before = path.words[-1] if path.words else None
        return path.score + usage.log_likelihood(choice.word, before)

    scores = [extended(path) for path in paths]
    at = scores.index(max(scores))
    return _Path(scores[at] - choice.cost, (*paths[at].words, choice.word))


def restored(words: Sequence[str], usage: Usage) -> tuple[str, ...]:
    """Return words typed without diacritics with those that the texts make likely.

    A word that the texts do not have stays as it was typed, and so does one that they never have
    beside its neighbours, unless they write it in one way only, and often.

    >>> restored(["nguoi", "dan", "an"], Usage([("người", "dân"), ("ăn", "uống")]))
    ('người', 'dân', 'an')
    """
    places = [[Choice(form) for form in usage.accented.get(word, (word,))] for word in words]
    path = likeliest(places, usage)
    return tuple(
        form if supported(path, i, usage) or _alone(form, places[i], usage) else word
        for i, (word, form) in enumerate(zip(words, path, strict=True))
    )


def _alone(form: str, choices: Sequence[Choice], usage: Usage) -> bool:
    all_forms = sum(usage.counts[choice.word] for choice in choices)
    return usage.counts[form] >= max(OFTEN, NEARLY_ALL * all_forms)


def supported(path: Sequence[str], at: int, usage: Usage) -> bool:
    """Tell whether the texts have the syllable at a place beside one of its neighbours."""
    before = at > 0 and usage.pairs[path[at - 1], path[at]] > 0
    return before or (at + 1 < len(path) and usage.pairs[path[at], path[at + 1]] > 0)
