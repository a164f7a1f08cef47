"""A fact, an actor, a force that stands where the evidence, around the same words, has another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from assistant.grounding.actors import Actor, actors, groups
from assistant.grounding.align import Alignment, same_day
from assistant.grounding.force import SCOPE, alike_force, cues
from assistant.grounding.words import FACTS, Sort, Word
from corpus.vocabulary import Phrase

REACH = 3  # words on each side among which one is looked for that the evidence has too
BESIDE, NEAR = (
    5,
    12,
)  # words of the evidence on each side of a gap among which an actor may be named
SLACK, LONG_NAME = 2, 8  # words more than in the sentence that may stand between these there


def instead(alignment: Alignment, sort: Sort, text: str) -> str:
    """Return the first fact of a sort for which the evidence has another one; "" when none.

    "trong năm 2022" where the evidence says "trong năm 2021", whatever it says elsewhere.
    """
    for at, word in enumerate(alignment.words):
        if word.sort is sort and _other_stands(at, alignment):
            return text[word.start : word.end]
    return ""


def someone_else(alignment: Alignment) -> str:
    """Return the first actor for whom the evidence has somebody else; "" when none."""
    theirs = actors(alignment.run)
    for group in groups(actors(alignment.words)):
        start, end = _gap(group[0].start, group[-1].end, alignment, LONG_NAME)
        if any(start < a.end and a.start < end for a in theirs):
            texts = list(_beside_gap(start, end, alignment, first=group[0].start))
            wrong = next((a for a in group if not _is_named(a, texts)), None)
            if wrong:
                return " ".join(wrong.keys)
    return ""


def _beside_gap(start: int, end: int, alignment: Alignment, first: int) -> Iterator[Phrase]:
    """Yield the texts in which an actor may be named instead of in the gap itself.

    Who begins a sentence may stand further off, or be the one whose document it is.
    """
    begins = _is_new(alignment, 0, first)
    reach = NEAR if begins else BESIDE
    yield tuple(w.key for w in alignment.run[max(0, start - reach) : end + reach])
    if begins:
        yield from (tuple(w.key for w in s.setting) for s in alignment.stretches)


def other_force(alignment: Alignment) -> str:
    """Return the first "không", "phải" … where the evidence has another force; "" when none."""
    theirs = cues(alignment.run)
    for cue in cues(alignment.words):
        if cue.force in SCOPE or not cue.governed:
            continue
        start, end = _gap(cue.at, cue.governed[0], alignment, SLACK)
        there = [c for c in theirs if start <= c.at < end]
        if there and not any(alike_force(cue.force, c.force) for c in there):
            return " ".join(word.key for word in alignment.words[cue.at : cue.governed[0] + 1])
    return ""


def _is_named(actor: Actor, texts: Iterable[Phrase]) -> bool:
    """Tell whether an actor, or the office of which he is one, is named in one of the texts."""
    first = actor.keys[:2]
    return any(text[i : i + len(first)] == first for text in texts for i in range(len(text)))


def _other_stands(at: int, alignment: Alignment) -> bool:
    word = alignment.words[at]
    start, end = _gap(at, at + 1, alignment, SLACK, without=FACTS)
    others = [other for other in alignment.run[start:end] if other.sort is word.sort]
    edge = _is_new(alignment, 0, at) or _is_new(alignment, at + 1, len(alignment.words))
    reach = NEAR if edge else 0  # what begins or ends a sentence may stand a little further off
    near = alignment.run[max(0, start - reach) : end + reach]
    return bool(others) and not any(_same(word, other) for other in near)


def _gap(
    start: int, end: int, alignment: Alignment, slack: int, without: frozenset[Sort] = frozenset()
) -> tuple[int, int]:
    """Return where the evidence has what stands between the words around `[start:end)`.

    Where the sentence begins or ends there, up to where the clause of the evidence does.
    (0, 0) where the words around do not stand near each other in the evidence.
    """
    before = _beside(start, -1, alignment, without)
    after = _beside(end - 1, 1, alignment, without)
    most = (end - start) + 2 * REACH + slack
    if before is not None and after is not None:
        first, last = alignment.places[before] + 1, alignment.places[after]
        return (first, last) if first < last <= first + (after - before) + slack else (0, 0)
    if before is not None and _is_new(alignment, end, len(alignment.words)):
        first = alignment.places[before] + 1
        return first, _clause_end(first - 1, alignment, first + most)
    if after is not None and _is_new(alignment, 0, start):
        last = alignment.places[after]
        return _clause_start(last, alignment, last - most), last
    return 0, 0


def _is_new(alignment: Alignment, start: int, end: int) -> bool:
    """Tell whether the evidence has none of some words, as of "Ngoài ra" before a sentence."""
    return not any(i in alignment.places for i in range(start, end))


def _clause_end(at: int, alignment: Alignment, most: int) -> int:
    run = alignment.run
    inside = range(at + 1, min(most, len(run)))
    return next((i for i in inside if run[i].clause != run[at].clause), inside.stop)


def _clause_start(at: int, alignment: Alignment, least: int) -> int:
    run = alignment.run
    inside = range(at - 1, max(least, 0) - 1, -1)
    return next((i + 1 for i in inside if run[i].clause != run[at].clause), max(least, 0))


def _beside(at: int, step: int, alignment: Alignment, without: frozenset[Sort]) -> int | None:
    """Return the nearest place on one side that the evidence has too."""
    for place in (at + step * n for n in range(1, REACH + 1)):
        if not 0 <= place < len(alignment.words) or alignment.words[place].sort in without:
            return None
        if place in alignment.places:
            return place
    return None


def _same(word: Word, other: Word) -> bool:
    return word.key == other.key or same_day(word.key, other.key) or same_day(other.key, word.key)
