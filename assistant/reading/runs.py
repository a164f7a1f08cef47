"""Runs: the words of matter of a question that stand together."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.reading.cues import Cues, Found, find
from corpus.syllables import WORD, syllables
from corpus.vocabulary import Phrase

REACH = 4  # syllables between two things that are coupled: "và thời hạn"
_COUPLES = frozenset({"và", "với", "còn", "lẫn", "hay", "va", "voi", "con", "lan"})
_BREAK = re.compile(r"[,;:.?!()\"“”\n]+(?=\s|$)|\s[-–]\s")


@dataclass(frozen=True, slots=True)
class Run:
    """Words of matter that stand together, from the syllable `start` of the question on."""

    start: int
    words: Phrase

    @property
    def end(self) -> int:
        """The place of the first syllable after it."""
        return self.start + len(self.words)


def beside(runs: tuple[Run, ...], said: tuple[Found, ...]) -> Run | None:
    """Return the run right after the asking words, else the one before them."""
    if not said:
        return None
    after = [run for run in runs if run.start == said[0].end]
    before = [run for run in runs if run.start < said[0].start]
    return after[0] if after else before[-1] if before else None


def coupled(
    words: Phrase, runs: tuple[Run, ...], between: frozenset[Phrase]
) -> Iterable[tuple[tuple[Run, ...], tuple[Run, ...]]]:
    """Yield the runs right before and right after each word that couples, in order."""
    for n, (one, other) in enumerate(itertools.pairwise(runs)):
        gap = words[one.end : other.start]
        if len(gap) <= REACH and any(gap[: len(word)] == word for word in between):
            yield _joined(runs[: n + 1][::-1])[::-1], _joined(runs[n + 1 :])


def characters(text: str, stretches: Iterable[Found]) -> list[tuple[int, int]]:
    """Return where stretches of syllables stand in a text, the last first; [] where that is unsure.

    >>> characters("Ai trực, Sở nào?", [Found(0, 1), Found(2, 4)])
    [(9, 15), (0, 2)]
    """
    words = list(WORD.finditer(text))
    if len(words) != len(syllables(text)):
        return []
    known = sorted(stretches, key=lambda at: -at.start)
    return [(words[at.start].start(), words[at.end - 1].end()) for at in known]


def set_beside(words: Phrase, one: Found, other: Found) -> bool:
    """Tell whether a word that couples stands between two stretches: "Lạc Sơn và Sở Nội vụ"."""
    return bool(_COUPLES & set(words[min(one.end, other.end) : max(one.start, other.start)]))


def _joined(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Return the first of `runs` with those that go on without a word between."""
    joined = runs[:1]
    for run in runs[1:]:
        if run.start != joined[-1].end and run.end != joined[-1].start:
            break
        joined = (*joined, run)
    return joined


def pairs_in(runs: tuple[Run, ...]) -> set[tuple[str, str]]:
    """Return the pairs of neighbouring syllables in runs that go on one after the other."""
    words = [word for run in runs for word in run.words]
    return set(itertools.pairwise(words))


def runs_of(text: str, words: Phrase, taken: tuple[Found, ...], cues: Cues) -> tuple[Run, ...]:
    """Return the runs of words between punctuation, function words and what is taken already."""
    out = {i for at in taken for i in range(at.start, at.end)}
    out |= {i for at in find(words, cues.function) for i in range(at.start, at.end)}
    out |= {i for i, word in enumerate(words) if _is_year(word)}
    starts = _breaks(text)
    starts |= out | {i + 1 for i in out} | {0, len(words)}
    cuts = sorted(i for i in starts if i <= len(words))
    pieces = (Run(a, words[a:b]) for a, b in itertools.pairwise(cuts))
    return tuple(piece for piece in pieces if piece.start not in out)


def _breaks(text: str) -> set[int]:
    """Return the places, counted in syllables, where punctuation starts a new run."""
    places, at = [], 0
    for piece in _BREAK.split(text):
        at += len(syllables(piece))
        places.append(at)
    return set(places)


def _is_year(word: str) -> bool:
    return word.isdigit() and len(word) == 4 and word[:2] in {"19", "20"}  # noqa: PLR2004 — four digits
