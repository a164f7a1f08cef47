"""Misspelt syllables of a question, changed only where there is no doubt what was meant.

What was typed may stand for each syllable that is near to it; how likely such a slip is and how
likely the syllables are beside each other decide (the noisy channel of Kernighan et al. 1990).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from string import ascii_lowercase

from assistant.typed.restore import Choice, Path, likeliest
from assistant.typed.spelling import syllable
from assistant.typed.usage import Usage
from corpus.syllables import folded

SLIP = 2.0  # nats that each mark or letter typed wrong costs
LAWFUL = 4.0  # nats more where it is a syllable or a word of another language: it was meant;
BARE = 1.0  # the same of a syllable without a mark, which may be missing
LETTER = 3.0  # nats more where the letters of a syllable are others, not its marks alone
NEW = 5.0  # nats that a syllable which is nowhere known is likelier than any other such word
SURE = 2.0  # nats by which a change has to make the question likelier
SHORTEST = 3  # letters; shorter words are too near to too many others


@dataclass(frozen=True, slots=True)
class Word:
    """A `compared` word of a question; a `fixed` one is a name, a number, an abbreviation."""

    typed: str
    fixed: bool = False


def corrected(words: Sequence[Word], usage: Usage) -> tuple[str, ...]:
    """Return the words with the misspelt ones changed.

    A change that is not sure is taken back, and the others are judged again without it.
    """
    places = [tuple(_choices(word, usage)) for word in words]
    while True:
        path = likeliest(places, usage)
        doubtful = [at for at in range(len(words)) if not _sure(path, at, places, usage)]
        if not doubtful:
            return path.words
        for at in doubtful:
            places[at] = places[at][:1]


def _sure(path: Path, at: int, places: Sequence[Sequence[Choice]], usage: Usage) -> bool:
    """Tell whether the question is likelier by enough than with what was typed at a place."""
    typed = places[at][0]
    if path.words[at] == typed.word:
        return True
    kept = [
        [choice for choice in choices if choice.word == word]
        for choices, word in zip(places, path.words, strict=True)
    ]
    kept[at] = [typed]
    return path.score - likeliest(kept, usage).score >= SURE


def _choices(word: Word, usage: Usage) -> Iterator[Choice]:
    """Yield what a word may stand for, itself first."""
    typed, bare = word.typed, folded(word.typed)
    lawful, known = syllable(typed) is not None, typed in usage.counts
    yield Choice(typed, -NEW if lawful and not known else 0.0)
    if word.fixed or not typed.isalpha() or len(typed) < SHORTEST - 1:
        return
    meant = _meant(bare=typed == bare, lawful=lawful)
    yield from _near(typed, (bare,), usage, meant)
    only_marks = typed == bare and bare in usage.accented
    if len(typed) >= SHORTEST and not known and not only_marks:
        other = sorted(_one_off(bare, same_length=lawful))
        yield from _near(typed, other, usage, meant + LETTER * lawful)


def _meant(*, bare: bool, lawful: bool) -> float:
    """Return what speaks for a word as it was typed, in nats."""
    if lawful:
        return BARE if bare else LAWFUL
    return LAWFUL if bare else 0.0  # without a mark it may be of another language


def _near(typed: str, letters: Sequence[str], usage: Usage, dear: float) -> Iterator[Choice]:
    for bare in letters:
        for form in usage.accented.get(bare, ()):
            if form != typed:
                yield Choice(form, dear + SLIP * _slips(typed, form))


def _one_off(bare: str, *, same_length: bool) -> set[str]:
    """Return the words one letter away: exchanged, two turned round, left out or put in."""
    cuts = [(bare[:i], bare[i:]) for i in range(len(bare) + 1)]
    turned = {a + b[1] + b[0] + b[2:] for a, b in cuts if b[1:]}
    other = {a + c + b[1:] for a, b in cuts if b for c in ascii_lowercase}
    if same_length:
        return (turned | other) - {bare}
    fewer = {a + b[1:] for a, b in cuts if b}
    more = {a + c + b for a, b in cuts for c in ascii_lowercase}
    return (fewer | turned | other | more) - {bare}


def _slips(typed: str, meant: str) -> int:
    """Return how many letters and marks differ, two turned round counting as one.

    >>> _slips("kết", "kêt"), _slips("chưc", "chức"), _slips("hcức", "chức")
    (1, 1, 1)
    """
    a, b = (unicodedata.normalize("NFD", word) for word in (typed, meant))
    rows = [list(range(len(b) + 1))]
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            least = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (x != y))
            turned = i > 1 and j > 1 and (x, a[i - 2]) == (b[j - 2], y)
            row.append(min(least, rows[-2][j - 2] + 1) if turned else least)
        rows.append(row)
    return rows[-1][-1]
