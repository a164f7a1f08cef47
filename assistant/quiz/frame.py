"""How an item's claim is proved: which words have to stand where."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

GAP = "…"  # in the words of a frame: words of the source are left out here


class Proof(StrEnum):
    """What makes a value right."""

    WORDS = "words"  # `before`, the value and `after` follow each other in the quote
    HEADING = "heading"  # the quote holds `before` and stands under the heading that is the value
    DUTY = "duty"  # the value stands under the heading `before`
    MEMBER = "member"  # the value is one of the things that the quote lists
    PAIR = "pair"  # the value and `before` stand together in one unit: a reference, a term
    ORDER = "order"  # the values follow each other in the quote, in this order


@dataclass(frozen=True, slots=True)
class Frame:
    """The claim of an item with a place for its value."""

    proof: Proof
    before: str = ""
    after: str = ""

    def words(self, value: str) -> tuple[str, ...]:
        """Return the stretches that have to follow each other when `value` is put in."""
        whole = f"{self.before} {value} {self.after}"
        return tuple(part.strip() for part in whole.split(GAP) if part.strip())
