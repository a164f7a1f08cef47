"""The likeliest syllables along a question, where each place has several to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.typed.usage import EDGE, Usage


@dataclass(frozen=True, slots=True)
class Choice:
    """A syllable that a typed one may stand for; `cost` is what speaks against it, in nats."""

    word: str
    cost: float = 0.0


@dataclass(frozen=True, slots=True)
class Path:
    """One syllable a place, and how likely they are together, as a logarithm."""

    score: float
    words: tuple[str, ...]


def likeliest(places: Sequence[Sequence[Choice]], usage: Usage) -> Path:
    """Return the best path, by the Viterbi algorithm over pairs; ties go to the first.

    >>> usage = Usage([("dân", "chủ"), ("người", "dân"), ("chú", "ý")])
    >>> likeliest([[Choice("dần"), Choice("dân")], [Choice("chú"), Choice("chủ")]], usage).words
    ('dân', 'chủ')
    """
    paths = [Path(0.0, ())]
    for choices in places:
        paths = [_best(paths, choice, usage) for choice in choices]
    whole = _best(paths, Choice(EDGE), usage)
    return Path(whole.score, whole.words[:-1])


def _best(paths: Sequence[Path], choice: Choice, usage: Usage) -> Path:
    """Return the best path that ends in `choice`."""
    scores = [
        path.score + usage.log_likelihood(choice.word, path.words[-1] if path.words else EDGE)
        for path in paths
    ]
    best = max(scores)
    return Path(best - choice.cost, (*paths[scores.index(best)].words, choice.word))


def restored(words: Sequence[str], usage: Usage) -> tuple[str, ...]:
    """Return words typed without diacritics with those that make them likeliest.

    A word that is nowhere known stays as it was typed.

    >>> restored(["nguoi", "dan", "xyz"], Usage([("người", "dân"), ("dần", "dần")]))
    ('người', 'dân', 'xyz')
    """
    places = [[Choice(form) for form in usage.accented.get(word, (word,))] for word in words]
    return likeliest(places, usage).words
