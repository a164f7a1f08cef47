"""What is printed at the head or the foot of page after page: running titles, page numbers.

A line is a running title when it stands at the edge of at least three pages, one after another or
every second one, with the same words; a number in it may count the pages. Titles of forms count
as well ("Mẫu số 01", "Mẫu số 02"), so that a number after a word is not enough.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus import forms
from corpus.joins import ended
from corpus.lines import Line, is_row

Sheets = Sequence[int]  # the page of each line
_NUMBER = re.compile(r"\d+")
_BARE = re.compile(r"\d{1,4}(?:\s*(?:/|trên)\s*\d{1,4})?")
_COUNTS = re.compile(r"(?:^|\b(?:trang|tr\.?|page|p\.)\s*|\s[-–—|/]\s+|\d\s+)$")
_OF_ALL = re.compile(r"\s*(?:/|trên)\s*\d+$")
_OFFICIAL = (forms.KIND, forms.NUMBER_LINE, forms.PLACE_DATE, forms.MOTTO)
_ADDRESS = re.compile(r"https?://|\S+\.vn\b")  # that a browser prints
_STOPPED = tuple(".;:,!?…")
_LONG = 160  # characters that no running title has
_DEEP = 4  # lines at an edge that are alike are a form, printed for one person after another
_FEWEST = 3  # pages
_STEP = 2  # pages: those of the left and of the right may differ
_SHARE = 0.4  # of all pages, when no sentence is cut
_WORDS = 2  # of a running title at least: a cell of a table has one now and then
_LETTERHEAD = 6  # lines
_HEAD_LINES = 15


@dataclass(frozen=True, slots=True)
class _Title:
    """A line at an edge of a page; `sure` says that its number, if one changes, counts pages."""

    at: int
    page: int
    sure: bool


def running(lines: Sequence[Line], sheets: Sheets) -> frozenset[int]:
    """Return the indexes of running titles and of page numbers at the edges of pages."""
    pages: dict[int, list[int]] = defaultdict(list)
    for at, page in enumerate(sheets):
        pages[page].append(at)
    if len(pages) < 2:  # noqa: PLR2004  one page repeats nothing
        return frozenset()
    tops = list(pages.values())
    bottoms = [list(reversed(page)) for page in tops]
    heads = set(_marked(lines, tops, _titles(lines, sheets, tops)))
    feet = set(_marked(lines, bottoms, _titles(lines, sheets, bottoms)))
    return frozenset(heads - set(_named(lines, tops[0])) | feet)


def is_bare(text: str) -> bool:
    """Tell whether a line is a number alone: of a page, of a row, or a count.

    >>> is_bare("12"), is_bare("3/10"), is_bare("12 hộ")
    (True, True, False)
    """
    return _BARE.fullmatch(text.strip("-–— ")) is not None


def _marked(lines: Sequence[Line], edges: Iterable[list[int]], titles: set[int]) -> Iterator[int]:
    """Yield what stands between the edge of a page and its first or last words."""
    for page in edges:
        found: list[int] = []
        for at in page[: _DEEP + 1]:
            number = is_bare(lines[at].text) and not any(is_bare(lines[i].text) for i in found)
            if at not in titles and not number:
                break
            found.append(at)
        if sum(at in titles for at in found) < _DEEP:
            yield from found


def _named(lines: Sequence[Line], page: Sequence[int]) -> Iterator[int]:
    """Yield the lines that name the document on its first page, where nothing else does.

    Its title stands there once, and is the running title of the other pages.
    """
    if not any(_is_official(lines[at].text) for at in page[:_HEAD_LINES]):
        yield from (at for at in page[:_DEEP] if not _NUMBER.search(lines[at].text))


def _titles(lines: Sequence[Line], sheets: Sheets, edges: Sequence[list[int]]) -> set[int]:
    groups: dict[tuple[str, int], list[_Title]] = defaultdict(list)
    for page in edges:
        if not _begins_document(lines, page):
            for at in page[:_DEEP]:
                for key, title in _readings(lines[at], at, sheets[at]):
                    groups[key].append(title)
    kept = {key for key, group in groups.items() if _runs(group, lines, sheets)}
    near = (at for page in edges for at in page[:_DEEP])
    return {
        at for at in near if any(key in kept for key, _ in _readings(lines[at], at, sheets[at]))
    }


def _begins_document(lines: Sequence[Line], page: Sequence[int]) -> bool:
    """Tell whether a page begins with the letterhead of a document: its lines are its own."""
    head = sorted(page)[:_LETTERHEAD]
    return any(forms.MOTTO.match(lines[at].text) for at in head)


def _readings(line: Line, at: int, page: int) -> Iterator[tuple[tuple[str, int], _Title]]:
    """Yield the words of a line, then its words without a number that may count the pages."""
    if not _may_run(line):
        return
    text = " ".join(line.text.casefold().split())
    yield (text, 0), _Title(at, page, sure=True)
    for number in _NUMBER.finditer(text):
        before, after = text[: number.start()], text[number.end() :]
        sure = bool(_COUNTS.search(before) or _OF_ALL.match(after))
        words = f"{before.strip()}\0{after.strip()}".strip("\0")
        yield (words, int(number.group()) - page), _Title(at, page, sure)


def _may_run(line: Line) -> bool:
    text = line.text
    if line.label or is_row(text) or is_bare(text) or _is_official(text):
        return False
    if text.endswith(_STOPPED) or (text[:1].islower() and not _ADDRESS.match(text)):
        return False  # words of a sentence
    return len(text) <= _LONG and len(text.split()) >= _WORDS


def _is_official(text: str) -> bool:
    return any(form.match(text.lstrip("*_(")) for form in _OFFICIAL)


def _runs(group: Sequence[_Title], lines: Sequence[Line], sheets: Sheets) -> bool:
    """Tell whether the lines of a group are one running title."""
    pages = sorted({title.page for title in group})
    longest = length = 1
    for before, page in pairwise(pages):
        length = length + 1 if page - before <= _STEP else 1
        longest = max(longest, length)
    if longest < _FEWEST:
        return False
    if any(_cuts(title.at, lines, sheets) for title in group):
        return True
    sure = any(title.sure for title in group)
    return sure and len(pages) >= _SHARE * len(set(sheets))


def _cuts(at: int, lines: Sequence[Line], sheets: Sheets) -> bool:
    """Tell whether a sentence is cut at the edge of the page where this line stands."""
    top = at == 0 or sheets[at - 1] < sheets[at] or is_bare(lines[at - 1].text)
    if top:
        below = next((line for line in lines[at + 1 : at + _DEEP] if not is_bare(line.text)), None)
        return below is not None and below.text[:1].islower() and below.label is None
    above, over = lines[at - 1].text, lines[at + 1 : at + _DEEP]
    return not ended(above) and any(line.text[:1].islower() and not line.label for line in over)
