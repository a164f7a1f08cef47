"""A legal instrument that sources cite, with what is known of its legal status."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from corpus.errors import HoiQuyCheError


class UnfoundedStatusError(HoiQuyCheError):
    """A legal status that nothing proves, or that claims more than its basis does."""

    def __init__(self, number: str, lack: str) -> None:
        self.number, self.lack = number, lack
        super().__init__(f"the status of {number} cannot stand: {lack}")


class LegalStatus(StrEnum):
    """What is known of the force of an instrument; the value is what people read."""

    IN_FORCE = "còn hiệu lực"
    AMENDED = "đã được sửa đổi"
    ENDED = "đã bị thay thế"
    UNCERTAIN = "cần kiểm tra hiệu lực"


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """A legal instrument, its status and the source that says so.

    `number` is its số, ký hiệu. `name` begins with the kind where the instrument is cited by name
    ("Luật Tiếp công dân"), else it tells the subject, or is "". `also` holds other names and
    numbers in use. `since` is the day from which what `status` and `note` say holds. `basis` says
    which source says it; that of an ended instrument names the article and is short enough to
    quote. `note` is a clause of a sentence, in Vietnamese, for people. A date not proved is None.
    `as_of` is the day on which the facts were looked up.
    """

    number: str
    kind: str
    name: str
    status: LegalStatus
    basis: str
    certain: bool
    also: tuple[str, ...] = ()
    issued_on: date | None = None
    effective_on: date | None = None
    replaced_by: tuple[str, ...] = ()
    amended_by: tuple[str, ...] = ()
    since: date | None = None
    note: str = ""
    as_of: date | None = None

    def __post_init__(self) -> None:
        lack = self._lack()
        if lack:
            raise UnfoundedStatusError(self.number, lack)

    def _lack(self) -> str:
        if not self.basis:
            return "no basis"
        if self.certain is (self.status is LegalStatus.UNCERTAIN):
            return "a status is certain, or it is to be checked"
        if self.status is LegalStatus.ENDED and not (self.replaced_by and self.since):
            return "by what and when it ended is not said"
        if self.status is LegalStatus.AMENDED and not self.amended_by:
            return "what amended it is not said"
        return ""

    @property
    def names(self) -> tuple[str, ...]:
        """The names by which it is cited without its number."""
        known = (self.name, *self.also)
        return tuple(name for name in known if name.startswith(f"{self.kind} "))

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers by which it is cited."""
        return (self.number, *(other for other in self.also if other[0].isdigit()))

    @property
    def label(self) -> str:
        """What to call it: a law by its name and number, another instrument by kind and number."""
        if self.names and self.kind in ("Luật", "Bộ luật"):
            return f"{self.name} ({self.number})"
        return f"{self.kind} {self.number}"
