"""Which registered instrument a document is, where its own text does not carry the number."""

from __future__ import annotations

import re
from pathlib import PurePath

from corpus.document import Document
from corpus.instrument import Instrument
from corpus.registry import Registry
from corpus.series import is_key

_NUMBER = re.compile(r"(?<!\d)(?P<number>\d{1,4})[-_. ](?P<year>(?:19|20)\d{2})(?!\d)")
OPENING = 4_000  # characters in which an instrument calls itself by its kind


class Identities:
    """Recognises documents as registered instruments.

    Texts of laws are often passed on without their head. Then the file name ("nd-59-2023.txt")
    gives number and year, and the text has to confirm the kind ("Nghị định này"). It is a way to
    find and to call a document, not one of its particulars: those the text itself has to prove.
    """

    def __init__(self, registry: Registry) -> None:
        self._instruments = registry.instruments

    def of(self, document: Document) -> Instrument | None:
        """Return the one instrument that a document can be, None when there is none or several."""
        number = document.particulars.number
        if number:
            found = [
                i for i in self._instruments if number.value in i.numbers and _is_dated(i, document)
            ]
        else:
            found = [i for i in self._instruments if _is_named(i, document)]
        return found[0] if len(found) == 1 else None


def _is_dated(instrument: Instrument, document: Document) -> bool:
    """Tell whether the date of a document agrees, where its number begins anew in other places."""
    number, day = document.particulars.number, document.particulars.issued_on
    if number is None or is_key(number.value) or day is None or instrument.issued_on is None:
        return True
    issued = instrument.issued_on
    pairs = ((day.year, issued.year), (day.month, issued.month), (day.day, issued.day))
    return all(said in (None, known) for said, known in pairs)


def _is_named(instrument: Instrument, document: Document) -> bool:
    """Tell whether file name and text agree that a document is an instrument."""
    stated = _NUMBER.search(PurePath(document.source).stem)
    if stated is None:
        return False
    number, _, rest = instrument.number.partition("/")
    same = number.lstrip("0") == stated["number"].lstrip("0") and rest.startswith(stated["year"])
    return same and _calls_itself(instrument.kind, document.text[:OPENING])


def _calls_itself(kind: str, opening: str) -> bool:
    """Tell whether a text speaks of itself as an instrument of this kind.

    >>> _calls_itself("Luật", "Trong Luật này, các từ ngữ dưới đây được hiểu như sau:")
    True
    >>> _calls_itself("Luật", "Người lao động theo Bộ luật này")
    False
    """
    return f" {kind} này" in f" {opening}" or f"\n{kind} này" in opening
