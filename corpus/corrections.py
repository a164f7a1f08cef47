"""Corrections of particulars by hand: kept apart from the text, and applied when it is read.

A correction points at words of the document, as a particular that the program found does. One
whose words are no longer in the text rests until they are there again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from corpus import forms
from corpus.document import Document, Fact, IssueDate
from corpus.errors import HoiQuyCheError
from corpus.span import Span

NAMES = ("kind", "number", "issuer", "place", "issued_on", "title", "signer")


class UnprovedCorrectionError(HoiQuyCheError):
    """A correction that the text of the document does not bear out."""

    def __init__(self, name: str, value: str) -> None:
        self.name, self.value = name, value
        super().__init__(f"the text does not say {value!r}, so it cannot be the {name}")


def corrected(document: Document, values: Mapping[str, str]) -> Document:
    """Return `document` with its particulars as `values` say; "" takes one away.

    A value that the text does not bear out changes nothing.
    """
    changes: dict[str, Any] = {}
    for name, value in values.items():
        found = proved(document, name, value)
        if found or not value:
            changes[name] = found
    return replace(document, particulars=replace(document.particulars, **changes))


def proved(document: Document, name: str, value: str) -> Fact | IssueDate | None:
    """Return the particular that `value` is by the text, None when the text does not say it.

    A date is the words of the text that state it ("ngày 05 tháng 3 năm 2024", "5/3/2024").
    """
    at = document.text.find(value) if value.strip() else -1
    if at < 0:
        return None
    span = Span(at, at + len(value))
    return _date(value, span) if name == "issued_on" else Fact(value, span)


def check(document: Document, name: str, value: str) -> None:
    """Refuse a correction that cannot stand.

    Raises:
        UnprovedCorrectionError: no such particular, or the text does not say the value.
    """
    if name not in NAMES or (value and proved(document, name, value) is None):
        raise UnprovedCorrectionError(name, value)


def _date(value: str, span: Span) -> IssueDate | None:
    found = forms.DATE.fullmatch(value) or forms.POSTED.fullmatch(value)
    if found is None:
        return None
    day, month = (int(found[part]) if found[part] else None for part in ("day", "month"))
    return IssueDate(year=int(found["year"]), month=month, day=day, span=span)
