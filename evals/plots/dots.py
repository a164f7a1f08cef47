"""Dots with their intervals: one measure over several groups, a line each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evals.interval import Interval
from evals.plots.svg import LETTER, Svg, element, figure

LINE, ACROSS, TOP, RIGHT = 26.0, 320.0, 22.0, 60.0
TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)


@dataclass(frozen=True, slots=True)
class Dot:
    """One group: its name, its share in [0, 1] with the bounds, how many questions it has."""

    name: str
    share: Interval
    n: int


def dots(title: str, groups: Sequence[Dot]) -> Svg:
    """Return the plot: the groups from above in their order, shares from 0 to 1 to the right."""
    left = LETTER * max((len(one.name) for one in groups), default=0) + 16
    height = TOP + LINE * len(groups) + 8
    content = (*_scale(left, height), *_lines(left, groups))
    return figure(title, (left + ACROSS + RIGHT, height), content)


def _scale(left: float, height: float) -> Iterator[Svg]:
    for tick in TICKS:
        x = left + ACROSS * tick
        yield element("line", x1=x, x2=x, y1=TOP - 4, y2=height - 6, class_="grid")
        yield element("text", f"{tick:g}", x=x, y=TOP - 9, text_anchor="middle", class_="axis")


def _lines(left: float, groups: Sequence[Dot]) -> Iterator[Svg]:
    for place, one in enumerate(groups):
        y = TOP + LINE * (place + 0.5)
        low, at, high = (
            left + ACROSS * v for v in (one.share.low, one.share.value, one.share.high)
        )
        yield element("text", one.name, x=left - 10, y=y + 4, text_anchor="end", class_="name")
        yield element("line", x1=low, x2=high, y1=y, y2=y, class_="range")
        yield element("circle", element("title", _told(one)), cx=at, cy=y, r=4.5, class_="dot")
        yield element("text", f"n {one.n}", x=left + ACROSS + 12, y=y + 4, class_="count")


def _told(one: Dot) -> str:
    share = one.share
    return f"{one.name}: {share.value:.3f} ({share.low:.3f} – {share.high:.3f}), n = {one.n}"
