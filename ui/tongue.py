"""The language of the page: Vietnamese, or English for who asked for it.

What the program says is turned by a table of `ui/english/`, where text becomes HTML; what documents
and people say never is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources

COOKIE = "tieng"
SHORT = 600  # longer words are those of documents
_GAP = re.compile(r"\{(#?)\}")  # `{#}` holds a number


class Tongue(StrEnum):
    """A language of the page; the value is its code."""

    VIETNAMESE = "vi"
    ENGLISH = "en"


NAMES: Mapping[Tongue, str] = {Tongue.VIETNAMESE: "Tiếng Việt", Tongue.ENGLISH: "English"}
_TONGUE: ContextVar[Tongue] = ContextVar("tongue", default=Tongue.VIETNAMESE)


def tongue() -> Tongue:
    """Return the language in which the page is made."""
    return _TONGUE.get()


def speak(code: str) -> None:
    """Make the page in a language, for the rest of this request; Vietnamese for an unknown one."""
    _TONGUE.set(Tongue(code) if code in set(Tongue) else Tongue.VIETNAMESE)


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Make what is drawn inside in a language."""
    before = tongue()
    speak(code)
    try:
        yield
    finally:
        _TONGUE.set(before)


def theirs() -> str | None:
    """Return the language to mark the words of documents with, where the page has another."""
    return None if tongue() is Tongue.VIETNAMESE else Tongue.VIETNAMESE.value


def said(words: str) -> str:
    """Return words of the program in the language of the page; others as they are."""
    if tongue() is Tongue.VIETNAMESE or not words or len(words) > SHORT:
        return words
    return table().english(words)


@dataclass(frozen=True, slots=True)
class Form:
    """A sentence with gaps: how it is known, and its English with the same gaps in order."""

    known: re.Pattern[str]
    english: str


@dataclass(frozen=True, slots=True)
class Table:
    """What the program says, in English."""

    whole: Mapping[str, str]
    forms: tuple[Form, ...]

    def english(self, words: str) -> str:
        """Return the English of words; what is not known stays, piece by piece.

        >>> table().english("Nguồn 2, mục I"), table().english("KẾ HOẠCH"), table().english("Gửi: ")
        ('Source 2, mục I', 'KẾ HOẠCH', 'Send: ')
        """
        bare = words.strip(" :")
        if bare in self.whole:
            return words.replace(bare, self.whole[bare], 1)
        for form in self.forms:
            if found := form.known.fullmatch(words):
                return form.english.format(*map(self.english, found.groups()))
        pieces = words.split(" – ")
        return " – ".join(map(self.english, pieces)) if pieces[1:] else words


@cache
def table() -> Table:
    """Return the table that ships."""
    lines = (line for file in _files() for line in file.splitlines() if "\t" in line)
    pairs = [line.split("\t") for line in lines]
    whole = {
        ours.strip(" :"): english.strip(" :") for ours, english in pairs if not _GAP.search(ours)
    }
    gapped = [(ours, english) for ours, english in pairs if _GAP.search(ours)]
    gapped.sort(key=lambda pair: -len(pair[0]))  # what says more is tried first
    return Table(whole, tuple(Form(_known(ours), english) for ours, english in gapped))


def _files() -> Iterator[str]:
    for file in sorted(resources.files("ui").joinpath("english").iterdir(), key=str):
        if file.name.endswith(".tsv"):
            yield file.read_text("utf-8")


def _known(ours: str) -> re.Pattern[str]:
    first, *rest = _GAP.split(ours)
    pieces = [re.escape(first)]
    for number, words in zip(rest[::2], rest[1::2], strict=True):
        pieces += [r"(\d[\d.,]*)" if number else "(.*?)", re.escape(words)]
    return re.compile("".join(pieces), re.DOTALL)
