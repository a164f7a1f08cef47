"""Vietnamese word order for English noun phrases: the noun first, what qualifies it after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from assistant.typed.english.glossary import NAMING, Item, Sort

_SAID_YEAR = re.compile(r"năm \d{4}\b")
_NOMINAL = NAMING - {Sort.OWNS}
_LEADS = frozenset({"of", "for", "to", "in", "at", "on", "about", "from", "with", "under", "by"})
_OPEN = (" of", " for", " to")  # "settlement of": what follows it comes after it
_PARTS = frozenset({"điều", "khoản", "điểm", "chương"})  # "clause 2 Article 5" stays in order
_INFINITIVE = frozenset({"to", "for"})
_COUNTED = {"people": "người"}
_BEFORE_YEAR = frozenset({"trong", "năm", "cho"})


def phrase(items: Sequence[Item]) -> str:
    """Return the Vietnamese for a stretch of English, clause words in their place.

    >>> phrase([Item("annual", "hằng năm", Sort.ADJECTIVE), Item("plan", "kế hoạch", Sort.NOUN)])
    'kế hoạch hằng năm'
    """
    said: list[str] = []
    runs = _runs(items)
    for run, following in zip(runs, [*runs, None][1:], strict=True):
        if run[0].sort in _NOMINAL:
            words = _noun_first(run)
            _own(said, words) if said[-1:] == ["'s"] else said.append(words)
        else:
            said += _said(run[0], following)
    return " ".join(_tidy(said))


def _runs(items: Sequence[Item]) -> list[list[Item]]:
    """Cut into runs of nominal words and single others; a comma ends a run, and so does "of"."""
    runs: list[list[Item]] = []
    for item in items:
        goes_on = bool(runs) and _goes_on(runs[-1][-1], item)
        if goes_on:
            runs[-1].append(item)
        else:
            runs.append([item])
    return runs


def _goes_on(last: Item, item: Item) -> bool:
    cited = last.sort is Sort.NUMBER and item.vi in _PARTS
    ends = last.comma or last.en.endswith(_OPEN) or cited
    return last.sort in _NOMINAL and item.sort in _NOMINAL and not ends


def _noun_first(run: Sequence[Item]) -> str:
    """Turn a run round, names and numbers staying as they are."""
    count, rest = _counted([item for item in run if not item.year])
    years = [f"năm {item.vi}" for item in run if item.year]
    units: list[str] = []
    for sort, group in groupby(rest, key=lambda item: item.sort):
        words = [item.vi for item in group]
        if sort is Sort.NAME:
            units.append(" ".join(words))
        elif sort is Sort.NUMBER and units:
            units[-1] = " ".join((units[-1], *words))
        else:
            units += words
    comma = ["," * run[-1].comma]
    return " ".join(filter(None, (*count, *reversed(units), *years, *comma)))


def _counted(run: Sequence[Item]) -> tuple[list[str], list[Item]]:
    """Return the number that counts the noun, and the others: "two tasks", "first two tasks"."""
    adjectives = next((i for i, item in enumerate(run) if item.sort is not Sort.ADJECTIVE), 0)
    first, others = run[adjectives : adjectives + 1], run[adjectives + 1 :]
    if not first or first[0].sort is not Sort.NUMBER or (adjectives and not others):
        return [], list(run)
    several = [replace(item, vi=_COUNTED.get(item.en, item.vi)) for item in others]
    return [first[0].vi], [*run[:adjectives], *several]


def _said(item: Item, following: Sequence[Item] | None) -> list[str]:
    """Return the words for a joining word or a verb; what leads to nothing is left out."""
    if item.sort is Sort.OWNS:
        return ["'s"]
    dangling = item.sort is Sort.JOINS and item.en in _LEADS and not following
    infinitive = item.en in _INFINITIVE and following and following[0].sort is Sort.VERB
    helping = item.sort is Sort.HELPS and item.en != "is"
    if item.be and following and _passive(following[0]):
        return [] if following[0].vi.startswith(("bị ", "được ")) else ["được"]
    if dangling or infinitive or helping:
        return []
    return [word for word in (item.vi, "," * item.comma) if word]


def _passive(item: Item) -> bool:
    return item.sort is Sort.VERB and item.done


def _own(said: list[str], owned: str) -> None:
    """Put what is owned before its owner: "the office's duties"."""
    said.pop()
    owner = said.pop() if said else ""
    said += [owned, "của", owner] if owner else [owned]


def _tidy(said: Sequence[str]) -> list[str]:
    """Leave out what Vietnamese does not say: "trong" before a year, "cho" before a verb."""
    after = [*said, ""][1:]
    return [
        word
        for word, following in zip(said, after, strict=True)
        if not (word in _BEFORE_YEAR and _SAID_YEAR.match(following)) and word != "'s"
    ]
