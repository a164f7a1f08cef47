"""Values that can stand for each other: the siblings from which distractors are taken."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from assistant.quiz.point import Gap, Group, Point
from assistant.quiz.points.number import numbers
from corpus.syllables import syllables

OFFICES = "agency"


@dataclass(frozen=True, slots=True, order=True)
class Sibling:
    """A value, the document that it comes from and the facts that it is a value of."""

    value: str
    document_id: str
    fact: str = ""


class Siblings:
    """The values of every family, and the members of every list, in the scope."""

    def __init__(self, points: Iterable[Point]) -> None:
        self._values: dict[str, list[Sibling]] = {}
        self._members: dict[str, list[tuple[Group, str]]] = {}
        for point in points:
            if isinstance(point, Gap):
                self._put(point.family, point.value, point.source.document_id, point.fact)
            if isinstance(point, Group):
                listed = self._members.setdefault(point.family, [])
                listed += [(point, member) for member in point.members]

    def _put(self, family: str, value: str, document_id: str, fact: str) -> None:
        known = self._values.setdefault(family, [])
        sibling = Sibling(value, document_id, fact)
        if all(syllables(one.value) != syllables(value) for one in known):
            known.append(sibling)

    def of(self, gap: Gap) -> tuple[Sibling, ...]:
        """Return what can stand for the value of a gap: other values of its family."""
        family = self._values.get(gap.family, [])
        if gap.family == "figure:count":
            return tuple(
                _recounted(one, gap) for one in family if _of_one_size(one.value, gap.value)
            )
        return tuple(one for one in family if one.value != gap.value)

    def beside(self, group: Group) -> tuple[tuple[str, str], ...]:
        """Return members of the other lists of this family, each with its document."""
        return tuple(
            (member, other.source.document_id)
            for other, member in self._members.get(group.family, [])
            if other is not group
        )


def _recounted(one: Sibling, gap: Gap) -> Sibling:
    """Return a sibling that counts the same thing as the gap."""
    unit = gap.value.split(" ", 1)[1]
    digits = one.value.split(" ", 1)[0]
    return Sibling(f"{digits} {unit}", one.document_id, one.fact)


def _of_one_size(one: str, other: str) -> bool:
    """Tell whether two counts are alike enough to be taken for each other.

    >>> _of_one_size("25 hồ sơ", "11 người"), _of_one_size("25 hồ sơ", "1.710 người")
    (True, False)
    """
    a, b = (next(numbers(text), None) for text in (one, other))
    if a is None or b is None or "," in a.digits + b.digits:
        return False
    x, y = (int(n.digits.replace(".", "")) for n in (a, b))
    return x != y and max(x, y) <= max(12, 6 * min(x, y))
