"""How documents that are spoken of, and what does not agree, are called in Vietnamese."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from corpus.contradictions import Contradiction, Sort
from corpus.instrument import LegalStatus
from corpus.relations import Held, Reference

HELD: Mapping[Held, str] = MappingProxyType(
    {
        Held.LIBRARY: "có trong kho",
        Held.REGISTERED: "chưa có trong kho, có trong sổ hiệu lực",
        Held.MISSING: "được viện dẫn nhưng chưa có trong kho",
    }
)
_SORTS: Mapping[Sort, str] = MappingProxyType(
    {
        Sort.DATES: "{} được ghi với nhiều ngày ban hành: {}",
        Sort.SPELLINGS: "{} được ghi theo nhiều cách: {}",
        Sort.GAP: "thiếu mục {} trước mục {}",
    }
)


def known_as(reference: Reference) -> str:
    """Return what a document is called, with its day where its number begins anew each year."""
    day = f" ngày {reference.issued_on}" if _needs_day(reference) else ""
    return f"{reference.label}{day}"


def _needs_day(reference: Reference) -> bool:
    return reference.held is Held.MISSING and reference.issued_on is not None


def status_of(reference: Reference) -> str:
    """Return the legal status on record, with what took its place; "" when none is on record."""
    instrument = reference.instrument
    if instrument is None:
        return ""
    if instrument.status is LegalStatus.ENDED:
        return f"{instrument.status.value} bởi {', '.join(instrument.replaced_by)}"
    return instrument.status.value


def disagreement(one: Contradiction) -> str:
    """Return one sentence on what does not agree."""
    return _SORTS[one.sort].format(one.about, ", ".join(place.said for place in one.places))
