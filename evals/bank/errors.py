"""What can go wrong with the items of the bank."""

from __future__ import annotations

from enum import StrEnum

from corpus.errors import HoiQuyCheError


class GoldBankError(HoiQuyCheError):
    """A gesture in the gold bank that cannot be done."""


class UnknownGoldItemError(GoldBankError):
    """No item with that id is in the set."""

    def __init__(self, name: str, item_id: str) -> None:
        self.name, self.item_id = name, item_id
        super().__init__(f"no item {item_id!r} in the set {name!r}")


class OutdatedGoldError(GoldBankError):
    """A change to a version that another change has replaced meanwhile."""

    def __init__(self, item_id: str, version: int) -> None:
        self.item_id, self.version = item_id, version
        super().__init__(f"item {item_id} is no longer of version {version}")


class Barred(StrEnum):
    """Why a gesture is not allowed; the value says it in English."""

    LOCKED = "a locked item stays as it is until it is unlocked with a reason"
    FAULTY = "it has faults"
    NOBODY = "nobody has signed"
    OWN = "its author cannot review it"
    NOT_REVIEWED = "only a reviewed item is locked"
    REASON = "it needs a reason"
    TAKEN = "another item of the set has that id"
    NAMELESS = "it has no name"


class BarredError(GoldBankError):
    """A gesture that the state of an item does not allow."""

    def __init__(self, item_id: str, why: Barred) -> None:
        self.item_id, self.why = item_id, why
        super().__init__(f"item {item_id}: {why}")
