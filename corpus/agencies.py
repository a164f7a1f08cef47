"""Agencies that were merged or dissolved, and whether a document comes from one of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from corpus.day import possible_days
from corpus.document import Document
from corpus.table import rows


class Level(StrEnum):
    """What the name of a former agency names."""

    PROVINCE = "tỉnh"
    DEPARTMENT = "sở"
    DISTRICT = "cấp huyện"  # `name` is the word for such a unit: "huyện", "quận"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerAgency:
    """An agency or area that ended on `since`; `change` is what became of it, in Vietnamese."""

    level: Level
    name: str
    change: str
    since: date
    basis: str
    certain: bool

    @property
    def label(self) -> str:
        """What to call it: "tỉnh Trà Vinh", "Sở Thông tin và Truyền thông", "cấp huyện"."""
        names = {
            Level.PROVINCE: f"tỉnh {self.name}",
            Level.DEPARTMENT: self.name,
            Level.DISTRICT: "cấp huyện",
        }
        return names[self.level]

    def issued(self, document: Document) -> bool:
        """Tell whether `document` certainly comes from it.

        A name lives on after a merger, as that of a ward or of the larger province: a document
        without a date, or of a later one, counts as that of a living agency.
        """
        known = document.particulars
        days = possible_days(known.issued_on)
        if known.issuer is None or days is None or days[1] >= self.since:
            return False
        place = known.place.value if known.place else ""
        return self._speaks(known.issuer.value, place)

    def _speaks(self, issuer: str, place: str) -> bool:
        wanted = rf"\b{re.escape(self.name)}\b"
        named = re.search(wanted, issuer, re.IGNORECASE) is not None
        if self.level is not Level.PROVINCE:
            return named
        provincial = issuer.startswith("Sở ") or "tỉnh" in issuer.casefold()
        return provincial and (named or place.casefold() == self.name.casefold())


class FormerAgencies:
    """The agencies that are known to have been merged or dissolved."""

    def __init__(self, agencies: Iterable[FormerAgency]) -> None:
        self.agencies = tuple(agencies)

    @classmethod
    def load(cls) -> FormerAgencies:
        """Read the table that ships with the project."""
        return cls(_agency(row) for row in rows("agencies.csv"))

    def of(self, document: Document) -> Iterator[FormerAgency]:
        """Yield the former agencies that `document` certainly comes from, in the table's order."""
        return (a for a in self.agencies if a.certain and a.issued(document))


def _agency(row: dict[str, str]) -> FormerAgency:
    return FormerAgency(
        level=Level(row["level"]),
        name=row["name"],
        change=row["change"],
        since=date.fromisoformat(row["since"]),
        basis=row["basis"],
        certain=row["certain"] == "yes",
    )
