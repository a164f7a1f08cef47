"""The curves of growth as an SVG picture, drawn without a library."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from index.scale.measured import Asked, Built

COLOURS = ("#1f5fa8", "#b3541e", "#2e7d4f", "#7a4fa3")
WIDTH, HEIGHT, LEFT, BELOW, ABOVE, RIGHT = 440, 320, 60, 40, 30, 20

Points = Sequence[tuple[float, float]]


def plot(built: Sequence[Built], asked: Sequence[Asked]) -> str:
    """Return a picture of two panels, both axes logarithmic: times of a question, costs."""
    times = {
        name: [(one.passages, getattr(one, name).p95) for one in asked]
        for name in ("lexical", "dense", "exact", "both")
    }
    costs = {
        "build, s": [(one.passages, one.seconds) for one in built],
        "disk, MB": [(one.passages, one.disk) for one in built],
        "memory to ask, MB": [(one.passages, one.memory) for one in asked],
        "add 50, s": [(one.passages, one.added) for one in asked],
    }
    panels = (("a question, p95, ms", times), ("costs", costs))
    drawn = (
        f'<g transform="translate({at * WIDTH} 0)">{_panel(title, curves)}</g>'
        for at, (title, curves) in enumerate(panels)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {2 * WIDTH} {HEIGHT}" '
        'font-family="sans-serif" font-size="11">'
        f'<rect width="100%" height="100%" fill="white"/>{"".join(drawn)}</svg>\n'
    )


@dataclass(frozen=True, slots=True)
class _Axis:
    """A logarithmic axis of whole decades, `low` to `high`, from pixel `start` to `stop`."""

    low: int
    high: int
    start: float
    stop: float

    @classmethod
    def over(cls, values: Sequence[float], start: float, stop: float) -> _Axis:
        logs = [math.log10(max(value, 0.001)) for value in values] or [0.0]
        low = math.floor(min(logs))
        return cls(low, max(low + 1, math.ceil(max(logs))), start, stop)

    def at(self, value: float) -> float:
        share = (math.log10(max(value, 0.001)) - self.low) / (self.high - self.low)
        return round(self.start + share * (self.stop - self.start), 1)


def _panel(title: str, curves: Mapping[str, Points]) -> str:
    points = [point for curve in curves.values() for point in curve]
    across = _Axis.over([x for x, _ in points], LEFT, WIDTH - RIGHT)
    up = _Axis.over([y for _, y in points], HEIGHT - BELOW, ABOVE)
    drawn = [f'<text x="{LEFT}" y="18" font-weight="bold">{escape(title)}</text>']
    drawn += _grid(across, up)
    for at, (name, curve) in enumerate(curves.items()):
        drawn += _curve(name, [(across.at(x), up.at(y)) for x, y in curve], at)
    return "".join(drawn)


def _grid(across: _Axis, up: _Axis) -> list[str]:
    lines = []
    for decade in range(up.low, up.high + 1):
        y = up.at(10.0**decade)
        lines.append(f'<path d="M{LEFT} {y}H{WIDTH - RIGHT}" stroke="#ddd"/>')
        lines.append(f'<text x="{LEFT - 6}" y="{y + 4}" text-anchor="end">{10.0**decade:,g}</text>')
    for decade in range(across.low, across.high + 1):
        x = across.at(10.0**decade)
        lines.append(f'<path d="M{x} {ABOVE}V{HEIGHT - BELOW}" stroke="#ddd"/>')
        label = f"{10**decade:,}" if decade >= 0 else ""
        lines.append(f'<text x="{x}" y="{HEIGHT - BELOW + 16}" text-anchor="middle">{label}</text>')
    return lines


def _curve(name: str, points: Points, at: int) -> list[str]:
    colour = COLOURS[at % len(COLOURS)]
    line = " ".join(f"{x},{y}" for x, y in points)
    dots = [f'<circle cx="{x}" cy="{y}" r="3" fill="{colour}"/>' for x, y in points]
    key = f'<text x="{LEFT + 8}" y="{ABOVE + 14 + 14 * at}" fill="{colour}">{escape(name)}</text>'
    return [f'<polyline points="{line}" fill="none" stroke="{colour}"/>', *dots, key]
