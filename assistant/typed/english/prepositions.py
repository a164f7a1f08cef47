"""English prepositions put into Vietnamese by what stands beside them: "on the portal"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from assistant.typed.english.glossary import DOES, NAMING, Item, Sort

_SHOWN = ("cổng", "trang", "bảng tin", "mạng", "hệ thống", "loa", "báo chí")
_MEANS = ("quyết định", "công văn", "đơn thư", "thư", "email", "văn bản", "điện thoại")
_SORTED = ("nguồn", "lĩnh vực", "loại", "ngành", "nhóm", "giới tính", "cụm", "địa bàn", "cấp ")
_PARTS = ("đơn vị", "cơ quan", "phòng", "tổ chức", "doanh nghiệp", "trung tâm")
_BODIES = ("sở", "bộ ", "tỉnh", "huyện", "thành phố", "xã", "ủy ban", "tổng cục", "cục", "chi cục")
_UNITS = ("giây", "phút", "giờ", "ngày", "tuần", "tháng", "quý", "năm")
_NO_CLAUSE = DOES | {"to", "who", "that", "which"}
_MONTH = re.compile(r"tháng \d+")
_TEXTS = ("Luật", "Bộ luật", "Hiến pháp", "Nghị", "Thông tư", "Điều", "Đảng")
_LAST_DAY = 31


@dataclass(frozen=True, slots=True)
class _Place:
    """What stands before a preposition, and after it."""

    last: Item | None
    following: Sequence[Item]

    @property
    def doing(self) -> bool:
        """Tell whether a verb used as a noun follows: "by settling"."""
        return self.following[0].sort is Sort.VERB and self.following[0].doing

    @property
    def bare(self) -> bool:
        """Tell whether no article follows: "by letter"."""
        return bool(self.following[0].vi)

    @property
    def nouns(self) -> list[Item]:
        """Return the nouns that follow, without their article."""
        shown = self.following if self.bare else self.following[1:]
        return list(takewhile(lambda item: item.sort in NAMING, shown))

    def begins(self, words: tuple[str, ...]) -> bool:
        """Tell whether one of the nouns begins with one of `words`."""
        return any(noun.vi.startswith(words) for noun in self.nouns)

    @property
    def number(self) -> bool:
        """Tell whether a number follows that is not a year."""
        return self.following[0].sort is Sort.NUMBER and not self.following[0].year

    @property
    def told(self) -> bool:
        """Tell whether somebody does something, not yet the question: "the plan is issued"."""
        ends = next((i for i, item in enumerate(self.following) if item.comma), None)
        within = self.following[: None if ends is None else ends + 1]
        first = [*takewhile(lambda item: item.sort is not Sort.VERB, within)]
        asked = any(item.sort in {Sort.MODAL, Sort.ASKS} or item.en in _NO_CLAUSE for item in first)
        return 0 < len(first) < len(within) and not asked


def led(items: Sequence[Item]) -> list[Item]:
    """Return the items with each preposition said as what stands beside it wants.

    >>> day = [Item("on", "về", Sort.JOINS), Item("5", "5", Sort.NUMBER)]
    >>> [item.vi for item in led([*day, Item("june", "tháng 6", Sort.NOUN)])]
    ['', 'ngày 5 tháng 6']
    """
    made = _dated(items)
    for at, item in enumerate(made[:-1]):
        if item.sort is Sort.JOINS and item.en in _RULES:
            place = _Place(made[at - 1] if at else None, made[at + 1 :])
            said = _RULES[item.en](place)
            made[at] = item if said is None else replace(item, vi=said)
    return made


def _dated(items: Sequence[Item]) -> list[Item]:
    """Return the items with each date in one: "5 June 2024", "June 5, 2024"."""
    rest = [_may(items, at) for at in range(len(items))]
    made: list[Item] = []
    while rest:
        size = _date(rest)
        made.append(_one_date(rest[:size], made) if size else rest[0])
        rest = rest[size or 1 :]
    return made


def _may(items: Sequence[Item], at: int) -> Item:
    """Return an item, "may" as the month where a year or a day and a year follow."""
    years = [item.year for item in items[at + 1 : at + 3]]
    day = items[at + 1 : at + 2] and items[at + 1].vi.isdecimal()
    month = at and items[at].en == "may" and (years[:1] == [True] or (day and any(years)))
    return replace(items[at], vi="tháng 5", sort=Sort.NOUN) if month else items[at]


def _date(items: Sequence[Item]) -> int:
    """Return how many items at the beginning are a date."""
    months = [_MONTH.fullmatch(item.vi) is not None for item in items[:2]]
    days = [item.vi.isdecimal() and int(item.vi) <= _LAST_DAY for item in items[:2]]
    if (months, days) not in (([True, False], [False, True]), ([False, True], [True, False])):
        return 0
    return 3 if items[2:] and items[2].year else 2


def _one_date(parts: Sequence[Item], before: Sequence[Item]) -> Item:
    day = next(item.vi for item in parts if item.vi.isdecimal())
    month = next(item.vi for item in parts if _MONTH.fullmatch(item.vi))
    year = [f"năm {item.vi}" for item in parts if item.year]
    said = " ".join((f"ngày {day}", month, *year))
    if before and before[-1].vi.endswith("ngày"):  # "dated"
        said = said.removeprefix("ngày ")
    return Item(" ".join(item.en for item in parts), said, Sort.JOINS, parts[-1].comma)


def _on(place: _Place) -> str | None:
    if place.following[0].vi.startswith("ngày "):
        return ""
    done = place.last is not None and place.last.sort is Sort.VERB
    listed = done and any(noun.en == "list" for noun in place.nouns)
    return "trên" if listed or place.begins(_SHOWN) else None


def _in(place: _Place) -> str | None:
    first = place.following[0]
    named = first.sort in {Sort.NOUN, Sort.NAME} and first.vi[:1].isupper()
    return "tại" if named and not first.vi.startswith(_TEXTS) else None


def _of(place: _Place) -> str | None:
    return "" if place.doing or place.following[0].vi.startswith("ngày ") else None


def _by(place: _Place) -> str | None:
    if place.following[0].vi.startswith("ngày "):
        return "trước"
    if place.doing:  # "what does the law mean by settling"
        return "về" if place.last is not None and place.last.en.startswith("mean") else "bằng cách"
    if not place.bare:  # with an article it is who or what does it
        return None
    if place.following[0].vi.startswith(_MEANS):
        return "bằng"
    return "theo" if place.begins(_SORTED) else None


def _under(place: _Place) -> str | None:
    if place.number:
        return "dưới"
    last = place.last
    parts = last is not None and last.sort is Sort.NOUN and last.vi.startswith(_PARTS)
    return "thuộc" if parts and place.begins(_BODIES) else None


def _to(place: _Place) -> str | None:
    counted = place.last is not None and place.last.sort is Sort.NUMBER
    return "đến" if counted and place.following[0].sort is Sort.NUMBER else None


def _for(place: _Place) -> str | None:
    return "trong" if place.number and place.begins(_UNITS) else None


def _before(place: _Place) -> str | None:
    return "trước khi" if place.doing or place.told else None


def _after(place: _Place) -> str | None:
    return "sau khi" if place.doing or place.told else None


_RULES: dict[str, Callable[[_Place], str | None]] = {
    "in": _in,
    "on": _on,
    "of": _of,
    "by": _by,
    "under": _under,
    "to": _to,
    "for": _for,
    "before": _before,
    "after": _after,
}
