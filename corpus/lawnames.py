"""Laws that running text cites by their name, without a number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from corpus.document import Fact
from corpus.span import Span
from corpus.syllables import compared, syllables

_WORD = re.compile(r"[^\W_]+")
_BREAK = re.compile(r"[.;:()]")  # what no name of a law holds
_YEAR = re.compile(  # "năm 2018", "số 36/2018/QH14", "ngày 20/11/2018", "(2018)"
    r"[\s,(]*(?:(?:(?:Luật )?số:? *)?\d{1,4}/(?=\d{4}/)"
    r"|ngày *\d{1,2}(?:/| *tháng *)\d{1,2}(?:/| *năm *)|năm +)?(?P<year>(?:19|20)\d\d)\b"
)
_OTHER = ("Luật Khiếu nại, tố cáo",)  # older laws whose name begins as a younger one's


class LawNames:
    """Finds laws by name: the longest name wins, and a stated year must be the law's own.

    `years[name]` is the year in which the law of that name was issued, None where any will do.
    """

    def __init__(self, years: Mapping[str, int | None]) -> None:
        self._names = {syllables(name): name for name in (*years, *_OTHER)}
        self._firsts = {name[0] for name in self._names}
        self._longest = max(map(len, self._names))
        self._years = years

    def find(self, text: str) -> Iterator[Fact]:
        """Yield each citation in order; its value is the name as it was given.

        A name begins with a capital ("pháp luật" is no law), however the rest is written.
        """
        words = list(_WORD.finditer(text))
        reached = 0
        for at, word in enumerate(words):
            if word.start() < reached or not self._begins(word.group()):
                continue
            name, reached = self._longest_at(words[at : at + self._longest], text)
            if name and self._is_meant(name, text, reached):
                yield Fact(name, Span(word.start(), reached))

    def _begins(self, word: str) -> bool:
        return word[0].isupper() and compared(word) in self._firsts

    def _longest_at(self, words: list[re.Match[str]], text: str) -> tuple[str, int]:
        """Return the longest name that `words` begin with and where it ends, or "" and 0."""
        key = tuple(compared(word.group()) for word in words)
        for size in range(len(words), 1, -1):
            name = self._names.get(key[:size])
            end = words[size - 1].end()
            if name and not _BREAK.search(text[words[0].start() : end]):
                return name, end
        return "", 0

    def _is_meant(self, name: str, text: str, end: int) -> bool:
        if name not in self._years:
            return False
        year, own = _YEAR.match(text, end), self._years[name]
        return year is None or own is None or int(year["year"]) == own
