"""What is printed at the head or the foot of page after page: running titles, page numbers.

A line is a running title when it stands at the edge of at least three pages, one after another or
every second one, with the same words; a number in it may count the pages. Titles of forms count
as well ("Mẫu số 01", "Mẫu số 02"), so that a number after a word is not enough. Pages that are
alike are not all of them pages of one text: slips, slides and minutes repeat words of their own, so
that a title must cut a sentence or stand over full pages. Where it first stands it is kept, unless
it cuts a sentence there or counts the pages: then no words are lost.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from corpus import forms
from corpus.joins import ended, goes_on
from corpus.lines import Line, is_row

Sheets = Sequence[int]  # the page of each line
_Key = tuple[str, int]
_NUMBER = re.compile(r"\d+")
_BARE = re.compile(r"\d{1,4}(?:\s*(?:/|trên)\s*\d{1,4})?")
_COUNTS = re.compile(r"(?:^|\b(?:trang|tr\.?|page|p\.)\s*|\s[-–—|/]\s+|\d\s+)$")
_OF_ALL = re.compile(r"\s*(?:/|trên)\s*\d+$")
_HEAD = (forms.NUMBER_LINE, forms.PLACE_DATE, forms.MOTTO)  # never a running title
_OFFICIAL = (forms.KIND, *_HEAD)
_PARTICULAR = re.compile(r"[^\W\d_]\w*: ")  # "Người trực: Lê C"
_ADDRESS = re.compile(r"https?://|\S+\.vn\b")  # that a browser prints
_FORM_CODE = re.compile(r"[A-ZĐ]{2,}(?:[.\-/_][A-ZĐ\d]+)*[.\-/_]\d+")  # "BM.02.QT.05"
_STOPPED = tuple(".;:,!?…")
_LONG = 160  # characters that no running title has
_DEEP = 4  # lines at an edge that are alike are a form, printed for one person after another
_FEWEST = 3  # pages
_ANNEX = 2  # pages that count again, in a document whose pages are numbered
_STEP = 2  # pages: those of the left and of the right may differ
_SHARE = 0.4  # of all pages, when no sentence is cut
_FULL = 1_000  # characters of a page of running text at least, when no sentence is cut
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
    heads, feet = (set(_edge(lines, sheets, edges)) for edges in (tops, bottoms))
    return frozenset(heads - set(_named(lines, tops[0])) | feet)


def is_bare(text: str) -> bool:
    """Tell whether a line is a number alone: of a page, of a row, or a count.

    >>> is_bare("12"), is_bare("3/10"), is_bare("12 hộ")
    (True, True, False)
    """
    return _BARE.fullmatch(text.strip("-–— ")) is not None


def _edge(lines: Sequence[Line], sheets: Sheets, edges: Sequence[list[int]]) -> set[int]:
    """Return what is printed at one edge of the pages."""
    groups = _groups(lines, sheets, edges)
    near = [at for page in edges for at in page[:_DEEP]]
    keys = {at: [key for key, _ in _readings(lines[at], at, sheets[at])] for at in near}
    titles = {at for at in near if any(key in groups for key in keys[at])}
    numbers = _numbers(lines, sheets, edges)
    return set(_marked(edges, titles, numbers)) - set(_first(groups, lines, sheets))


def _numbers(lines: Sequence[Line], sheets: Sheets, edges: Sequence[list[int]]) -> set[int]:
    """Return the numbers alone near an edge that agree with their pages, or cut a sentence."""
    groups: dict[int, set[int]] = defaultdict(set)
    near = [at for page in edges for at in page[: _DEEP + 1] if is_bare(lines[at].text)]
    for at in (at for at in near if not _is_asked(at, lines, sheets)):
        groups[_shift(lines[at], sheets[at])].add(at)
    found = {at for at in near if _cuts_with_number(at, lines)}
    many = {shift: len({sheets[at] for at in group}) for shift, group in groups.items()}
    # the first page shows no number when the pages count from it
    count = len(set(sheets))
    kept = {shift for shift, pages in many.items() if pages >= min(_FEWEST, count - (shift == 0))}
    if kept:  # an annex may count its own pages
        kept |= {shift for shift, pages in many.items() if pages >= _ANNEX}
    return found.union(*(groups[shift] for shift in kept))


def _shift(line: Line, page: int) -> int:
    number = _NUMBER.search(line.text)
    return int(number.group()) - page if number else 0


def _is_asked(at: int, lines: Sequence[Line], sheets: Sheets) -> bool:
    """Tell whether a number is what the line above it, on the same page, announces."""
    return at > 0 and sheets[at - 1] == sheets[at] and lines[at - 1].text.endswith(":")


def _cuts_with_number(at: int, lines: Sequence[Line]) -> bool:
    inside = 0 < at < len(lines) - 1
    return inside and goes_on(lines[at - 1].text, lines[at + 1].text) and not lines[at + 1].label


def _marked(edges: Iterable[list[int]], titles: set[int], numbers: set[int]) -> Iterator[int]:
    """Yield what stands between the edge of a page and its first or last words."""
    for page in edges:
        found: list[int] = []
        for at in page[: _DEEP + 1]:
            number = at in numbers and not numbers.intersection(found)
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


def _groups(
    lines: Sequence[Line], sheets: Sheets, edges: Sequence[list[int]]
) -> dict[_Key, list[_Title]]:
    """Return the running titles, by their words and by how far their number is from the page."""
    groups: dict[_Key, list[_Title]] = defaultdict(list)
    for page in edges:
        if not _begins_document(lines, page):
            for at in page[:_DEEP]:
                for key, title in _readings(lines[at], at, sheets[at]):
                    groups[key].append(title)
    return {key: group for key, group in groups.items() if _runs(group, lines, sheets)}


def _first(
    groups: dict[_Key, list[_Title]], lines: Sequence[Line], sheets: Sheets
) -> Iterator[int]:
    """Yield where a title first stands as words of the document: it names it, or cuts nothing."""
    for (words, _), group in groups.items():
        at = min(title.at for title in group)
        text = lines[at].text
        counts = words != _plain(text) or _ADDRESS.match(text)
        if _is_kind(text) or not (counts or _cuts(at, lines, sheets)):
            yield at


def _begins_document(lines: Sequence[Line], page: Sequence[int]) -> bool:
    """Tell whether a page begins with the letterhead of a document: its lines are its own."""
    head = sorted(page)[:_LETTERHEAD]
    return any(forms.MOTTO.match(lines[at].text) for at in head)


def _readings(line: Line, at: int, page: int) -> Iterator[tuple[_Key, _Title]]:
    """Yield the words of a line, then its words without a number that may count the pages."""
    if not _may_run(line):
        return
    text = _plain(line.text)
    said = _PARTICULAR.search(text) is not None and not _ADDRESS.search(text)
    if not said:
        yield (text, 0), _Title(at, page, sure=True)
    for number in _NUMBER.finditer(text):
        before, after = text[: number.start()], text[number.end() :]
        sure = bool(_COUNTS.search(before) or _OF_ALL.match(after))
        words = f"{before.strip()}\0{after.strip()}".strip("\0")
        if sure or not said:
            yield (words, int(number.group()) - page), _Title(at, page, sure)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _may_run(line: Line) -> bool:
    text = line.text
    if line.label or is_row(text) or is_bare(text) or _matches(text, _HEAD):
        return False
    if _is_kind(text) and not text.isupper():
        return False  # "Quyết định này có hiệu lực"
    if text.endswith(_STOPPED) or (text[:1].islower() and not _ADDRESS.match(text)):
        return False  # words of a sentence
    worded = len(text.split()) >= _WORDS or _FORM_CODE.fullmatch(text) is not None
    return len(text) <= _LONG and worded


def _is_official(text: str) -> bool:
    return _matches(text, _OFFICIAL)


def _is_kind(text: str) -> bool:
    return _matches(text, (forms.KIND,))


def _matches(text: str, wordings: Iterable[re.Pattern[str]]) -> bool:
    return any(form.match(text.lstrip("*_(")) for form in wordings)


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
    sure = any(title.sure for title in group) and _is_full(pages, lines, sheets)
    return sure and len(pages) >= _SHARE * len(set(sheets))


def _is_full(pages: Sequence[int], lines: Sequence[Line], sheets: Sheets) -> bool:
    """Tell whether most of the pages are as long as those of a running text."""
    lengths = dict.fromkeys(pages, 0)
    for line, page in zip(lines, sheets, strict=True):
        if page in lengths:
            lengths[page] += len(line.text)
    return median(lengths.values()) >= _FULL


def _cuts(at: int, lines: Sequence[Line], sheets: Sheets) -> bool:
    """Tell whether a sentence is cut at the edge of the page where this line stands."""
    top = at == 0 or sheets[at - 1] < sheets[at] or is_bare(lines[at - 1].text)
    if top:
        below = next((line for line in lines[at + 1 : at + _DEEP] if not is_bare(line.text)), None)
        return below is not None and below.text[:1].islower() and below.label is None
    above, over = lines[at - 1].text, lines[at + 1 : at + _DEEP]
    return not ended(above) and any(line.text[:1].islower() and not line.label for line in over)
