"""Which documents a question about a document means: by number, or by the words of its head."""

from __future__ import annotations

import re

from assistant.evidence.match import held
from assistant.evidence.support import head_words, years_of_document
from assistant.reading.kinds import ANY, NAMES_KIND, PAGE, kinds_called, own_number
from assistant.reading.reading import Reading
from assistant.shelf import Shelf
from corpus.document import Document
from corpus.numbers import is_letter
from corpus.syllables import folded, syllables

NAMED = 0.6  # the share of what the question calls a document that its head must hold
_SETS_OUT = re.compile(
    rf"{NAMES_KIND.pattern}|tinh|huyen|quan|xa|phuong|dac khu|thi xa|thi tran|thanh pho"
)
_ISSUES = re.compile(r"\b(?:ban hanh|phe duyet) (?:kem theo )?")


class Caller:
    """Finds the documents that the words of a question call."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def documents(self, reading: Reading) -> list[Document]:
        """Return the documents that are meant; a law that is named, whatever else is said.

        A number in full behind the kind of the document settles it: a document of another number
        is not meant, however alike its head is.
        """
        known = self._shelf.documents
        laws = reading.scope.documents & self._shelf.instruments.keys()
        if len(laws) == 1:
            return [known[law] for law in laws]
        number = own_number(reading.text)
        return [d for d in known.values() if self._is_meant(d, reading, number)]

    def _is_meant(self, document: Document, reading: Reading, number: str) -> bool:
        if number:
            numbered = _has_number(document, number) and document.id in reading.scope.documents
            return numbered and _holds(document, reading)
        return self._is_named(document, reading)

    def _is_named(self, document: Document, reading: Reading) -> bool:
        """Tell whether the question's words are those of the document's head."""
        scope = reading.scope
        if not (reading.firm or scope.names or scope.years):
            return False
        if scope.documents and document.id not in scope.documents:
            return False
        if scope.years and not scope.years & _years(document):
            return False
        return _same_kind(document, reading.text) and _holds(document, reading)


def _same_kind(document: Document, text: str) -> bool:
    """Tell whether a document is of the kind that it is called; news pages have none.

    A regulation may be called that a decision puts into force: the decision is its document.
    """
    called = kinds_called(text)
    if not called or called & {ANY, "tai lieu"}:
        return True
    known = document.particulars
    if known.kind is None:
        letter = known.number is not None and is_letter(known.number.value)
        return bool(called & ({"cong van"} if letter else {PAGE, "bai"}))
    title = folded(known.title.value) if known.title else ""
    issued = _ISSUES.match(title)
    attached = [folded(fact.value) for fact in known.annexes]
    attached += [title[issued.end() :]] if issued else []
    inside = any(words.startswith(kind) for words in attached for kind in called)
    return folded(known.kind.value) in called or inside


def _holds(document: Document, reading: Reading) -> bool:
    """Tell whether the head has what the document is called, but for its kind and level."""
    head = head_words(document)
    matter = (c for c in reading.firm if not _SETS_OUT.fullmatch(folded(" ".join(c.words))))
    return all(held(chunk, head) >= NAMED for chunk in matter)


def _has_number(document: Document, number: str) -> bool:
    own = document.particulars.number
    return own is not None and syllables(own.value) == syllables(number)


def _years(document: Document) -> frozenset[int]:
    date = document.particulars.issued_on
    issued = frozenset({date.year}) if date else frozenset()
    return years_of_document(document) | issued
