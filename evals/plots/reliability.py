"""The reliability diagram: how often answers of a confidence are right (Guo et al. 2017)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evals.measures.calibration import Bin
from evals.plots.svg import Svg, element, figure

SIDE, EDGE = 240.0, 40.0
TICKS = (0.0, 0.5, 1.0)


def reliability(title: str, bins: Sequence[Bin], axes: tuple[str, str]) -> Svg:
    """Return the plot: confidence to the right, the share that is right upwards, 0 to 1 each.

    The line is that of a confidence that is neither too high nor too low; `axes` are their names.
    """
    size = (SIDE + 2 * EDGE, SIDE + 2 * EDGE)
    return figure(title, size, (*_frame(axes), *map(_bar, bins)))


def _x(share: float) -> float:
    return EDGE + SIDE * share


def _y(share: float) -> float:
    return EDGE / 2 + SIDE * (1 - share)


def _frame(axes: tuple[str, str]) -> Iterator[Svg]:
    for tick in TICKS:
        words = f"{tick:g}"
        yield element("line", x1=_x(0), x2=_x(1), y1=_y(tick), y2=_y(tick), class_="grid")
        yield element("text", words, x=_x(0) - 8, y=_y(tick) + 4, text_anchor="end", class_="axis")
        yield element("text", words, x=_x(tick), y=_y(0) + 18, text_anchor="middle", class_="axis")
    yield element("line", x1=_x(0), y1=_y(0), x2=_x(1), y2=_y(1), class_="line")
    across, up = axes
    yield element("text", across, x=_x(0.5), y=_y(0) + 38, text_anchor="middle", class_="name")
    yield element("text", up, x=_x(0), y=_y(1) - 7, text_anchor="start", class_="name")


def _bar(one: Bin) -> Svg:
    told = f"{one.low:g} – {one.high:g}: {one.right:.3f} ({one.confidence:.3f}), n = {one.n}"
    return element(
        "rect",
        element("title", told),
        x=_x(one.low) + 2,
        y=_y(one.right),
        width=SIDE * (one.high - one.low) - 4,
        height=_y(0) - _y(one.right),
        class_="bar",
    )
