"""Quality against time: a point for each run, the Pareto front marked."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from evals.plots.svg import LETTER, Svg, element, figure
from evals.sweep.sweep import Point

WIDE, HIGH, EDGE, LABEL = 460.0, 260.0, 48.0, 15.0
LONGEST = 34  # letters of a name; more of it stands in the title of its point


def scatter(title: str, points: Sequence[Point], axes: tuple[str, str]) -> Svg:
    """Return the plot: milliseconds to the right, quality upwards; `axes` are their names.

    Points of the front bear their names, which never stand on each other.
    """
    scale = _Scale(points)
    front = sorted((p for p in points if p.front), key=lambda p: (-p.quality, p.milliseconds))
    room = LETTER * min(LONGEST, max((len(p.name) for p in front), default=0))
    content = (*_frame(scale, axes), *_steps(scale, front), *_named(scale, front))
    dots = (_dot(scale, point) for point in points)
    return figure(title, (WIDE + EDGE + 24 + room, HIGH + EDGE + 40), (*content, *dots))


class _Scale:
    """From figures to pixels; the axes begin and end at round figures."""

    def __init__(self, points: Sequence[Point]) -> None:
        times = [point.milliseconds for point in points] or [0.0, 1.0]
        values = [point.quality for point in points] or [0.0, 1.0]
        self.times = _round_about(times)
        self.values = _round_about(values)

    def x(self, milliseconds: float) -> float:
        low, high = self.times[0], self.times[-1]
        return EDGE + WIDE * (milliseconds - low) / (high - low)

    def y(self, quality: float) -> float:
        low, high = self.values[0], self.values[-1]
        return 24 + HIGH * (1 - (quality - low) / (high - low))


def _round_about(values: Sequence[float]) -> tuple[float, ...]:
    """Return three to seven round figures, evenly apart, from below the least to above the most.

    >>> _round_about([0.836, 0.872])
    (0.83, 0.84, 0.85, 0.86, 0.87, 0.88)
    """
    low, high = min(values), max(values)
    spread = (high - low) or abs(high) or 1.0
    power = 10.0 ** math.floor(math.log10(spread / 3))
    step = next(s * power for s in (1, 2, 5, 10) if spread / (s * power) <= 5)  # noqa: PLR2004 - gaps
    first = math.floor(round(low / step, 6))
    last = max(math.ceil(round(high / step, 6)), first + 2)
    return tuple(round(n * step, 10) for n in range(first, last + 1))


def _frame(scale: _Scale, axes: tuple[str, str]) -> Iterator[Svg]:
    foot = 24 + HIGH
    for value in scale.values:
        y = scale.y(value)
        yield element("line", x1=EDGE, x2=EDGE + WIDE, y1=y, y2=y, class_="grid")
        yield element("text", f"{value:g}", x=EDGE - 8, y=y + 4, text_anchor="end", class_="axis")
    for time in scale.times:
        x = scale.x(time)
        yield element("text", f"{time:g}", x=x, y=foot + 18, text_anchor="middle", class_="axis")
    across, up = axes
    middle = EDGE + WIDE / 2
    yield element("text", across, x=middle, y=foot + 38, text_anchor="middle", class_="name")
    yield element("text", up, x=4, y=13, class_="name")


def _steps(scale: _Scale, front: Sequence[Point]) -> Iterator[Svg]:
    if len(front) > 1:
        places = " ".join(f"{scale.x(p.milliseconds):.1f},{scale.y(p.quality):.1f}" for p in front)
        yield element("polyline", points=places, class_="line")


def _named(scale: _Scale, front: Sequence[Point]) -> Iterator[Svg]:
    """Yield the names beside their points, each at least a line below the one before."""
    lowest = 0.0
    for point in front:
        lowest = max(scale.y(point.quality) + 4, lowest + LABEL)
        name = point.name if len(point.name) <= LONGEST else f"{point.name[: LONGEST - 1]}…"
        yield element("text", name, x=scale.x(point.milliseconds) + 10, y=lowest, class_="name")


def _dot(scale: _Scale, point: Point) -> Svg:
    told = f"{point.name}: {point.quality:.3f}, {point.milliseconds:.1f} ms"
    return element(
        "circle",
        element("title", told),
        cx=scale.x(point.milliseconds),
        cy=scale.y(point.quality),
        r=5 if point.front else 4,
        class_="best" if point.front else "dot",
    )
