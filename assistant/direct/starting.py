"""From when on a document that a question names is in force, and what it puts out of force."""

from __future__ import annotations

import re

from assistant.evidence.candidate import Candidate
from assistant.evidence.support import PROVED
from assistant.reading.kinds import NAMES_KIND
from assistant.reading.reading import Reading
from assistant.shelf import Shelf
from corpus.numbers import find_numbers
from corpus.syllables import folded, syllables

_WHEN = r"(?:khi nao|bao gio|luc nao|(?:tu )?(?:ngay|hom|thang|nam) (?:nao|may|bao nhieu))"
_STARTS = re.compile(  # behind the name of the document
    rf"^(?:bat dau |chinh thuc |nay )*co hieu luc\b(?: thi hanh| phap luat)?"
    rf"(?: ke)?(?: tu)? {_WHEN}"
)
_STARTED = re.compile(rf"^(?:ke )?(?:tu )?{_WHEN} (?:thi )?$")  # what stands before it
_BEHIND = re.compile(r"^(?:bat dau |moi |chinh thuc )*co hieu luc\b")
_REPLACES = re.compile(
    r"^(?:da |se )*(?:thay the|bai bo|huy bo|lam het hieu luc)(?: cho)? (?:nhung |cac )?"
    rf"(?:{NAMES_KIND.pattern})?(?: so)? ?(?:nao|gi|may)\W*$"
)
_YEAR = re.compile(r"^(?:nam )?(?:19|20)\d\d ")  # "Luật Tố cáo năm 2018"
_IN_FORCE = re.compile(rf"^\W*(?:\w{{1,2}}[.)] )?{NAMES_KIND.pattern} nay co hieu luc\b")
_OUT_OF_FORCE = re.compile(
    rf"\bhet hieu luc\b|\b(?:thay the|bai bo|huy bo)(?: cho)? {NAMES_KIND.pattern} (?:so )?"
)


def turning_points(shelf: Shelf, reading: Reading, chosen: frozenset[str]) -> tuple[Candidate, ...]:
    """Return the sentences that answer a question about either, of the documents that it names.

    Of the documents `chosen` by the user only, if there are any. Empty when the question asks for
    something else, or the documents do not say it.
    """
    sought = _sought(reading)
    if sought is None:
        return ()
    named = reading.scope.documents & chosen if chosen else reading.scope.documents
    return tuple(
        Candidate(head=sentence.passage, sentence=sentence, items=(), support=PROVED, whole=True)
        for document in shelf.documents
        if document in named
        for sentence in shelf.read(document)
        if _says(shelf.text(sentence), sought)
    )


def _sought(reading: Reading) -> re.Pattern[str] | None:
    """Return what the sentences look like that answer; None for a question about another thing."""
    scope = reading.scope
    if not scope.documents or not scope.stretches or scope.by_place:
        return None
    words = [folded(word) for word in syllables(reading.text)]
    end, start = max(at.end for at in scope.stretches), min(at.start for at in scope.stretches)
    before, behind = " ".join([*words[:start], ""]), _YEAR.sub("", " ".join(words[end:]))
    if _STARTS.match(behind) or (_STARTED.match(before) and _BEHIND.match(behind)):
        return _IN_FORCE
    return _OUT_OF_FORCE if _REPLACES.match(behind) else None


def _says(text: str, sought: re.Pattern[str]) -> bool:
    numbered = sought is _IN_FORCE or any(find_numbers(text))
    return numbered and bool(sought.search(folded(text)))
