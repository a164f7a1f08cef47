"""Figures, dates, numbers of documents, quoted words: each must stand in the evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from assistant.grounding.align import Alignment, same_day
from assistant.grounding.words import FORCES, Sort, Word, Words

_QUOTED = re.compile(r"“([^”]+)”|\"([^\"]+)\"|«([^»]+)»")
BESIDE = 4  # words on each side of a figure that may say what it counts
UNIT = 2  # words right behind a figure that do
WIDE = 6  # words behind a figure that may belong to a list of what it counts
REACH = 8  # words of the evidence in which they must stand
_TIMES = frozenset({"năm", "tháng", "ngày"})
_UNITS = frozenset({"năm", "tháng", "ngày", "điều", "khoản", "điểm", "mục"})


def wrong_number(alignment: Alignment, text: str) -> str:
    """Return the first figure that the evidence does not have, or has of something else."""
    for at, word in enumerate(alignment.words):
        wrong = word.sort is Sort.NUMBER and not _counted(at, alignment)
        if wrong or (_is_order(at, alignment.words) and not _is_told(at, alignment)):
            return _raw(word, text)
    return ""


def _is_order(at: int, words: Words) -> bool:
    """Tell whether a word is that of "thứ hai", not of "Thứ nhất, …", which counts its own."""
    opens = not at or words[at - 1].clause != words[at].clause or words[at].pause
    return words[at].key == "thứ" and not opens


def _is_told(at: int, alignment: Alignment) -> bool:
    """Tell whether the evidence has a word with the one behind it: "thứ hai"."""
    pair = [word.key for word in alignment.words[at : at + 2]]
    return any(
        [word.key for word in run[i : i + 2]] == pair
        for run in (alignment.run, *(s.setting for s in alignment.stretches))
        for i in range(len(run))
    )


def wrong_date(alignment: Alignment, text: str) -> str:
    """Return the first date that the evidence does not have."""
    known = _facts(alignment, Sort.DATE)
    years = {day[1:].split("-")[0] for day in known}
    for word in alignment.words:
        if word.sort is Sort.DATE and not _known_day(word.key, known, years):
            return _raw(word, text)
    return ""


def _known_day(said: str, known: frozenset[str], years: set[str]) -> bool:
    if any(same_day(said, day) for day in known):
        return True
    year, *rest = said[1:].split("-")
    bare = "@?-" + "-".join(rest)
    return rest != ["?", "?"] and year in years and bare in known  # its year stands elsewhere


def wrong_document(alignment: Alignment, text: str) -> str:
    """Return the first number of a document that the evidence does not have."""
    known = _facts(alignment, Sort.DOCUMENT)
    found = (word for word in alignment.words if word.sort is Sort.DOCUMENT)
    return next((_raw(word, text) for word in found if not _held(word, text, known)), "")


def _held(word: Word, text: str, known: frozenset[str]) -> bool:
    """Tell whether a number is known, also one that is written with a blank: "4595/UBND-CN XD"."""
    rest = "#" + text[word.start :].replace(" ", "").casefold()
    return word.key in known or any(
        key.startswith(word.key) and rest.startswith(key) for key in known
    )


def wrong_quote(alignment: Alignment, text: str) -> str:
    """Return the first words in quotation marks that do not stand so in the evidence."""
    held = [_plain(stretch.text) for stretch in alignment.stretches]
    held += [" ".join(word.key for word in s.setting) for s in alignment.stretches]
    for hit in _QUOTED.finditer(text):
        quoted = next(group for group in hit.groups() if group)
        if not any(_plain(quoted) in one for one in held):
            return quoted
    return ""


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


def _facts(alignment: Alignment, sort: Sort) -> frozenset[str]:
    return frozenset(
        word.key
        for stretch in alignment.stretches
        for word in (*stretch.run, *stretch.setting)
        if word.sort is sort
    )


def _counted(at: int, alignment: Alignment) -> bool:
    """Tell whether the evidence has a figure, of the same thing or beside the same words."""
    return any(
        _is_same_count(alignment.words, at, run, place)
        for run in (alignment.run, *(s.setting for s in alignment.stretches))
        for place in range(len(run))
    )


def _is_same_count(words: Words, at: int, run: Words, place: int) -> bool:
    if not _same_figure(words[at], run[place]) or _is_numbering(run, place):
        return False
    if _is_ordinal(words, at) != _is_ordinal(run, place):
        return False
    unit, near = _unit(words, at), set(_neighbours(run, place, REACH))
    if unit:
        return bool(unit & (_behind(run, place) if _unit(run, place) else near))
    mine = set(_neighbours(words, at))
    return not mine or bool(mine & near)


def _is_numbering(run: Words, place: int) -> bool:
    """Tell whether a figure only numbers a heading or an item: it has a clause to itself."""
    beside = (run[i] for i in (place - 1, place + 1) if 0 <= i < len(run))
    return all(other.clause != run[place].clause for other in beside)


def _is_ordinal(words: Words, at: int) -> bool:
    """Tell whether a figure is an ordinal or a day of the week: "thứ 2"."""
    return at > 0 and words[at - 1].key == "thứ"


def _behind(run: Words, place: int) -> set[str]:
    """Return what may be counted by a figure: the words behind it, up to the next figure."""
    clause = run[place].clause
    after = run[place + 1 : place + 1 + WIDE]
    return {
        word.key
        for word in takewhile(lambda w: w.clause == clause and w.sort is not Sort.NUMBER, after)
    }


def _unit(words: Words, at: int) -> frozenset[str]:
    """Return what a figure counts: the words right behind it, up to a pause or a link."""
    after = words[at + 1 : at + 1 + UNIT]
    if after and after[0].key in _TIMES:
        return frozenset({after[0].key})
    clause = words[at].clause
    told = takewhile(lambda w: w.sort is Sort.MATTER and not w.pause and w.clause == clause, after)
    return frozenset(takewhile(lambda key: key not in FORCES, (word.key for word in told)))


def _same_figure(word: Word, other: Word) -> bool:
    spelled = {"1": "một", "5": "năm"}.get(word.key)
    return other.key == word.key or (spelled is not None and other.key == spelled)


def _neighbours(words: Words, at: int, reach: int = BESIDE) -> Iterator[str]:
    """Yield the words of matter beside a place, and figures as such."""
    before = [w.key for w in reversed(words[:at]) if _tells(w)]
    after = [w.key for w in words[at + 1 :] if _tells(w)]
    yield from (*before[:reach], *after[:reach])


def _tells(word: Word) -> bool:
    return word.sort is not Sort.LINK or word.key in _UNITS


def _raw(word: Word, text: str) -> str:
    return text[word.start : word.end]
