"""Misspelt syllables of a question, changed only where the texts leave no doubt what was meant."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from string import ascii_lowercase

from assistant.restore import Choice, likeliest
from assistant.spelling import syllable
from assistant.usage import Usage
from corpus.syllables import folded

SLIP = 1.0  # nats that each mark or letter typed wrong costs
LAWFUL = 3.0  # nats more where what was typed is a syllable: mostly it was meant
PREDICTED = 0.25  # of the occurrences of a neighbour have the syllable beside them
RARE = 20  # times rarer than the other
LIKELY = 0.1  # the same, where what was typed is no syllable and has to stand for some other
SHORTEST = 3  # letters; shorter words are too near to too many others
TWICE = 2  # occurrences of a pair: once may be a misprint of the texts themselves


@dataclass(frozen=True, slots=True)
class Word:
    """A `compared` word of a question; a `fixed` one is a name, a number, an abbreviation."""

    typed: str
    fixed: bool = False


def corrected(words: Sequence[Word], usage: Usage, function: frozenset[str]) -> tuple[str, ...]:
    """Return the words with the misspelt ones changed; `function` words neither come nor go.

    A syllable that the language allows and the texts do not have is mostly one that they are
    silent on. It is changed only if its letters are right and its marks wrong, and a neighbour
    of it predicts the other syllable. A change that is not certain is taken back, and the others
    are judged again without it.
    """
    places = [_choices(word, usage, function) for word in words]
    typed = [word.typed for word in words]
    while True:
        path = likeliest(places, usage)
        doubtful = [
            i
            for i, form in enumerate(path)
            if form != typed[i] and not _certain(typed, path, i, _Judge(usage, function))
        ]
        if not doubtful:
            return path
        for i in doubtful:
            places[i] = (Choice(typed[i]),)


def _choices(word: Word, usage: Usage, function: frozenset[str]) -> tuple[Choice, ...]:
    typed = word.typed
    if word.fixed or typed in function or not typed.isalpha() or len(typed) < SHORTEST - 1:
        return (Choice(typed),)
    bare = folded(typed)
    near = [bare]
    if len(typed) >= SHORTEST and typed not in usage.counts:
        near += sorted(_one_off(bare, same_length=syllable(typed) is not None))
    forms = [form for letters in near for form in usage.accented.get(letters, ())]
    dear = LAWFUL if syllable(typed) and typed != bare else 0.0
    others = [Choice(form, dear + SLIP * _slips(typed, form)) for form in forms if form != typed]
    return (Choice(typed), *others)


@dataclass(frozen=True, slots=True)
class _Judge:
    usage: Usage
    function: frozenset[str]


def _certain(typed: Sequence[str], path: Sequence[str], at: int, judge: _Judge) -> bool:
    """Tell whether the syllable of the path, and not the one that was typed, was meant."""
    word, meant = typed[at], path[at]
    beside = _Beside(path, at, judge.usage, judge.function)
    if not syllable(word):
        return _no_syllable(word, beside)
    plain = _Beside(typed, at, judge.usage, judge.function)
    if meant in judge.function or beside.known(word) or plain.known(word):
        return False
    same_letters = folded(word) == folded(meant)
    if same_letters and (word == folded(word) or _rare(word, meant, judge.usage)):
        return beside.predicted() >= PREDICTED or (
            beside.predicts() >= PREDICTED and beside.everywhere()
        )
    return len(word) == len(meant) and beside.both() and beside.predicted() >= PREDICTED


def _rare(word: str, meant: str, usage: Usage) -> bool:
    """Tell whether the texts do not have a syllable, but for a misprint or two."""
    return usage.counts[word] * RARE <= usage.counts[meant]


def _no_syllable(typed: str, beside: _Beside) -> bool:
    """Judge a word that is no Vietnamese syllable: a slip, or a word of another language."""
    meant = beside.path[beside.at]
    same_letters = folded(typed) == folded(meant)
    likely = max(beside.predicted(), beside.predicts())
    if typed.isascii():
        return same_letters and likely >= PREDICTED
    if same_letters and beside.rivals() == 0:
        return True
    return likely >= LIKELY or (len(typed) > SHORTEST and _only_one(typed, meant, beside.usage))


def _only_one(typed: str, meant: str, usage: Usage) -> bool:
    """Tell whether `meant` is the one syllable of the texts that is a single slip away."""
    near = _one_off(folded(typed), same_length=False) | {folded(typed)}
    forms = [form for letters in near for form in usage.accented.get(letters, ())]
    return [form for form in forms if _slips(typed, form) == 1] == [meant]


@dataclass(frozen=True, slots=True)
class _Beside:
    """A place of a path, and how the texts use its syllable beside its neighbours."""

    path: Sequence[str]
    at: int
    usage: Usage
    function: frozenset[str]

    @property
    def before(self) -> str | None:
        return self.path[self.at - 1] if self.at else None

    @property
    def after(self) -> str | None:
        return self.path[self.at + 1] if self.at + 1 < len(self.path) else None

    def known(self, word: str) -> bool:
        """Tell whether `word` stands in the texts beside either neighbour."""
        pairs = self.usage.pairs
        return (self.before or "", word) in pairs or (word, self.after or "") in pairs

    def both(self) -> bool:
        """Tell whether the syllable stands in the texts beside both neighbours."""
        return len(self._pairs()) == len(("before", "after"))

    def everywhere(self) -> bool:
        """Tell whether the syllable stands in the texts beside each neighbour that there is."""
        word, pairs = self.path[self.at], self.usage.pairs
        after = self.after is None or (word, self.after) in pairs
        return after and (self.before is None or (self.before, word) in pairs)

    def predicted(self) -> float:
        """Return how much of a neighbour's use is beside this syllable."""
        return max((n / self.usage.counts[other] for other, n in self._pairs()), default=0.0)

    def predicts(self) -> float:
        """Return how much of this syllable's use is beside a neighbour."""
        mine = self.usage.counts[self.path[self.at]]
        return max((n / mine for _, n in self._pairs()), default=0.0)

    def rivals(self) -> int:
        """Return how many other syllables of the texts have the same letters."""
        return len(self.usage.accented.get(folded(self.path[self.at]), ())) - 1

    def _pairs(self) -> list[tuple[str, int]]:
        """Return each neighbour with which the syllable stands, with how often.

        Function words stand beside everything and prove nothing.
        """
        word, pairs = self.path[self.at], self.usage.pairs
        found = []
        if self.before:
            found.append((self.before, pairs[self.before, word]))
        if self.after:
            found.append((self.after, pairs[word, self.after]))
        return [(other, n) for other, n in found if n >= TWICE and other not in self.function]


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
